package dev.retort.compare;

import dev.retort.dialect.ComparisonRules;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.Unread;
import java.util.List;

/** What a database has and a picture of it does not hold at all. It is neither made nor dropped. */
final class PutAside {

    private final ComparisonRules rules;
    private final List<Unread> unread;

    PutAside(ComparisonRules rules, List<Unread> unread) {
        this.rules = rules;
        this.unread = unread;
    }

    boolean hasColumn(Table table, String column) {
        return unread.stream()
                .anyMatch(left -> is(left, Unread.Part.COLUMN, table.name())
                        && rules.nameKey(left.name()).equals(rules.nameKey(column)));
    }

    boolean hasPrimaryKey(Table table) {
        return unread.stream().anyMatch(left -> is(left, Unread.Part.PRIMARY_KEY, table.name()));
    }

    private static boolean is(Unread left, Unread.Part part, QualifiedName table) {
        return left.part() == part && left.table().equals(table);
    }
}
