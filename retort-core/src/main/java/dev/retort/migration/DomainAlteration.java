package dev.retort.migration;

import dev.retort.operation.DomainChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of a domain: {@code d -> d.addCheck("adult", "VALUE > 17")}. Each method returns the alteration itself. */
public final class DomainAlteration {

    private final List<DomainChange> changes = new ArrayList<>();

    DomainAlteration() {}

    /** Sets the default to an expression, in the database's SQL. The change cannot be reversed. */
    public DomainAlteration defaultsToSql(String expression) {
        return with(new DomainChange.Default(expression, null, false));
    }

    /**
     * Sets the default to an expression, in the database's SQL.
     *
     * @param was the default before, which makes the change reversible; null for none
     */
    public DomainAlteration defaultsToSql(String expression, @Nullable String was) {
        return with(new DomainChange.Default(expression, was, true));
    }

    /** Removes the default. The change cannot be reversed. */
    public DomainAlteration noDefault() {
        return with(new DomainChange.Default(null, null, false));
    }

    /**
     * Removes the default.
     *
     * @param was the default before, which makes the change reversible
     */
    public DomainAlteration noDefault(String was) {
        return with(new DomainChange.Default(null, was, true));
    }

    /** Allows NULL. */
    public DomainAlteration nullable() {
        return with(new DomainChange.Nullability(true));
    }

    /** Forbids NULL, also in rows that exist. */
    public DomainAlteration notNull() {
        return with(new DomainChange.Nullability(false));
    }

    /**
     * Adds a check, which rows that exist must satisfy.
     *
     * @param condition what holds for a {@code VALUE}, in the database's SQL
     */
    public DomainAlteration addCheck(String name, String condition) {
        return with(new DomainChange.AddedCheck(name, condition));
    }

    /** Drops a check. The change cannot be reversed. */
    public DomainAlteration dropCheck(String name) {
        return with(new DomainChange.DroppedCheck(name, null));
    }

    /** Drops a check whose condition is known, which makes the change reversible. */
    public DomainAlteration dropCheck(String name, String was) {
        return with(new DomainChange.DroppedCheck(name, was));
    }

    private DomainAlteration with(DomainChange change) {
        changes.add(change);
        return this;
    }

    List<DomainChange> changes() {
        return changes;
    }
}
