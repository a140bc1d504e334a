package dev.retort.dialect;

import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CommentOnTable;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DialectName;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropTable;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.OutsideTransaction;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameConstraint;
import dev.retort.operation.RenameIndex;
import dev.retort.operation.RenameTable;
import dev.retort.operation.SchemaChange;
import dev.retort.operation.TableBatch;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compiles operations to statements of standard SQL. A dialect overrides what differs and refuses, with {@link #unsupported}, what the
 * database does not support.
 */
public abstract class DdlCompiler extends ElementCompiler {

    /** Why a batch is refused that changes options of the table. */
    protected static final String KEEPS_OPTIONS = "a batch changes no options there";

    protected DdlCompiler(DialectName dialect, IdentifierRules names, SqlTypes types, Literals literals) {
        super(dialect, names, types, literals);
    }

    @Override
    public final List<Executable> compile(Operation operation) {
        // The operations of a block are compiled one by one, and the effect of SQL is not known.
        if (operation instanceof ExecuteSql || operation instanceof OutsideTransaction) {
            return operation.accept(this);
        }
        if (operation instanceof DropConstraint drop && drop.isUnnamed() && !hasUnnamedConstraints()) {
            throw unsupported(operation, "there each constraint has a name, by which it is dropped");
        }
        SchemaChange change = operation.change();
        Optional<String> refusal = Stream.of(
                        change.typedColumns().stream().map(this::lacking).flatMap(Optional::stream),
                        BeyondStandard.refusals(change, this),
                        change.names().stream().map(names::tooLong).flatMap(Optional::stream),
                        change.kinds().map(this::lacking).flatMap(Optional::stream))
                .flatMap(reasons -> reasons)
                .findFirst();
        if (refusal.isPresent()) {
            throw unsupported(operation, refusal.get());
        }
        return operation.accept(this).stream()
                .map(executable -> executable.recordedAs(operation))
                .toList();
    }

    /**
     * Joins executables of a step, in order, where the database does several at once with less work. The default joins none.
     *
     * @param executables what operations were compiled to
     */
    public List<Executable> join(List<Executable> executables) {
        return executables;
    }

    /** Whether the database has constraints without names, which are dropped by what they say. The default is no. */
    protected boolean hasUnnamedConstraints() {
        return false;
    }

    /** Why the database, in the version of the server, does not support a column; empty if it does, which is the default. */
    protected Optional<String> lacking(Column column) {
        return Optional.empty();
    }

    /**
     * Whether the database supports a property of a column, a constraint or an index that not every database supports. The default is no.
     *
     * @param words the property, as in {@link BeyondStandard}
     */
    protected boolean knows(String words, TableElement element) {
        return false;
    }

    /**
     * Whether the database supports a table option. The default is no.
     *
     * @param option an option's name, {@link BeyondStandard#PARTITIONING} or {@link BeyondStandard#INHERITANCE}
     */
    protected boolean knowsTableOption(String option, Table table) {
        return false;
    }

    /**
     * Whether the database supports a property of sequences that not every database supports. The default is no, unless it has none, whatever
     * their properties.
     *
     * @param words {@link BeyondStandard#SEQUENCE_TYPE} or {@link BeyondStandard#OWNER}
     */
    protected boolean knowsOfSequence(String words) {
        return lacking(SchemaObject.Kind.SEQUENCE).isPresent();
    }

    /**
     * Whether the database supports a property that the inspector does not read, so that no comparison would see it. The default is no.
     *
     * @param words the property, as in {@link BeyondStandard}
     */
    protected boolean isNotRead(String words) {
        return false;
    }

    /**
     * The first version of the database that supports a property of a column, a constraint or an index, as its vendor writes it; empty if
     * no version does, which is the default.
     *
     * @param words the property, as in {@link BeyondStandard}
     */
    protected Optional<String> since(String words) {
        return Optional.empty();
    }

    // tables

    @Override
    public List<Executable> createTable(CreateTable operation) {
        Table table = operation.table();
        List<Executable> statements = new ArrayList<>();
        statements.add(creating(
                operation,
                clause -> "CREATE " + tableKind(table) + "TABLE " + clause + names.write(table.name()) + " (\n    "
                        + String.join(",\n    ", lines(table)) + "\n)" + tableOptions(table)));
        for (Index index : table.indexes()) {
            statements.addAll(compile(new CreateIndex(table.name(), index)));
        }
        statements.addAll(commentsOf(table));
        return statements;
    }

    /** The lines of CREATE TABLE. The default is one for each column and constraint. */
    protected List<String> lines(Table table) {
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(columnInTable(table, column)));
        table.constraints().stream()
                .filter(constraint -> !writtenWithItsColumn(table, constraint))
                .forEach(constraint -> lines.add(constraint(table.name(), constraint)));
        return lines;
    }

    /** The line of a column in CREATE TABLE. The default is its definition. */
    protected String columnInTable(Table table, Column column) {
        return columnDefinition(column);
    }

    /** Whether a constraint is already part of its column's line. The default is no. */
    protected boolean writtenWithItsColumn(Table table, Constraint constraint) {
        return false;
    }

    /** The keywords before TABLE, with a space after them. The default is none. */
    protected String tableKind(Table table) {
        return "";
    }

    /** What follows the closing parenthesis of CREATE TABLE. The default is nothing. */
    protected String tableOptions(Table table) {
        return "";
    }

    /** The statements that set the comments of a new table. The default is COMMENT ON. */
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
        return List.of(changing(operation, clause -> "DROP TABLE " + clause + names.write(operation.name())));
    }

    @Override
    public List<Executable> renameTable(RenameTable operation) {
        return List.of(changing(
                operation, clause -> alter(clause, operation.from()) + "RENAME TO " + names.write(operation.to())));
    }

    @Override
    public List<Executable> commentOnTable(CommentOnTable operation) {
        return one(commentOnTableSql(operation.table(), operation.comment()), operation);
    }

    /** One by one, which makes no table anew. */
    @Override
    public List<Executable> tableBatch(TableBatch operation) {
        if (operation.hasRest()) {
            throw unsupported(operation, operation.moves().isEmpty() ? KEEPS_OPTIONS : "it does not move columns");
        }
        return operation.operations().stream()
                .flatMap(change -> compile(change).stream())
                .toList();
    }

    // columns

    @Override
    public List<Executable> addColumn(AddColumn operation) {
        Column column = operation.column();
        Executable add = creating(
                operation, clause -> alter(operation.table()) + "ADD COLUMN " + clause + columnDefinition(column));
        return Stream.concat(Stream.of(add), commentOf(operation.table(), column).stream())
                .toList();
    }

    /** The statements that set the comment of a new column. The default is COMMENT ON. */
    protected List<Executable> commentOf(QualifiedName table, Column column) {
        if (column.comment() == null) {
            return List.of();
        }
        List<ColumnChange> comment = List.of(new ColumnChange.Comment(column.comment()));
        return compile(new AlterColumn(table, column.name(), comment, column.comment(null)));
    }

    @Override
    public List<Executable> dropColumn(DropColumn operation) {
        return List.of(changing(
                operation,
                clause -> alter(clause, operation.table()) + "DROP COLUMN " + clause + names.write(operation.name())));
    }

    @Override
    public List<Executable> alterColumn(AlterColumn operation) {
        return oneByOne(operation, operation.inOrder());
    }

    /** A statement for each change, as an operation of its own that begins where the previous one has left the column. */
    protected final List<Executable> oneByOne(AlterColumn operation, List<ColumnChange> changes) {
        List<Executable> statements = new ArrayList<>();
        Column before = operation.existing();
        for (ColumnChange change : changes) {
            AlterColumn part = new AlterColumn(operation.table(), operation.column(), List.of(change), before);
            if (!sequences().isSame(change, before)) {
                statements.add(changing(part, clause -> alterColumnSql(operation, change, clause)));
            }
            before = before == null ? null : change.appliedTo(before);
        }
        return statements;
    }

    /**
     * The statement for one change of a column.
     *
     * @param clause what precedes the names of its table and its column, with a space after it; empty for nothing
     */
    protected String alterColumnSql(AlterColumn operation, ColumnChange change, String clause) {
        if (change instanceof ColumnChange.Comment comment) {
            return commentOnColumnSql(operation.table(), operation.column(), comment.to());
        }
        String column = altered(operation, clause);
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

    /** The beginning of a statement that alters a column. */
    protected final String altered(AlterColumn operation, String clause) {
        return alter(clause, operation.table()) + "ALTER COLUMN " + clause + names.write(operation.column());
    }

    /** What a column that is none becomes as an identity column; empty if it is one before, or nobody says. */
    protected static Optional<Identity> identitySet(AlterColumn operation) {
        Column before = operation.existing();
        return before == null || before.identity() != null
                ? Optional.empty()
                : Optional.ofNullable(operation.appliedTo(before).identity());
    }

    /** The identity of a column before it changes. */
    protected final Identity previousIdentity(AlterColumn operation) {
        Column before = operation.existing();
        if (before == null || before.identity() == null) {
            throw unsupported(
                    operation, "to change the options of an identity column, state the previous ones with from(…)");
        }
        return before.identity();
    }

    /** The type of a column after a change, if the column before is known. */
    protected static SqlType typeOf(AlterColumn operation) {
        return operation.appliedTo(Objects.requireNonNull(operation.existing())).type();
    }

    @Override
    public List<Executable> renameColumn(RenameColumn operation) {
        return List.of(changing(
                operation,
                clause -> alter(clause, operation.table()) + "RENAME COLUMN " + clause + names.write(operation.from())
                        + " TO " + names.write(operation.to())));
    }

    // constraints

    @Override
    public List<Executable> addConstraint(AddConstraint operation) {
        return List.of(creating(
                operation,
                clause -> alter(operation.table()) + "ADD "
                        + constraint(operation.table(), operation.constraint(), clause)));
    }

    @Override
    public List<Executable> dropConstraint(DropConstraint operation) {
        String name = operation.name();
        if (name == null) {
            return one(alter(operation.table()) + "DROP PRIMARY KEY", operation);
        }
        return List.of(dropConstraint(operation, name));
    }

    /** The statement that drops a constraint by its name. */
    protected final SqlStatement dropConstraint(DropConstraint operation, String name) {
        return changing(
                operation,
                clause -> alter(clause, operation.table()) + "DROP CONSTRAINT " + clause + names.write(name));
    }

    @Override
    public List<Executable> renameConstraint(RenameConstraint operation) {
        return one(
                alter(operation.table()) + "RENAME CONSTRAINT " + names.write(operation.from()) + " TO "
                        + names.write(operation.to()),
                operation);
    }

    @Override
    public List<Executable> validateConstraint(ValidateConstraint operation) {
        throw unsupported(operation, "its constraints are checked against existing rows when they are added");
    }

    // indexes

    @Override
    public List<Executable> renameIndex(RenameIndex operation) {
        return List.of(changing(
                operation,
                clause ->
                        "ALTER INDEX " + clause + names.write(operation.table().sibling(operation.from()))
                                + " RENAME TO " + names.write(operation.to())));
    }

    @Override
    public List<Executable> createIndex(CreateIndex operation) {
        return List.of(creating(operation, clause -> createIndexSql(operation.table(), operation.index(), clause)));
    }

    @Override
    public List<Executable> dropIndex(DropIndex operation) {
        return List.of(dropIndex(operation, ""));
    }

    /**
     * The statement that drops an index of the schema of its table.
     *
     * @param words what follows INDEX, with a space after it
     */
    protected final SqlStatement dropIndex(DropIndex operation, String words) {
        return changing(
                operation,
                clause -> "DROP INDEX " + words + clause
                        + names.write(operation.table().sibling(operation.name())));
    }
}
