package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.error.DatabaseAccessException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MySQL, which MariaDB's driver connects to and Retort does not support yet. */
@Tag("mysql")
class MysqlTest {

    private static final String URL = System.getenv("RETORT_TEST_MYSQL_URL");

    @TempDir
    private Path folder;

    @Test
    void aRunIsRefusedByTheNameOfTheProductAndLeavesNothing() throws SQLException {
        new Revisions(folder).sql("r1", "", "CREATE TABLE retort_refused (id INTEGER);");
        Retort retort = Retort.configure()
                .settings(Settings.empty(folder)
                        .with(ConfigKey.URL, URL)
                        .with(ConfigKey.SCRIPT_LOCATION, folder.toString()))
                .load();

        assertThatExceptionOfType(DatabaseAccessException.class)
                .isThrownBy(() -> retort.upgrade("heads"))
                .withMessageMatching("Retort does not support MySQL \\d+\\.\\d+, which the server is\\.");
        try (Connection connection = DriverManager.getConnection(URL.replace("jdbc:mysql:", "jdbc:mariadb:"));
                ResultSet tables = connection.getMetaData().getTables(null, null, "retort%", null)) {
            assertThat(tables.next()).isFalse();
        }
    }
}
