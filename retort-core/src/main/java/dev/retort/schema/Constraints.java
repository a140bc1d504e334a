package dev.retort.schema;

import java.util.List;

/** The words for keys, checks and indexes, to be imported statically in a revision file. */
public final class Constraints {

    private Constraints() {}

    /** A primary key whose name the database chooses. */
    public static PrimaryKey primaryKey(String... columns) {
        return new PrimaryKey(null, List.of(columns));
    }

    public static PrimaryKey namedPrimaryKey(String name, String... columns) {
        return new PrimaryKey(name, List.of(columns));
    }

    /** The beginning of a foreign key; {@code references} completes it. */
    public static ForeignKey.Referring foreignKey(String name, String... columns) {
        return new ForeignKey.Referring(name, List.of(columns));
    }

    public static UniqueConstraint unique(String name, String... columns) {
        return new UniqueConstraint(name, List.of(columns));
    }

    public static CheckConstraint check(String name, String expression) {
        return new CheckConstraint(name, expression);
    }

    public static Index index(String name, String... columns) {
        return Index.of(name, columns);
    }

    public static Index uniqueIndex(String name, String... columns) {
        return Index.of(name, columns).asUnique();
    }
}
