package dev.retort.compare;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.QualifiedName;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The columns whose type is left for people to change. The checks that speak of them suit the other type and are left too. */
final class LeftColumns {

    private final Map<QualifiedName, Set<String>> byTable = new HashMap<>();

    void add(QualifiedName table, String column) {
        byTable.computeIfAbsent(table, none -> new TreeSet<>()).add(column);
    }

    boolean concern(QualifiedName table, CheckConstraint check) {
        return byTable.getOrDefault(table, Set.of()).stream()
                .anyMatch(column -> Pattern.compile(
                                "(?<!\\w)" + Pattern.quote(column) + "(?!\\w)", Pattern.CASE_INSENSITIVE)
                        .matcher(check.expression())
                        .find());
    }
}
