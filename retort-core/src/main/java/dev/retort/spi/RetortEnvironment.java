package dev.retort.spi;

import dev.retort.schema.SchemaObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What a project says in Java because no file can: where connections come from, what a comparison looks at, who listens. A class with
 * a public constructor without parameters, named by the key {@code environment}.
 */
public interface RetortEnvironment {

    /** A new connection to the database; empty to use the settings. Whoever asked closes it. */
    default Optional<Connection> connect() throws SQLException {
        return Optional.empty();
    }

    /** Whether a comparison looks at an object: a table, a sequence, or what belongs to one. Kinds may be added. */
    default boolean includes(SchemaObject object) {
        return true;
    }

    /** Hears what runs do. */
    default MigrationListener listener() {
        return MigrationListener.SILENT;
    }
}
