package dev.retort.compare;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.HibernateNames;
import dev.retort.schema.Constraint;
import dev.retort.schema.Index;
import dev.retort.schema.NamingConvention;
import dev.retort.schema.NamingConvention.Kind;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.SnapshotMapper;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The names of a desired schema under a naming convention. What the database has keeps the name that it has there: a convention that is new
 * renames nothing.
 */
final class DesiredNames {

    private final SchemaSnapshot actual;
    private final Dialect dialect;
    private final ComparisonRules rules;
    private final NamingConvention convention;
    private final Set<String> taken = new HashSet<>();

    private DesiredNames(SchemaSnapshot actual, Dialect dialect, NamingConvention convention) {
        this.actual = actual;
        this.dialect = dialect;
        this.rules = dialect.comparison();
        this.convention = convention;
    }

    /**
     * The schema without names that Hibernate has made, where there are templates, and with given names in the templates that take them
     * up.
     *
     * @param desired the desired schema, in the spelling of the actual one
     */
    static SchemaSnapshot of(
            SchemaSnapshot desired, SchemaSnapshot actual, Dialect dialect, NamingConvention convention) {
        return new DesiredNames(actual, dialect, convention).of(desired);
    }

    private SchemaSnapshot of(SchemaSnapshot desired) {
        SchemaSnapshot constrained = mapped(desired, this::withConstraints);
        if (!convention.has(Kind.IX)) {
            return constrained;
        }
        take(actual);
        take(constrained);
        return mapped(constrained, this::withIndexes);
    }

    private static SchemaSnapshot mapped(SchemaSnapshot schema, UnaryOperator<Table> change) {
        return new SnapshotMapper() {
            @Override
            public Table table(Table table) {
                return change.apply(table);
            }
        }.snapshot(schema);
    }

    private void take(SchemaSnapshot schema) {
        for (Table table : schema.tables()) {
            table.constraints()
                    .forEach(constraint ->
                            Optional.ofNullable(constraint.name()).ifPresent(name -> taken.add(rules.nameKey(name))));
            table.indexes().forEach(index -> taken.add(rules.nameKey(index.name())));
        }
    }

    private Table withConstraints(Table table) {
        List<Constraint> found =
                actual.table(table.name()).map(Table::constraints).orElse(List.of());
        return table.constraints(table.constraints().stream()
                .map(constraint -> named(table, constraint, found))
                .toList());
    }

    private Constraint named(Table table, Constraint constraint, List<Constraint> found) {
        String name = constraint.name();
        Kind kind = Kind.of(constraint);
        if (name == null || !convention.has(kind)) {
            return constraint;
        }
        if (HibernateNames.isGenerated(name)) {
            return constraint.named(null);
        }
        boolean there = found.stream().anyMatch(other -> Kind.of(other) == kind && name.equals(other.name()));
        return there
                ? constraint
                : constraint.named(convention
                        .name(table.name(), constraint, dialect.identifiers())
                        .orElse(name));
    }

    private Table withIndexes(Table table) {
        List<Index> found =
                actual.table(table.name()).map(other -> indexes(table, other)).orElseGet(ArrayList::new);
        table.indexes().forEach(desired -> found.removeIf(other -> other.name().equals(desired.name())));
        List<Index> named = new ArrayList<>();
        for (Index index : table.indexes()) {
            named.add(named(table, index, found));
        }
        return table.indexes(named);
    }

    /** The actual indexes. Some databases report a unique one as a constraint. */
    private static List<Index> indexes(Table desired, Table found) {
        List<Index> indexes = new ArrayList<>(found.indexes());
        for (UniqueConstraint unique : found.uniqueConstraints()) {
            String name = unique.name();
            boolean isDesired = desired.uniqueConstraints().stream()
                    .anyMatch(other -> other.columns().equals(unique.columns()));
            if (name != null && !isDesired) {
                indexes.add(
                        Index.of(name, unique.columns().toArray(String[]::new)).asUnique());
            }
        }
        return indexes;
    }

    /** An index whose name was generated has that of an equal one, else of one over the same columns, which it replaces. */
    private Index named(Table table, Index index, List<Index> found) {
        boolean there = actual.table(table.name()).stream()
                .flatMap(other -> indexes(table, other).stream())
                .anyMatch(other -> other.name().equals(index.name()));
        if (there) {
            return index;
        }
        if (!HibernateNames.isGenerated(index.name())) {
            return index.named(convention.name(table.name(), index, dialect.identifiers()));
        }
        Optional<Index> twin = first(found, other -> index.named(other.name()).equals(other))
                .or(() -> first(
                        found,
                        other -> other.unique() == index.unique()
                                && other.parts().equals(index.parts())))
                .or(() -> first(found, other -> columns(other).equals(columns(index))));
        if (twin.isPresent()) {
            found.remove(twin.get());
            return index.named(twin.get().name());
        }
        Optional<String> name = dialect.constraintNames()
                .index(table, index, convention, candidate -> taken.contains(rules.nameKey(candidate)));
        name.ifPresent(chosen -> taken.add(rules.nameKey(chosen)));
        return name.map(index::named).orElse(index);
    }

    private static Optional<Index> first(List<Index> found, Predicate<Index> wanted) {
        return found.stream().filter(wanted).findFirst();
    }

    private static List<String> columns(Index index) {
        return index.parts().stream().map(Index.Part::text).toList();
    }
}
