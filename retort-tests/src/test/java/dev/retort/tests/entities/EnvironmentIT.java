package dev.retort.tests.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.report.Difference;
import dev.retort.report.ModelReport;
import dev.retort.schema.SchemaObject;
import dev.retort.spi.RetortEnvironment;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a comparison looks at, as the project says it in Java or in its settings. */
class EnvironmentIT {

    private static final String NOWHERE = "jdbc:nowhere:";

    @TempDir
    private Path directory;

    @ForDatabases
    void anEnvironmentConnectsAndLeavesTablesOut(DatabaseUnderTest kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            database.execute("CREATE TABLE legacy (id INTEGER)");
            EntityProject project = new EntityProject(database, directory, Map.of(ConfigKey.URL, NOWHERE));
            Retort retort = Retort.configure()
                    .settings(project.settings("before"))
                    .environment(without(database, List.of("legacy", "coupons")))
                    .classLoader(project.hibernate().application())
                    .load();

            ModelReport found =
                    retort.autogenerate(EntityProject.request("before", "java")).model();

            assertThat(found.hazards()).isEmpty();
            assertThat(operations(found))
                    .contains("create table customers", "create table orders")
                    .noneMatch(operation -> operation.contains("legacy") || operation.contains("coupons"));
            retort.upgrade("heads");
            assertThat(retort.check().differences()).isEmpty();
            assertThat(retort.current().missingHeads()).isEmpty();
            assertThat(tables(project))
                    .contains("customers", "legacy", "orders")
                    .doesNotContain("coupons");
        }
    }

    private static RetortEnvironment without(TestDatabase database, List<String> tables) {
        return new RetortEnvironment() {
            @Override
            public Optional<Connection> connect() throws SQLException {
                return Optional.of(database.open());
            }

            @Override
            public boolean includes(SchemaObject object) {
                return tables.stream().noneMatch(object.name().name()::equalsIgnoreCase);
            }
        };
    }

    @ForDatabases
    void theSettingsSayWhichTablesAreCompared(DatabaseUnderTest kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            database.execute("CREATE TABLE customers_old (id INTEGER)", "CREATE TABLE legacy (id INTEGER)");

            assertThat(differences(database, Map.of()))
                    .contains("drop table customers_old", "drop table legacy", "create table customers");
            assertThat(differences(database, Map.of(ConfigKey.EXCLUDE_TABLES, List.of("legacy", "c*", "orders*"))))
                    .isEmpty();
            assertThat(differences(database, Map.of(ConfigKey.INCLUDE_TABLES, List.of("customers*"))))
                    .containsExactlyInAnyOrder("create table customers", "drop table customers_old");
            assertThat(differences(
                            database,
                            Map.of(
                                    ConfigKey.INCLUDE_TABLES,
                                    List.of("customers*"),
                                    ConfigKey.EXCLUDE_TABLES,
                                    List.of("*_old"))))
                    .containsExactly("create table customers");
        }
    }

    @Test
    void aPatternMayHaveTheCaseInWhichH2Stores() throws Exception {
        try (TestDatabase database = DatabaseUnderTest.H2.fresh()) {
            assertThat(differences(database, Map.of(ConfigKey.INCLUDE_TABLES, List.of("CUST*"))))
                    .containsExactly("create table customers");
        }
    }

    private List<String> differences(TestDatabase database, Map<ConfigKey, Object> settings) {
        return operations(new EntityProject(database, directory, settings)
                .retort("before")
                .check());
    }

    /** In lower case, which is not how each database spells the names of tables. */
    private static List<String> operations(ModelReport report) {
        return report.differences().stream()
                .map(Difference::operation)
                .map(operation -> operation.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<String> tables(EntityProject project) throws SQLException {
        return project.schema().tables().stream()
                .map(table -> table.name().name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
