package dev.retort.dialect.sqlite;

import dev.retort.dialect.BatchLoader;
import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.FromAnswer;
import dev.retort.dialect.Executable.FromCatalog;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.FileValues;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Literals;
import dev.retort.dialect.RowLoader;
import dev.retort.dialect.SqlTypes;
import dev.retort.dialect.StatedTable;
import dev.retort.dialect.StatementKind;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CommentOnTable;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateObject;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropObject;
import dev.retort.operation.DropTable;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.Privileges;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameConstraint;
import dev.retort.operation.RenameIndex;
import dev.retort.operation.TableBatch;
import dev.retort.operation.TableBatch.OptionChange;
import dev.retort.operation.TableBatch.Recreate;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaObject.Kind;
import dev.retort.schema.Table;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compiles operations for SQLite. What it has no ALTER TABLE for is a rebuild of the table. */
final class SqliteDdl extends SqliteColumns {

    static final String STRICT = "strict";
    static final String WITHOUT_ROWID = "without rowid";

    private final DatabaseVersion version;

    SqliteDdl(DatabaseVersion version, IdentifierRules names, SqlTypes types, Literals literals) {
        super(names, types, literals);
        this.version = version;
    }

    @Override
    protected Optional<String> lacking(Kind kind) {
        return switch (kind) {
            case VIEW, TRIGGER -> Optional.empty();
            case SEQUENCE -> Optional.of("it has no sequences; a table with one row can hold the next number");
            case SCHEMA -> Optional.of("it has no schemas but attached files");
            case FUNCTION, PROCEDURE -> Optional.of("it has no routines but functions of the application");
            default -> Optional.of("it has no " + several(kind));
        };
    }

    /** https://www.sqlite.org/lang.html */
    @Override
    protected boolean hasExistenceClause(Operation operation) {
        return operation instanceof CreateTable
                || operation instanceof CreateIndex
                || operation instanceof DropTable
                || operation instanceof DropIndex
                || operation instanceof DropObject
                || operation instanceof CreateObject;
    }

    @Override
    protected Optional<String> lackingPrivileges(Privileges privileges) {
        return Optional.of("it has no privileges but those of the file");
    }

    @Override
    protected boolean renames(Kind kind) {
        return false;
    }

    @Override
    protected Optional<String> whyNot(SqlTokens text, boolean inTransaction) {
        return inTransaction ? SqliteTransactions.whyNot(text) : Optional.empty();
    }

    @Override
    protected Executable written(ExecuteSql operation, StatementKind kind) {
        if (kind.isSeveral()) {
            throw unsupported(
                    operation,
                    "the text holds several statements, of which its driver runs the first and drops the rest; write"
                            + " each by itself");
        }
        if (kind.begins("pragma") && SqliteTransactions.forbidsWriting(SqlTokens.of(operation.sql(), syntax()))) {
            throw unsupported(operation, "nothing could be written after it, not even the version rows; leave it out");
        }
        if (operation.arguments().isEmpty()) {
            SqliteParameters.first(operation.sql()).ifPresent(parameter -> {
                throw unsupported(operation, SqliteParameters.whyNot(parameter));
            });
        }
        return super.written(operation, kind);
    }

    @Override
    protected String databaseName() {
        return SqliteDialect.PRODUCT;
    }

    @Override
    protected SqlSyntax syntax() {
        return SqliteProvider.SYNTAX;
    }

    // tables

    @Override
    public List<Executable> createTable(CreateTable operation) {
        Table table = operation.table();
        for (Column column : table.columns()) {
            if (column.identity() != null) {
                requireNumberable(table, column, operation);
            }
        }
        for (ForeignKey key : table.foreignKeys()) {
            requireSameFile(table.name(), key, operation);
        }
        return super.createTable(operation);
    }

    private void requireSameFile(QualifiedName table, ForeignKey key, Operation operation) {
        if (!Objects.equals(key.referredTable().schema(), table.schema())) {
            throw unsupported(operation, "a foreign key refers to a table of its own database file");
        }
    }

    /** https://www.sqlite.org/stricttables.html, https://www.sqlite.org/withoutrowid.html */
    @Override
    protected boolean knowsTableOption(String option, Table table) {
        return isTableOption(option);
    }

    private static boolean isTableOption(String option) {
        return option.equals(STRICT) || option.equals(WITHOUT_ROWID);
    }

    @Override
    protected String tableOptions(Table table) {
        return table.options().isEmpty()
                ? ""
                : " " + String.join(", ", table.options().values().keySet()).toUpperCase(Locale.ROOT);
    }

    /** SQLite keeps no comments. */
    @Override
    protected List<Executable> commentsOf(Table table) {
        return List.of();
    }

    /** Left out, so that one history serves several databases. */
    @Override
    public List<Executable> commentOnTable(CommentOnTable operation) {
        return List.of();
    }

    @Override
    public List<Executable> dropTable(DropTable operation) {
        SqlStatement drop = (SqlStatement) super.dropTable(operation).get(0);
        return List.of(new FromAnswer(operation, new DroppedTable(operation.name(), drop)));
    }

    // columns

    @Override
    public List<Executable> addColumn(AddColumn operation) {
        Column column = operation.column();
        boolean required = !column.nullable() && column.defaultValue() == null && column.generated() == null;
        boolean stored = column.generated() != null && column.generated().stored();
        boolean computed =
                column.defaultValue() instanceof DefaultValue.Expression expression && !isConstant(expression);
        if (column.identity() != null) {
            throw unsupported(
                    operation, "an AUTOINCREMENT column has to be the primary key, so it comes with a new table");
        }
        if (required || stored || computed) {
            return rebuild(operation, operation.table());
        }
        return super.addColumn(operation);
    }

    @Override
    protected List<Executable> commentOf(QualifiedName table, Column column) {
        return List.of();
    }

    /** A comment is left out. From 3.53 on SQLite can set and drop NOT NULL. */
    @Override
    public List<Executable> alterColumn(AlterColumn operation) {
        List<ColumnChange> changes = operation.changes().stream()
                .filter(change -> !(change instanceof ColumnChange.Comment))
                .toList();
        if (operation.change(ColumnChange.Identity.class).isPresent()) {
            throw unsupported(operation, "an AUTOINCREMENT column has no options, and stays one");
        }
        boolean direct = altersConditions() && changes.stream().allMatch(ColumnChange.Nullability.class::isInstance);
        return direct || changes.isEmpty()
                ? oneByOne(operation, changes).stream().map(this::asItSays).toList()
                : rebuild(operation, operation.table());
    }

    private Executable asItSays(Executable executable) {
        SqlStatement statement = (SqlStatement) executable;
        AlterColumn part = (AlterColumn) statement.operation();
        boolean nullable = ((ColumnChange.Nullability) part.changes().get(0)).nullable();
        return new FromCatalog(
                part, part.table(), OwnAlteration.ofNullability(statement, names, part.column(), nullable));
    }

    // constraints

    /** From 3.53 on SQLite can add a check. */
    @Override
    public List<Executable> addConstraint(AddConstraint operation) {
        return operation.constraint() instanceof CheckConstraint && altersConditions()
                ? super.addConstraint(operation)
                : rebuild(operation, operation.table());
    }

    @Override
    protected boolean hasUnnamedConstraints() {
        return true;
    }

    /** From 3.53 on SQLite can drop a check, by the name that it has. */
    @Override
    public List<Executable> dropConstraint(DropConstraint operation) {
        String name = operation.name();
        boolean byName = operation.was() instanceof CheckConstraint && !operation.mayFindUnnamed();
        if (!byName || name == null || !altersConditions()) {
            return rebuild(operation, operation.table());
        }
        return super.dropConstraint(operation).stream()
                .<Executable>map(drop -> new FromCatalog(
                        operation, operation.table(), OwnAlteration.ofCheck((SqlStatement) drop, names, name)))
                .toList();
    }

    private List<Executable> rebuild(Operation operation, QualifiedName table) {
        if (operation instanceof AddConstraint add && add.constraint() instanceof ForeignKey key) {
            requireSameFile(table, key, operation);
        }
        return List.of(new FromCatalog(operation, table, new TableRebuild(this, List.of(operation))));
    }

    /** Columns are dropped and renamed by SQLite itself, which changes views and triggers too. */
    @Override
    public List<Executable> tableBatch(TableBatch operation) {
        List<Executable> changes = super.tableBatch(operation.withoutTheRest());
        operation.options().forEach(change -> requireOption(operation, change));
        boolean needed = operation.hasRest() || changes.stream().anyMatch(Executable::suspendsForeignKeys);
        if (needed && operation.recreate() == Recreate.NEVER) {
            throw unsupported(
                    operation, "it has no ALTER TABLE for that, and the batch is never to recreate the table");
        }
        return needed || operation.recreate() == Recreate.ALWAYS
                ? rebuild(operation)
                : stated(changes, operation.existing());
    }

    private void requireOption(TableBatch operation, OptionChange change) {
        if (!isTableOption(change.option()) || !change.value().isEmpty()) {
            throw unsupported(
                    operation,
                    "its tables have the options " + STRICT + " and " + WITHOUT_ROWID + ", without a value, and not "
                            + change.option() + (change.value().isEmpty() ? "" : " = " + change.value()));
        }
    }

    private List<Executable> rebuild(TableBatch operation) {
        QualifiedName table = operation.table();
        List<Executable> changes = new ArrayList<>();
        for (Operation change : operation.operations()) {
            boolean inPlace = change instanceof DropColumn || change instanceof RenameColumn;
            changes.addAll(inPlace ? compile(change) : rebuild(change, table));
        }
        if (operation.hasRest() || changes.stream().noneMatch(Executable::suspendsForeignKeys)) {
            changes.addAll(rebuild(operation.rest(), table));
        }
        return stated(RebuildJoin.of(changes), operation.existing());
    }

    /** States the table for each change that depends on it, as far as the changes before tell what it is like. */
    private static List<Executable> stated(List<Executable> changes, @Nullable Table existing) {
        return StatedTable.through(
                changes,
                existing,
                change -> change instanceof FromCatalog later && later.from() instanceof TableRebuild rebuild
                        ? rebuild.operations()
                        : List.of(change.operation()));
    }

    @Override
    public List<Executable> join(List<Executable> executables) {
        return RebuildJoin.of(executables);
    }

    /**
     * Whether a real number that becomes a text has as many digits as it needs to come back. Before, it had fifteen, and to find those that
     * need more takes a fifth of the time of a rebuild.
     */
    boolean writesNumbersInFull() {
        return version.atLeast(3, 54);
    }

    private boolean altersConditions() {
        return version.atLeast(3, 53);
    }

    /** There is no schema: a foreign key stays within its database file. */
    @Override
    protected QualifiedName referred(QualifiedName table, QualifiedName referred) {
        return referred.inSchema(null);
    }

    /** https://www.sqlite.org/lang_altertable.html */
    @Override
    public List<Executable> renameConstraint(RenameConstraint operation) {
        throw unsupported(operation, "it renames no constraints; drop the constraint and add it");
    }

    // indexes

    /** It is created again, since there is no statement that renames one. */
    @Override
    public List<Executable> renameIndex(RenameIndex operation) {
        return List.of(new FromCatalog(operation, operation.table(), new IndexMadeAnew(this, operation)));
    }

    /** The schema precedes the name of the index, not that of its table. */
    @Override
    protected String createIndexSql(QualifiedName table, Index index, String words) {
        String parts = index.parts().stream().map(this::indexPart).collect(Collectors.joining(", "));
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + words
                + names.write(table.sibling(index.name()))
                + " ON "
                + names.write(table.name()) + " (" + parts + ")"
                + (index.where() == null ? "" : " WHERE " + index.where());
    }

    /** There is no way to a server to save, and the driver does not say which row of a batch was rejected. */
    @Override
    protected RowLoader rowLoader() {
        return new BatchLoader(names, fileValues(), 1, 1);
    }

    @Override
    protected FileValues fileValues() {
        return new SqliteFileValues(literals);
    }
}
