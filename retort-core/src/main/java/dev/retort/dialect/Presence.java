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
     * Whether there is an object.
     *
     * @throws SQLException when the database does not answer
     */
    public boolean isThere(ObjectReference object) throws SQLException {
        if (object.kind() == Kind.TABLE) {
            return table(object.name()).isPresent() || answersTo(object.name());
        }
        ObjectReference inSchema = object.named(withSchema(object));
        return object.kind() == Kind.SEQUENCE
                ? isSequence(inSchema.name())
                : dialect.objects().isThere(connection, inSchema);
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
                    : hasElement(added.table(), added.element(), added.element().name());
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
            return hasElement(renamed.table(), null, renamed.from());
        }
        SchemaChange.DroppedElement dropped = (SchemaChange.DroppedElement) part;
        return hasElement(dropped.table(), dropped.was(), dropped.name());
    }

    /** A new object goes into the connection's own schema, whatever others of the search path have. */
    private boolean isMade(SchemaObject object) throws SQLException {
        ObjectReference reference = ObjectReference.of(object.kind(), object.name());
        if (!(object instanceof Table)) {
            return isThere(object instanceof AuxiliaryObject own ? own.reference() : reference);
        }
        return answersTo(withSchema(reference));
    }

    private QualifiedName withSchema(ObjectReference object) throws SQLException {
        QualifiedName name = object.name();
        boolean hasNone = object.kind() == Kind.SCHEMA || object.kind() == Kind.EXTENSION;
        if (hasNone || name.schema() != null) {
            return name;
        }
        return name.inSchema(dialect.inspector().defaultSchema(connection).orElse(null));
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
        return dialect.inspector().table(connection, name);
    }

    private boolean hasColumn(QualifiedName table, String column) throws SQLException {
        return table(table).stream()
                .flatMap(found -> found.columns().stream())
                .anyMatch(found -> isSame(found.name(), column));
    }

    /** A table has only one primary key, which on some databases has a name of theirs. */
    private boolean hasElement(QualifiedName table, @Nullable TableElement element, @Nullable String name)
            throws SQLException {
        Optional<Table> there = table(table);
        if (element instanceof PrimaryKey) {
            return there.map(Table::primaryKey).isPresent();
        }
        return there.stream()
                .flatMap(found -> Stream.concat(
                        found.constraints().stream().map(constraint -> constraint.name()),
                        found.indexes().stream().filter(Index::valid).map(Index::name)))
                .anyMatch(found -> isSame(found, name));
    }

    private boolean isSame(@Nullable String one, @Nullable String other) {
        ComparisonRules rules = dialect.comparison();
        return one != null && other != null && rules.nameKey(one).equals(rules.nameKey(other));
    }
}
