package dev.retort.tests.server;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** A client program that the tests do not bring along. */
public enum ClientProgram {
    PSQL(DatabaseUnderTest.POSTGRESQL, "psql -v ON_ERROR_STOP=1 -f ") {
        @Override
        String address(TestDatabase database) {
            return database.jdbcUrl().substring("jdbc:".length());
        }
    },
    SQLITE3(DatabaseUnderTest.SQLITE, "sqlite3 -bail ") {
        @Override
        String address(TestDatabase database) {
            return database.jdbcUrl().substring("jdbc:sqlite:".length());
        }
    };

    private static final String ADVICE = "-- To stop at the first error, run this with: ";

    /** The product that it is a client of. */
    public final DatabaseUnderTest kind;

    private final String command;

    ClientProgram(DatabaseUnderTest kind, String command) {
        this.kind = kind;
        this.command = command;
    }

    /**
     * Runs a script with the command that is in its first line.
     *
     * @throws SQLException with what the program said, if a statement fails
     */
    public void run(TestDatabase database, String script) throws SQLException {
        String first = script.lines().findFirst().orElse("");
        if (!first.startsWith(ADVICE + command)) {
            throw new IllegalArgumentException("The script does not say how to run it: " + first);
        }
        ScriptClient.program(
                List.of(
                        "sh",
                        "-c",
                        first.substring(ADVICE.length())
                                .replace("FILE", "/dev/stdin")
                                .replace("DATABASE", "\"$ADDRESS\"")),
                Map.of(
                        "ADDRESS",
                        address(database),
                        "PGUSER",
                        "" + database.user(),
                        "PGPASSWORD",
                        "" + database.password(),
                        "PSQLRC",
                        "/dev/null",
                        // A script is in UTF-8 whatever the machine prefers.
                        "PGCLIENTENCODING",
                        "LATIN1"),
                script);
    }

    /** What the program calls a database. */
    abstract String address(TestDatabase database);
}
