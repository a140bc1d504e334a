package dev.retort.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An immutable description of a schema, from a database, entities or a file. Any two can be compared. Snapshots of equal objects are equal.
 */
public final class SchemaSnapshot {

    private static final Comparator<SchemaObject> ORDER = Comparator.comparing(SchemaObject::kind)
            .thenComparing(SchemaObject::belongsTo)
            .thenComparing(SchemaSnapshot::part)
            .thenComparing(SchemaObject::name)
            .thenComparing(SchemaSnapshot::arguments);

    /** An empty schema. */
    public static final SchemaSnapshot EMPTY = new SchemaSnapshot(List.of());

    private final List<SchemaObject> objects;
    private final List<Table> tables;
    private final List<Sequence> sequences;
    private final List<Sequence> ownedSequences;
    private final Map<QualifiedName, Table> tablesByName = new HashMap<>();

    private SchemaSnapshot(Collection<? extends SchemaObject> objects) {
        this.objects = objects.stream()
                .<SchemaObject>map(object -> object)
                .sorted(ORDER)
                .toList();
        this.tables = objects(Table.class);
        this.sequences = sequences(sequence -> sequence.owner() == null);
        this.ownedSequences = sequences(sequence -> sequence.owner() != null);
        tables.forEach(table -> tablesByName.put(table.name(), table));
    }

    private static Unmodelled.Part part(SchemaObject object) {
        return object instanceof Unmodelled left ? left.part() : Unmodelled.Part.TABLE;
    }

    private static String arguments(SchemaObject object) {
        return object instanceof Routine routine ? routine.reference().signature() : "";
    }

    /** A schema with these objects. */
    public static SchemaSnapshot of(Collection<? extends SchemaObject> objects) {
        return objects.isEmpty() ? EMPTY : new SchemaSnapshot(objects);
    }

    /** A schema with these objects. */
    public static SchemaSnapshot of(SchemaObject... objects) {
        return of(List.of(objects));
    }

    /** The same schema with additional objects. */
    public SchemaSnapshot and(Collection<? extends SchemaObject> more) {
        List<SchemaObject> all = new ArrayList<>(objects);
        all.addAll(more);
        return of(all);
    }

    /** The objects that pass a test. */
    public SchemaSnapshot filter(Predicate<SchemaObject> included) {
        return of(objects.stream().filter(included).toList());
    }

    /** All objects, sorted by kind and name. */
    public List<SchemaObject> objects() {
        return objects;
    }

    /** The objects of one kind, sorted by name. */
    public <T extends SchemaObject> List<T> objects(Class<T> kind) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The tables, sorted by name. */
    public List<Table> tables() {
        return tables;
    }

    /** The table with a name. */
    public Optional<Table> table(QualifiedName name) {
        return Optional.ofNullable(tablesByName.get(name));
    }

    /** The sequences that belong to no column, sorted by name. */
    public List<Sequence> sequences() {
        return sequences;
    }

    /** The sequences that a column owns and that have a name of their own, sorted by name. */
    public List<Sequence> ownedSequences() {
        return ownedSequences;
    }

    private List<Sequence> sequences(Predicate<Sequence> included) {
        return objects(Sequence.class).stream().filter(included).toList();
    }

    /** What the database has and a snapshot has no place for, sorted by table, part and name. */
    public List<Unmodelled> unmodelled() {
        return objects(Unmodelled.class);
    }

    /** The same schema with all names relative to a default schema. */
    public SchemaSnapshot within(@Nullable String defaultSchema) {
        return new WithinSchema(defaultSchema).snapshot(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SchemaSnapshot snapshot && objects.equals(snapshot.objects);
    }

    @Override
    public int hashCode() {
        return objects.hashCode();
    }

    @Override
    public String toString() {
        return objects.toString();
    }
}
