package dev.retort.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that another connection has locked says nothing of what it is asked. */
class LockedDatabaseIT {

    @TempDir
    private Path folder;

    @Test
    void doesNotSayThatATableIsMissing() throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve("locked.db");
        try (Connection other = DriverManager.getConnection(url);
                Statement lock = other.createStatement();
                Connection connection = DriverManager.getConnection(url + "?busy_timeout=0")) {
            lock.execute("CREATE TABLE t (a INTEGER)");
            lock.execute("BEGIN EXCLUSIVE");

            assertThatThrownBy(() -> SchemaCopy.isRead("SELECT a FROM t", connection))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("SQLITE_BUSY");
            lock.execute("COMMIT");

            assertThat(SchemaCopy.isRead("SELECT a FROM t", connection)).isTrue();
            assertThat(SchemaCopy.isRead("SELECT a FROM u", connection)).isFalse();
        }
    }
}
