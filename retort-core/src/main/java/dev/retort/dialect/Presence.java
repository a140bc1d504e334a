package dev.retort.dialect;

import dev.retort.dialect.Executable.Conditional;
import dev.retort.operation.Existence;
import dev.retort.operation.SchemaChange;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectReference;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaObject.Kind;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether things are in a database, by their names. The connection is not in auto-commit mode. */
public final class Presence {

    private final Connection connection;
    private final Dialect dialect;

    public Presence(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /**
     * Whether the condition of an executable is met, so that it has to run.
     *
     * @throws SQLException when the database does not answer
     */
    public boolean isMet(Conditional conditional) throws SQLException {
        boolean expected = conditional.condition() == Existence.PRESENT;
        for (SchemaChange.Part part : conditional.parts()) {
            if (isThere(part) != expected) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether there is an object. One without schema is looked for in the connection's own schema alone, whatever others a search path names.
     *
     * @throws SQLException when the database does not answer
     */
    public boolean isThere(ObjectReference object) throws SQLException {
        ObjectReference own = inOwnSchema(object);
        return object.kind() == Kind.SEQUENCE
                ? isSequence(own.name())
                : dialect.objects().isThere(connection, own);
    }

    /**
     * Whether a statement finds an object, be it in another schema of the search path.
     *
     * @throws SQLException when the database does not answer
     */
    public boolean isFound(ObjectReference object) throws SQLException {
        return (dialect.objects().hasSearchPath() && object.kind() != Kind.SEQUENCE)
                ? dialect.objects().isThere(connection, object)
                : isThere(object);
    }

    /**
     * Whether a query finds something by a name: a table, a view, a partition.
     *
     * @throws SQLException when the database does not answer
     */
    public boolean answersTo(QualifiedName name) throws SQLException {
        return refusal(name).isEmpty();
    }

    /**
     * Whether the database says that a query finds nothing by a name. Another refusal, such as for lack of a privilege, says nothing.
     *
     * @throws SQLException when the database does not answer
     */
    public boolean isMissing(QualifiedName name) throws SQLException {
        return refusal(name).filter(dialect.failures()::isMissingTable).isPresent();
    }

    private Optional<SQLException> refusal(QualifiedName name) throws SQLException {
        String query = "SELECT 1 FROM " + dialect.identifiers().write(name) + " WHERE 1 = 0";
        return dialect.transactions().refusal(connection, List.of(query));
    }

    /**
     * Whether what an operation makes, changes, renames or drops is there.
     *
     * @throws SQLException when the database does not answer
     */
    public boolean isThere(SchemaChange.Part part) throws SQLException {
        SchemaChange.Subject subject = part.subject();
        if (subject instanceof SchemaChange.ColumnOf column) {
            return hasColumn(column);
        }
        if (subject instanceof SchemaChange.ElementOf element) {
            return hasElement(element, index -> index.valid() || !part.makes());
        }
        if (subject instanceof SchemaChange.EnumValueOf label) {
            return dialect.objects().hasEnumValue(connection, label.type(), label.value());
        }
        if (subject instanceof SchemaChange.CommentOf comment) {
            return !lacks(comment);
        }
        if (subject instanceof SchemaChange.PartitionOf attached) {
            return dialect.objects()
                    .hasPartition(connection, inOwnSchema(attached.table()), inOwnSchema(attached.partition()));
        }
        ObjectReference object = ((SchemaChange.WholeObject) subject).object();
        // A view has the name of a table, too.
        return (part.makes() && object.kind() == Kind.TABLE) ? answersTo(inOwnSchema(object.name())) : isThere(object);
    }

    private ObjectReference inOwnSchema(ObjectReference object) throws SQLException {
        if (object.kind() == Kind.SCHEMA || object.kind() == Kind.EXTENSION) {
            return object;
        }
        @Nullable QualifiedName table = object.table() == null ? null : inOwnSchema(object.table());
        return new ObjectReference(object.kind(), inOwnSchema(object.name()), object.arguments(), table);
    }

    private QualifiedName inOwnSchema(QualifiedName name) throws SQLException {
        return name.schema() != null
                ? name
                : name.inSchema(dialect.inspector().defaultSchema(connection).orElse(null));
    }

    private boolean isSequence(QualifiedName name) throws SQLException {
        List<String> schemas = name.schema() == null ? List.of() : List.of(name.schema());
        return dialect
                .inspector()
                .inspect(connection, new InspectionScope(schemas, null))
                .objects(Sequence.class)
                .stream()
                .anyMatch(sequence -> isSame(sequence.name().name(), name.name()));
    }

    private Optional<Table> table(QualifiedName name) throws SQLException {
        return dialect.inspector().table(connection, inOwnSchema(name));
    }

    private boolean hasColumn(SchemaChange.ColumnOf column) throws SQLException {
        return table(column.table()).stream()
                .flatMap(found -> found.columns().stream())
                .anyMatch(found -> isSame(found.name(), column.name()));
    }

    /** Whether there is a table or a column without a comment. */
    private boolean lacks(SchemaChange.CommentOf comment) throws SQLException {
        Optional<Table> there = table(comment.table());
        return comment.column() == null
                ? there.filter(found -> found.comment() == null).isPresent()
                : there.stream()
                        .flatMap(found -> found.columns().stream())
                        .anyMatch(found -> isSame(found.name(), comment.column()) && found.comment() == null);
    }

    /** A table has only one primary key, which on some databases has a name of theirs. */
    private boolean hasElement(SchemaChange.ElementOf element, Predicate<Index> counts) throws SQLException {
        Optional<Table> there = table(element.table());
        if (element.element() instanceof PrimaryKey) {
            return there.map(Table::primaryKey).isPresent();
        }
        return there.stream()
                .flatMap(found -> Stream.concat(
                        found.constraints().stream().map(constraint -> constraint.name()),
                        found.indexes().stream().filter(counts).map(Index::name)))
                .anyMatch(found -> isSame(found, element.name()));
    }

    private boolean isSame(@Nullable String one, @Nullable String other) {
        ComparisonRules rules = dialect.comparison();
        return one != null && other != null && rules.nameKey(one).equals(rules.nameKey(other));
    }
}
