package dev.retort.dialect.mariadb;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.TypeText;
import dev.retort.schema.Column;
import dev.retort.schema.NativeType;
import java.util.Map;
import java.util.Optional;

/** Features that depend on the server's version; nothing else compares versions. */
public class MariadbFeatures {

    private static final DatabaseVersion UUIDS = new DatabaseVersion(10, 7);
    private static final DatabaseVersion DESCENDING_INDEXES = new DatabaseVersion(10, 8);

    /** The types that were added after 10.6, by version. */
    private static final Map<String, DatabaseVersion> TYPES =
            Map.of("uuid", UUIDS, "inet4", new DatabaseVersion(10, 10), "vector", new DatabaseVersion(11, 7));

    private final DatabaseVersion version;

    protected MariadbFeatures(DatabaseVersion version) {
        this.version = version;
    }

    /** Whether there is a type for UUIDs. A cousin answers for its own versions. */
    protected boolean uuids() {
        return isSince(UUIDS);
    }

    /** Whether an index can be descending; older servers accept the word and ignore it. A cousin answers for its own versions. */
    protected boolean descendingIndexes() {
        return isSince(DESCENDING_INDEXES);
    }

    /** The types that the oldest supported version lacks, each with the first version that has it. A cousin names its own. */
    protected Map<String, DatabaseVersion> newerTypes() {
        return TYPES;
    }

    /** Why the server does not support a column; empty if it does, as far as the version tells. */
    final Optional<String> lacking(Column column) {
        if (!(column.type() instanceof NativeType own)) {
            return Optional.empty();
        }
        String name = TypeText.of(own.text()).name().split(" ", 2)[0];
        DatabaseVersion since = newerTypes().get(name);
        return since == null || isSince(since)
                ? Optional.empty()
                : Optional.of(since.after("it has the type " + name + " from version"));
    }

    private boolean isSince(DatabaseVersion since) {
        return version.compareTo(since) >= 0;
    }
}
