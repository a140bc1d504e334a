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
import dev.retort.spi.MigrationListener;
import dev.retort.tests.server.DatabaseRows;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A step and its version row are one transaction, and nothing that a script says tears them apart. */
class TransactionTest {

    @TempDir
    private Path folder;

    @ForDatabases
    void aDataStepThatCommitsIsRefusedAndRolledBack(SharedDatabase kind) throws SQLException {
        ledger().java("r2", "r1", dataStep("connection.commit();"));
        try (TestDatabase database = kind.fresh()) {
            assertThatThrownBy(() -> retort(database).upgrade("heads"))
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessageContaining("A data step must not call commit() on its connection");

            assertThat(DatabaseState.of(database).ledger()).isEmpty();
            assertThat(DatabaseState.of(database).version()).containsExactly("r1");
            assertThat(DatabaseState.of(database).journal()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rollback()", "setAutoCommit(true)", "close()", "abort(Runnable::run)"})
    void aDataStepCannotLetGoOfItsConnection(String call) throws SQLException {
        ledger().java("r2", "r1", dataStep("connection." + call + ";"));
        try (TestDatabase database = SharedDatabase.SQLITE.fresh()) {
            assertThatThrownBy(() -> retort(database).upgrade("heads"))
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessageContaining("must not call " + call.substring(0, call.indexOf('(')) + "()");
            assertThat(DatabaseState.of(database).version()).containsExactly("r1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "statement.execute(\"COMMIT\");",
                "statement.executeUpdate(\"ROLLBACK\");",
                "statement.addBatch(\"SELECT 1; COMMIT\");",
                "statement.getConnection().commit();",
                "try (var prepared = connection.prepareStatement(\"COMMIT\")) { prepared.execute(); }"
            })
    void aDataStepDoesNotEndTheTransactionInSqlEither(String call) throws SQLException {
        ledger().java("r2", "r1", dataStep(call));
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            assertThatThrownBy(() -> retort(database).upgrade("heads"))
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessageContaining("A data step must not");
            assertThat(DatabaseState.of(database).ledger()).isEmpty();
            assertThat(DatabaseState.of(database).version()).containsExactly("r1");
        }
    }

    @ForDatabases
    void aDataStepThatLacksAClassIsAFailureLikeAnyOther(SharedDatabase kind) throws SQLException {
        ledger().java("r2", "r1", dataStep("if (true) throw new NoClassDefFoundError(\"com/acme/Helper\");"));
        try (TestDatabase database = kind.fresh()) {
            assertThatThrownBy(() -> retort(database).upgrade("heads"))
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessageContaining("The class com.acme.Helper is missing. Add the library that has it");
            assertThat(DatabaseState.of(database).ledger()).isEmpty();
        }
    }

    @ForDatabases
    void aDataStepMayGoBackToASavepointOfItsOwn(SharedDatabase kind) throws SQLException {
        ledger().java("r2", "r1", dataStep("""
                var savepoint = connection.setSavepoint();
                statement.executeUpdate("INSERT INTO ledger VALUES ('r2', 2)");
                connection.rollback(savepoint);
                """));
        try (TestDatabase database = kind.fresh()) {
            retort(database).upgrade("heads");

            assertThat(DatabaseState.of(database).ledger()).containsExactly("r2 1");
        }
    }

    @ForDatabases
    void aDataStepOutsideTheTransactionHasTransactionsOfItsOwn(SharedDatabase kind) throws SQLException {
        ledger().java("r2", "r1", "op.outsideTransaction(outside -> outside." + """
                run(connection -> {
                    connection.setAutoCommit(false);
                    try (var statement = connection.createStatement()) {
                        statement.executeUpdate("INSERT INTO ledger VALUES ('r2', 1)");
                        connection.commit();
                        statement.executeUpdate("INSERT INTO ledger VALUES ('r2', 2)");
                        connection.rollback();
                    }
                    connection.setAutoCommit(true);
                }));
                """);
        try (TestDatabase database = kind.fresh()) {
            retort(database).upgrade("heads");

            assertThat(DatabaseState.of(database).ledger()).containsExactly("r2 1");
        }
    }

    @ForDatabases
    void aStatementThatEndsATransactionIsRefusedBeforeTheFirstStep(SharedDatabase kind) throws SQLException {
        ledger().sql(
                        "r2",
                        "r1",
                        "-- outside transaction\nINSERT INTO ledger VALUES ('r2', 1);\n/* so far */ COMMIT;\n-- end")
                .sql("r3", "r2", "INSERT INTO ledger VALUES ('r3', 1);");
        try (TestDatabase database = kind.fresh()) {
            assertThatThrownBy(() -> retort(database).upgrade("heads"))
                    .isInstanceOfSatisfying(ScriptException.class, refused -> {
                        assertThat(refused).hasMessageContaining("COMMIT' begins or ends a transaction");
                        assertThat(refused.position()).contains(new SourcePosition("versions/r2_step.sql", 7, 14));
                    });
            assertThat(DatabaseState.schema(database).tables()).isEmpty();
        }
    }

    @DatabaseRows({
        "POSTGRESQL | SET TRANSACTION ISOLATION LEVEL SERIALIZABLE | sets properties of a transaction",
        "POSTGRESQL | SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY | sets properties of a transaction",
        "POSTGRESQL | DO $$ BEGIN INSERT INTO ledger VALUES ('r2', 1); COMMIT; END $$ | put it outside",
        "POSTGRESQL | DISCARD ALL | releases the lock",
        "MARIADB+MYSQL | SET SESSION TRANSACTION READ ONLY | sets properties of a transaction",
        "MARIADB+MYSQL | XA START 'r2' | begins or ends a transaction",
        "MARIADB+MYSQL | FLUSH TABLES ledger WITH READ LOCK | lock Retort out of its metadata tables",
        "H2 | SHUTDOWN | close the database",
        "H2 | DROP ALL OBJECTS | Retort's metadata tables",
        "SQLITE | PRAGMA query_only = ON | not even the version rows"
    })
    void whatAStepWouldNotOutlastIsRefusedBeforeTheFirstStep(SharedDatabase kind, String statement, String why)
            throws SQLException {
        ledger().sql("r2", "r1", "-- statement\n" + statement + "\n-- end");
        try (TestDatabase database = kind.fresh()) {
            assertThatThrownBy(() -> retort(database).upgrade("heads"))
                    .isInstanceOfSatisfying(RetortException.class, refused -> {
                        assertThat(refused).hasMessageContaining(why);
                        assertThat(refused.position()).contains(new SourcePosition("versions/r2_step.sql", 6, 1));
                    });
            assertThat(DatabaseState.schema(database).tables()).isEmpty();
        }
    }

    @Test
    void aBlockThatCommitsRunsOutside() throws SQLException {
        ledger().sql("r2", "r1", """
                -- outside transaction
                DO $$ BEGIN INSERT INTO ledger VALUES ('r2', 1); COMMIT; END $$;
                -- end
                """);
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            assertThat(retort(database).upgrade().heads()).containsExactly("r2");
            assertThat(DatabaseState.of(database).ledger()).containsExactly("r2 1");
        }
    }

    @Test
    void aTextThatEndsATransactionInItsMiddleIsRefusedBeforeTheFirstStep() throws SQLException {
        ledger().java("r2", "r1", """
                op.execute("INSERT INTO ledger VALUES ('r2', 1); COMMIT; INSERT INTO ledger VALUES ('r2', 2)");
                """);
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            assertThatThrownBy(() -> retort(database).upgrade("heads"))
                    .isInstanceOf(ScriptException.class)
                    .hasMessageContaining("begins or ends a transaction");
            assertThat(DatabaseState.schema(database).tables()).isEmpty();
        }
    }

    @DatabaseRows("POSTGRESQL+MARIADB+MYSQL")
    void aProcedureThatFailsAfterACommitIsInDoubt(SharedDatabase kind) throws SQLException {
        ledger().sql("r2", "r1", kind == SharedDatabase.POSTGRESQL ? """
                        CREATE PROCEDURE backfill() LANGUAGE plpgsql AS $$
                        BEGIN
                            INSERT INTO ledger VALUES ('r2', 1);
                            COMMIT;
                            INSERT INTO missing VALUES (1);
                        END $$;
                        """ : """
                        CREATE PROCEDURE backfill() BEGIN
                            INSERT INTO ledger VALUES ('r2', 1);
                            COMMIT;
                            INSERT INTO missing VALUES (1);
                        END;
                        """)
                .sql("r3", "r2", "-- outside transaction\nCALL backfill();\n-- end");
        try (TestDatabase database = kind.fresh()) {
            assertThatThrownBy(() -> retort(database).upgrade("heads"))
                    .isInstanceOfSatisfying(
                            MigrationFailedException.class,
                            failure -> assertThat(failure.hint().orElseThrow())
                                    .contains("Part of this may be done and committed:\n    CALL backfill()"));
            assertThatThrownBy(() -> retort(database).upgrade("heads")).isInstanceOf(HalfDoneStepException.class);
            assertThat(DatabaseState.of(database).ledger()).containsExactly("r2 1");
        }
    }

    @Test
    void whatADatabaseCannotDoIsRefusedWithTheFileThatAsksForIt() throws SQLException {
        ledger().java("r2", "r1", "op.createSequence(\"numbers\");");
        try (TestDatabase database = SharedDatabase.SQLITE.fresh()) {
            assertThatThrownBy(() -> retort(database).upgrade("heads"))
                    .isInstanceOfSatisfying(
                            UnsupportedByDialectException.class,
                            refused -> assertThat(refused.position().map(SourcePosition::file))
                                    .contains("versions/Vr2.java"));
            assertThat(DatabaseState.schema(database).tables()).isEmpty();
        }
    }

    @Test
    void whatAStepResetsInItsSessionDoesNotLookLikeAPooler() throws SQLException {
        ledger().sql("r2", "r1", "RESET ALL;")
                .sql("r3", "r2", "-- outside transaction\nCREATE INDEX CONCURRENTLY i ON ledger (step);\n-- end");
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            assertThat(retort(database).upgrade().heads()).containsExactly("r3");
        }
    }

    private Revisions ledger() {
        return new Revisions(folder)
                .sql("r1", "", "CREATE TABLE ledger (step VARCHAR(20) NOT NULL, amount INTEGER NOT NULL);");
    }

    private static String dataStep(String end) {
        return """
                op.run(connection -> {
                    try (var statement = connection.createStatement()) {
                        statement.executeUpdate("INSERT INTO ledger VALUES ('r2', 1)");
                        END
                    }
                });
                """.replace("END", end);
    }

    private Retort retort(TestDatabase database) {
        return RunSetup.upgrade(folder, database).retort(MigrationListener.SILENT);
    }
}
