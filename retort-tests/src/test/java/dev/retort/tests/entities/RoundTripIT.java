package dev.retort.tests.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.error.DifferencesNotWritableException;
import dev.retort.error.EntityModelException;
import dev.retort.error.HalfDoneStepException;
import dev.retort.error.MigrationFailedException;
import dev.retort.report.AutogenerateReport;
import dev.retort.report.Difference;
import dev.retort.report.ModelReport;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Generate, apply, compare again: nothing. Downgrade: the schema it was. */
@ParameterizedClass
@EnumSource
class RoundTripIT {

    private static final String MAY_FAIL = "Column customers.country_code is NOT NULL and has no default";
    private static final String LOST_COLUMN = "All values of column customers.phone are lost";
    private static final String LOST_TABLE = "All rows of table coupons are lost";
    private static final String CUT_VALUES = "The new type of column customers.name cannot hold every value";
    private static final String RENAME = "Column customers.fax_number of the same type is dropped. If telefax";

    @Parameter
    private Hibernate hibernate;

    @TempDir
    private Path directory;

    @Test
    void theTestsRunOnTheGenerationThatTheyThinkTheyDo() throws Exception {
        assertThat(hibernate
                        .application()
                        .loadClass("org.hibernate.Version")
                        .getMethod("getVersionString")
                        .invoke(null))
                .asString()
                .startsWith(hibernate.generation + ".");
    }

    static Stream<Arguments> all() {
        return inBothFormats(DatabaseUnderTest.having());
    }

    /** A table of SQLite is rebuilt, which no revision in SQL can have. */
    static Stream<Arguments> altering() {
        return inBothFormats(DatabaseUnderTest.having(Capability.ALTER_TYPE))
                .filter(arguments -> !List.of(arguments.get()).equals(List.of(DatabaseUnderTest.SQLITE, "sql")));
    }

    static Stream<Arguments> likeMariadb() {
        return inBothFormats(mariadbAndCousins());
    }

    static Stream<DatabaseUnderTest> mariadbAndCousins() {
        return DatabaseUnderTest.available().filter(DatabaseUnderTest::isLikeMariadb);
    }

    private static Stream<Arguments> inBothFormats(Stream<DatabaseUnderTest> kinds) {
        return kinds.flatMap(kind -> Stream.of("java", "sql").map(format -> Arguments.of(kind, format)));
    }

    @ParameterizedTest
    @Tag("jdk")
    @MethodSource("all")
    void afterTheUpgradeNothingDiffersAndAfterTheDowngradeNothingIsLeft(DatabaseUnderTest kind, String format)
            throws Exception {
        try (TestDatabase database = kind.fresh()) {
            EntityProject project = new EntityProject(hibernate, database, directory);
            Retort retort = project.retort("features");

            AutogenerateReport first = project.autogenerate("features", format);
            assertThat(first.written()).isNotNull();
            assertThat(first.model().entities()).isEqualTo(8);
            assertThat(first.model().packages()).containsExactly("dev.retort.tests.entities.features");
            retort.upgrade("head");

            assertNothingDiffers(project, "features", format);

            retort.downgrade("base");
            assertThat(project.schema()).isEqualTo(SchemaSnapshot.EMPTY);

            retort.upgrade("head");
            assertNothingDiffers(project, "features", format);
        }
    }

    /** As the command line does it, which knows neither Hibernate nor entities. */
    @Test
    void anApplicationIsAlsoReadThroughItsClassPathAlone() throws Exception {
        try (TestDatabase database = DatabaseUnderTest.H2.fresh()) {
            Settings settings = new EntityProject(hibernate, database, directory)
                    .settings("features")
                    .with(
                            ConfigKey.CLASSPATH,
                            hibernate.classPath().stream().map(Path::toString).toList());

            ModelReport report = Retort.configure()
                    .settings(settings)
                    .modules(List.of(Hibernate.READER))
                    .load()
                    .check();

            assertThat(report.entities()).isEqualTo(8);
        }
    }

    @ForDatabases
    void whatDefinitionsOfColumnsSayInSqlIsFoundInTheDatabase(DatabaseUnderTest kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            EntityProject project = new EntityProject(hibernate, database, directory);
            project.autogenerate("definitions", "java");
            project.retort("definitions").upgrade("head");

            assertNothingDiffers(project, "definitions", "java");
        }
    }

    @ParameterizedTest
    @MethodSource("likeMariadb")
    void whatAnUpdateSetsIsMadeAndTakenAwayAgain(DatabaseUnderTest kind, String format) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            database.execute("""
                    CREATE TABLE visits (id bigint NOT NULL, exact datetime, changed timestamp(3) NULL, seen timestamp NOT NULL,
                    apart datetime(6), PRIMARY KEY (id))""");
            EntityProject project = new EntityProject(hibernate, database, directory);
            SchemaSnapshot before = project.schema();

            project.autogenerate("moments", format);
            project.retort("moments").upgrade("head");
            assertNothingDiffers(project, "moments", format);
            assertThat(defaults(project))
                    .containsExactly("current_timestamp(6)", "current_timestamp", "current_timestamp(6)");
            assertThat(project.schema().tables().get(0).columns())
                    .extracting(Column::onUpdate)
                    .filteredOn(Objects::nonNull)
                    .extracting(RoundTripIT::present)
                    .containsExactly(
                            "current_timestamp(6)",
                            "current_timestamp(3)",
                            "current_timestamp",
                            "current_timestamp(6)");

            project.retort("moments").downgrade("base");
            assertThat(project.schema()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("likeMariadb")
    void aColumnThatIsRestatedKeepsItsOwnCheckBothWays(DatabaseUnderTest kind, String format) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            database.execute("""
                    CREATE TABLE measures (id bigint NOT NULL, level tinyint CHECK (level BETWEEN 0 AND 2),
                    size tinyint CHECK (size > 3), PRIMARY KEY (id))""");
            EntityProject project = new EntityProject(hibernate, database, directory);
            SchemaSnapshot before = project.schema();
            project.autogenerate("checked", format);

            project.retort("checked").upgrade("head");
            assertNothingDiffers(project, "checked", format);
            assertRefusesOtherValues(database);

            project.retort("checked").downgrade("base");
            assertThat(project.schema()).isEqualTo(before);
            assertRefusesOtherValues(database);
        }
    }

    @ParameterizedTest
    @MethodSource("likeMariadb")
    void aCollationThatNobodySpeaksOfStaysBothWays(DatabaseUnderTest kind, String format) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            database.execute("""
                    CREATE TABLE tokens (id bigint NOT NULL, code varchar(20) COLLATE utf8mb4_bin, kind varchar(10) COLLATE utf8mb4_bin,
                    owner varchar(10) COLLATE utf8mb4_bin, PRIMARY KEY (id))""");
            EntityProject project = new EntityProject(hibernate, database, directory);
            SchemaSnapshot before = project.schema();

            project.autogenerate("collated", format);
            project.retort("collated").upgrade("head");
            assertNothingDiffers(project, "collated", format);
            assertThat(project.schema().tables().get(0).columns().stream()
                            .filter(column -> QualifiedName.of("utf8mb4_bin").equals(column.collation()))
                            .map(Column::name))
                    .containsExactlyInAnyOrder("code", "kind", "owner");

            project.retort("collated").downgrade("base");
            assertThat(project.schema()).isEqualTo(before);
        }
    }

    private static void assertRefusesOtherValues(TestDatabase database) {
        for (String values : List.of("1, 99, 4", "1, 0, 3")) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(
                            () -> database.execute("INSERT INTO measures (id, level, size) VALUES (" + values + ")"))
                    .withMessageMatching("(?is).*\\bconstraint\\b.*");
        }
    }

    /** The present time, as the servers write it in several ways. */
    private static String present(String sql) {
        return sql.toLowerCase(Locale.ROOT).replace("()", "");
    }

    private static List<String> defaults(EntityProject project) throws Exception {
        return project.schema().tables().get(0).columns().stream()
                .map(Column::defaultValue)
                .filter(DefaultValue.Expression.class::isInstance)
                .map(value -> present(((DefaultValue.Expression) value).sql()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("altering")
    void aSecondVersionOfTheEntitiesIsReachedAndLeftAgain(DatabaseUnderTest kind, String format) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            EntityProject project = new EntityProject(hibernate, database, directory);
            project.autogenerate("before", format);
            project.retort("before").upgrade("head");

            AutogenerateReport second = project.autogenerate("after", format);
            assertThat(second.model().hazards())
                    .anyMatch(sentence -> sentence.startsWith(MAY_FAIL))
                    .anyMatch(sentence -> sentence.startsWith(LOST_COLUMN))
                    .anyMatch(sentence -> sentence.startsWith(LOST_TABLE))
                    .anyMatch(sentence -> sentence.startsWith(RENAME));
            assertThat(attentionsOf(Objects.requireNonNull(second.written()).path()))
                    .contains("ATTENTION", MAY_FAIL, LOST_COLUMN, LOST_TABLE, RENAME);
            if (kind.capabilities().has(Capability.TEXT_LENGTHS)) {
                assertThat(second.model().hazards()).anyMatch(sentence -> sentence.startsWith(CUT_VALUES));
            }
            assertThat(second.model().differences())
                    .filteredOn(Difference::losesData)
                    .extracting(Difference::operation)
                    .contains("drop table coupons", "drop column customers.phone");
            project.retort("after").upgrade("head");
            assertNothingDiffers(project, "after", format);

            project.retort("after").downgrade("-1");
            Files.delete(Objects.requireNonNull(second.written()).path());
            assertNothingDiffers(project, "before", format);
        }
    }

    @Test
    void whatSqliteCannotDropIsLeftOutTogetherSoThatTheRestRuns() throws Exception {
        try (TestDatabase database = DatabaseUnderTest.SQLITE.fresh()) {
            EntityProject project = new EntityProject(hibernate, database, directory);
            project.autogenerate("before", "sql");
            project.retort("before").upgrade("head");
            database.execute(
                    "ALTER TABLE customers ADD COLUMN a integer",
                    "ALTER TABLE customers ADD COLUMN b integer",
                    "ALTER TABLE customers ADD COLUMN c integer",
                    "CREATE VIEW v AS SELECT a FROM customers",
                    "CREATE VIEW w AS SELECT b FROM customers");

            ModelReport report = project.autogenerate("before", "sql").model();
            assertThat(report.differences())
                    .extracting(Difference::operation)
                    .containsExactly("drop column customers.c");
            assertThat(project.retort("before").upgrade("head").steps()).hasSize(1);
        }
    }

    @Test
    void whatARevisionInSqlCannotHaveIsNamedAndNothingIsWritten() throws Exception {
        try (TestDatabase database = DatabaseUnderTest.SQLITE.fresh()) {
            EntityProject project = new EntityProject(hibernate, database, directory);
            project.autogenerate("before", "sql");
            project.retort("before").upgrade("head");

            assertThatExceptionOfType(DifferencesNotWritableException.class)
                    .isThrownBy(() -> project.autogenerate("after", "sql"))
                    .withMessageContaining("add foreign key fk_orders_customer to orders: it depends on the table")
                    .satisfies(refused -> assertThat(refused.describe()).contains("Generate a revision in Java."));
            project.autogenerate("after", "java");
            project.retort("after").upgrade("head");
        }
    }

    @Test
    void aMappingThatHibernateRefusesIsAnErrorInItsWords() throws Exception {
        try (TestDatabase database = DatabaseUnderTest.H2.fresh()) {
            Retort retort = new EntityProject(hibernate, database, directory).retort("refused");

            assertThatExceptionOfType(EntityModelException.class)
                    .isThrownBy(retort::check)
                    .withMessageStartingWith("Hibernate cannot read the entities: ")
                    .withMessageContaining("scale");
        }
    }

    @Test
    void whatADowngradeDoesNotMakeAgainAsItWasIsSaid() throws Exception {
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh()) {
            EntityProject project = new EntityProject(hibernate, database, directory);
            database.execute(
                    "CREATE TABLE extra (a integer, CONSTRAINT pk_extra PRIMARY KEY (a))",
                    "COMMENT ON CONSTRAINT pk_extra ON extra IS 'the only one'");

            assertThat(project.retort("before").check().hazards())
                    .anyMatch(sentence -> sentence.contains("pk_extra") && sentence.contains("the only one"));
        }
    }

    @Test
    void whileAStepIsHalfWayNothingIsCompared() throws Exception {
        try (TestDatabase database = DatabaseUnderTest.H2.fresh()) {
            EntityProject project = new EntityProject(hibernate, database, directory);
            Files.writeString(directory.resolve("migrations/versions/r1.sql"), """
                    -- revision: r1
                    -- upgrade
                    CREATE TABLE coupons (id BIGINT PRIMARY KEY);
                    -- downgrade
                    DROP TABLE coupons;
                    DROP TABLE missing;
                    """);
            Retort retort = project.retort("before");
            retort.upgrade("head");
            assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(() -> retort.downgrade("base"));

            assertThatExceptionOfType(HalfDoneStepException.class)
                    .isThrownBy(() -> project.autogenerate("before", "sql"))
                    .withMessageContaining("stopped in the downgrade of 'r1' with 1 statement done");
            assertThat(project.revisionFiles()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("mariadbAndCousins")
    void whatTheSettingsLeaveOutIsNoDifferenceInAnyWay(DatabaseUnderTest kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            EntityProject project = new EntityProject(hibernate, database, directory);
            Settings withoutTypes = project.settings("after").with(ConfigKey.COMPARE_TYPE, false);
            Retort retort = project.retort(withoutTypes);
            project.autogenerate("after", "java");
            retort.upgrade("head");
            database.execute(
                    "ALTER TABLE customers MODIFY name varchar(100) NOT NULL",
                    "ALTER TABLE orders DROP FOREIGN KEY fk_orders_customer",
                    "ALTER TABLE orders MODIFY customer_id integer NOT NULL",
                    "ALTER TABLE customers MODIFY id integer NOT NULL AUTO_INCREMENT",
                    "ALTER TABLE orders ADD CONSTRAINT fk_orders_customer"
                            + " FOREIGN KEY (customer_id) REFERENCES customers (id)");

            assertThat(retort.check().differences()).isEmpty();
            assertThat(retort.check().hazards()).isEmpty();

            database.execute("ALTER TABLE customers MODIFY name varchar(100) NULL");
            Path written = Objects.requireNonNull(retort.autogenerate(EntityProject.request("after", "java"))
                            .written())
                    .path();
            assertThat(attentionsOf(written))
                    .contains("Column customers.name becomes NOT NULL")
                    .doesNotContain(CUT_VALUES);
        }
    }

    private static void assertNothingDiffers(EntityProject project, String entities, String format) throws Exception {
        List<Path> files = project.revisionFiles();
        ModelReport checked = project.retort(entities).check();
        assertThat(checked.differences()).isEmpty();
        assertThat(checked.hazards()).isEmpty();
        AutogenerateReport again = project.autogenerate(entities, format);
        assertThat(again.written()).isNull();
        assertThat(project.revisionFiles()).isEqualTo(files);
    }

    /** The lines that ask for attention, as one text however they are broken. */
    private static String attentionsOf(Path file) throws Exception {
        return Files.readString(file).replaceAll("\\s*\\n\\s*(//|--)\\s*", " ");
    }
}
