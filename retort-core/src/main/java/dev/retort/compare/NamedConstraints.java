package dev.retort.compare;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.ConstraintNames;
import dev.retort.dialect.Dialect;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.NamingConvention;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives each new constraint a name that is unique in both schemas. */
final class NamedConstraints {

    private final ConstraintNames names;
    private final NamingConvention convention;
    private final ComparisonRules rules;
    private final Set<String> taken = new HashSet<>();
    private final Set<String> reused = new HashSet<>();

    NamedConstraints(Dialect dialect, NamingConvention convention) {
        this.convention = convention;
        this.names = dialect.constraintNames();
        this.rules = dialect.comparison();
    }

    /** Reserves the names of a schema. */
    void take(SchemaSnapshot schema) {
        for (Table table : schema.tables()) {
            table.constraints().forEach(this::take);
            table.indexes().forEach(index -> taken.add(rules.nameKey(index.name())));
        }
    }

    private void take(Constraint constraint) {
        if (constraint.name() != null) {
            taken.add(rules.nameKey(constraint.name()));
        }
    }

    Constraint named(Table table, Constraint constraint) {
        Constraint named = names.named(table, constraint, convention, name -> taken.contains(rules.nameKey(name)));
        take(named);
        return named;
    }

    /**
     * The constraint with a name; if it replaces one that is dropped before, with that one's name, so that the name does not change with
     * each change.
     *
     * @param dropped what the table loses before
     */
    Constraint named(Table table, Constraint constraint, List<? extends Constraint> dropped) {
        if (constraint.name() == null) {
            for (Constraint before : dropped) {
                String name = before.name();
                if (name != null && replaces(table, constraint, before) && reused.add(rules.nameKey(name))) {
                    return constraint.named(name);
                }
            }
        }
        return named(table, constraint);
    }

    /** Whether both are about the same columns of the table. */
    private static boolean replaces(Table table, Constraint constraint, Constraint before) {
        if (constraint instanceof CheckConstraint check && before instanceof CheckConstraint old) {
            List<String> columns = columns(table, check);
            return !columns.isEmpty() && columns.equals(columns(table, old));
        }
        if (constraint instanceof UniqueConstraint unique && before instanceof UniqueConstraint old) {
            return unique.columns().equals(old.columns());
        }
        if (constraint instanceof ExclusionConstraint exclusion && before instanceof ExclusionConstraint old) {
            return exclusion.parts().equals(old.parts());
        }
        return constraint instanceof ForeignKey key
                && before instanceof ForeignKey old
                && key.columns().equals(old.columns());
    }

    private static List<String> columns(Table table, CheckConstraint check) {
        return table.columns().stream()
                .map(Column::name)
                .filter(column -> NotGeneratedColumns.speaksOf(check, column))
                .toList();
    }

    /** A new table whose source leaves names to others; under a naming convention any new table. */
    Table created(Table table, boolean leavesUnsaid) {
        return leavesUnsaid || !convention.isEmpty() ? named(table) : table;
    }

    private Table named(Table table) {
        List<Constraint> constraints = table.constraints().stream()
                .map(constraint -> named(table, constraint))
                .toList();
        return table.constraints(constraints);
    }
}
