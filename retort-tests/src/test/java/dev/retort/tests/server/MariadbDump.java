package dev.retort.tests.server;

import java.sql.SQLException;
import java.util.List;

/** What {@code mariadb-dump} writes. */
public final class MariadbDump {

    private MariadbDump() {}

    /**
     * The dump of a database.
     *
     * @param options the program's options
     * @throws SQLException with what the program said, if it fails
     */
    public static String of(TestDatabase database, List<String> options) throws SQLException {
        return ScriptClient.mariadbDump(database, options);
    }
}
