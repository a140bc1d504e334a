package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * A check constraint, created with {@link #of}. The other methods return a changed copy.
 *
 * @param name the name; null if the database chooses one
 * @param expression the condition, in the database's SQL
 * @param validated whether existing rows are known to satisfy it
 * @param enforced whether new rows must satisfy it
 * @param inherited whether tables that inherit from this one have it too
 */
public record CheckConstraint(
        @Nullable String name, String expression, boolean validated, boolean enforced, boolean inherited)
        implements Constraint {

    public static CheckConstraint of(@Nullable String name, String expression) {
        return new CheckConstraint(name, expression, true, true, true);
    }

    @Override
    public CheckConstraint named(@Nullable String other) {
        return new CheckConstraint(other, expression, validated, enforced, inherited);
    }

    public CheckConstraint expression(String other) {
        return new CheckConstraint(name, other, validated, enforced, inherited);
    }

    /** Without a look at the rows that are there: {@code NOT VALID}. */
    public CheckConstraint notValid() {
        return validated(false);
    }

    public CheckConstraint validated(boolean known) {
        return new CheckConstraint(name, expression, known, enforced, inherited);
    }

    public CheckConstraint enforced(boolean checked) {
        return new CheckConstraint(name, expression, validated, checked, inherited);
    }

    public CheckConstraint inherited(boolean passedOn) {
        return new CheckConstraint(name, expression, validated, enforced, passedOn);
    }
}
