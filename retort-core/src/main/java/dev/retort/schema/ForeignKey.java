package dev.retort.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key.
 *
 * @param name the name; null when the database is to choose one
 * @param columns the referring columns, in order
 * @param referredTable the table referred to
 * @param referredColumns the columns referred to, in the order of {@code columns}
 * @param onDelete what happens when the row referred to is deleted
 * @param onUpdate what happens when the key referred to changes
 */
public record ForeignKey(
        @Nullable String name,
        List<String> columns,
        QualifiedName referredTable,
        List<String> referredColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate)
        implements Constraint {

    public ForeignKey {
        columns = List.copyOf(columns);
        referredColumns = List.copyOf(referredColumns);
        if (columns.size() != referredColumns.size()) {
            throw new IllegalArgumentException("A foreign key refers to as many columns as it has: " + columns
                    + " cannot refer to " + referredColumns + " of " + referredTable + ".");
        }
    }

    public ForeignKey onDelete(ReferentialAction action) {
        return new ForeignKey(name, columns, referredTable, referredColumns, action, onUpdate);
    }

    public ForeignKey onUpdate(ReferentialAction action) {
        return new ForeignKey(name, columns, referredTable, referredColumns, onDelete, action);
    }

    /** The same key, the table it refers to named as where a schema is the default one. */
    ForeignKey within(@Nullable String defaultSchema) {
        return new ForeignKey(name, columns, referredTable.within(defaultSchema), referredColumns, onDelete, onUpdate);
    }

    /** The half of a foreign key that is known before the table it refers to. */
    public record Referring(@Nullable String name, List<String> columns) {

        public Referring {
            columns = List.copyOf(columns);
        }

        /** The whole key. */
        public ForeignKey references(String table, String... referredColumns) {
            return new ForeignKey(
                    name,
                    columns,
                    QualifiedName.parse(table),
                    List.of(referredColumns),
                    ReferentialAction.NO_ACTION,
                    ReferentialAction.NO_ACTION);
        }
    }
}
