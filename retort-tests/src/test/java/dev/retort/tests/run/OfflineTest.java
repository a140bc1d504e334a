package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.error.UsageException;
import dev.retort.runtime.MigrationListener;
import dev.retort.schema.Table;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The script of {@code --sql}, run by the database's own client, does what a run does. */
class OfflineTest {

    private static final String LEDGER = """
            op.createTable("ledger", column("step", varchar(60)).notNull(), column("amount", integer()));
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "H2", "POSTGRESQL", "MARIADB"})
    void theScriptOfAnUpgradeAndThatOfItsDowngradeLeaveWhatRunsLeave(DatabaseUnderTest kind) throws SQLException {
        new Revisions(folder)
                .java("r1", "", LEDGER, "op.dropTable(\"ledger\");")
                .sql("r2", "r1", """
                        INSERT INTO ledger VALUES ('it''s; a -- text /* of */ \\n one', 2); -- a comment; not a statement
                        CREATE TABLE a (id INTEGER PRIMARY KEY)
                        """, "DROP TABLE a;\nDELETE FROM ledger -- all of it\n")
                .java("r3", "r2", """
                        op.createTable("c", column("id", integer()), column("note", varchar(40)).defaultsTo("it's; \\\\n"));
                        op.outsideTransaction(outside -> outside.createIndex("ix_c", "c", "note"));
                        op.bulkInsert("c", java.util.List.of("id", "note"),
                                java.util.List.of(java.util.Arrays.asList(1, "a\\\\b'c\\nd?"), java.util.Arrays.asList(2, null)));
                        """, "op.dropTable(\"c\");");

        assertThatScriptsDoWhatRunsDo(kind);
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "H2", "POSTGRESQL", "MARIADB"})
    void aValueTakesThePlaceOfAQuestionMarkThatIsNoPartOfAQuoteOrComment(DatabaseUnderTest kind) throws SQLException {
        new Revisions(folder).java("r1", "", LEDGER + """
                op.execute("INSERT INTO ledger VALUES ('why?', ?) -- isn't that it?", 1);
                op.execute("INSERT INTO ledger /* what's this? */ (step, amount) VALUES (?, ?)", "what's -- this?", 2);
                """, "op.dropTable(\"ledger\");");

        assertThatScriptsDoWhatRunsDo(kind);
    }

    @Test
    void aDoubledQuestionMarkIsOneOfTheDatabasesOwn() throws SQLException {
        new Revisions(folder).java("r1", "", LEDGER + """
                op.execute("CREATE TABLE document AS SELECT CAST('{\\"a\\": 1}' AS jsonb) AS body");
                op.execute("INSERT INTO ledger SELECT 'alone??', count(*) FROM document WHERE body ?? 'a'");
                op.execute("INSERT INTO ledger SELECT 'any??', count(*) FROM document WHERE body ??| ARRAY['a', 'b']");
                op.execute("INSERT INTO ledger SELECT ?, count(*) FROM document WHERE body ?? ?", "with values", "a");
                """, "op.dropTable(\"document\");\nop.dropTable(\"ledger\");");

        assertThatScriptsDoWhatRunsDo(DatabaseUnderTest.POSTGRESQL);
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh()) {
            Retort retort = RunSetup.upgrade(folder, database).retort(MigrationListener.SILENT);

            retort.upgrade("heads");

            assertThat(DatabaseState.rows(database, "SELECT step, amount FROM ledger ORDER BY step"))
                    .containsExactly("alone?? 1", "any?? 1", "with values 1");
            assertThat(retort.upgradeSql("heads"))
                    .contains("WHERE body ? 'a'", "WHERE body ?| ARRAY", "'alone??'")
                    .doesNotContain("body ??");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SQLITE", "POSTGRESQL", "MARIADB"})
    void theBodyOfATriggerStaysOneStatement(DatabaseUnderTest kind) throws SQLException {
        new Revisions(folder)
                .java("r1", "", LEDGER + "op.createTable(\"copy\", column(\"step\", varchar(60)));", """
                        op.dropTable("copy");
                        op.dropTable("ledger");
                        """)
                .sql("r2", "r1", trigger(kind) + "INSERT INTO ledger VALUES ('one;', 1);", untrigger(kind));

        assertThatScriptsDoWhatRunsDo(kind);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRESQL"})
    void whatCannotBeOneTransactionIsNotWrittenAsOne(DatabaseUnderTest kind) throws SQLException {
        new Revisions(folder).sql("r1", "", "-- outside transaction\nCREATE TABLE a (id INTEGER);\n-- end");
        try (TestDatabase database = kind.fresh()) {
            Settings settings =
                    RunSetup.upgrade(folder, database).settings().with(ConfigKey.TRANSACTION_PER_MIGRATION, false);
            Retort retort = Retort.configure().settings(settings).load();

            assertThatThrownBy(() -> retort.upgradeSql("heads"))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("transaction_per_migration = false");
        }
    }

    private static String trigger(DatabaseUnderTest kind) {
        return switch (kind) {
            case POSTGRESQL -> """
                    CREATE FUNCTION copied() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN
                        INSERT INTO copy VALUES ('a;');
                        INSERT INTO copy VALUES ('b');
                        RETURN NEW;
                    END $$;
                    CREATE TRIGGER copies AFTER INSERT ON ledger FOR EACH ROW EXECUTE FUNCTION copied();
                    """;
            default -> """
                    CREATE TRIGGER copies AFTER INSERT ON ledger FOR EACH ROW BEGIN
                        INSERT INTO copy VALUES ('a;');
                        INSERT INTO copy VALUES ('b');
                    END;
                    """;
        };
    }

    private static String untrigger(DatabaseUnderTest kind) {
        return kind == DatabaseUnderTest.POSTGRESQL
                ? "DROP TRIGGER copies ON ledger; DROP FUNCTION copied;"
                : "DROP TRIGGER copies;";
    }

    private void assertThatScriptsDoWhatRunsDo(DatabaseUnderTest kind) throws SQLException {
        try (TestDatabase run = kind.fresh();
                TestDatabase scripted = kind.fresh()) {
            Retort retort = RunSetup.upgrade(folder, run).retort(MigrationListener.SILENT);

            retort.upgrade("heads");
            scripted.runScript(retort.upgradeSql("heads"));
            assertThat(left(scripted)).isEqualTo(left(run));
            assertThat(left(scripted).get(0)).asString().isNotEmpty();

            retort.downgrade("base");
            scripted.runScript(retort.downgradeSql("heads:base"));
            assertThat(left(scripted)).isEqualTo(left(run));
        }
    }

    /** The tables of the revisions, the rows of those that may hold some, and the version rows. */
    private static List<Object> left(TestDatabase database) throws SQLException {
        List<Table> tables = DatabaseState.schema(database).tables().stream()
                .filter(table -> !table.name().name().toLowerCase(Locale.ROOT).startsWith("retort_"))
                .toList();
        List<Object> left = new ArrayList<>(List.of(tables));
        for (Table table : tables) {
            left.add(
                    DatabaseState.rows(database, "SELECT * FROM " + table.name().name()));
        }
        left.add(DatabaseState.versionRows(database));
        return left;
    }
}
