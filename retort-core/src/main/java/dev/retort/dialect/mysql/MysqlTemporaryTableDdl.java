package dev.retort.dialect.mysql;

import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Literals;
import dev.retort.dialect.mariadb.MariadbSession;
import dev.retort.operation.DialectName;
import dev.retort.schema.Index;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Creates temporary tables, with their indexes in the same statement: another one would commit.
 * https://dev.mysql.com/doc/refman/8.0/en/implicit-commit.html
 */
final class MysqlTemporaryTableDdl extends MysqlDdl {

    MysqlTemporaryTableDdl(
            DialectName dialect,
            MysqlFeatures features,
            MysqlColumns columns,
            IdentifierRules names,
            MysqlTypes types,
            Literals literals,
            MariadbSession session) {
        super(dialect, features, columns, names, types, literals, session);
    }

    @Override
    protected String tableKind(Table table) {
        return "TEMPORARY ";
    }

    @Override
    protected List<String> lines(Table table) {
        List<String> lines = new ArrayList<>(super.lines(table));
        for (Index index : table.indexes()) {
            List<String> parts = index.parts().stream().map(this::indexPart).toList();
            lines.add("INDEX " + names.write(index.name()) + " (" + String.join(", ", parts) + ")");
        }
        return lines;
    }
}
