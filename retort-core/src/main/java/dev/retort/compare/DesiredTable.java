package dev.retort.compare;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A desired table in two forms: as the catalog would report it, for the comparison, and the original, for operations. */
final class DesiredTable {

    private final Table reported;
    private final Table original;
    private final Map<String, Column> columns = new HashMap<>();
    private final Map<String, Index> indexes = new HashMap<>();
    private final Set<String> givenNames = new HashSet<>();
    private final Map<CheckConstraint, CheckConstraint> checks = new HashMap<>();

    DesiredTable(Table reported, Table original) {
        this.reported = reported;
        this.original = original;
        original.columns().forEach(column -> columns.put(column.name(), column));
        original.indexes().forEach(index -> indexes.put(index.name(), index));
        for (Constraint constraint : original.constraints()) {
            if (constraint.name() != null) {
                givenNames.add(constraint.name());
            }
        }
        pairChecks();
    }

    /** A database may name and rewrite checks but keeps their order; if it omits one, they cannot be paired. */
    private void pairChecks() {
        List<CheckConstraint> before = original.checks();
        List<CheckConstraint> after = reported.checks();
        if (before.size() == after.size()) {
            for (int i = 0; i < before.size(); i++) {
                checks.put(after.get(i), after.get(i).expression(before.get(i).expression()));
            }
        }
    }

    Table reported() {
        return reported;
    }

    /** The original column. */
    Column original(Column column) {
        return columns.getOrDefault(column.name(), column);
    }

    /** The original index. */
    Index original(Index index) {
        return indexes.getOrDefault(index.name(), index);
    }

    /** The original constraint, with the name that the database would give it. */
    Constraint original(Constraint constraint) {
        if (constraint instanceof PrimaryKey && original.primaryKey() != null) {
            return original.primaryKey();
        }
        return constraint instanceof CheckConstraint check ? original(check) : constraint;
    }

    private CheckConstraint original(CheckConstraint check) {
        return checks.getOrDefault(check, check);
    }

    /** Whether the name of a constraint was given, not chosen by the database. */
    boolean isNameDesired(Constraint constraint) {
        return constraint.name() != null && givenNames.contains(constraint.name());
    }

    /** The original table, its constraints with the names that the database would give them. */
    Table original() {
        return reported.columns(reported.columns().stream().map(this::original).toList())
                .primaryKey(original.primaryKey())
                .checks(reported.checks().stream().map(this::original).toList())
                .indexes(reported.indexes().stream().map(this::original).toList())
                .comment(original.comment())
                .partitioning(original.partitioning())
                .inherits(original.inherits())
                .options(original.options());
    }
}
