package dev.retort.schema;

import java.util.List;

/** Factories for constraints and indexes, for static import in revision files. */
public final class Constraints {

    private Constraints() {}

    /** A primary key whose name the database chooses. */
    public static PrimaryKey primaryKey(String... columns) {
        return PrimaryKey.of(null, List.of(columns));
    }

    public static PrimaryKey namedPrimaryKey(String name, String... columns) {
        return PrimaryKey.of(name, List.of(columns));
    }

    /** A foreign key to be completed with {@code references}. */
    public static ForeignKey.Referring foreignKey(String name, String... columns) {
        return new ForeignKey.Referring(name, List.of(columns));
    }

    /** A foreign key whose name the database chooses, to be completed with {@code references}. */
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

    /** An exclusion constraint to be completed with {@code comparing}. */
    public static ExclusionConstraint exclusion(String name) {
        return ExclusionConstraint.of(name, List.of());
    }

    /** An exclusion constraint whose name the database chooses, to be completed with {@code comparing}. */
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
