package dev.retort.compare;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a table is made with besides its columns, constraints and indexes, in words. */
final class TableWords {

    private TableWords() {}

    static List<String> of(Table table) {
        List<String> words = new ArrayList<>();
        table.options().values().forEach((name, value) -> words.add(value.isEmpty() ? name : name + " = " + value));
        if (table.partitioning() != null) {
            words.add("partition by " + table.partitioning());
        }
        if (!table.inherits().isEmpty()) {
            words.add("inherits "
                    + table.inherits().stream().map(QualifiedName::toString).collect(Collectors.joining(", ")));
        }
        return words;
    }

    static String joined(List<String> words) {
        return words.isEmpty() ? "nothing beyond the usual" : String.join(", ", words);
    }
}
