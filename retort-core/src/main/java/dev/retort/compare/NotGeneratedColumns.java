package dev.retort.compare;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Columns with a change for which no operation is generated. None is generated for the checks that mention them either. */
final class NotGeneratedColumns {

    private final Map<QualifiedName, Set<String>> byTable = new HashMap<>();
    private final Map<QualifiedName, List<Column>> computations = new HashMap<>();

    void add(QualifiedName table, String column) {
        byTable.computeIfAbsent(table, none -> new TreeSet<>()).add(column);
    }

    /** Adds a column whose computation stays as it is. */
    void addComputation(QualifiedName table, Column actual) {
        computations.computeIfAbsent(table, none -> new ArrayList<>()).add(actual);
    }

    /** A column that is still computed from another one. */
    Optional<String> computedFrom(QualifiedName table, String column) {
        return computations.getOrDefault(table, List.of()).stream()
                .filter(computed -> computed.generated() != null
                        && speaksOf(computed.generated().expression(), column))
                .map(Column::name)
                .findFirst();
    }

    boolean affects(QualifiedName table, CheckConstraint check) {
        return byTable.getOrDefault(table, Set.of()).stream().anyMatch(column -> speaksOf(check, column));
    }

    /** Whether a foreign key has such a column on either end. */
    boolean affects(QualifiedName table, ForeignKey key) {
        return !Collections.disjoint(byTable.getOrDefault(table, Set.of()), key.columns())
                || !Collections.disjoint(byTable.getOrDefault(key.referredTable(), Set.of()), key.referredColumns());
    }

    /** Whether a check mentions a column, in any case. */
    static boolean speaksOf(CheckConstraint check, String column) {
        return speaksOf(check.expression(), column);
    }

    /** Whether an SQL text mentions a column, in any case. */
    static boolean speaksOf(String sql, String column) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(column) + "(?!\\w)", Pattern.CASE_INSENSITIVE)
                .matcher(sql)
                .find();
    }
}
