package dev.retort.schema;

import java.util.List;

/** The words for keys, checks and indexes, to be imported statically in a revision file. */
public final class Constraints {

    private Constraints() {}

    /** A primary key whose name the database chooses. */
    public static PrimaryKey primaryKey(String... columns) {
        return PrimaryKey.of(null, List.of(columns));
    }

    public static PrimaryKey namedPrimaryKey(String name, String... columns) {
        return PrimaryKey.of(name, List.of(columns));
    }

    /** The beginning of a foreign key; {@code references} completes it. */
    public static ForeignKey.Referring foreignKey(String name, String... columns) {
        return new ForeignKey.Referring(name, List.of(columns));
    }

    /** The beginning of a foreign key whose name the database chooses. */
    public static ForeignKey.Referring unnamedForeignKey(String... columns) {
        return new ForeignKey.Referring(null, List.of(columns));
    }

    public static UniqueConstraint unique(String name, String... columns) {
        return UniqueConstraint.of(name, List.of(columns));
    }

    /** A unique constraint whose name the database chooses. */
    public static UniqueConstraint unnamedUnique(String... columns) {
        return UniqueConstraint.of(null, List.of(columns));
    }

    /** The beginning of an exclusion constraint; {@code comparing} says of what. */
    public static ExclusionConstraint exclusion(String name) {
        return ExclusionConstraint.of(name, List.of());
    }

    /** The beginning of an exclusion constraint whose name the database chooses. */
    public static ExclusionConstraint unnamedExclusion() {
        return ExclusionConstraint.of(null, List.of());
    }

    public static CheckConstraint check(String name, String expression) {
        return CheckConstraint.of(name, expression);
    }

    /** A check whose name the database chooses. */
    public static CheckConstraint unnamedCheck(String expression) {
        return CheckConstraint.of(null, expression);
    }

    public static Index index(String name, String... columns) {
        return Index.of(name, columns);
    }

    public static Index uniqueIndex(String name, String... columns) {
        return Index.of(name, columns).asUnique();
    }
}
