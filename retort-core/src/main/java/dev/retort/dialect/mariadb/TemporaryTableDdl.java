package dev.retort.dialect.mariadb;

import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Literals;
import dev.retort.operation.DialectName;
import dev.retort.schema.Table;

/** Creates temporary tables. */
final class TemporaryTableDdl extends MariadbDdl {

    TemporaryTableDdl(
            DialectName dialect,
            MariadbFeatures features,
            MariadbColumns columns,
            IdentifierRules names,
            MariadbTypes types,
            Literals literals,
            MariadbSession session) {
        super(dialect, features, columns, names, types, literals, session);
    }

    @Override
    protected String tableKind(Table table) {
        return "TEMPORARY ";
    }
}
