package dev.retort.dialect;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CommentOnTable;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DialectName;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.OutsideTransaction;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.operation.SchemaChange;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes statements from operations, in standard SQL. A database overrides what it says differently and refuses, with
 * {@link #unsupported}, what it cannot do.
 */
public abstract class DdlCompiler extends DataCompiler {

    protected DdlCompiler(DialectName dialect, IdentifierRules names, SqlTypes types, Literals literals) {
        super(dialect, names, types, literals);
    }

    @Override
    public final List<Executable> compile(Operation operation) {
        // What stands in a block was recorded by itself, and of what SQL makes nothing is known.
        if (operation instanceof ExecuteSql || operation instanceof OutsideTransaction) {
            return operation.accept(this);
        }
        SchemaChange change = operation.change();
        Optional<String> refusal = Stream.of(
                        change.typedColumns().stream().map(this::lacking).flatMap(Optional::stream),
                        BeyondStandard.refusals(change, this),
                        change.names().stream().map(names::tooLong).flatMap(Optional::stream))
                .flatMap(reasons -> reasons)
                .findFirst();
        if (refusal.isPresent()) {
            throw unsupported(operation, refusal.get());
        }
        return operation.accept(this).stream()
                .map(executable -> executable.recordedAs(operation))
                .toList();
    }

    /** Why the database, in the version of the server, cannot have a column; empty when it can. The standard answer is that it can. */
    protected Optional<String> lacking(Column column) {
        return Optional.empty();
    }

    /**
     * Whether the database has something of a column, a constraint or an index that not every one has. The standard answer is no.
     *
     * @param words what it is, as {@link BeyondStandard} says it
     */
    protected boolean knows(String words, TableElement element) {
        return false;
    }

    /**
     * Whether a table can be made with something. The standard answer is no.
     *
     * @param option an option's name, {@link BeyondStandard#PARTITIONING} or {@link BeyondStandard#INHERITANCE}
     */
    protected boolean knowsTableOption(String option, Table table) {
        return false;
    }

    /**
     * Whether a sequence can have something that not every database knows. The standard answer is no.
     *
     * @param words {@link BeyondStandard#SEQUENCE_TYPE} or {@link BeyondStandard#OWNER}
     */
    protected boolean knowsOfSequence(String words) {
        return false;
    }

    /**
     * Whether the database has something of which the inspector reads nothing, so that no comparison would see it. The standard answer
     * is no.
     *
     * @param words what it is, as {@link BeyondStandard} says it
     */
    protected boolean isNotRead(String words) {
        return false;
    }

    // tables

    @Override
    public List<Executable> createTable(CreateTable operation) {
        Table table = operation.table();
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(columnInTable(table, column)));
        table.constraints().stream()
                .filter(constraint -> !writtenWithItsColumn(table, constraint))
                .forEach(constraint -> lines.add(constraint(table.name(), constraint)));
        List<Executable> statements = new ArrayList<>();
        statements.add(ddl(
                "CREATE " + tableKind(table) + "TABLE " + names.write(table.name()) + " (\n    "
                        + String.join(",\n    ", lines) + "\n)" + tableOptions(table),
                operation));
        for (Index index : table.indexes()) {
            statements.addAll(compile(new CreateIndex(table.name(), index)));
        }
        statements.addAll(commentsOf(table));
        return statements;
    }

    /** A column's line in CREATE TABLE. The standard answer is its definition. */
    protected String columnInTable(Table table, Column column) {
        return columnDefinition(column);
    }

    /** Whether a constraint already stands in its column's line. The standard answer is no. */
    protected boolean writtenWithItsColumn(Table table, Constraint constraint) {
        return false;
    }

    /** What stands before the word TABLE, with a space behind. The standard answer is nothing. */
    protected String tableKind(Table table) {
        return "";
    }

    /** What follows the closing parenthesis of CREATE TABLE. The standard answer is nothing. */
    protected String tableOptions(Table table) {
        return "";
    }

    /** The statements that set the comments of a new table. The standard answer is COMMENT ON. */
    protected List<Executable> commentsOf(Table table) {
        Stream<Operation> ofTable = Stream.ofNullable(table.comment())
                .map(comment -> new CommentOnTable(table.name(), comment, true, null));
        return Stream.concat(
                        ofTable.flatMap(comment -> compile(comment).stream()),
                        table.columns().stream().flatMap(column -> commentOf(table.name(), column).stream()))
                .toList();
    }

    @Override
    public List<Executable> dropTable(DropTable operation) {
        return one("DROP TABLE " + names.write(operation.name()), operation);
    }

    @Override
    public List<Executable> renameTable(RenameTable operation) {
        return one(alter(operation.from()) + "RENAME TO " + names.write(operation.to()), operation);
    }

    @Override
    public List<Executable> commentOnTable(CommentOnTable operation) {
        return one(commentOnTableSql(operation.table(), operation.comment()), operation);
    }

    // columns

    @Override
    public List<Executable> addColumn(AddColumn operation) {
        Column column = operation.column();
        Executable add = ddl(alter(operation.table()) + "ADD COLUMN " + columnDefinition(column), operation);
        return Stream.concat(Stream.of(add), commentOf(operation.table(), column).stream())
                .toList();
    }

    /** The statements that set the comment of a new column. The standard answer is COMMENT ON. */
    protected List<Executable> commentOf(QualifiedName table, Column column) {
        if (column.comment() == null) {
            return List.of();
        }
        List<ColumnChange> comment = List.of(new ColumnChange.Comment(column.comment()));
        return compile(new AlterColumn(table, column.name(), comment, column.comment(null)));
    }

    @Override
    public List<Executable> dropColumn(DropColumn operation) {
        return one(alter(operation.table()) + "DROP COLUMN " + names.write(operation.name()), operation);
    }

    @Override
    public List<Executable> alterColumn(AlterColumn operation) {
        return oneByOne(operation, operation.changes());
    }

    /** A statement for each change, which is an operation of its own: it begins where the one before has left the column. */
    protected final List<Executable> oneByOne(AlterColumn operation, List<ColumnChange> changes) {
        List<Executable> statements = new ArrayList<>();
        Column before = operation.existing();
        for (ColumnChange change : changes) {
            AlterColumn part = new AlterColumn(operation.table(), operation.column(), List.of(change), before);
            statements.add(ddl(alterColumnSql(operation, change), part));
            before = before == null ? null : change.appliedTo(before);
        }
        return statements;
    }

    /** The statement for one aspect of a column. */
    protected String alterColumnSql(AlterColumn operation, ColumnChange change) {
        if (change instanceof ColumnChange.Comment comment) {
            return commentOnColumnSql(operation.table(), operation.column(), comment.to());
        }
        String column = alter(operation.table()) + "ALTER COLUMN " + names.write(operation.column());
        if (change instanceof ColumnChange.Type type) {
            return column + " SET DATA TYPE " + types.render(type.to());
        }
        if (change instanceof ColumnChange.Nullability nullability) {
            return column + (nullability.nullable() ? " DROP NOT NULL" : " SET NOT NULL");
        }
        if (change instanceof ColumnChange.Default value) {
            return column + (value.to() == null ? " DROP DEFAULT" : " SET DEFAULT " + defaultValue(value.to()));
        }
        if (change instanceof ColumnChange.Identity identity && identity.to() != null) {
            return column + sequences().changed(previousIdentity(operation), identity.to(), typeOf(operation));
        }
        throw unsupported(operation, "it has no statement for that change of a column: " + change.describe());
    }

    /** The identity of a column before it changes. */
    protected final Identity previousIdentity(AlterColumn operation) {
        Column before = operation.existing();
        if (before == null || before.identity() == null) {
            throw unsupported(operation, "to change the options of an identity column, state the previous ones with from(…)");
        }
        return before.identity();
    }

    /** The type that a column has after a change, whose column before is known. */
    protected static SqlType typeOf(AlterColumn operation) {
        return operation.appliedTo(Objects.requireNonNull(operation.existing())).type();
    }

    @Override
    public List<Executable> renameColumn(RenameColumn operation) {
        return one(
                alter(operation.table()) + "RENAME COLUMN " + names.write(operation.from()) + " TO "
                        + names.write(operation.to()),
                operation);
    }

    // constraints

    @Override
    public List<Executable> addConstraint(AddConstraint operation) {
        return one(
                alter(operation.table()) + "ADD " + constraint(operation.table(), operation.constraint()), operation);
    }

    @Override
    public List<Executable> dropConstraint(DropConstraint operation) {
        String name = operation.name();
        if (name == null) {
            return one(alter(operation.table()) + "DROP PRIMARY KEY", operation);
        }
        return one(alter(operation.table()) + "DROP CONSTRAINT " + names.write(name), operation);
    }

    // indexes

    @Override
    public List<Executable> createIndex(CreateIndex operation) {
        return one(createIndexSql(operation.table(), operation.index()), operation);
    }

    @Override
    public List<Executable> dropIndex(DropIndex operation) {
        return one("DROP INDEX " + names.write(operation.table().sibling(operation.name())), operation);
    }

    /** The statement that makes an index. */
    protected String createIndexSql(QualifiedName table, Index index) {
        return new IndexClauses(names).of(table, index, this::indexPart);
    }

    protected String indexPart(Index.Part part) {
        return new IndexClauses(names).of(part);
    }

    /** What is said of a constraint's index, with a space before. The standard answer is nothing. */
    protected String constraintIndex(Options options, @Nullable String comment) {
        return "";
    }

    // sequences

    /** How the database says how a sequence counts. */
    protected SequenceClauses sequences() {
        return new SequenceClauses(names, types);
    }

    @Override
    public List<Executable> createSequence(CreateSequence operation) {
        return one(createSequenceSql(operation.sequence()), operation);
    }

    /** The statement that makes a sequence. */
    protected String createSequenceSql(Sequence sequence) {
        return "CREATE SEQUENCE " + names.write(sequence.name()) + sequences().made(sequence);
    }

    /** The sequence holds the number that comes next, which lies too near for the blocks of a greater increment, and has to pass. */
    @Override
    public List<Executable> alterSequence(AlterSequence operation) {
        List<Executable> alter = one(alterSequenceSql(operation), operation);
        return operation.mayWidenSteps() ? List.of(alter.get(0), nextNumber(operation)) : alter;
    }

    /** The statement that changes a sequence, and takes no number. */
    protected String alterSequenceSql(AlterSequence operation) {
        return "ALTER SEQUENCE " + names.write(operation.name()) + sequences().changed(operation);
    }

    /** A statement that takes a number from a sequence, for nobody. */
    private Executable nextNumber(AlterSequence operation) {
        String sql = "SELECT NEXT VALUE FOR " + names.write(operation.name());
        return ddl(sql, new ExecuteSql(sql, List.of()));
    }

    @Override
    public List<Executable> dropSequence(DropSequence operation) {
        return one("DROP SEQUENCE " + names.write(operation.name()), operation);
    }

    // parts

    /** A column as it stands in CREATE TABLE and ADD COLUMN. */
    protected String columnDefinition(Column column) {
        StringBuilder sql = new StringBuilder(names.write(column.name()));
        sql.append(' ').append(columnType(column)).append(collation(column));
        sql.append(column.generated() == null ? "" : " " + generated(column.generated()));
        if (column.defaultValue() != null) {
            sql.append(" DEFAULT ").append(defaultValue(column.defaultValue()));
        }
        sql.append(column.onUpdate() == null ? "" : " ON UPDATE " + column.onUpdate());
        if (column.identity() != null) {
            sql.append(' ').append(identity(column.identity()));
        }
        if (!column.nullable()) {
            sql.append(" NOT NULL");
        }
        return sql.toString();
    }

    /** The type of a column as it stands in its definition. */
    protected String columnType(Column column) {
        return types.render(column.type());
    }

    /** How the texts of a column are written and compared, with a space before. The standard answer names the collation alone. */
    protected String collation(Column column) {
        return column.collation() == null ? "" : " COLLATE " + names.write(column.collation());
    }

    /** What a column is computed from. The standard answer says whether it is stored. */
    protected String generated(Generated generated) {
        return "GENERATED ALWAYS AS (" + generated.expression() + ")" + (generated.stored() ? " STORED" : " VIRTUAL");
    }

    protected String identity(Identity identity) {
        return SequenceClauses.generated(identity) + " AS IDENTITY"
                + sequences().made(identity);
    }

    protected String defaultValue(DefaultValue value) {
        if (value instanceof DefaultValue.Literal literal) {
            return literals.write(literal.value());
        }
        return ((DefaultValue.Expression) value).sql();
    }

    /** A constraint of a table as it stands in CREATE TABLE and after ADD. */
    private String constraint(QualifiedName table, Constraint constraint) {
        return new ConstraintClauses(names, this::indexPart, this::constraintIndex)
                .of(constraint, referred -> referred(table, referred));
    }

    /** The table that a foreign key refers to as the referring table has to name it. The standard answer is its name. */
    protected QualifiedName referred(QualifiedName table, QualifiedName referred) {
        return referred;
    }

    protected String commentOnTableSql(QualifiedName table, @Nullable String comment) {
        return "COMMENT ON TABLE " + names.write(table) + " IS " + literals.write(comment);
    }

    protected String commentOnColumnSql(QualifiedName table, String column, @Nullable String comment) {
        return "COMMENT ON COLUMN " + names.write(table) + "." + names.write(column) + " IS " + literals.write(comment);
    }

    protected final String alter(QualifiedName table) {
        return "ALTER TABLE " + names.write(table) + " ";
    }
}
