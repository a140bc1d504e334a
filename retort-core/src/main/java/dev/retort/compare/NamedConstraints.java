package dev.retort.compare;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.ConstraintNames;
import dev.retort.dialect.Dialect;
import dev.retort.schema.Constraint;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives each new constraint a name that is unique in both schemas. */
final class NamedConstraints {

    private final ConstraintNames names;
    private final ComparisonRules rules;
    private final Set<String> taken = new HashSet<>();

    NamedConstraints(Dialect dialect) {
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
        Constraint named = names.named(table, constraint, name -> taken.contains(rules.nameKey(name)));
        take(named);
        return named;
    }

    /** The table with a name for each of its constraints. */
    Table named(Table table) {
        List<Constraint> constraints = table.constraints().stream()
                .map(constraint -> named(table, constraint))
                .toList();
        return table.constraints(constraints);
    }
}
