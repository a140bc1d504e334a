package dev.retort.tests.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.config.ConfigKey;
import dev.retort.error.DifferencesNotWritableException;
import dev.retort.report.AutogenerateReport;
import dev.retort.report.ModelReport;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Names in quotes, and what no operation makes yet: types and schemas. */
@ParameterizedClass
@EnumSource
class NamesAndTypesIT {

    private static final String MADE = "create type Role as enum ('ADMIN','OWNER','USER')";

    @Parameter
    private Hibernate hibernate;

    @TempDir
    private Path directory;

    @Test
    void aTypeThatIsNotThereIsNamedWithWhatMakesItAndNothingIsWritten() throws Exception {
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh()) {
            EntityProject project = new EntityProject(hibernate, database, directory);

            assertThat(refusals(project, "typed"))
                    .singleElement()
                    .asString()
                    .contains("type role does not exist", MADE);
            assertThat(project.revisionFiles()).isEmpty();
            assertThat(project.retort("typed").check().hazards())
                    .singleElement()
                    .asString()
                    .contains(MADE);
        }
    }

    @Test
    void anEnumTypeOfPostgresqlAndAnArrayOfSomeLengthAreMadeOnceAndFoundAgain() throws Exception {
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh()) {
            EntityProject project = new EntityProject(hibernate, database, directory);
            database.execute(MADE);
            project.autogenerate("typed", "java");
            project.retort("typed").upgrade("head");
            assertNothingDiffers(project, "typed");

            project.retort("typed").downgrade("base");
            assertThat(project.schema()).isEqualTo(SchemaSnapshot.EMPTY);
        }
    }

    @Test
    void aWordThatATypeLacksIsNamedWithWhatAddsIt() throws Exception {
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh()) {
            EntityProject project = new EntityProject(hibernate, database, directory);
            accountsWithRoles(database, "'ADMIN', 'USER'");

            assertThat(refusals(project, "typed"))
                    .singleElement()
                    .asString()
                    .contains("ALTER TYPE role ADD VALUE 'OWNER' AFTER 'ADMIN'");
            assertThat(project.revisionFiles()).isEmpty();
            assertThat(project.retort("typed").check().isEmpty()).isFalse();

            database.execute("ALTER TYPE role ADD VALUE 'OWNER'");
            assertNothingDiffers(project, "typed");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            'ADMIN', 'USER'          | ALTER TYPE role ADD VALUE 'OWNER' AFTER 'ADMIN'
            'OWNER', 'USER'          | ALTER TYPE role ADD VALUE 'ADMIN' BEFORE 'OWNER'
                                     | ALTER TYPE role ADD VALUE 'ADMIN'; ALTER TYPE role ADD VALUE 'OWNER' AFTER 'ADMIN'
            'ADMIN', 'OWNER', 'ROOT' | DROP TYPE role""")
    void wordsThatATypeLacksAreNamedBeforeATableIsMadeOfIt(@Nullable String words, String advice) throws Exception {
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh()) {
            EntityProject project = new EntityProject(hibernate, database, directory);
            database.execute("CREATE TYPE role AS ENUM (" + (words == null ? "" : words) + ")");

            assertThat(refusals(project, "typed")).singleElement().asString().contains(advice);
            assertThat(project.revisionFiles()).isEmpty();
            assertThat(project.retort("typed").check().hazards())
                    .singleElement()
                    .asString()
                    .startsWith("Before these changes, ")
                    .contains(advice);
        }
    }

    @Test
    void aWordTooManyIsNamedWithTheWayRound() throws Exception {
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh()) {
            EntityProject project = new EntityProject(hibernate, database, directory);
            accountsWithRoles(database, "'ADMIN', 'OWNER', 'USER', 'GUEST'");

            assertThat(refusals(project, "typed"))
                    .singleElement()
                    .asString()
                    .contains("CREATE TYPE another AS ENUM ('ADMIN', 'OWNER', 'USER')", "DROP TYPE role");
        }
    }

    private static void accountsWithRoles(TestDatabase database, String words) throws SQLException {
        database.execute(
                "CREATE TYPE role AS ENUM (" + words + ")",
                "CREATE TABLE accounts (id bigint NOT NULL, role role, tags varchar(255)[], PRIMARY KEY (id))");
    }

    @Test
    void aTypeThatNobodyUsesAnyMoreIsSaidBeforeAndAfterwards() throws Exception {
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh()) {
            EntityProject project = new EntityProject(hibernate, database, directory);
            database.execute(
                    MADE,
                    "create cast (varchar as Role) with inout as implicit",
                    "CREATE DOMAIN short AS varchar(5) CHECK (value <> '')",
                    "CREATE TABLE accounts (id bigint, role role DEFAULT 'USER')");
            assertThat(project.retort("before").check().hazards())
                    .anyMatch(sentence -> sentence.endsWith("drop it by hand: DROP TYPE role."))
                    .anyMatch(sentence -> sentence.endsWith("drop it by hand: DROP TYPE short."));
            project.autogenerate("before", "sql");
            project.retort("before").upgrade("head");

            ModelReport report = project.retort("before").check();
            assertThat(report.isEmpty()).isTrue();
            assertThat(report.hazards()).hasSize(2);
        }
    }

    @ForDatabases(has = Capability.SCHEMAS)
    void aSchemaThatIsNotThereIsNamedAndNothingIsWritten(DatabaseUnderTest kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            EntityProject project = new EntityProject(hibernate, database, directory);

            assertThat(refusals(project, "schemas"))
                    .containsExactly("schema sales does not exist; by hand: CREATE SCHEMA sales");
            assertThat(project.revisionFiles()).isEmpty();
        }
    }

    @Test
    void whatCannotBeComparedIsAlsoSaidWhereAFileIsWritten() throws Exception {
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh()) {
            EntityProject project = new EntityProject(hibernate, database, directory);
            project.autogenerate("before", "sql");
            project.retort("before").upgrade("head");
            database.execute("ALTER TABLE orders SET (fillfactor = 70)");

            AutogenerateReport report = project.autogenerate("after", "sql");

            assertThat(report.written()).isNotNull();
            assertThat(report.model().hazards()).anyMatch(sentence -> sentence.contains("fillfactor = 70"));
        }
    }

    @ForDatabases
    void aNameInQuotesIsStoredAsItIs(DatabaseUnderTest kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            EntityProject project = new EntityProject(hibernate, database, directory);
            project.autogenerate("quoted", "java");
            project.retort("quoted").upgrade("head");

            assertNothingDiffers(project, "quoted");
            database.execute(
                    quoted(kind, "INSERT INTO `account` (`id`, `user_name`, `Code`, `boss`) VALUES (1, 'a', 'b', 1)"));
            project.retort("quoted").downgrade("base");
            assertThat(project.schema()).isEqualTo(SchemaSnapshot.EMPTY);
        }
    }

    @ForDatabases(has = Capability.INDEX_NAMES_OF_SCHEMA)
    void anIndexWhoseNameIsInQuotesIsStoredAsItIs(DatabaseUnderTest kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            EntityProject project = new EntityProject(hibernate, database, directory);
            project.autogenerate("quoted", "sql");
            project.retort("quoted").upgrade("head");

            database.execute(
                    "DROP INDEX \"ix_account_code\"",
                    "CREATE INDEX \"ix_account_code\" ON \"account\" (\"Code\", \"id\")");
            assertNothingDiffers(project, "quoted");
        }
    }

    @ForDatabases
    void whereHibernateQuotesEveryNameEachIsStoredAsItIs(DatabaseUnderTest kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            EntityProject project = new EntityProject(
                    hibernate,
                    database,
                    directory,
                    Map.of(ConfigKey.HIBERNATE, Map.of("hibernate.globally_quoted_identifiers", "true")));
            project.autogenerate("before", "sql");
            project.retort("before").upgrade("head");

            assertNothingDiffers(project, "before");
            database.execute(quoted(kind, "SELECT `id`, `customer_id` FROM `orders`"));
        }
    }

    /** As the manual says. */
    @ForDatabases
    void aConstraintThatTheEntityDoesNotNameHasTheNameThatTheDatabasesAreUsedTo(DatabaseUnderTest kind)
            throws Exception {
        String unique = switch (kind) {
            case SQLITE -> "uq_books_isbn";
            case POSTGRESQL -> "books_isbn_key";
            default -> "UK\\w+";
        };
        try (TestDatabase database = kind.fresh()) {
            EntityProject project = new EntityProject(hibernate, database, directory);

            project.autogenerate("features", "sql");

            assertThat(Files.readString(project.revisionFiles().get(0)))
                    .containsPattern("CONSTRAINT \\W?" + unique + "\\W? UNIQUE \\(isbn\\)")
                    .containsPattern("CONSTRAINT \\W?(?i:FK)\\w{20,}\\W? FOREIGN KEY \\(\\Wbranch_Code");
        }
    }

    private static String quoted(DatabaseUnderTest kind, String sql) {
        return kind.isLikeMariadb() ? sql : sql.replace('`', '"');
    }

    private static List<String> refusals(EntityProject project, String entities) {
        DifferencesNotWritableException[] refused = new DifferencesNotWritableException[1];
        assertThatExceptionOfType(DifferencesNotWritableException.class)
                .isThrownBy(() -> project.autogenerate(entities, "java"))
                .satisfies(thrown -> refused[0] = thrown);
        assertThat(project.retort(entities).check().writable()).isZero();
        return refused[0].refusals();
    }

    private static void assertNothingDiffers(EntityProject project, String entities) {
        ModelReport checked = project.retort(entities).check();
        assertThat(checked.differences()).isEmpty();
        assertThat(checked.hazards()).isEmpty();
    }
}
