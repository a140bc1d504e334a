package dev.retort.dialect.mariadb;

import dev.retort.sql.SqlTokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a table says of its application-time period, which the catalog of older servers tells in no other place:
 * https://mariadb.com/kb/en/application-time-periods/
 *
 * @param periods the periods as they are written, by their names
 * @param keys the keys that let no periods overlap, as they are written, by their names
 */
record TablePeriods(Map<String, String> periods, Map<String, String> keys) {

    TablePeriods {
        periods = Map.copyOf(periods);
        keys = Map.copyOf(keys);
    }

    /** What a statement that makes a table says. */
    static TablePeriods of(String createTable) {
        Map<String, String> periods = new HashMap<>();
        Map<String, String> keys = new HashMap<>();
        for (SqlTokens element : elements(SqlTokens.of(createTable, MariadbProvider.SYNTAX))) {
            String text = createTable.substring(
                    element.get(0).start(), element.get(element.size() - 1).end());
            if (element.get(0).is("period")) {
                periods.put(element.get(2).value(), text);
            } else if (letsNothingOverlap(element)) {
                boolean primary = element.get(0).is("primary");
                keys.put(primary ? TableDraft.PRIMARY : element.get(2).value(), text);
            }
        }
        return new TablePeriods(periods, keys);
    }

    /** What stands in the parentheses between commas. */
    private static List<SqlTokens> elements(SqlTokens statement) {
        List<SqlTokens> elements = new ArrayList<>();
        int open = 0;
        while (!statement.get(open).is("(")) {
            open++;
        }
        int close = statement.closing(open);
        int begin = open + 1;
        for (int i = begin; i <= close; i++) {
            if (statement.get(i).is("(")) {
                i = statement.closing(i);
            } else if (i == close || statement.get(i).is(",")) {
                elements.add(statement.part(begin, i));
                begin = i + 1;
            }
        }
        return elements;
    }

    private static boolean letsNothingOverlap(SqlTokens element) {
        boolean key = element.get(0).is("primary") || element.get(0).is("unique");
        return key && element.all().stream().anyMatch(token -> token.is("overlaps"));
    }
}
