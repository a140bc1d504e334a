package dev.retort.dialect.mysql;

import dev.retort.dialect.BatchLoader;
import dev.retort.dialect.BeyondStandard;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.FromCatalog;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Literals;
import dev.retort.dialect.Offline;
import dev.retort.dialect.RowLoader;
import dev.retort.dialect.StatementKind;
import dev.retort.dialect.StatementsFrom;
import dev.retort.dialect.mariadb.MariadbDdl;
import dev.retort.dialect.mariadb.MariadbIndexes;
import dev.retort.dialect.mariadb.MariadbSession;
import dev.retort.dialect.mariadb.RefusedSql;
import dev.retort.operation.CreateObject;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DialectName;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropObject;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.operation.ReplaceObject;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.Options;
import dev.retort.schema.SchemaObject.Kind;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiles operations for MySQL. */
class MysqlDdl extends MariadbDdl {

    /** The option of an index that the optimizer does not use. */
    static final String INVISIBLE = "invisible";

    /** The option of a full-text index that is not parsed as usual. */
    static final String PARSER = "parser";

    private static final Set<String> OF_COLUMNS = Set.of(
            BeyondStandard.ON_UPDATE,
            BeyondStandard.CHARACTER_SET,
            BeyondStandard.COLLATE,
            BeyondStandard.INVISIBLE,
            BeyondStandard.VIRTUAL,
            MysqlColumns.SRID);

    private static final Set<String> OF_INDEXES = Set.of(
            BeyondStandard.PREFIX_LENGTH,
            BeyondStandard.METHOD,
            BeyondStandard.COMMENT,
            BeyondStandard.EXPRESSION,
            INVISIBLE);

    /** https://dev.mysql.com/doc/refman/8.0/en/restart.html */
    private static final RefusedSql REFUSED = new RefusedSql(Set.of("shutdown", "restart"), "write LIMIT");

    private final MysqlTypes columnTypes;

    MysqlDdl(
            DialectName dialect,
            MysqlFeatures features,
            MysqlColumns columns,
            IdentifierRules names,
            MysqlTypes types,
            Literals literals,
            MariadbSession session) {
        super(dialect, features, columns, names, types, literals, session);
        this.columnTypes = types;
    }

    @Override
    protected String databaseName() {
        return MysqlProvider.PRODUCT;
    }

    @Override
    protected boolean knows(String words, TableElement element) {
        if (element instanceof Column) {
            return OF_COLUMNS.contains(words) || MysqlColumns.SHOWN.contains(words);
        }
        return element instanceof CheckConstraint
                ? words.equals(BeyondStandard.NOT_ENFORCED)
                : OF_INDEXES.contains(words) || (words.equals(PARSER) && MariadbIndexes.isFulltext(element));
    }

    @Override
    protected boolean isTableOption(String option, Table table) {
        return MysqlTableOptions.isKnown(option);
    }

    @Override
    protected Optional<String> lacking(Kind kind) {
        return kind == Kind.SEQUENCE
                ? Optional.of("it has no sequences; an AUTO_INCREMENT column can number rows")
                : super.lacking(kind);
    }

    /** https://dev.mysql.com/doc/refman/8.4/en/sql-data-definition-statements.html */
    @Override
    protected boolean hasExistenceClause(Operation operation) {
        return operation instanceof CreateTable
                || operation instanceof DropTable
                || (operation instanceof CreateObject create && create.object().kind() == Kind.SCHEMA)
                || (operation instanceof DropObject drop && drop.object().kind() != Kind.SCHEMA);
    }

    /** https://dev.mysql.com/doc/refman/8.4/en/create-procedure.html: neither routines nor triggers have OR REPLACE. */
    @Override
    protected boolean replacesAtOnce(ReplaceObject operation) {
        return operation.object().kind() == Kind.VIEW;
    }

    @Override
    protected Optional<String> whyNotRun(String sql, StatementKind kind) {
        return REFUSED.why(sql, kind);
    }

    @Override
    protected String written(Options options) {
        return MysqlTableOptions.written(options);
    }

    /**
     * "BLOB, TEXT, GEOMETRY or JSON column can't have a default value", not even in parentheses; nor is the present time a literal.
     * https://dev.mysql.com/doc/refman/8.0/en/alter-table.html
     */
    @Override
    protected boolean canSetDefault(Column after) {
        return !columnTypes.hasNoLiteralDefault(after.type()) && !MysqlMoment.isBare(after.defaultValue());
    }

    @Override
    protected boolean isOfEveryType(DefaultValue.Literal literal) {
        return !(literal.value() instanceof String);
    }

    /**
     * There is no DROP INDEX IF EXISTS, and no index if another one served. Where the catalog cannot be asked, an index that takes the place
     * of the foreign key's makes the server drop that: https://dev.mysql.com/doc/refman/8.0/en/create-table-foreign-keys.html
     */
    @Override
    protected List<Executable> dropForeignKey(DropConstraint operation, ForeignKey key, String name) {
        String drop = alter(operation.table()) + "DROP FOREIGN KEY " + names.write(name);
        if (name.matches(Pattern.quote(operation.table().name()) + "_ibfk_\\d+")) {
            // Its index has the name of a column, and is an operation of its own.
            return one(drop, operation);
        }
        String index = names.write(names.shortened("retort_" + name));
        SqlStatement alone = SqlStatement.ddl(drop, operation);
        SqlStatement withIndex = SqlStatement.ddl(drop + ", DROP INDEX " + names.write(name), operation);
        List<SqlStatement> scripted = List.of(
                SqlStatement.ddl(drop + ", ADD INDEX " + index + " (" + names.writeAll(key.columns()) + ")", operation),
                SqlStatement.ddl(alter(operation.table()) + "DROP INDEX " + index, operation));
        return List.of(
                new FromCatalog(operation, operation.table(), new ForeignKeyDrop(name, alone, withIndex, scripted)));
    }

    /**
     * Drops a foreign key.
     *
     * @param alone the statement where the key has no index of its own
     * @param withIndex the statement where it has one
     * @param scripted the statements where nobody can ask
     */
    private record ForeignKeyDrop(String name, SqlStatement alone, SqlStatement withIndex, List<SqlStatement> scripted)
            implements StatementsFrom {

        @Override
        public List<SqlStatement> of(Table table, @Nullable Connection connection) {
            return List.of(isIndexed(table, name) ? withIndex : alone);
        }

        @Override
        public Offline offline() {
            return new Offline.Written(scripted);
        }

        /** What a table is stated to have does not tell whether the server has made an index for the key. */
        @Override
        public List<SqlStatement> scripted(Table stated) {
            return scripted;
        }
    }

    /** Whether a table has an index for a foreign key alone. */
    private static boolean isIndexed(Table table, String key) {
        return table.indexes().stream()
                .filter(index -> index.name().equalsIgnoreCase(key))
                .anyMatch(index -> table.foreignKeys().stream()
                        .filter(other -> !key.equalsIgnoreCase(other.name()))
                        .noneMatch(other -> index.parts()
                                .get(0)
                                .text()
                                .equalsIgnoreCase(other.columns().get(0))));
    }

    @Override
    protected String indexOptions(Options options) {
        String parser = options.get(PARSER)
                .map(name -> " WITH PARSER " + names.write(name))
                .orElse("");
        return parser + (options.has(INVISIBLE) ? " INVISIBLE" : "");
    }

    /** https://dev.mysql.com/doc/refman/8.0/en/create-index.html#create-index-functional-key-parts */
    @Override
    protected String indexPart(Index.Part part) {
        return MariadbIndexes.prefix(part).expression()
                ? "(" + part.text() + ")" + (part.descending() ? " DESC" : "")
                : super.indexPart(part);
    }

    // rows

    /** Drivers send the statements of a batch one by one, and wait for each. More rows in one make nothing faster. */
    @Override
    protected RowLoader rowLoader() {
        return new BatchLoader(names, fileValues(), 100, BatchLoader.ROWS_PER_BATCH);
    }
}
