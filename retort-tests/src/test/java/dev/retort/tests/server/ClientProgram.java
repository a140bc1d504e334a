package dev.retort.tests.server;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** A client program that the tests do not bring along. */
public enum ClientProgram {
    PSQL(DatabaseUnderTest.POSTGRESQL) {
        @Override
        public void run(TestDatabase database, String script) throws SQLException {
            ScriptClient.program(
                    List.of(
                            "psql",
                            "--no-psqlrc",
                            "--quiet",
                            "--set=ON_ERROR_STOP=1",
                            "--username=" + database.user(),
                            "--dbname=" + database.jdbcUrl().substring("jdbc:".length())),
                    Map.of("PGPASSWORD", "" + database.password()),
                    script);
        }
    },
    SQLITE3(DatabaseUnderTest.SQLITE) {
        @Override
        public void run(TestDatabase database, String script) throws SQLException {
            String file = database.jdbcUrl().substring("jdbc:sqlite:".length());
            ScriptClient.program(List.of("sqlite3", "-batch", "-bail", file), Map.of(), script);
        }
    };

    /** The product that it is a client of. */
    public final DatabaseUnderTest kind;

    ClientProgram(DatabaseUnderTest kind) {
        this.kind = kind;
    }

    /**
     * Runs a script.
     *
     * @throws SQLException with what the program said, if a statement fails
     */
    public abstract void run(TestDatabase database, String script) throws SQLException;
}
