package dev.retort.dialect.mysql;

import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.InspectionScope;
import dev.retort.dialect.mariadb.CatalogReading;
import dev.retort.dialect.mariadb.InformationSchemaQuery;
import dev.retort.dialect.mariadb.MariadbInspector;
import dev.retort.dialect.mariadb.MariadbSession;
import dev.retort.dialect.mariadb.ShownColumn;
import dev.retort.dialect.mariadb.ShownTable;
import dev.retort.dialect.mariadb.TableDraft;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** Reads information_schema, and SHOW CREATE TABLE where that says more. */
final class MysqlInspector extends MariadbInspector {

    private final MysqlTypes types;
    private final IdentifierRules names;

    MysqlInspector(MysqlTypes types, IdentifierRules names) {
        super(types, names);
        this.types = types;
        this.names = names;
    }

    @Override
    protected List<InformationSchemaQuery> queries() {
        return MysqlCatalog.QUERIES;
    }

    @Override
    protected CatalogReading reading(InspectionScope scope, MariadbSession session) {
        return new MysqlCatalogReading(types, scope, session);
    }

    @Override
    protected ShownTable shown(Connection connection, String table) throws SQLException {
        return MysqlShownTable.read(connection, table).table();
    }

    /** MODIFY COLUMN would drop the options that are not repeated. */
    @Override
    protected void completeColumns(Connection connection, CatalogReading reading, Set<QualifiedName> tables)
            throws SQLException {
        for (QualifiedName name : tables) {
            TableDraft table = reading.table(name).orElse(null);
            if (table != null) {
                MysqlShownTable.read(connection, names.write(name)).lines().forEach(line -> addOptions(table, line));
            }
        }
    }

    private static void addOptions(TableDraft table, ShownColumn line) {
        for (String option : MysqlColumns.SHOWN) {
            String value = line.clause(option);
            if (value != null) {
                table.replace(line.column().name(), column -> column.option(option, value));
            }
        }
    }
}
