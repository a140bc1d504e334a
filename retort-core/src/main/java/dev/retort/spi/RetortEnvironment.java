package dev.retort.spi;

import dev.retort.schema.SchemaObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What a project defines in Java because no setting can: where connections come from, what a comparison includes, a listener. A class with
 * a public constructor without parameters, named by the setting {@code environment}.
 */
public interface RetortEnvironment {

    /** A new connection to the database, which the caller closes; empty to use the settings. */
    default Optional<Connection> connect() throws SQLException {
        return Optional.empty();
    }

    /** Whether a comparison includes an object: a table, a sequence, or what belongs to one. Kinds may be added. */
    default boolean includes(SchemaObject object) {
        return true;
    }

    /** A listener for runs. */
    default MigrationListener listener() {
        return MigrationListener.SILENT;
    }
}
