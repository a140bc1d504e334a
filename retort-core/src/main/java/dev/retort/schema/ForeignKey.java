package dev.retort.schema;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key, made by {@link #of}. The other methods return a changed copy.
 *
 * @param name the name; null when the database is to choose one
 * @param columns the referring columns, in order
 * @param referredTable the table referred to
 * @param referredColumns the columns referred to, in the order of {@code columns}
 * @param onDelete what happens when the row referred to is deleted
 * @param onUpdate what happens when the key referred to changes
 * @param match which rows must have one that they refer to
 * @param deferrability when it is checked
 * @param validated whether it is known to hold for the rows that were there before it
 * @param setColumns the columns that {@code ON DELETE SET NULL} or {@code SET DEFAULT} sets; empty for all
 */
public record ForeignKey(
        @Nullable String name,
        List<String> columns,
        QualifiedName referredTable,
        List<String> referredColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate,
        Match match,
        Deferrability deferrability,
        boolean validated,
        List<String> setColumns)
        implements Constraint {

    public ForeignKey {
        columns = List.copyOf(columns);
        referredColumns = List.copyOf(referredColumns);
        setColumns = List.copyOf(setColumns);
        if (columns.size() != referredColumns.size()) {
            throw new IllegalArgumentException("A foreign key refers to as many columns as it has: " + columns
                    + " cannot refer to " + referredColumns + " of " + referredTable + ".");
        }
    }

    /** A foreign key that does nothing when what it refers to is deleted or changed. */
    public static ForeignKey of(
            @Nullable String name, List<String> columns, QualifiedName referredTable, List<String> referredColumns) {
        return new ForeignKey(
                name,
                columns,
                referredTable,
                referredColumns,
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                Match.SIMPLE,
                Deferrability.NOT_DEFERRABLE,
                true,
                List.of());
    }

    @Override
    public ForeignKey named(@Nullable String other) {
        return with(key -> key.name = other);
    }

    public ForeignKey columns(List<String> others) {
        return with(key -> key.columns = others);
    }

    public ForeignKey references(QualifiedName table) {
        return references(table, referredColumns);
    }

    public ForeignKey references(QualifiedName table, List<String> others) {
        return with(key -> {
            key.referredTable = table;
            key.referredColumns = others;
        });
    }

    public ForeignKey onDelete(ReferentialAction action) {
        return with(key -> key.onDelete = action);
    }

    public ForeignKey onUpdate(ReferentialAction action) {
        return with(key -> key.onUpdate = action);
    }

    public ForeignKey match(Match other) {
        return with(key -> key.match = other);
    }

    public ForeignKey deferrability(Deferrability other) {
        return with(key -> key.deferrability = other);
    }

    public ForeignKey validated(boolean known) {
        return with(key -> key.validated = known);
    }

    public ForeignKey setColumns(List<String> others) {
        return with(key -> key.setColumns = others);
    }

    private ForeignKey with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.key();
    }

    /** A foreign key that is being changed. */
    private static final class Copy {

        private @Nullable String name;
        private List<String> columns;
        private QualifiedName referredTable;
        private List<String> referredColumns;
        private ReferentialAction onDelete;
        private ReferentialAction onUpdate;
        private Match match;
        private Deferrability deferrability;
        private boolean validated;
        private List<String> setColumns;

        Copy(ForeignKey key) {
            name = key.name;
            columns = key.columns;
            referredTable = key.referredTable;
            referredColumns = key.referredColumns;
            onDelete = key.onDelete;
            onUpdate = key.onUpdate;
            match = key.match;
            deferrability = key.deferrability;
            validated = key.validated;
            setColumns = key.setColumns;
        }

        ForeignKey key() {
            return new ForeignKey(
                    name,
                    columns,
                    referredTable,
                    referredColumns,
                    onDelete,
                    onUpdate,
                    match,
                    deferrability,
                    validated,
                    setColumns);
        }
    }

    /** The half of a foreign key that is known before the table it refers to. */
    public record Referring(@Nullable String name, List<String> columns) {

        public Referring {
            columns = List.copyOf(columns);
        }

        /** The whole key. */
        public ForeignKey references(String table, String... referredColumns) {
            return of(name, columns, QualifiedName.parse(table), List.of(referredColumns));
        }
    }
}
