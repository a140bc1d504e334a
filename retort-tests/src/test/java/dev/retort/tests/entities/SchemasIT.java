package dev.retort.tests.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.config.ConfigKey;
import dev.retort.report.Difference;
import dev.retort.report.ModelReport;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Entities in several schemas, however the schemas are named in the settings. */
class SchemasIT {

    @TempDir
    private Path directory;

    private static Stream<Arguments> settings() {
        return DatabaseUnderTest.having(Capability.SCHEMAS)
                .flatMap(kind -> Stream.of(
                                Map.<ConfigKey, Object>of(),
                                Map.of(ConfigKey.VERSION_TABLE_SCHEMA, "public"),
                                Map.of(ConfigKey.VERSION_TABLE_SCHEMA, "sales"),
                                Map.of(ConfigKey.INCLUDE_SCHEMAS, List.of("public")),
                                Map.of(ConfigKey.INCLUDE_SCHEMAS, List.of("public", "sales")),
                                Map.of(ConfigKey.INCLUDE_SCHEMAS, List.of("sales")),
                                Map.of(
                                        ConfigKey.INCLUDE_SCHEMAS,
                                        List.of("sales", "public"),
                                        ConfigKey.VERSION_TABLE_SCHEMA,
                                        "sales"))
                        .map(settings -> Arguments.of(kind, settings)));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void afterTheUpgradeNothingDiffersAndAfterTheDowngradeNothingIsLeft(
            DatabaseUnderTest kind, Map<ConfigKey, Object> settings) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            database.execute("CREATE SCHEMA sales");
            EntityProject project = new EntityProject(database, directory, settings);

            project.autogenerate("schemas", "java");
            project.retort("schemas").upgrade("head");

            assertThat(project.retort("schemas").check().differences()).isEmpty();
            database.execute("INSERT INTO sales.invoices (id) VALUES (1)", "INSERT INTO public.settings VALUES ('a')");
            project.retort("schemas").downgrade("base");
            assertThat(project.schema().tables()).isEmpty();
        }
    }

    @ForDatabases(has = Capability.SCHEMAS)
    void whatElseLiesInASchemaIsLeftAloneUnlessTheSchemaIsIncluded(DatabaseUnderTest kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            database.execute("CREATE SCHEMA sales", "CREATE TABLE sales.strangers (id INTEGER)");
            EntityProject alone = new EntityProject(database, directory);
            alone.autogenerate("schemas", "sql");
            alone.retort("schemas").upgrade("head");

            assertThat(alone.retort("schemas").check().differences()).isEmpty();

            EntityProject whole = new EntityProject(
                    database, directory, Map.of(ConfigKey.INCLUDE_SCHEMAS, List.of("public", "sales")));
            ModelReport report = whole.retort("schemas").check();
            assertThat(report.differences())
                    .extracting(Difference::operation)
                    .containsExactly("drop table sales.strangers");
        }
    }
}
