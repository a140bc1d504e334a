package dev.retort.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A MySQL server that runs already, on which each database of a measurement is made and dropped. Its driver is that of MariaDB. */
final class RunningMysql implements DatabaseServer {

    /** The variable with the address of the server, as the tests have it. */
    private static final String ADDRESS = "RETORT_TEST_MYSQL_URL";

    private static final String PREFIX = "retort_benchmark_";

    private final String address;
    private int made;

    private RunningMysql(String address) {
        this.address = address;
    }

    /** The server that the environment names. */
    static RunningMysql ofEnvironment() {
        String url = System.getenv(ADDRESS);
        if (url == null) {
            throw new IllegalArgumentException(ADDRESS + " names no server of MySQL.");
        }
        return new RunningMysql(url + (url.contains("?") ? "&" : "?") + "permitMysqlScheme");
    }

    @Override
    public String name() {
        return "MySQL";
    }

    @Override
    public String drivers() {
        return "mariadb";
    }

    @Override
    public boolean runsHistories() {
        return false;
    }

    @Override
    public boolean comparesSchemas() {
        return false;
    }

    @Override
    public String create() throws SQLException {
        made++;
        String name = PREFIX + made;
        execute("DROP DATABASE IF EXISTS " + name);
        execute("CREATE DATABASE " + name);
        return address.replaceFirst("/[^/?]*\\?", "/" + name + "?");
    }

    @Override
    public void drop(String url) throws SQLException {
        execute("DROP DATABASE " + url.substring(url.lastIndexOf('/') + 1, url.indexOf('?')));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        // Whoever started it stops it.
    }
}
