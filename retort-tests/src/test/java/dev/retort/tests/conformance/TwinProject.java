package dev.retort.tests.conformance;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.report.ModelReport;
import dev.retort.report.RevisionRequest;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.tests.conformance.EmptyDatabases.EmptyDatabase;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A project of a user whose desired schema is that of another database. All that the pairs ask of Retort, they ask here. */
final class TwinProject implements AutoCloseable {

    private final TwinModel.Loader application;
    private final Retort retort;
    private final String format;

    /**
     * A project without revisions.
     *
     * @param folder its folder, which is not there yet
     * @param schemas the schemas that the other database has; empty for those without
     */
    TwinProject(EmptyDatabase database, Path folder, SchemaSnapshot desired, List<String> schemas) throws IOException {
        Files.createDirectories(folder.resolve("migrations/versions"));
        Settings settings = Settings.empty(folder)
                .with(ConfigKey.ENTITY_PACKAGES, List.of("twin"))
                .with(ConfigKey.INCLUDE_SCHEMAS, schemas)
                .with(ConfigKey.COMPILE, isJava(database.database()) ? "auto" : "off");
        format = isJava(database.database()) ? "java" : "sql";
        application = new TwinModel.Loader(desired);
        retort = Retort.configure()
                .settings(settings)
                .dataSource(database.dataSource())
                .classLoader(application)
                .load();
    }

    /** SQL, which needs no compiler, except where tables have to be rebuilt. */
    private static boolean isJava(TestDatabase database) {
        return database.kind() == DatabaseUnderTest.SQLITE;
    }

    /** Writes a revision that leads to the other database's schema, if anything differs. */
    ModelReport autogenerate() {
        return retort.autogenerate(
                        new RevisionRequest("twin", List.of(), false, List.of(), List.of(), "twin", null, format))
                .model();
    }

    ModelReport check() {
        return retort.check();
    }

    void upgrade() {
        retort.upgrade("heads");
    }

    void downgrade() {
        retort.downgrade("base");
    }

    @Override
    public void close() throws IOException {
        application.close();
    }
}
