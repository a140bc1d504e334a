package dev.retort.tests.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A login of a PostgreSQL server that must give its password, also where the server trusts everybody else. */
public final class AskedLogin implements AutoCloseable {

    private static final String NAME = "retort_asked";
    private static final String RULE = "host all " + NAME + " all scram-sha-256\n";

    private final TestDatabase database;
    private final String rulesBefore;

    private AskedLogin(TestDatabase database, String rulesBefore) {
        this.database = database;
        this.rulesBefore = rulesBefore;
    }

    /** Makes the login; closing it removes it. The tests' own login must be a superuser's, unless the server asks already. */
    public static AskedLogin on(TestDatabase database, String password) throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP ROLE IF EXISTS " + NAME);
            statement.execute("CREATE ROLE " + NAME + " LOGIN PASSWORD '" + password + "'");
            AskedLogin login = new AskedLogin(database, letsIn(database) ? rules(statement) : "");
            if (!login.rulesBefore.isEmpty()) {
                writeRules(statement, RULE + login.rulesBefore);
                while (letsIn(database)) {
                    Thread.onSpinWait();
                }
            }
            return login;
        }
    }

    /** Its name. */
    public String user() {
        return NAME;
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            if (!rulesBefore.isEmpty()) {
                writeRules(statement, rulesBefore);
                while (!letsIn(database)) {
                    Thread.onSpinWait();
                }
            }
            statement.execute("DROP ROLE " + NAME);
        }
    }

    private static String rules(Statement statement) throws SQLException {
        return ask(statement, "SELECT pg_read_file(current_setting('hba_file'))");
    }

    /** As a table of one column, in a format that changes nothing in it. */
    private static void writeRules(Statement statement, String rules) throws SQLException {
        String file = ask(statement, "SELECT current_setting('hba_file')");
        statement.execute("COPY (SELECT nullif(line, '') FROM regexp_split_to_table($rules$" + rules.stripTrailing()
                + "$rules$, E'\\n') AS line) TO '" + file + "' (FORMAT csv, DELIMITER E'\\x01', QUOTE E'\\x02')");
        statement.execute("SELECT pg_reload_conf()");
    }

    private static String ask(Statement statement, String question) throws SQLException {
        try (ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Whether any password will do. */
    private static boolean letsIn(TestDatabase database) {
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), NAME, "not this one")) {
            return connection.isValid(0);
        } catch (SQLException refused) {
            return false;
        }
    }
}
