package dev.retort.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.dialect.DatabaseAddress;
import dev.retort.dialect.Dialects;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Changes properties of the process, which every other user of SQLite's driver reads. */
@Isolated
@Tag("jdk")
class DriversTest {

    private static final String LAID_READY = "retort.sqlite.library";
    private static final String LIBRARY = "org.sqlite.lib.path";

    @TempDir
    private Path directory;

    @AfterEach
    void forgetTheLibrary() {
        System.clearProperty(LAID_READY);
        System.clearProperty(LIBRARY);
    }

    @Test
    void aDriverOnTheClassPathWinsOverTheOneThatComesAlong() throws Exception {
        try (Connection own = drivers(List.of(jar(new org.h2.Driver()))).connect(address("jdbc:h2:mem:"));
                Connection other = drivers(List.of()).connect(address("jdbc:h2:mem:"))) {
            assertThat(own.getClass().getClassLoader()).isNotEqualTo(org.h2.Driver.class.getClassLoader());
            assertThat(other.getClass().getClassLoader()).isEqualTo(org.h2.Driver.class.getClassLoader());
        }
    }

    @Test
    void aDriverThatTheClassPathLacksComesAlong() throws Exception {
        try (Connection connection =
                drivers(List.of(jar(new org.h2.Driver()))).connect(address("jdbc:sqlite::memory:"))) {
            assertThat(connection.getClass().getClassLoader()).isEqualTo(org.sqlite.JDBC.class.getClassLoader());
        }
    }

    @Test
    void theLibraryThatIsLaidReadyIsForTheDriverThatComesAlong() throws Exception {
        System.setProperty(LAID_READY, directory.toString());

        connectToSqlite(List.of(jar(new org.sqlite.JDBC())));
        assertThat(System.getProperty(LIBRARY)).isNull();

        connectToSqlite(List.of());
        assertThat(System.getProperty(LIBRARY)).isEqualTo(directory.toString());
    }

    private void connectToSqlite(List<String> classPath) throws SQLException {
        drivers(classPath).connect(address("jdbc:sqlite::memory:")).close();
    }

    private Drivers drivers(List<String> classPath) {
        ClassLoader loader = DriversTest.class.getClassLoader();
        Settings settings = Settings.empty(directory).with(ConfigKey.CLASSPATH, classPath);
        return Drivers.of(settings, loader, Dialects.loadedFrom(loader));
    }

    private static DatabaseAddress address(String jdbcUrl) {
        return new DatabaseAddress(jdbcUrl, null, null);
    }

    private static String jar(Driver driver) throws URISyntaxException {
        return Path.of(driver.getClass()
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
    }
}
