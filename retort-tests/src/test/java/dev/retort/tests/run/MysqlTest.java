package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MySQL, which MariaDB's driver connects to. */
@Tag("mysql")
class MysqlTest {

    @TempDir
    private Path folder;

    @Test
    void theDriverOfMariadbOpensAnAddressOfMysqlThatItRefusesByItself() throws SQLException {
        new Revisions(folder).sql("r1", "", "CREATE TABLE room (id INTEGER);");
        try (TestDatabase database = DatabaseUnderTest.MYSQL.fresh()) {
            Retort retort = Retort.configure()
                    .settings(Settings.empty(folder)
                            .with(ConfigKey.URL, database.jdbcUrl().replaceFirst("[?&]permitMysqlScheme$", ""))
                            .with(ConfigKey.USER, "" + database.user())
                            .with(ConfigKey.PASSWORD, "" + database.password())
                            .with(ConfigKey.SCRIPT_LOCATION, folder.toString()))
                    .load();

            assertThat(retort.upgrade("heads").heads()).containsExactly("r1");
            assertThat(retort.current().database()).startsWith("jdbc:mysql:");
            assertThat(DatabaseState.rows(database, "SELECT count(*) FROM room"))
                    .containsExactly("0");
        }
    }
}
