package dev.retort.compare;

import dev.retort.schema.ForeignKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tables in an order in which each comes after those it refers to. Where foreign keys form a ring, one of them is taken out and has
 * to be added afterwards, unless the database lets a table refer to a later one.
 *
 * @param tables the tables in order, without the foreign keys taken out
 * @param cut the foreign keys taken out, each with its table
 */
record TableOrder(List<Table> tables, List<CutKey> cut) {

    /** A foreign key that closes a ring. */
    record CutKey(QualifiedName table, ForeignKey key) {}

    static TableOrder of(Collection<Table> unordered, boolean cutsRings) {
        return new Walk(unordered, cutsRings).order();
    }

    /** A depth-first walk along the foreign keys, without recursion: chains of tables can be long. */
    private static final class Walk {

        private final boolean cutsRings;
        private final Map<QualifiedName, Table> waiting = new LinkedHashMap<>();
        private final Set<QualifiedName> open = new HashSet<>();
        private final List<Table> done = new ArrayList<>();
        private final List<CutKey> cut = new ArrayList<>();

        Walk(Collection<Table> unordered, boolean cutsRings) {
            this.cutsRings = cutsRings;
            unordered.forEach(table -> waiting.put(table.name(), table));
        }

        TableOrder order() {
            for (Table root : List.copyOf(waiting.values())) {
                if (waiting.containsKey(root.name())) {
                    walkFrom(root);
                }
            }
            return new TableOrder(done, cut);
        }

        private void walkFrom(Table root) {
            Deque<Visit> path = new ArrayDeque<>();
            path.push(enter(root));
            while (!path.isEmpty()) {
                Visit visit = path.element();
                if (!visit.keys.hasNext()) {
                    path.pop();
                    leave(visit);
                    continue;
                }
                ForeignKey key = visit.keys.next();
                QualifiedName parent = key.referredTable();
                Table next = waiting.get(parent);
                if (next != null) {
                    path.push(enter(next));
                } else if (cutsRings
                        && open.contains(parent)
                        && key.name() != null
                        && !parent.equals(visit.table.name())) {
                    visit.cutKeys.add(key);
                }
            }
        }

        private Visit enter(Table table) {
            waiting.remove(table.name());
            open.add(table.name());
            return new Visit(table);
        }

        private void leave(Visit visit) {
            open.remove(visit.table.name());
            done.add(visit.withoutCutKeys());
            visit.cutKeys.forEach(key -> cut.add(new CutKey(visit.table.name(), key)));
        }
    }

    private static final class Visit {

        private final Table table;
        private final Iterator<ForeignKey> keys;
        private final Set<ForeignKey> cutKeys = new LinkedHashSet<>();

        Visit(Table table) {
            this.table = table;
            this.keys = table.foreignKeys().iterator();
        }

        Table withoutCutKeys() {
            if (cutKeys.isEmpty()) {
                return table;
            }
            List<ForeignKey> kept = table.foreignKeys().stream()
                    .filter(key -> !cutKeys.contains(key))
                    .toList();
            return table.foreignKeys(kept);
        }
    }
}
