package dev.retort.dialect.mysql;

import dev.retort.dialect.Definition;
import dev.retort.dialect.Failures;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.mariadb.MariadbNormalizer;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Asks on temporary tables, whose indexes may be over expressions. */
final class MysqlNormalizer extends MariadbNormalizer {

    /** ER_NO_DB_ERROR. */
    private static final int NO_DATABASE = 1046;

    /** ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION. */
    private static final int READ_ONLY = 1792;

    /** ER_OPTION_PREVENTS_STATEMENT, with {@code super_read_only}. */
    private static final int READ_ONLY_SERVER = 1290;

    /** ER_GTID_UNSAFE_CREATE_DROP_TEMPORARY_TABLE_IN_TRANSACTION. */
    private static final int NOT_IN_TRANSACTION = 1787;

    /** The variables that decide how the session reads and writes a definition. Not every version has all of them. */
    private static final String VARIABLES = """
            SHOW SESSION VARIABLES WHERE Variable_name LIKE 'character\\_set\\_%' OR Variable_name LIKE 'collation\\_%'
            OR Variable_name IN ('sql_mode', 'time_zone', 'system_time_zone', 'explicit_defaults_for_timestamp',
            'default_collation_for_utf8mb4', 'lower_case_table_names', 'default_storage_engine',
            'default_tmp_storage_engine', 'disabled_storage_engines', 'innodb_strict_mode', 'sql_auto_is_null')""";

    private final IdentifierRules names;
    private final MysqlTypes types;

    MysqlNormalizer(MysqlTemporaryTableDdl ddl, IdentifierRules names, MysqlTypes types, Failures failures) {
        super(ddl, names, types, failures);
        this.names = names;
        this.types = types;
    }

    @Override
    protected String variables() {
        return VARIABLES;
    }

    @Override
    protected Set<Integer> refusalsOfAllTables() {
        return Set.of(NO_DATABASE, READ_ONLY, READ_ONLY_SERVER, NOT_IN_TRANSACTION);
    }

    @Override
    protected boolean isAsked(Definition definition) {
        return !(definition.element() instanceof Index index)
                || index.parts().stream().anyMatch(Index.Part::expression);
    }

    /** With {@code sql_require_primary_key}, a temporary table needs a key as well. */
    @Override
    protected List<TableElement> besides(QualifiedName table) {
        return Stream.concat(super.besides(table).stream(), Stream.of(PrimaryKey.of(null, List.of(table.name()))))
                .toList();
    }

    @Override
    protected Table read(Connection connection, QualifiedName name) throws SQLException {
        MysqlShownTable shown = MysqlShownTable.read(connection, names.write(name));
        MysqlTableDraft table = new MysqlTableDraft(
                types, connection.getCatalog(), name, "", shown.table().collation());
        shown.columns().forEach(table::column);
        shown.checks().forEach(table::check);
        shown.indexesOverExpressions().forEach(table::index);
        return table.table();
    }
}
