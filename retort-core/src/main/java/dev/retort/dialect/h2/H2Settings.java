package dev.retort.dialect.h2;

import dev.retort.dialect.CatalogQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The settings of a database that affect names, types and the normal form of expressions, by their names.
 *
 * @param values the settings
 */
record H2Settings(Map<String, String> values) {

    private static final String CASE_INSENSITIVE = "CASE_INSENSITIVE_IDENTIFIERS";
    private static final String IGNORES_CASE = "IGNORECASE";
    private static final String TO_UPPER = "DATABASE_TO_UPPER";

    /** The default settings. */
    static final H2Settings STANDARD = new H2Settings(Map.of());

    H2Settings {
        values = new TreeMap<>(values);
    }

    static H2Settings of(Connection connection) throws SQLException {
        Map<String, String> values = new TreeMap<>();
        CatalogQuery.of("""
                        SELECT SETTING_NAME, SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS
                        WHERE SETTING_NAME IN ('MODE', 'DATABASE_TO_UPPER', 'DATABASE_TO_LOWER', 'CASE_INSENSITIVE_IDENTIFIERS',
                        'NON_KEYWORDS', 'TIME ZONE', 'OPTIMIZE_IN_LIST', 'OPTIMIZE_OR', 'OPTIMIZE_TWO_EQUALS', 'IGNORECASE',
                        'COLLATION', 'DEFAULT_ESCAPE', 'VARIABLE_BINARY', 'TRUNCATE_LARGE_LENGTH', 'ZERO_BASED_ENUMS')""").forEach(connection, row -> values.put(row.getString(1), row.getString(2)));
        return new H2Settings(values);
    }

    /** Whether a name without quotes is stored in upper case. */
    boolean storesUpperCase() {
        return Boolean.parseBoolean(values.getOrDefault(TO_UPPER, "true"));
    }

    /** Whether names that differ only in case are the same. */
    boolean caseInsensitive() {
        return Boolean.parseBoolean(values.getOrDefault(CASE_INSENSITIVE, "false"));
    }

    /** Whether a column that is declared as a varchar becomes one that ignores case. */
    boolean ignoresCase() {
        return values.getOrDefault(IGNORES_CASE, "0").equals("1");
    }

    /** The settings as connection properties. */
    Properties asProperties() {
        Properties properties = new Properties();
        properties.putAll(values);
        return properties;
    }
}
