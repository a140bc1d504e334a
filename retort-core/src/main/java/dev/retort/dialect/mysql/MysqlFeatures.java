package dev.retort.dialect.mysql;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.mariadb.MariadbFeatures;
import java.util.Map;

/** Features that depend on the version of MySQL; nothing else compares versions. */
final class MysqlFeatures extends MariadbFeatures {

    /** https://dev.mysql.com/doc/refman/9.0/en/vector.html */
    private static final Map<String, DatabaseVersion> TYPES = Map.of("vector", new DatabaseVersion(9, 0));

    MysqlFeatures(DatabaseVersion version) {
        super(version);
    }

    /** No version has such a type. */
    @Override
    protected boolean uuids() {
        return false;
    }

    /** Since 8.0: https://dev.mysql.com/doc/refman/8.0/en/descending-indexes.html */
    @Override
    protected boolean descendingIndexes() {
        return true;
    }

    @Override
    protected Map<String, DatabaseVersion> newerTypes() {
        return TYPES;
    }
}
