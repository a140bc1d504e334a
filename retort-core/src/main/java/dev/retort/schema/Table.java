package dev.retort.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table with everything that belongs to it.
 *
 * @param name the name
 * @param columns the columns, in order
 * @param primaryKey the primary key; null for none
 * @param foreignKeys the foreign keys
 * @param uniqueConstraints the unique constraints
 * @param checks the check constraints
 * @param indexes the indexes that no constraint brought along
 * @param comment the comment; null for none
 */
public record Table(
        QualifiedName name,
        List<Column> columns,
        @Nullable PrimaryKey primaryKey,
        List<ForeignKey> foreignKeys,
        List<UniqueConstraint> uniqueConstraints,
        List<CheckConstraint> checks,
        List<Index> indexes,
        @Nullable String comment) {

    public Table {
        columns = List.copyOf(columns);
        foreignKeys = List.copyOf(foreignKeys);
        uniqueConstraints = List.copyOf(uniqueConstraints);
        checks = List.copyOf(checks);
        indexes = List.copyOf(indexes);
    }

    /** A table made of its parts, in any order. */
    public static Table of(QualifiedName name, List<? extends TableElement> elements) {
        List<Column> columns = new ArrayList<>();
        PrimaryKey primaryKey = null;
        List<ForeignKey> foreignKeys = new ArrayList<>();
        List<UniqueConstraint> uniqueConstraints = new ArrayList<>();
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
            } else if (element instanceof CheckConstraint check) {
                checks.add(check);
            } else if (element instanceof Index index) {
                indexes.add(index);
            }
        }
        return new Table(name, columns, primaryKey, foreignKeys, uniqueConstraints, checks, indexes, null);
    }

    public Table comment(@Nullable String text) {
        return new Table(name, columns, primaryKey, foreignKeys, uniqueConstraints, checks, indexes, text);
    }

    /** The same table, it and those it refers to named as where a schema is the default one. */
    Table within(@Nullable String defaultSchema) {
        List<ForeignKey> keys =
                foreignKeys.stream().map(key -> key.within(defaultSchema)).toList();
        return new Table(
                name.within(defaultSchema),
                columns.stream()
                        .map(column -> column.typed(within(column.type(), defaultSchema)))
                        .toList(),
                primaryKey,
                keys,
                uniqueConstraints,
                checks,
                indexes,
                comment);
    }

    private static SqlType within(SqlType type, @Nullable String defaultSchema) {
        if (type instanceof ArrayType array) {
            return new ArrayType(within(array.element(), defaultSchema));
        }
        return type instanceof EnumType words && words.name() != null
                ? new EnumType(words.name().within(defaultSchema), words.values())
                : type;
    }

    /** The column with a name. */
    public Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }

    /** All constraints: the primary key first, then unique constraints, checks and foreign keys. */
    public List<Constraint> constraints() {
        List<Constraint> all = new ArrayList<>();
        if (primaryKey != null) {
            all.add(primaryKey);
        }
        all.addAll(uniqueConstraints);
        all.addAll(checks);
        all.addAll(foreignKeys);
        return all;
    }

    /** Everything between the parentheses, as {@link #of} takes it. */
    public List<TableElement> elements() {
        List<TableElement> all = new ArrayList<>(columns);
        all.addAll(constraints());
        all.addAll(indexes);
        return all;
    }
}
