package dev.retort.command;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.InspectionScope;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison includes: everything in some schemas, and in others only what is desired there, since the rest may belong to another
 * application.
 */
final class ComparedSchemas {

    private final ComparisonRules rules;
    private final @Nullable String home;
    private final Set<String> whole;
    private final Set<QualifiedName> named = new HashSet<>();
    private final Set<QualifiedName> desiredKeys;
    private final Set<String> wholeKeys;

    /**
     * The schemas of a comparison.
     *
     * @param included the schemas of which everything is included; empty for the connection's own
     * @param home the connection's own schema, which names omit; null for a database without schemas
     * @param desired the desired schema
     */
    ComparedSchemas(ComparisonRules rules, List<String> included, @Nullable String home, SchemaSnapshot desired) {
        this.rules = rules;
        this.home = home;
        this.whole = Set.copyOf(!included.isEmpty() || home == null ? included : List.of(home));
        desired.tables().forEach(table -> named.add(table.name()));
        desired.sequences().forEach(sequence -> named.add(sequence.name()));
        this.desiredKeys = named.stream().map(rules::tableKey).collect(Collectors.toUnmodifiableSet());
        this.wholeKeys = whole.stream().map(rules::tableKey).collect(Collectors.toUnmodifiableSet());
    }

    /** What to inspect. */
    InspectionScope scope() {
        Set<String> schemas = new TreeSet<>(whole);
        named.stream().flatMap(this::schemaOf).forEach(schemas::add);
        return new InspectionScope(List.copyOf(schemas), null);
    }

    /** Whether a table or sequence is compared, in whatever spelling. */
    boolean include(QualifiedName name) {
        return whole.isEmpty()
                || desiredKeys.contains(rules.tableKey(name))
                || schemaOf(name).map(rules::tableKey).anyMatch(wholeKeys::contains);
    }

    private Stream<String> schemaOf(QualifiedName name) {
        return Stream.ofNullable(name.schema() == null ? home : name.schema());
    }
}
