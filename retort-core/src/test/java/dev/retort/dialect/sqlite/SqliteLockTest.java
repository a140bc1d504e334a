package dev.retort.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.dialect.MigrationLock;
import dev.retort.error.DatabaseAccessException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("jdk")
class SqliteLockTest {

    @TempDir
    Path folder;

    @Test
    void keepsASecondRunnerOutUntilItIsClosed() throws Exception {
        try (Connection one = open();
                Connection other = open();
                MigrationLock second = SqliteLock.of(other)) {
            MigrationLock first = SqliteLock.of(one);
            assertThat(first.tryAcquire()).isTrue();
            assertThat(first.tryAcquire()).isTrue();
            assertThat(second.tryAcquire()).isFalse();
            assertThat(second.holder())
                    .contains("process " + ProcessHandle.current().pid())
                    .contains(" on ")
                    .contains(" since ");
            first.close();
            assertThat(second.tryAcquire()).isTrue();
            assertThat(first.tryAcquire()).isFalse();
        }
    }

    @Test
    void leavesItsFileWithTheLastHolder() throws Exception {
        try (Connection connection = open();
                MigrationLock lock = SqliteLock.of(connection)) {
            assertThat(lock.holder()).isEqualTo("another process");
            assertThat(lock.tryAcquire()).isTrue();
        }
        assertThat(folder.resolve("shop.db-retort-lock")).content().startsWith("process ");
    }

    @Test
    void aNamedPipeIsNoLockFile() throws Exception {
        Path pipe = folder.resolve("shop.db-retort-lock");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        try (Connection connection = open();
                MigrationLock lock = SqliteLock.of(connection)) {
            assertThatThrownBy(lock::tryAcquire)
                    .isInstanceOf(DatabaseAccessException.class)
                    .hasMessageContaining(pipe.toString())
                    .hasMessageContaining("named pipe");
        }
    }

    @Test
    void isOneLockForAllWaysToTheFile() throws Exception {
        try (Connection connection = open();
                MigrationLock lock = SqliteLock.of(connection)) {
            Path link = Files.createSymbolicLink(folder.resolve("link.db"), folder.resolve("shop.db"));
            assertThat(lock.tryAcquire()).isTrue();
            try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + link);
                    MigrationLock second = SqliteLock.of(other)) {
                assertThat(second.tryAcquire()).isFalse();
            }
        }
    }

    @Test
    void doesNotLockWhatTheWorkNeeds() throws Exception {
        try (Connection one = open();
                Connection other = open();
                MigrationLock lock = SqliteLock.of(one)) {
            assertThat(lock.tryAcquire()).isTrue();
            other.createStatement().execute("CREATE TABLE t (a integer)");
            one.createStatement().execute("INSERT INTO t VALUES (1)");
        }
    }

    @Test
    void keepsOtherProcessesOutAndEndsWithItsProcess() throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        url())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (Connection connection = open();
                MigrationLock lock = SqliteLock.of(connection)) {
            assertThat(holder.inputReader().readLine()).isEqualTo("true");
            assertThat(lock.tryAcquire()).isFalse();
            assertThat(lock.holder()).contains("process " + holder.pid());
            holder.destroyForcibly().waitFor();
            assertThat(lock.tryAcquire()).isTrue();
        } finally {
            holder.destroyForcibly();
        }
    }

    /** A process that takes the lock and keeps it. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws SQLException, IOException {
            try (Connection connection = DriverManager.getConnection(arguments[0]);
                    MigrationLock lock = SqliteLock.of(connection)) {
                System.out.println(lock.tryAcquire());
                System.in.read();
            }
        }
    }

    @Test
    void isAlwaysFreeInMemory() throws Exception {
        for (String url : List.of("jdbc:sqlite::memory:", "jdbc:sqlite:")) {
            try (Connection connection = DriverManager.getConnection(url);
                    MigrationLock first = SqliteLock.of(connection);
                    MigrationLock second = SqliteLock.of(connection)) {
                assertThat(first.tryAcquire()).isTrue();
                assertThat(second.tryAcquire()).isTrue();
                assertThat(first.holder()).isEqualTo("nobody");
            }
        }
    }

    @Test
    void saysWhenItsFileCannotBeWritten() throws Exception {
        try (Connection connection = open();
                MigrationLock lock = SqliteLock.of(connection)) {
            Files.createDirectory(folder.resolve("shop.db-retort-lock"));
            assertThatThrownBy(lock::tryAcquire)
                    .isInstanceOf(DatabaseAccessException.class)
                    .hasMessageContaining("shop.db-retort-lock cannot be written: is a directory")
                    .extracting(refused ->
                            ((DatabaseAccessException) refused).hint().orElseThrow())
                    .asString()
                    .contains("shop.db-retort-lock is a directory");
            Files.delete(folder.resolve("shop.db-retort-lock"));
            assertThat(lock.tryAcquire()).isTrue();
        }
    }

    /** Who may do everything with every file, as root, gets the lock all the same. */
    @Test
    void namesTheRightThatLacksOnItsFile() throws Exception {
        try (Connection connection = open();
                MigrationLock lock = SqliteLock.of(connection)) {
            Path file = Files.createFile(folder.resolve("shop.db-retort-lock"));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

            if (Files.isWritable(file)) {
                assertThat(lock.tryAcquire()).isTrue();
            } else {
                assertThatThrownBy(lock::tryAcquire)
                        .hasMessageContaining("permission denied")
                        .extracting(refused ->
                                ((DatabaseAccessException) refused).hint().orElseThrow())
                        .asString()
                        .contains("has no right to write the file " + file, "with r--r--r--");
            }
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(url());
    }

    private String url() {
        return "jdbc:sqlite:" + folder.resolve("shop.db");
    }
}
