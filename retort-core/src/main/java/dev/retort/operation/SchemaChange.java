package dev.retort.operation;

import dev.retort.schema.Column;
import dev.retort.schema.Identity;
import dev.retort.schema.ObjectReference;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an operation creates, drops and alters in a schema, as far as the operation itself knows.
 *
 * @param known whether it knows all of it
 * @param parts the changes, in order
 */
public record SchemaChange(boolean known, List<Part> parts) {

    /** One change. */
    public sealed interface Part {

        /** What it makes, or what has to be there for it. */
        Subject subject();

        /** Whether it makes its subject; otherwise the subject has to be there. The default is no. */
        default boolean makes() {
            return false;
        }

        /** Whether it can depend on that: something is made where it is missing, and what is changed or dropped has to be there. */
        default boolean suits(Existence condition) {
            return subject().isNamed() && makes() == (condition == Existence.MISSING);
        }

        /** Whether it does nothing a second time if it depends on what is there. The default is yes. */
        default boolean isRepeatable() {
            return true;
        }
    }

    /** What the catalog finds by a name. */
    public sealed interface Subject {

        /** Whether its name is known. The default is yes. */
        default boolean isNamed() {
            return true;
        }
    }

    /** An object. */
    public record WholeObject(ObjectReference object) implements Subject {}

    /** A column of a table. */
    public record ColumnOf(QualifiedName table, String name) implements Subject {}

    /**
     * A constraint or an index of a table.
     *
     * @param name the name; null for none, or for one that is not known
     * @param element the constraint or index; null if it is not known
     */
    public record ElementOf(
            QualifiedName table,
            @Nullable String name,
            @Nullable TableElement element) implements Subject {

        @Override
        public boolean isNamed() {
            return name != null;
        }
    }

    /**
     * The comment of a table or a column.
     *
     * @param column the column; null for the table itself
     */
    public record CommentOf(QualifiedName table, @Nullable String column) implements Subject {}

    /** A table that is a partition of another. */
    public record PartitionOf(QualifiedName table, QualifiedName partition) implements Subject {}

    /** A label of a named enum type. */
    public record EnumValueOf(QualifiedName type, String value) implements Subject {}

    /** A named enum type gets a label. */
    public record AddedValue(EnumValueOf subject) implements Part {

        @Override
        public boolean makes() {
            return true;
        }
    }

    /** A label of a named enum type is renamed, or goes. */
    public record ChangedValue(EnumValueOf subject) implements Part {}

    /** A table becomes a partition. */
    public record Attached(PartitionOf subject) implements Part {

        @Override
        public boolean makes() {
            return true;
        }
    }

    /** A partition becomes a table of its own. */
    public record Detached(PartitionOf subject) implements Part {}

    /** A table gets another comment, or a constraint is checked against existing rows; both stay what they are. */
    public record Touched(Subject subject) implements Part {}

    /** Something new gets its comment, as far as it has none. */
    public record Commented(CommentOf subject) implements Part {

        @Override
        public boolean makes() {
            return true;
        }
    }

    /** An object is created, a table with all its parts. */
    public record Made(SchemaObject object) implements Part {

        @Override
        public Subject subject() {
            return new WholeObject(object.reference());
        }

        @Override
        public boolean makes() {
            return true;
        }
    }

    /** An object is dropped, a table with all its parts. */
    public record Dropped(ObjectReference object) implements Part {

        @Override
        public Subject subject() {
            return new WholeObject(object);
        }
    }

    /** An object that is no table stays and becomes another. */
    public record Changed(ObjectReference object) implements Part {

        @Override
        public Subject subject() {
            return new WholeObject(object);
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }
    }

    /** An object that is no table is renamed. */
    public record RenamedObject(ObjectReference from, QualifiedName to) implements Part {

        @Override
        public Subject subject() {
            return new WholeObject(from);
        }
    }

    /** A table is renamed. */
    public record RenamedTable(QualifiedName from, QualifiedName to) implements Part {

        @Override
        public Subject subject() {
            return new WholeObject(ObjectReference.of(SchemaObject.Kind.TABLE, from));
        }
    }

    /** A table gets a column, a constraint or an index. */
    public record Added(QualifiedName table, TableElement element) implements Part {

        @Override
        public Subject subject() {
            return element instanceof Column column
                    ? new ColumnOf(table, column.name())
                    : new ElementOf(table, element.name(), element);
        }

        @Override
        public boolean makes() {
            return true;
        }
    }

    /**
     * A column is dropped.
     *
     * @param was the column before; null if it is not known
     */
    public record DroppedColumn(
            QualifiedName table, String name, @Nullable Column was) implements Part {

        @Override
        public Subject subject() {
            return new ColumnOf(table, name);
        }
    }

    /**
     * A constraint or an index is dropped.
     *
     * @param name the name; null for a constraint that has none, or a primary key whose name is not known
     * @param was the constraint or index before; null if it is not known
     */
    public record DroppedElement(
            QualifiedName table,
            @Nullable String name,
            @Nullable TableElement was) implements Part {

        @Override
        public Subject subject() {
            return new ElementOf(table, name, was);
        }
    }

    /** A constraint or an index is renamed. */
    public record RenamedElement(QualifiedName table, String from, String to) implements Part {

        @Override
        public Subject subject() {
            return new ElementOf(table, from, null);
        }
    }

    /**
     * A column is renamed or altered.
     *
     * @param from its name
     * @param to its name afterwards
     * @param changes its changed properties
     * @param was the column before; null if it is not known
     */
    public record AlteredColumn(
            QualifiedName table,
            String from,
            String to,
            List<ColumnChange> changes,
            @Nullable Column was) implements Part {

        @Override
        public Subject subject() {
            return new ColumnOf(table, from);
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }

        /** The new type; empty if it does not change. */
        public Optional<SqlType> type() {
            return ColumnChange.ofKind(ColumnChange.Type.class, changes).map(ColumnChange.Type::to);
        }

        /** The new identity options; empty if they do not change. */
        public Optional<Identity> identity() {
            return ColumnChange.ofKind(ColumnChange.Identity.class, changes)
                    .flatMap(identity -> Optional.ofNullable(identity.to()));
        }

        /** The column afterwards, given the actual one. If the operation states the column before, that is used instead. */
        public Column appliedTo(Column found) {
            return ColumnChange.applied(changes, was == null ? found : was);
        }

        boolean isRenamed() {
            return !from.equals(to);
        }
    }

    /**
     * A sequence is altered.
     *
     * @param changes its changed properties
     */
    public record AlteredSequence(QualifiedName name, List<SequenceChange> changes) implements Part {

        @Override
        public Subject subject() {
            return new WholeObject(ObjectReference.of(SchemaObject.Kind.SEQUENCE, name));
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }
    }

    /** Nothing is created, dropped or altered. */
    public static final SchemaChange NONE = new SchemaChange(true, List.of());

    /** A change that only the database knows. */
    public static final SchemaChange UNKNOWN = new SchemaChange(false, List.of());

    public SchemaChange {
        parts = List.copyOf(parts);
    }

    /** One change that the operation tells in full. */
    public static SchemaChange of(Part part) {
        return new SchemaChange(true, List.of(part));
    }

    /** The changes of several operations. */
    public static SchemaChange of(List<Operation> operations) {
        List<SchemaChange> changes = operations.stream().map(Operation::change).toList();
        return new SchemaChange(
                changes.stream().allMatch(SchemaChange::known),
                changes.stream().flatMap(change -> change.parts.stream()).toList());
    }

    /** The objects that are made. */
    public List<SchemaObject> made() {
        return all(Made.class).map(Made::object).toList();
    }

    /** The tables that are made. */
    public List<Table> madeTables() {
        return only(Table.class, made().stream()).toList();
    }

    /** The sequences that are made. */
    public List<Sequence> madeSequences() {
        return only(Sequence.class, made().stream()).toList();
    }

    /** The tables that are dropped. */
    public List<QualifiedName> droppedTables() {
        return all(Dropped.class)
                .map(Dropped::object)
                .filter(dropped -> dropped.kind() == SchemaObject.Kind.TABLE)
                .map(ObjectReference::name)
                .toList();
    }

    /** The tables that get another name. */
    public List<RenamedTable> renamedTables() {
        return all(RenamedTable.class).toList();
    }

    /** The columns, constraints and indexes that tables get which are there already. */
    public List<Added> added() {
        return all(Added.class).toList();
    }

    /** The columns, constraints and indexes that tables get, be they there already or not. */
    public List<Added> elements() {
        List<Added> elements = new ArrayList<>();
        for (Table table : madeTables()) {
            table.elements().forEach(element -> elements.add(new Added(table.name(), element)));
        }
        elements.addAll(added());
        return elements;
    }

    /** The columns that are dropped while their tables stay. */
    public List<DroppedColumn> droppedColumns() {
        return all(DroppedColumn.class).toList();
    }

    /** The constraints and indexes that are dropped while their tables stay. */
    public List<DroppedElement> droppedElements() {
        return all(DroppedElement.class).toList();
    }

    /** The columns that stay and become others. */
    public List<AlteredColumn> alteredColumns() {
        return all(AlteredColumn.class).toList();
    }

    /** The sequences that stay and become others. */
    public List<AlteredSequence> alteredSequences() {
        return all(AlteredSequence.class).toList();
    }

    /** The columns that are made, and one of the type that a column gets. */
    public List<Column> typedColumns() {
        return Stream.concat(
                        only(Column.class, elements().stream().map(Added::element)),
                        alteredColumns().stream()
                                .flatMap(altered -> altered.type().map(type -> Column.of(altered.to(), type)).stream()))
                .toList();
    }

    /** The names that come to be, without the names of schemas. */
    public List<String> names() {
        return Stream.of(
                        made().stream().map(object -> object.name().name()),
                        elements().stream()
                                .flatMap(added ->
                                        Stream.ofNullable(added.element().name())),
                        renamedTables().stream().map(renamed -> renamed.to().name()),
                        all(RenamedObject.class).map(renamed -> renamed.to().name()),
                        all(RenamedElement.class).map(RenamedElement::to),
                        alteredColumns().stream()
                                .filter(AlteredColumn::isRenamed)
                                .map(AlteredColumn::to))
                .flatMap(names -> names)
                .toList();
    }

    /** The kinds of objects that are no tables and that are made, changed, renamed or dropped. */
    public Stream<SchemaObject.Kind> kinds() {
        return Stream.of(
                        made().stream().map(SchemaObject::kind),
                        all(Dropped.class).map(dropped -> dropped.object().kind()),
                        all(Changed.class).map(changed -> changed.object().kind()),
                        all(RenamedObject.class).map(renamed -> renamed.from().kind()),
                        all(AlteredSequence.class).map(altered -> SchemaObject.Kind.SEQUENCE),
                        parts.stream()
                                .filter(part -> part.subject() instanceof EnumValueOf)
                                .map(part -> SchemaObject.Kind.ENUM_TYPE))
                .flatMap(kinds -> kinds)
                .filter(kind -> kind != SchemaObject.Kind.TABLE);
    }

    private <P extends Part> Stream<P> all(Class<P> kind) {
        return only(kind, parts.stream());
    }

    private static <T> Stream<T> only(Class<T> kind, Stream<?> all) {
        return all.filter(kind::isInstance).map(kind::cast);
    }
}
