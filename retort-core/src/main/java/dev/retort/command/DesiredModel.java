package dev.retort.command;

import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.error.Advice;
import dev.retort.error.ConfigurationException;
import dev.retort.error.EntityModelException;
import dev.retort.error.MissingClass;
import dev.retort.model.EntityModelProvider;
import dev.retort.model.EntityRequest;
import dev.retort.model.EntitySelection;
import dev.retort.model.Model;
import dev.retort.model.TargetDatabase;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;

/** Reads the schema that the application wants from its entities. */
final class DesiredModel {

    private final Project project;
    private final Settings settings;

    DesiredModel(Project project) {
        this.project = project;
        this.settings = project.settings();
    }

    /**
     * Reads the entities that the settings name.
     *
     * @param database for which they are mapped
     * @throws ConfigurationException when the settings name none
     * @throws EntityModelException when they cannot be read, or are older than their sources
     */
    Model read(Database database) throws SQLException {
        EntitySelection entities = selection();
        try (Application application = project.application()) {
            application.requireFreshClasses();
            return model(new EntityRequest(
                    entities,
                    settings.table(ConfigKey.HIBERNATE),
                    application.classes(),
                    database.dialect(),
                    target(database)));
        }
    }

    private static Model model(EntityRequest request) {
        try {
            return EntityModelProvider.loadedFrom(request.application().loader())
                    .orElseThrow(() -> new EntityModelException(
                            "Nothing here reads entities.",
                            "Put retort-jpa on the class path, beside the application's own Hibernate.",
                            null))
                    .source(request)
                    .read();
        } catch (LinkageError | ServiceConfigurationError e) {
            Optional<MissingClass> missing = MissingClass.behind(e);
            throw new EntityModelException(
                    "The entities cannot be read: "
                            + missing.map(found -> "the class " + found.name() + " is missing.")
                                    .orElse(e + "."),
                    missing.map(MissingClass::remedy).orElse("The application's libraries have to fit together."),
                    e);
        }
    }

    private EntitySelection selection() {
        List<String> packages = settings.list(ConfigKey.ENTITY_PACKAGES);
        Optional<String> unit = settings.text(ConfigKey.PERSISTENCE_UNIT);
        if (packages.isEmpty() && unit.isEmpty()) {
            throw new ConfigurationException(
                    ConfigKey.ENTITY_PACKAGES.key(),
                    "Nothing says where the entities are.",
                    null,
                    Advice.of(
                            "Set {} or {}.",
                            Advice.setting(ConfigKey.ENTITY_PACKAGES.key(), "[\"com.acme.shop\"]"),
                            Advice.setting(ConfigKey.PERSISTENCE_UNIT.key(), "\"shop\"")));
        }
        return new EntitySelection(packages, unit.orElse(null), List.of());
    }

    private static TargetDatabase target(Database database) throws SQLException {
        DatabaseMetaData metadata = database.connection().getMetaData();
        return new TargetDatabase(
                metadata.getDatabaseProductName(),
                metadata.getDatabaseMajorVersion(),
                metadata.getDatabaseMinorVersion());
    }
}
