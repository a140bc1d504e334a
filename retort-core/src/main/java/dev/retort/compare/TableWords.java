package dev.retort.compare;

import dev.retort.dialect.BeyondStandard;
import dev.retort.schema.Column;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Describes properties of tables and columns that no operation changes. */
final class TableWords {

    private TableWords() {}

    static List<String> of(Table table) {
        List<String> words = of(table.options());
        if (table.partitioning() != null) {
            words.add("partition by " + table.partitioning());
        }
        if (!table.inherits().isEmpty()) {
            words.add("inherits "
                    + table.inherits().stream().map(QualifiedName::toString).collect(Collectors.joining(", ")));
        }
        return words;
    }

    static List<String> of(Column column) {
        List<String> words = new ArrayList<>();
        if (column.invisible()) {
            words.add(BeyondStandard.INVISIBLE);
        }
        words.addAll(of(column.options()));
        return words;
    }

    private static List<String> of(Options options) {
        List<String> words = new ArrayList<>();
        options.values().forEach((name, value) -> words.add(value.isEmpty() ? name : name + " = " + value));
        return words;
    }

    static String joined(List<String> words) {
        return words.isEmpty() ? "the defaults" : String.join(", ", words);
    }
}
