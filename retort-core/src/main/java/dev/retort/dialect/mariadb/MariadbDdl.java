package dev.retort.dialect.mariadb;

import dev.retort.dialect.AlteredFromCatalog;
import dev.retort.dialect.BeyondStandard;
import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.Executable;
import dev.retort.dialect.FileValues;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Literals;
import dev.retort.dialect.SequenceClauses;
import dev.retort.dialect.StatementKind;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CommentOnTable;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DialectName;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameConstraint;
import dev.retort.operation.RenameTable;
import dev.retort.operation.TableBatch;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import dev.retort.sql.SqlSyntax;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles operations for MariaDB. */
public class MariadbDdl extends MariadbIndexDdl {

    private static final Pattern CURRENT_TIME =
            Pattern.compile("(?i)[\\s(]*(current_timestamp|now|localtime|localtimestamp)\\b");

    /** The option of an index that the optimizer ignores. */
    static final String IGNORED = "ignored";

    private static final Set<String> OF_COLUMNS = Set.of(
            BeyondStandard.ON_UPDATE,
            BeyondStandard.CHARACTER_SET,
            BeyondStandard.COLLATE,
            BeyondStandard.INVISIBLE,
            BeyondStandard.VIRTUAL,
            MariadbColumns.WITHOUT_VERSIONING,
            MariadbColumns.CHECK);

    private static final Set<String> OF_INDEXES =
            Set.of(BeyondStandard.PREFIX_LENGTH, BeyondStandard.METHOD, BeyondStandard.COMMENT, IGNORED);

    private final MariadbFeatures features;
    private final MariadbColumns columns;
    private final MariadbTypes columnTypes;
    private final MariadbSession session;

    /**
     * A compiler.
     *
     * @param columns writes definitions of columns
     * @param types writes types
     */
    protected MariadbDdl(
            DialectName dialect,
            MariadbFeatures features,
            MariadbColumns columns,
            IdentifierRules names,
            MariadbTypes types,
            Literals literals,
            MariadbSession session) {
        super(dialect, names, types, literals);
        this.features = features;
        this.columns = columns;
        this.columnTypes = types;
        this.session = session;
    }

    @Override
    protected String databaseName() {
        return MariadbDialect.PRODUCT;
    }

    @Override
    protected SqlSyntax syntax() {
        return MariadbProvider.SYNTAX;
    }

    @Override
    protected Optional<String> lacking(Column column) {
        return features.lacking(column);
    }

    @Override
    protected boolean knows(String words, TableElement element) {
        if (element instanceof Index index && words.equals(BeyondStandard.EXPRESSION)) {
            return index.parts().stream()
                    .noneMatch(part -> MariadbIndexes.prefix(part).expression());
        }
        return element instanceof Column ? OF_COLUMNS.contains(words) : OF_INDEXES.contains(words);
    }

    @Override
    protected Executable written(ExecuteSql operation, StatementKind kind) {
        whyNotRun(operation.sql(), kind).ifPresent(why -> {
            throw unsupported(operation, why);
        });
        return super.written(operation, kind);
    }

    /** Why a run cannot continue after a user's statement; empty if it can. A cousin names statements and remedies of its own. */
    protected Optional<String> whyNotRun(String sql, StatementKind kind) {
        return RefusedSql.OF_MARIADB.why(sql, kind);
    }

    // tables

    @Override
    public List<Executable> createTable(CreateTable operation) {
        Table table = operation.table();
        for (Column column : table.columns()) {
            Identity identity = column.identity();
            if (identity != null) {
                refuseOtherIncrement(operation, identity);
                if (!firstOfAKey(table, column.name())) {
                    throw unsupported(
                            operation,
                            "column " + column.name()
                                    + " is AUTO_INCREMENT and must be the first column of the primary key or of a"
                                    + " unique constraint");
                }
            }
        }
        new KeyLength(columnTypes, session.collationOf(table)).tooLong(table).ifPresent(why -> {
            throw unsupported(operation, why);
        });
        return super.createTable(operation);
    }

    private static boolean firstOfAKey(Table table, String column) {
        PrimaryKey primary = table.primaryKey();
        Stream<List<String>> keys = Stream.concat(
                primary == null ? Stream.of() : Stream.of(primary.columns()),
                table.uniqueConstraints().stream().map(UniqueConstraint::columns));
        return keys.anyMatch(columns -> columns.get(0).equals(column));
    }

    @Override
    protected String tableOptions(Table table) {
        StringBuilder options = new StringBuilder(start(" ", table.columns().stream()));
        if (table.comment() != null) {
            options.append(" COMMENT = ").append(columns.comment(table.comment()));
        }
        return options
                + written(table.options())
                + (table.partitioning() == null ? "" : "\nPARTITION BY " + table.partitioning());
    }

    /** The option with the number of the first row, if that is not the usual one, behind a separator. */
    static String start(String separator, Stream<Column> columns) {
        return columns.map(Column::identity)
                .filter(identity -> identity != null && identity.start() != 1)
                .findFirst()
                .map(identity -> separator + "AUTO_INCREMENT = " + identity.start())
                .orElse("");
    }

    /** The options of a table, with a space before each. A cousin writes its own. */
    protected String written(Options options) {
        return TableOptions.written(options, names);
    }

    @Override
    protected final boolean knowsTableOption(String option, Table table) {
        return option.equals(BeyondStandard.PARTITIONING) || isTableOption(option, table);
    }

    /** Whether the database has an option of tables. A cousin has its own. */
    protected boolean isTableOption(String option, Table table) {
        return TableOptions.isKnown(option, table);
    }

    /** Comments are in the definitions. */
    @Override
    protected List<Executable> commentsOf(Table table) {
        return List.of();
    }

    @Override
    protected List<Executable> commentOf(QualifiedName table, Column column) {
        return List.of();
    }

    @Override
    public List<Executable> commentOnTable(CommentOnTable operation) {
        String comment = columns.comment(operation.comment() == null ? "" : operation.comment());
        return List.of(changing(operation, clause -> alter(clause, operation.table()) + "COMMENT = " + comment));
    }

    /** A name without schema would move the table to the connection's database. */
    @Override
    public List<Executable> renameTable(RenameTable operation) {
        return List.of(changing(
                operation,
                clause -> alter(clause, operation.from()) + "RENAME TO "
                        + names.write(operation.from().sibling(operation.to()))));
    }

    @Override
    public List<Executable> tableBatch(TableBatch operation) {
        if (!operation.options().isEmpty()) {
            throw unsupported(operation, KEEPS_OPTIONS);
        }
        return MariadbBatch.compile(this, operation);
    }

    // columns

    @Override
    public List<Executable> addColumn(AddColumn operation) {
        Column column = operation.column();
        if (column.identity() != null) {
            throw unsupported(
                    operation,
                    "an AUTO_INCREMENT column needs a key that begins with it in the same statement; write both, one after the"
                            + " other, in a batch: op.batch(\"" + operation.table()
                            + "\", changes -> changes.addColumn(…).addConstraint(primaryKey(\"" + column.name()
                            + "\")))");
        }
        return super.addColumn(operation);
    }

    @Override
    protected String columnDefinition(Column column) {
        return columns.definition(column);
    }

    @Override
    protected String defaultValue(DefaultValue value) {
        return columns.defaultValue(value);
    }

    @Override
    public List<Executable> alterColumn(AlterColumn operation) {
        operation
                .change(ColumnChange.Identity.class)
                .map(ColumnChange.Identity::to)
                .ifPresent(identity -> refuseOtherIncrement(operation, identity));
        if (operation.existing() != null) {
            return List.of(AlteredFromCatalog.ofStated(operation, this::alteration));
        }
        if (operation.changes().size() == 1 && operation.changes().get(0) instanceof ColumnChange.Default change) {
            DefaultValue value = change.to();
            if (value instanceof DefaultValue.Literal literal && isOfEveryType(literal)) {
                return List.of(changing(operation, clause -> setDefault(operation, clause, defaultValue(value))));
            }
        }
        return List.of(AlteredFromCatalog.of(
                operation,
                found -> List.of(alteration(found)),
                "it restates the whole column, whose definition only the database knows"));
    }

    /** Of a change that says how the column is before. */
    private Executable alteration(AlterColumn operation) {
        Column before = Objects.requireNonNull(operation.existing());
        if (identitySet(operation).isEmpty()) {
            refuseIdentityChange(operation);
            return changing(operation, clause -> alterationSql(operation, before, clause));
        }
        String column = names.write(operation.column());
        String start = start(", ", Stream.of(operation.appliedTo(before)));
        return unless(
                CatalogQuery.of("SELECT COALESCE(" + column + ", 'NULL') FROM " + names.write(operation.table())
                        + " WHERE " + column + " IS NULL OR " + column + " = 0 LIMIT 1"),
                rows -> "A row has " + rows.get(0) + " in " + operation.column()
                        + ", which would become a new number: change it before.",
                ddl(alterationSql(operation, before, "") + start, operation));
    }

    private void refuseIdentityChange(AlterColumn operation) {
        Optional<ColumnChange.Identity> change = operation.change(ColumnChange.Identity.class);
        if (change.isPresent() && change.get().to() != null) {
            throw unsupported(
                    operation,
                    "it keeps neither start nor increment nor bounds of an AUTO_INCREMENT column;"
                            + " ALTER TABLE … AUTO_INCREMENT = n, written as SQL, sets the number that comes next");
        }
    }

    private String alterationSql(AlterColumn operation, Column before, String clause) {
        boolean onlyDefault = operation.changes().size() == 1
                && operation.changes().get(0) instanceof ColumnChange.Default
                && before.onUpdate() == null
                && !MariadbColumns.saysUpdate(before.defaultValue())
                && !isCurrentTime(before.defaultValue());
        Column after = operation.appliedTo(before);
        DefaultValue value = after.defaultValue();
        if (!onlyDefault || MariadbColumns.saysUpdate(value) || !canSetDefault(after)) {
            Column whole = columnTypes.isOfCharacters(after.type())
                    ? after
                    : after.characterSet(null).collate((QualifiedName) null);
            return alter(clause, operation.table()) + "MODIFY COLUMN " + clause + columnDefinition(whole);
        }
        if (value != null) {
            return setDefault(operation, clause, defaultValue(value));
        }
        // After DROP DEFAULT an INSERT must name even a nullable column.
        return before.nullable() ? setDefault(operation, clause, "NULL") : altered(operation, clause) + " DROP DEFAULT";
    }

    private String setDefault(AlterColumn operation, String clause, String value) {
        return altered(operation, clause) + " SET DEFAULT " + value;
    }

    /** Whether ALTER COLUMN can set the default of a column. A cousin answers where only a definition of the column can. */
    protected boolean canSetDefault(Column after) {
        return true;
    }

    /**
     * Whether ALTER COLUMN sets a default, whatever the type of the column and its default before. It does not where the current time was
     * the default. A cousin answers for types whose defaults only a definition of the column has.
     */
    protected boolean isOfEveryType(DefaultValue.Literal literal) {
        String text = literal.value().toString();
        return !(literal.value() instanceof String) || text.isEmpty() || !Character.isDigit(text.charAt(0));
    }

    /** Such a default stays whatever ALTER COLUMN says, without an error or a warning. */
    private static boolean isCurrentTime(@Nullable DefaultValue value) {
        return value instanceof DefaultValue.Expression expression
                && CURRENT_TIME.matcher(expression.sql()).lookingAt();
    }

    // constraints

    /** A name without database means the database of the referencing table. */
    @Override
    protected QualifiedName referred(QualifiedName table, QualifiedName referred) {
        if (table.schema() == null || referred.schema() != null) {
            return referred;
        }
        String database = session.database();
        if (database == null) {
            throw new UnsupportedByDialectException(
                    "refer from " + table + " to " + referred,
                    databaseName(),
                    "a name without database would mean a table in the database of the referencing one; name the database");
        }
        return referred.inSchema(database);
    }

    @Override
    public List<Executable> dropConstraint(DropConstraint operation) {
        Constraint was = operation.was();
        String name = operation.name();
        if (name == null || was instanceof PrimaryKey) {
            return List.of(changing(
                    operation,
                    clause -> alter(clause, operation.table())
                            + (clause.isEmpty()
                                    ? "DROP PRIMARY KEY"
                                    : "DROP INDEX " + clause + names.write(TableDraft.PRIMARY))));
        }
        if (was instanceof UniqueConstraint) {
            return dropUnique(operation, name);
        }
        if (was instanceof ForeignKey key) {
            return dropForeignKey(operation, key, name);
        }
        return List.of(dropConstraint(operation, name));
    }

    /**
     * The statements that drop a foreign key with the index that was created for it, which has its name and would remain. A cousin without
     * DROP INDEX IF EXISTS looks whether there is one.
     */
    protected List<Executable> dropForeignKey(DropConstraint operation, ForeignKey key, String name) {
        String written = names.write(name);
        return List.of(changing(
                operation,
                clause -> alter(clause, operation.table()) + "DROP FOREIGN KEY " + clause + written
                        + ", DROP INDEX IF EXISTS " + written));
    }

    /** https://mariadb.com/kb/en/alter-table/: an index can be renamed, a constraint cannot. */
    @Override
    public List<Executable> renameConstraint(RenameConstraint operation) {
        throw unsupported(operation, "it renames no constraints but indexes; drop the constraint and add it");
    }

    // indexes

    @Override
    protected String createIndexSql(QualifiedName table, Index index, String words) {
        String parts =
                String.join(", ", index.parts().stream().map(this::indexPart).toList());
        return "CREATE " + MariadbIndexes.kind(index) + "INDEX " + words
                + names.write(index.name())
                + MariadbIndexes.using(index) + " ON " + names.write(table) + " (" + parts + ")"
                + constraintIndex(index.options(), index.comment());
    }

    @Override
    protected String constraintIndex(Options options, @Nullable String comment) {
        return (comment == null ? "" : " COMMENT " + columns.comment(comment)) + indexOptions(options);
    }

    /** The options of an index, with a space before each. A cousin writes its own. */
    protected String indexOptions(Options options) {
        return options.has(IGNORED) ? " IGNORED" : "";
    }

    @Override
    protected String indexPart(Index.Part part) {
        Index.Part prefix = MariadbIndexes.prefix(part);
        return prefix.expression() ? part.text() + (part.descending() ? " DESC" : "") : super.indexPart(prefix);
    }

    // sequences

    @Override
    protected SequenceClauses sequences() {
        return new MariadbSequences(names, types);
    }

    // parts of the statement of a batch

    IdentifierRules identifiers() {
        return names;
    }

    /** The beginning of a statement that changes a table. */
    String altering(QualifiedName table) {
        return alter(table);
    }

    /** The clause of a constraint. */
    String clause(AddConstraint operation) {
        return constraint(operation.table(), operation.constraint());
    }

    // refusals

    /** Refuses an identity column that does not count in steps of 1. */
    void refuseOtherIncrement(Operation operation, Identity identity) {
        if (identity.increment() != 1) {
            throw unsupported(
                    operation,
                    "the increment of AUTO_INCREMENT is a setting of the server; use a sequence as the default");
        }
    }

    @Override
    protected FileValues fileValues() {
        return new MariadbFileValues(literals);
    }
}
