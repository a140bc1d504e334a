package dev.retort.tests.entities;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.InspectionScope;
import dev.retort.report.AutogenerateReport;
import dev.retort.report.RevisionRequest;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.tests.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A project with an application's entities.
 *
 * @param hibernate what the application maps them with
 * @param database its database
 * @param directory where its revisions lie
 * @param more settings beside those that every such project has
 */
record EntityProject(Hibernate hibernate, TestDatabase database, Path directory, Map<ConfigKey, Object> more) {

    private static final String OWN_TABLES = "retort_";

    EntityProject {
        try {
            Files.createDirectories(directory.resolve("migrations/versions"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    EntityProject(Hibernate hibernate, TestDatabase database, Path directory) {
        this(hibernate, database, directory, Map.of());
    }

    EntityProject(TestDatabase database, Path directory) {
        this(database, directory, Map.of());
    }

    EntityProject(TestDatabase database, Path directory, Map<ConfigKey, Object> more) {
        this(Hibernate.SIX, database, directory, more);
    }

    /** Retort as it looks at one of the packages of entities. */
    Retort retort(String entities) {
        return retort(settings(entities));
    }

    Retort retort(Settings settings) {
        return Retort.configure()
                .settings(settings)
                .classLoader(hibernate.application())
                .load();
    }

    Settings settings(String entities) {
        Settings settings = Settings.empty(directory)
                .with(ConfigKey.URL, database.jdbcUrl())
                .with(ConfigKey.CLASSPATH, List.of(Hibernate.ENTITIES.toString()))
                .with(ConfigKey.ENTITY_PACKAGES, List.of(EntityProject.class.getPackageName() + "." + entities))
                .with(ConfigKey.COMPILE, "off");
        if (database.user() != null) {
            settings = settings.with(ConfigKey.USER, database.user());
        }
        if (database.password() != null) {
            settings = settings.with(ConfigKey.PASSWORD, database.password());
        }
        for (Map.Entry<ConfigKey, Object> setting : more.entrySet()) {
            settings = settings.with(setting.getKey(), setting.getValue());
        }
        return settings;
    }

    AutogenerateReport autogenerate(String entities, String format) {
        return retort(entities).autogenerate(request(entities, format));
    }

    static RevisionRequest request(String entities, String format) {
        return new RevisionRequest("from " + entities, List.of(), false, List.of(), List.of(), null, null, format);
    }

    List<Path> revisionFiles() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("migrations/versions"))) {
            return files.sorted().toList();
        }
    }

    /** What is in the database besides Retort's metadata tables. */
    SchemaSnapshot schema() throws SQLException {
        try (Connection connection = database.open()) {
            SchemaSnapshot all = Dialects.loadedFrom(getClass().getClassLoader())
                    .forConnection(connection)
                    .inspector()
                    .inspect(connection, InspectionScope.DEFAULT_SCHEMA);
            return SchemaSnapshot.of(all.tables().stream()
                            .filter(table -> !table.name().name().startsWith(OWN_TABLES))
                            .toList())
                    .and(all.sequences());
        }
    }
}
