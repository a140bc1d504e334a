package dev.retort.dialect.mariadb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A column in the words of the server, which are the same in information_schema and in SHOW CREATE TABLE.
 *
 * @param defaultValue the default, {@code NULL} where there is none; null for a computed column
 * @param generation what it is computed from; null where it is not
 * @param stored whether what is computed is stored
 * @param onUpdate what an UPDATE sets it to; null for nothing
 * @param collation how its texts are compared; null for no texts, and where SHOW CREATE TABLE leaves that to the table
 * @param unversioned whether it has no history
 */
record ReportedColumn(
        String name,
        String type,
        boolean nullable,
        @Nullable String defaultValue,
        @Nullable String generation,
        boolean stored,
        @Nullable String onUpdate,
        boolean autoIncrement,
        boolean invisible,
        boolean unversioned,
        @Nullable String collation,
        String comment) {

    static final String INVISIBLE = "INVISIBLE";

    private static final String ON_UPDATE = "on update ";

    /** A row of information_schema. */
    static ReportedColumn of(ResultSet row) throws SQLException {
        String extra = row.getString("extra");
        String generation = row.getString("generation_expression");
        return new ReportedColumn(
                row.getString("column_name"),
                row.getString("column_type"),
                row.getString("is_nullable").equals("YES"),
                row.getString("column_default"),
                generation == null || generation.isEmpty() ? null : generation,
                extra.contains("STORED"),
                onUpdate(extra),
                extra.contains("auto_increment"),
                extra.contains(INVISIBLE),
                extra.contains("WITHOUT SYSTEM VERSIONING"),
                row.getString("collation_name"),
                row.getString("column_comment"));
    }

    private static @Nullable String onUpdate(String extra) {
        int update = extra.toLowerCase(Locale.ROOT).indexOf(ON_UPDATE);
        if (update < 0) {
            return null;
        }
        String rest = extra.substring(update + ON_UPDATE.length());
        int end = rest.indexOf(',');
        return end < 0 ? rest : rest.substring(0, end);
    }
}
