package dev.retort.compare;

import dev.retort.schema.ForeignKey;
import dev.retort.schema.QualifiedName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The columns whose type cannot change while a foreign key uses them on either end: such a foreign key is dropped before and re-created
 * after.
 */
final class RetypedColumns {

    private final Map<QualifiedName, Set<String>> byTable = new HashMap<>();

    void add(QualifiedName table, String column) {
        byTable.computeIfAbsent(table, none -> new HashSet<>()).add(column);
    }

    boolean affects(QualifiedName table, ForeignKey key) {
        return among(table, key.columns()) || among(key.referredTable(), key.referredColumns());
    }

    private boolean among(QualifiedName table, Iterable<String> columns) {
        Set<String> retyped = byTable.getOrDefault(table, Set.of());
        for (String column : columns) {
            if (retyped.contains(column)) {
                return true;
            }
        }
        return false;
    }
}
