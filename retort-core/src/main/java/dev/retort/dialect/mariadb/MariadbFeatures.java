package dev.retort.dialect.mariadb;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.TypeText;
import dev.retort.schema.Column;
import dev.retort.schema.NativeType;
import java.util.Map;
import java.util.Optional;

/** What the server's version can do and older ones cannot; nothing else compares versions. */
record MariadbFeatures(DatabaseVersion version) {

    private static final DatabaseVersion UUIDS = new DatabaseVersion(10, 7);
    private static final DatabaseVersion DESCENDING_INDEXES = new DatabaseVersion(10, 8);

    /** The types that came later than 10.6, by the version that brought them. */
    private static final Map<String, DatabaseVersion> TYPES =
            Map.of("uuid", UUIDS, "inet4", new DatabaseVersion(10, 10), "vector", new DatabaseVersion(11, 7));

    /** Whether there is a type for UUIDs. */
    boolean uuids() {
        return isSince(UUIDS);
    }

    /** Whether an index keeps a column in descending order; older servers read the word and forget it. */
    boolean descendingIndexes() {
        return isSince(DESCENDING_INDEXES);
    }

    /** Why the server cannot have a column; empty when it can, as far as this is told by the version. */
    Optional<String> lacking(Column column) {
        if (!(column.type() instanceof NativeType own)) {
            return Optional.empty();
        }
        String name = TypeText.of(own.text()).name().split(" ", 2)[0];
        DatabaseVersion since = TYPES.get(name);
        return since == null || isSince(since)
                ? Optional.empty()
                : Optional.of(since.after("it has the type " + name + " from version"));
    }

    private boolean isSince(DatabaseVersion since) {
        return version.compareTo(since) >= 0;
    }
}
