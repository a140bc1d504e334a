package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.error.HalfDoneStepException;
import dev.retort.error.MigrationFailedException;
import dev.retort.error.RetortException;
import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.report.Resolution;
import dev.retort.spi.MigrationListener;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An operation of the user's own, on its way there and back, and where it is refused or stops half-way. */
class CustomOperationTest {

    private static final String TABLES = """
            CREATE TABLE customers (id INTEGER PRIMARY KEY, name VARCHAR(20));
            CREATE TABLE audit (changed_table VARCHAR(40), changed_id INTEGER);
            INSERT INTO customers VALUES (7, 'Ann');
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "SQLITE"})
    void theExampleOfTheManualIsDoneAndTakenBack(SharedDatabase kind) throws Exception {
        manual();
        new Revisions(folder).sql("r1", "", TABLES);
        reversible("r2", "op.invoke(new operations.CreateAuditTrigger(\"customers\"));");
        try (TestDatabase database = kind.fresh()) {
            retort(database).upgrade();
            database.execute("UPDATE customers SET name = 'Bea'");
            assertThat(audit(database)).containsExactly("customers 7");

            retort(database).downgrade("r1");
            database.execute("UPDATE customers SET name = 'Cleo'");
            assertThat(audit(database)).containsExactly("customers 7");
            assertThat(retort(database).upgrade().heads()).containsExactly("r2");
        }
    }

    @Test
    void theExampleOfTheManualIsRefusedBeforeTheFirstStepWhereItHasNoStatements() throws Exception {
        manual();
        new Revisions(folder).sql("r1", "", TABLES);
        reversible("r2", "op.invoke(new operations.CreateAuditTrigger(\"customers\"));");
        try (TestDatabase database = SharedDatabase.H2.fresh()) {
            assertThatThrownBy(() -> retort(database).upgrade())
                    .isInstanceOf(UnsupportedByDialectException.class)
                    .hasMessage("H2 cannot create the audit trigger of customers: it has no statements for h2.")
                    .satisfies(CustomOperationTest::isAtTheInvocation);
            assertThat(DatabaseState.schema(database).tables()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "SQLITE"})
    void theExampleOfTheManualIsWrittenAsSql(SharedDatabase kind) throws Exception {
        manual();
        new Revisions(folder).sql("r1", "", TABLES);
        reversible("r2", "op.invoke(new operations.CreateAuditTrigger(\"customers\"));");
        try (TestDatabase database = kind.fresh()) {
            assertThat(retort(database).upgradeSql("r1:r2"))
                    .contains("CREATE TRIGGER audit_customers AFTER UPDATE ON customers FOR EACH ROW");
            assertThat(retort(database).downgradeSql("r2:r1")).contains("DROP TRIGGER audit_customers");
            assertThat(DatabaseState.schema(database).tables()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "COMMIT | begins or ends a transaction",
                "\\\\i other.sql | a command of a client program",
                "ALTER TABLE customers OWNER TO nobody_here | has no role 'nobody_here'"
            })
    void whatIsRefusedOfAStatementIsRefusedAtTheInvocation(String sql, String why) throws Exception {
        operation("Own", "\"DELETE FROM customers\", \"" + sql + "\"", "");
        new Revisions(folder).sql("r1", "", TABLES);
        reversible("r2", "op.invoke(new operations.Own());");
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            assertThatThrownBy(() -> retort(database).upgrade())
                    .isInstanceOf(ScriptException.class)
                    .hasMessageContaining(why)
                    .satisfies(CustomOperationTest::isAtTheInvocation);
            assertThat(DatabaseState.schema(database).tables()).isEmpty();
        }
    }

    @Test
    void anEmptyStatementIsRefusedAtTheInvocation() throws Exception {
        operation("Own", "\"DELETE FROM customers\", \" \"", "");
        new Revisions(folder).sql("r1", "", TABLES);
        reversible("r2", "op.outsideTransaction(outside ->\n            outside.invoke(new operations.Own()));");
        try (TestDatabase database = SharedDatabase.SQLITE.fresh()) {
            assertThatThrownBy(() -> retort(database).upgrade())
                    .isInstanceOf(UnsupportedByDialectException.class)
                    .hasMessage("SQLite cannot do the work of Own: its statement 2 is empty.")
                    .satisfies(CustomOperationTest::isAtTheInvocation);
        }
    }

    @Test
    void anOperationWithoutAReverseIsRefusedBeforeTheDowngrade() throws Exception {
        operation("Own", "\"DELETE FROM customers\"", "");
        new Revisions(folder).sql("r1", "", TABLES);
        reversible("r2", "op.invoke(new operations.Own());");
        try (TestDatabase database = SharedDatabase.SQLITE.fresh()) {
            retort(database).upgrade();

            assertThatThrownBy(() -> retort(database).downgrade("r1"))
                    .isInstanceOf(RetortException.class)
                    .hasMessageContaining("'do the work of Own'")
                    .hasMessageContaining("what is needed to undo it is not known");
        }
    }

    @Test
    void whatRefusesATransactionRunsOutside() throws Exception {
        operation(
                "Own",
                "\"CREATE INDEX CONCURRENTLY ix_name ON customers (name)\"",
                "@Override public boolean outsideTransaction() { return true; }");
        new Revisions(folder).sql("r1", "", TABLES);
        reversible("r2", "op.invoke(new operations.Own());");
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            assertThat(retort(database).upgrade().heads()).containsExactly("r2");
            assertThat(retort(database).upgradeSql("r1:r2"))
                    .contains("COMMIT;\n\nCREATE INDEX CONCURRENTLY ix_name ON customers (name);");
        }
    }

    @ForDatabases
    void aFailureInTheMiddleIsThatOfItsStatement(SharedDatabase kind) throws Exception {
        operation("Own", "\"CREATE TABLE one (id INTEGER)\", \"ALTER TABLE missing ADD COLUMN a INTEGER\"", "");
        new Revisions(folder).sql("r1", "", TABLES);
        reversible("r2", "op.invoke(new operations.Own());");
        try (TestDatabase database = kind.fresh()) {
            assertThatThrownBy(() -> retort(database).upgrade())
                    .isInstanceOfSatisfying(MigrationFailedException.class, failed -> {
                        assertThat(failed.statement()).isEqualTo("ALTER TABLE missing ADD COLUMN a INTEGER");
                        assertThat(failed.describe())
                                .contains(
                                        kind.transactionalDdl
                                                ? "The step was rolled back, nothing of it is left."
                                                : "These statements of the step are done and committed:\n    CREATE TABLE one");
                    })
                    .satisfies(CustomOperationTest::isAtTheInvocation);
            assertThat(DatabaseState.versionRows(database)).containsExactly("r1");
        }
    }

    @ForDatabases
    void aPartOfItIsNotTakenBackAndTheWholeOfItIs(SharedDatabase kind) throws Exception {
        String reverse = "@Override public java.util.Optional<Operation> reverse() {"
                + " return java.util.Optional.of(new DropTable(dev.retort.schema.QualifiedName.of(\"one\"), null)); }";
        operation("Own", "\"CREATE TABLE one (id INTEGER)\", \"DELETE FROM missing\"", reverse);
        new Revisions(folder).sql("r1", "", TABLES);
        String step = """
                op.outsideTransaction(outside -> {
                    outside.createIndex("ix_name", "customers", "name");
                    outside.invoke(new operations.Own());
                    outside.execute("ALTER TABLE missing ADD COLUMN extra INTEGER");
                });
                """;
        reversible("r2", step);
        try (TestDatabase database = kind.fresh()) {
            assertThatThrownBy(() -> retort(database).upgrade()).isInstanceOf(MigrationFailedException.class);
            assertThatThrownBy(() -> retort(database).resume(Resolution.UNDO))
                    .isInstanceOf(HalfDoneStepException.class)
                    .hasMessageContaining("only a part of 'do the work of Own' is done:\n    CREATE TABLE one");

            operation("Own", "\"CREATE TABLE one (id INTEGER)\", \"DELETE FROM audit\"", reverse);
            assertThatThrownBy(() -> retort(database).resume(Resolution.ASK))
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessageContaining("missing");
            database.execute("INSERT INTO one VALUES (1)");
            assertThatThrownBy(() -> retort(database).resume(Resolution.UNDO))
                    .isInstanceOf(HalfDoneStepException.class)
                    .hasMessageContaining("the table one has rows by now");

            database.execute("DELETE FROM one");
            assertThat(retort(database).resume(Resolution.UNDO).undone()).isEqualTo("r2");
            assertThat(DatabaseState.schema(database).tables())
                    .allSatisfy(table -> assertThat(table.indexes()).isEmpty())
                    .noneMatch(table -> table.name().name().equalsIgnoreCase("one"));
        }
    }

    /** A revision with one direction, whose line 10 is the first of what it does, or the second where that is on two lines. */
    private void reversible(String id, String change) throws IOException {
        Files.writeString(folder.resolve("versions/V" + id + ".java"), """
                package versions;

                import dev.retort.migration.*;

                /** A step. */
                @Revision(id = "ID", revises = "r1", created = "2025-06-06T15:15:00Z")
                public final class VID implements ReversibleMigration {
                    @Override
                    public void change(Operations op) {
                        CHANGE
                    }
                }
                """.replace("ID", id)
                .replace("CHANGE", change));
    }

    private static void isAtTheInvocation(Throwable refusal) {
        SourcePosition position = ((RetortException) refusal).position().orElseThrow();
        assertThat(position.file()).isEqualTo("versions/Vr2.java");
        assertThat(position.line()).isEqualTo(10);
    }

    /** An operation with the same statements for each database. */
    private void operation(String name, String statements, String more) throws IOException {
        write(name, """
                package operations;

                import dev.retort.operation.*;
                import java.util.List;

                public record NAME() implements CustomOperation {
                    @Override
                    public String describe() {
                        return "do the work of NAME";
                    }

                    @Override
                    public List<String> statements(DialectName dialect) {
                        return List.of(STATEMENTS);
                    }

                    MORE
                }
                """.replace("NAME", name).replace("STATEMENTS", statements).replace("MORE", more));
    }

    private void manual() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("../docs/revisions.md"));
        int begin = lines.indexOf("package operations;");
        write(
                "CreateAuditTrigger",
                lines.stream()
                        .skip(begin)
                        .takeWhile(line -> !line.equals("```"))
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    private void write(String name, String text) throws IOException {
        Path operations = Files.createDirectories(folder.resolve("operations"));
        Files.writeString(operations.resolve(name + ".java"), text);
    }

    private static List<String> audit(TestDatabase database) throws SQLException {
        return DatabaseState.rows(database, "SELECT changed_table, changed_id FROM audit");
    }

    private Retort retort(TestDatabase database) {
        return RunSetup.upgrade(folder, database).retort(MigrationListener.SILENT);
    }
}
