package dev.retort.dialect.mariadb;

import dev.retort.sql.SqlTokens;
import java.util.HashMap;
import java.util.Map;

/**
 * The application-time periods of a table, which the catalog of older servers reports nowhere else:
 * https://mariadb.com/kb/en/application-time-periods/
 *
 * @param periods the periods as they are written, by their names
 * @param keys the keys with WITHOUT OVERLAPS as they are written, by their names
 */
record TablePeriods(Map<String, String> periods, Map<String, String> keys) {

    TablePeriods {
        periods = Map.copyOf(periods);
        keys = Map.copyOf(keys);
    }

    static TablePeriods of(ShownTable table) {
        Map<String, String> periods = new HashMap<>();
        Map<String, String> keys = new HashMap<>();
        for (SqlTokens element : table.elements()) {
            String text = element.in(table.statement());
            if (element.get(0).is("period")) {
                periods.put(element.get(2).value(), text);
            } else if (letsNothingOverlap(element)) {
                boolean primary = element.get(0).is("primary");
                keys.put(primary ? TableDraft.PRIMARY : element.get(2).value(), text);
            }
        }
        return new TablePeriods(periods, keys);
    }

    private static boolean letsNothingOverlap(SqlTokens element) {
        boolean key = element.get(0).is("primary") || element.get(0).is("unique");
        return key && element.all().stream().anyMatch(token -> token.is("overlaps"));
    }
}
