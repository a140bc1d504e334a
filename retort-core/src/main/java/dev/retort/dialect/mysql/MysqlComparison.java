package dev.retort.dialect.mysql;

import dev.retort.dialect.mariadb.MariadbComparison;
import dev.retort.dialect.mariadb.MariadbSession;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Index;
import dev.retort.schema.Table;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides when MySQL treats two definitions as the same. */
final class MysqlComparison extends MariadbComparison {

    private static final String HASH = "hash";

    /** https://dev.mysql.com/doc/refman/8.0/en/create-index.html#create-index-storage-engine-index-types */
    private static final Set<String> WITH_HASHES = Set.of("memory", "ndb", "ndbcluster");

    MysqlComparison(MysqlTypes types, MysqlFeatures features, MariadbSession session) {
        super(types, features, session);
    }

    /** Only the type of the column decides on the digits of the present time. */
    @Override
    public boolean sameOnUpdate(Column desired, Column actual) {
        String wanted = desired.onUpdate();
        String found = actual.onUpdate();
        return (wanted != null && found != null && MysqlMoment.areBoth(wanted, found))
                || super.sameOnUpdate(desired, actual);
    }

    @Override
    public boolean sameDefault(Column desired, Column actual) {
        return (desired.defaultValue() instanceof DefaultValue.Expression wanted
                        && actual.defaultValue() instanceof DefaultValue.Expression found
                        && MysqlMoment.areBoth(wanted.sql(), found.sql()))
                || super.sameDefault(desired, actual);
    }

    /** An engine without hash indexes creates its usual ones, and the catalog says so. */
    @Override
    protected @Nullable String method(Table table, Index index) {
        String method = super.method(table, index);
        String engine = table.options().get("engine").orElse("").toLowerCase(Locale.ROOT);
        return HASH.equals(method) && !WITH_HASHES.contains(engine) ? null : method;
    }
}
