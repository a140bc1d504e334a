package dev.retort.dialect;

import dev.retort.dialect.Executable.Conditional;
import dev.retort.operation.Existence;
import dev.retort.operation.SchemaChange;
import dev.retort.schema.AuxiliaryObject;
import dev.retort.schema.Column;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectReference;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.SchemaObject.Kind;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
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
        String query = "SELECT 1 FROM " + dialect.identifiers().write(name) + " WHERE 1 = 0";
        return dialect.transactions().refusal(connection, List.of(query)).isEmpty();
    }

    /**
     * Whether what an operation makes, changes, renames or drops is there.
     *
     * @throws SQLException when the database does not answer
     */
    public boolean isThere(SchemaChange.Part part) throws SQLException {
        if (part instanceof SchemaChange.Made made) {
            return isMade(made.object());
        }
        if (part instanceof SchemaChange.Added added) {
            return added.element() instanceof Column column
                    ? hasColumn(added.table(), column.name())
                    : hasElement(added.table(), added.element(), added.element().name(), Index::valid);
        }
        if (part instanceof SchemaChange.Dropped dropped) {
            return isThere(dropped.object());
        }
        if (part instanceof SchemaChange.Changed changed) {
            return isThere(changed.object());
        }
        if (part instanceof SchemaChange.RenamedObject renamed) {
            return isThere(renamed.from());
        }
        if (part instanceof SchemaChange.RenamedTable renamed) {
            return isThere(ObjectReference.of(Kind.TABLE, renamed.from()));
        }
        if (part instanceof SchemaChange.AlteredSequence altered) {
            return isThere(ObjectReference.of(Kind.SEQUENCE, altered.name()));
        }
        if (part instanceof SchemaChange.DroppedColumn dropped) {
            return hasColumn(dropped.table(), dropped.name());
        }
        if (part instanceof SchemaChange.AlteredColumn altered) {
            return hasColumn(altered.table(), altered.from());
        }
        if (part instanceof SchemaChange.RenamedElement renamed) {
            return hasElement(renamed.table(), null, renamed.from(), index -> true);
        }
        SchemaChange.DroppedElement dropped = (SchemaChange.DroppedElement) part;
        return hasElement(dropped.table(), dropped.was(), dropped.name(), index -> true);
    }

    /** A view has the name of a table. */
    private boolean isMade(SchemaObject object) throws SQLException {
        if (object instanceof Table table) {
            return answersTo(inOwnSchema(table.name()));
        }
        return isThere(
                object instanceof AuxiliaryObject own
                        ? own.reference()
                        : ObjectReference.of(object.kind(), object.name()));
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

    private boolean hasColumn(QualifiedName table, String column) throws SQLException {
        return table(table).stream()
                .flatMap(found -> found.columns().stream())
                .anyMatch(found -> isSame(found.name(), column));
    }

    /** A table has only one primary key, which on some databases has a name of theirs. */
    private boolean hasElement(
            QualifiedName table, @Nullable TableElement element, @Nullable String name, Predicate<Index> counts)
            throws SQLException {
        Optional<Table> there = table(table);
        if (element instanceof PrimaryKey) {
            return there.map(Table::primaryKey).isPresent();
        }
        return there.stream()
                .flatMap(found -> Stream.concat(
                        found.constraints().stream().map(constraint -> constraint.name()),
                        found.indexes().stream().filter(counts).map(Index::name)))
                .anyMatch(found -> isSame(found, name));
    }

    private boolean isSame(@Nullable String one, @Nullable String other) {
        ComparisonRules rules = dialect.comparison();
        return one != null && other != null && rules.nameKey(one).equals(rules.nameKey(other));
    }
}
