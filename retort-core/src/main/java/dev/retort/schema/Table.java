package dev.retort.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A table with everything that belongs to it, created with {@link #of}. The methods that take what they are named after return a changed
 * copy.
 *
 * @param name the name
 * @param columns the columns, in order
 * @param primaryKey the primary key; null for none
 * @param foreignKeys the foreign keys
 * @param uniqueConstraints the unique constraints
 * @param exclusionConstraints the exclusion constraints
 * @param checks the check constraints
 * @param indexes the indexes, without those that belong to constraints
 * @param comment the comment; null for none
 * @param partitioning the partitioning clause, in the database's SQL; null for none
 * @param inherits the tables that it inherits from, in order
 * @param options product-specific options
 */
public record Table(
        QualifiedName name,
        List<Column> columns,
        @Nullable PrimaryKey primaryKey,
        List<ForeignKey> foreignKeys,
        List<UniqueConstraint> uniqueConstraints,
        List<ExclusionConstraint> exclusionConstraints,
        List<CheckConstraint> checks,
        List<Index> indexes,
        @Nullable String comment,
        @Nullable String partitioning,
        List<QualifiedName> inherits,
        Options options)
        implements SchemaObject {

    public Table {
        columns = List.copyOf(columns);
        foreignKeys = List.copyOf(foreignKeys);
        uniqueConstraints = List.copyOf(uniqueConstraints);
        exclusionConstraints = List.copyOf(exclusionConstraints);
        checks = List.copyOf(checks);
        indexes = List.copyOf(indexes);
        inherits = List.copyOf(inherits);
    }

    /** A table made of its elements, in any order. */
    public static Table of(QualifiedName name, List<? extends TableElement> elements) {
        List<Column> columns = new ArrayList<>();
        PrimaryKey primaryKey = null;
        List<ForeignKey> foreignKeys = new ArrayList<>();
        List<UniqueConstraint> uniqueConstraints = new ArrayList<>();
        List<ExclusionConstraint> exclusionConstraints = new ArrayList<>();
        List<CheckConstraint> checks = new ArrayList<>();
        List<Index> indexes = new ArrayList<>();
        for (TableElement element : elements) {
            if (element instanceof Column column) {
                columns.add(column);
            } else if (element instanceof PrimaryKey key) {
                if (primaryKey != null) {
                    throw new IllegalArgumentException("Table " + name + " has two primary keys.");
                }
                primaryKey = key;
            } else if (element instanceof ForeignKey key) {
                foreignKeys.add(key);
            } else if (element instanceof UniqueConstraint unique) {
                uniqueConstraints.add(unique);
            } else if (element instanceof ExclusionConstraint exclusion) {
                exclusionConstraints.add(exclusion);
            } else if (element instanceof CheckConstraint check) {
                checks.add(check);
            } else if (element instanceof Index index) {
                indexes.add(index);
            }
        }
        return new Table(
                name,
                columns,
                primaryKey,
                foreignKeys,
                uniqueConstraints,
                exclusionConstraints,
                checks,
                indexes,
                null,
                null,
                List.of(),
                Options.NONE);
    }

    public Table named(QualifiedName other) {
        return with(table -> table.name = other);
    }

    public Table columns(List<Column> others) {
        return with(table -> table.columns = others);
    }

    public Table primaryKey(@Nullable PrimaryKey other) {
        return with(table -> table.primaryKey = other);
    }

    public Table foreignKeys(List<ForeignKey> others) {
        return with(table -> table.foreignKeys = others);
    }

    public Table uniqueConstraints(List<UniqueConstraint> others) {
        return with(table -> table.uniqueConstraints = others);
    }

    public Table exclusionConstraints(List<ExclusionConstraint> others) {
        return with(table -> table.exclusionConstraints = others);
    }

    public Table checks(List<CheckConstraint> others) {
        return with(table -> table.checks = others);
    }

    /** With other constraints of all kinds. */
    public Table constraints(List<Constraint> others) {
        Table of = of(name, others);
        return primaryKey(of.primaryKey)
                .foreignKeys(of.foreignKeys)
                .uniqueConstraints(of.uniqueConstraints)
                .exclusionConstraints(of.exclusionConstraints)
                .checks(of.checks);
    }

    public Table indexes(List<Index> others) {
        return with(table -> table.indexes = others);
    }

    public Table comment(@Nullable String text) {
        return with(table -> table.comment = text);
    }

    public Table partitioning(@Nullable String sql) {
        return with(table -> table.partitioning = sql);
    }

    public Table inherits(List<QualifiedName> others) {
        return with(table -> table.inherits = others);
    }

    /** With a product-specific option; an empty value for an option without value. */
    public Table option(String option, String value) {
        return options(options.with(option, value));
    }

    public Table options(Options others) {
        return with(table -> table.options = others);
    }

    @Override
    public Kind kind() {
        return Kind.TABLE;
    }

    /** The column with a name. */
    public Optional<Column> column(String columnName) {
        for (Column column : columns) {
            if (column.name().equals(columnName)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** Whether a column is one of the primary key. */
    public boolean isInPrimaryKey(Column column) {
        return primaryKey != null && primaryKey.columns().contains(column.name());
    }

    /** All constraints: the primary key first, then unique constraints, exclusion constraints, checks and foreign keys. */
    public List<Constraint> constraints() {
        List<Constraint> all = new ArrayList<>();
        if (primaryKey != null) {
            all.add(primaryKey);
        }
        all.addAll(uniqueConstraints);
        all.addAll(exclusionConstraints);
        all.addAll(checks);
        all.addAll(foreignKeys);
        return all;
    }

    /** All columns, constraints and indexes, as {@link #of} takes them. */
    public List<TableElement> elements() {
        List<TableElement> all = new ArrayList<>(columns);
        all.addAll(constraints());
        all.addAll(indexes);
        return all;
    }

    private Table with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.table();
    }

    /** A table that is being changed. */
    private static final class Copy {

        private QualifiedName name;
        private List<Column> columns;
        private @Nullable PrimaryKey primaryKey;
        private List<ForeignKey> foreignKeys;
        private List<UniqueConstraint> uniqueConstraints;
        private List<ExclusionConstraint> exclusionConstraints;
        private List<CheckConstraint> checks;
        private List<Index> indexes;
        private @Nullable String comment;
        private @Nullable String partitioning;
        private List<QualifiedName> inherits;
        private Options options;

        Copy(Table table) {
            name = table.name;
            columns = table.columns;
            primaryKey = table.primaryKey;
            foreignKeys = table.foreignKeys;
            uniqueConstraints = table.uniqueConstraints;
            exclusionConstraints = table.exclusionConstraints;
            checks = table.checks;
            indexes = table.indexes;
            comment = table.comment;
            partitioning = table.partitioning;
            inherits = table.inherits;
            options = table.options;
        }

        Table table() {
            return new Table(
                    name,
                    columns,
                    primaryKey,
                    foreignKeys,
                    uniqueConstraints,
                    exclusionConstraints,
                    checks,
                    indexes,
                    comment,
                    partitioning,
                    inherits,
                    options);
        }
    }
}
