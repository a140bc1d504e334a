package dev.retort.schema;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key, created with {@link #of}. The other methods return a changed copy.
 *
 * @param name the name; null if the database chooses one
 * @param columns the referencing columns, in order
 * @param referredTable the referenced table
 * @param referredColumns the referenced columns, in the order of {@code columns}
 * @param onDelete the action when the referenced row is deleted
 * @param onUpdate the action when the referenced key changes
 * @param match which rows must reference an existing row
 * @param deferrability when it is checked
 * @param validated whether existing rows are known to satisfy it
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

    /** A foreign key with the action {@code NO ACTION} on delete and update. */
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

    /** Checked at each statement, unless a transaction defers it to its end. */
    public ForeignKey deferrable() {
        return deferrability(Deferrability.INITIALLY_IMMEDIATE);
    }

    /** Checked at the end of the transaction, unless the transaction says otherwise. */
    public ForeignKey initiallyDeferred() {
        return deferrability(Deferrability.INITIALLY_DEFERRED);
    }

    public ForeignKey deferrability(Deferrability other) {
        return with(key -> key.deferrability = other);
    }

    /** Without a look at the rows that are there: {@code NOT VALID}. */
    public ForeignKey notValid() {
        return validated(false);
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

    /** A foreign key without its referenced table. */
    public record Referring(@Nullable String name, List<String> columns) {

        public Referring {
            columns = List.copyOf(columns);
        }

        /** The complete foreign key. */
        public ForeignKey references(String table, String... referredColumns) {
            return of(name, columns, QualifiedName.parse(table), List.of(referredColumns));
        }
    }
}
