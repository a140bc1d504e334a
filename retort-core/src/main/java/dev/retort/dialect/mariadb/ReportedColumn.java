package dev.retort.dialect.mariadb;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A column as the server reports it, in the same form in information_schema and in SHOW CREATE TABLE.
 *
 * @param defaultValue the default, {@code NULL} for none; null for a generated column
 * @param generation the expression of a generated column; null for none
 * @param stored whether a generated column is stored
 * @param onUpdate the ON UPDATE expression; null for none
 * @param collation the collation; null for other types than strings, and where SHOW CREATE TABLE leaves it to the table
 * @param unversioned whether it has no history
 */
public record ReportedColumn(
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

    public static final String INVISIBLE = "INVISIBLE";

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

    /** The ON UPDATE expression in the column {@code extra} of the catalog; null for none. */
    public static @Nullable String onUpdate(String extra) {
        int update = extra.toLowerCase(Locale.ROOT).indexOf(ON_UPDATE);
        if (update < 0) {
            return null;
        }
        String rest = extra.substring(update + ON_UPDATE.length());
        int end = rest.indexOf(',');
        return end < 0 ? rest : rest.substring(0, end);
    }
}
