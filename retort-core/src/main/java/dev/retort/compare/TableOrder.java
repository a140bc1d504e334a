package dev.retort.compare;

import dev.retort.schema.ForeignKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tables in an order in which each follows those that it inherits from and references. A foreign key that closes a cycle is removed and
 * must be added afterwards.
 *
 * @param tables the tables in order, without the removed foreign keys
 * @param cut the removed foreign keys, each with its table
 */
record TableOrder(List<Table> tables, List<CutKey> cut) {

    /** A foreign key that closes a cycle. */
    record CutKey(Table table, ForeignKey key) {}

    /**
     * Orders tables.
     *
     * @param cuttable the foreign keys that may be removed; any other one in a cycle references a later table
     */
    static TableOrder of(Collection<Table> unordered, Predicate<ForeignKey> cuttable) {
        return new Walk(unordered, cuttable).order();
    }

    /** A depth-first walk to parents and along foreign keys, without recursion: chains of tables can be long. */
    private static final class Walk {

        private final Predicate<ForeignKey> cuttable;
        private final Map<QualifiedName, Table> waiting = new LinkedHashMap<>();
        private final Set<QualifiedName> open = new HashSet<>();
        private final List<Table> done = new ArrayList<>();
        private final List<CutKey> cut = new ArrayList<>();

        Walk(Collection<Table> unordered, Predicate<ForeignKey> cuttable) {
            this.cuttable = cuttable;
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
                if (visit.parents.hasNext()) {
                    Table parent = waiting.get(visit.parents.next());
                    if (parent != null) {
                        path.push(enter(parent));
                    }
                } else if (visit.keys.hasNext()) {
                    follow(visit.keys.next(), visit, path);
                } else {
                    path.pop();
                    leave(visit);
                }
            }
        }

        private void follow(ForeignKey key, Visit visit, Deque<Visit> path) {
            QualifiedName referred = key.referredTable();
            Table next = waiting.get(referred);
            if (next != null && !inheritsFromOpen(next)) {
                path.push(enter(next));
            } else if ((next != null || open.contains(referred))
                    && cuttable.test(key)
                    && !referred.equals(visit.table.name())) {
                visit.cutKeys.add(key);
            }
        }

        /** Whether a table must follow one that is not done, because it inherits from it, directly or not. */
        private boolean inheritsFromOpen(Table table) {
            Set<QualifiedName> ancestors = new LinkedHashSet<>(table.inherits());
            Deque<QualifiedName> unread = new ArrayDeque<>(ancestors);
            while (!unread.isEmpty()) {
                Table ancestor = waiting.get(unread.pop());
                if (ancestor != null) {
                    ancestor.inherits().stream().filter(ancestors::add).forEach(unread::push);
                }
            }
            return !Collections.disjoint(ancestors, open);
        }

        private Visit enter(Table table) {
            waiting.remove(table.name());
            open.add(table.name());
            return new Visit(table);
        }

        private void leave(Visit visit) {
            open.remove(visit.table.name());
            done.add(visit.withoutCutKeys());
            visit.cutKeys.forEach(key -> cut.add(new CutKey(visit.table, key)));
        }
    }

    private static final class Visit {

        private final Table table;
        private final Iterator<QualifiedName> parents;
        private final Iterator<ForeignKey> keys;
        private final Set<ForeignKey> cutKeys = new LinkedHashSet<>();

        Visit(Table table) {
            this.table = table;
            this.parents = table.inherits().iterator();
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
