package dev.retort.compare;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.QualifiedName;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Columns that have something which is left for people to change. The checks that speak of them are left too. */
final class NotGeneratedColumns {

    private final Map<QualifiedName, Set<String>> byTable = new HashMap<>();

    void add(QualifiedName table, String column) {
        byTable.computeIfAbsent(table, none -> new TreeSet<>()).add(column);
    }

    boolean affects(QualifiedName table, CheckConstraint check) {
        return byTable.getOrDefault(table, Set.of()).stream().anyMatch(column -> speaksOf(check, column));
    }

    /** Whether a foreign key has such a column on either end. */
    boolean affects(QualifiedName table, ForeignKey key) {
        return !Collections.disjoint(byTable.getOrDefault(table, Set.of()), key.columns())
                || !Collections.disjoint(byTable.getOrDefault(key.referredTable(), Set.of()), key.referredColumns());
    }

    /** Whether a check has the name of a column in its text, in any case. */
    static boolean speaksOf(CheckConstraint check, String column) {
        return speaksOf(check.expression(), column);
    }

    /** The same of any text of SQL. */
    static boolean speaksOf(String sql, String column) {
        return Pattern.compile("(?<!\\w)" + Pattern.quote(column) + "(?!\\w)", Pattern.CASE_INSENSITIVE)
                .matcher(sql)
                .find();
    }
}
