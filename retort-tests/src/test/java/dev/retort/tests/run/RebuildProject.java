package dev.retort.tests.run;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A project with a database of SQLite, which rebuilds tables. */
abstract class RebuildProject {

    static final String B_AS_REAL = "op.alterColumn(\"t\", \"b\", c -> c.type(real()));";

    @TempDir
    Path folder;

    final TestDatabase database = SharedDatabase.SQLITE.fresh();
    Revisions revisions = new Revisions(Path.of(""));

    @BeforeEach
    void findFolder() {
        revisions = new Revisions(folder);
    }

    @AfterEach
    void removeDatabase() {
        database.close();
    }

    Retort retort(boolean enforced) {
        return Retort.configure().settings(settings(enforced)).load();
    }

    /** The settings, with foreign keys enforced or not. */
    Settings settings(boolean enforced) {
        Settings settings = RunSetup.upgrade(folder, database).settings();
        return enforced ? settings.with(ConfigKey.URL, database.jdbcUrl() + "?foreign_keys=on") : settings;
    }

    /** The statements that the database stores, but for Retort's own tables. */
    List<String> schema() throws SQLException {
        return DatabaseState.rows(
                database,
                "SELECT replace(replace(sql, 'TABLE \"users\"', 'TABLE users'), 'users.age', 'age') FROM sqlite_schema WHERE tbl_name NOT LIKE 'retort%' AND tbl_name NOT LIKE 'sqlite%' AND sql IS NOT NULL ORDER BY type, name");
    }
}
