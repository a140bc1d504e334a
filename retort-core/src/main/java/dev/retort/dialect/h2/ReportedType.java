package dev.retort.dialect.h2;

import dev.retort.dialect.CatalogQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A type as H2's catalog reports it, of a column or of an array's elements.
 *
 * @param name the words of the type in upper case
 * @param identifier what its values or elements are listed under elsewhere in the catalog
 * @param maximumElements how many elements an array can have; 0 for none
 * @param text the type as it is written in a statement, as far as one row tells
 */
record ReportedType(String name, String identifier, int maximumElements, String text) {

    /** The columns that this is read from. */
    static final String COLUMNS = """
            DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, NUMERIC_SCALE, DATETIME_PRECISION, INTERVAL_TYPE, INTERVAL_PRECISION,
            MAXIMUM_CARDINALITY, DTD_IDENTIFIER, DECLARED_NUMERIC_PRECISION""";

    private static final Set<Long> UNDECLARED_LENGTHS = Set.of(1_048_576L, 1_000_000_000L, Long.MAX_VALUE);
    private static final int UNDECLARED_ELEMENTS = 65_536;
    private static final int UNDECLARED_INTERVAL_DIGITS = 2;
    private static final int UNDECLARED_FRACTION_DIGITS = 6;

    static ReportedType of(ResultSet row) throws SQLException {
        String name = row.getString("DATA_TYPE").toUpperCase(Locale.ROOT);
        return new ReportedType(
                name, row.getString("DTD_IDENTIFIER"), row.getInt("MAXIMUM_CARDINALITY"), text(name, row));
    }

    boolean isEnum() {
        return name.equals("ENUM");
    }

    boolean isArray() {
        return name.equals("ARRAY");
    }

    /** Whether an array was declared with a size of its own. */
    boolean limitsElements() {
        return maximumElements < UNDECLARED_ELEMENTS;
    }

    private static String text(String name, ResultSet row) throws SQLException {
        String digits = CatalogQuery.text(row, "DATETIME_PRECISION");
        if (name.startsWith("TIME")) {
            int zone = name.indexOf(' ');
            String zoneText = zone < 0 ? "" : name.substring(zone);
            return name.substring(0, name.length() - zoneText.length()) + "(" + digits + ")" + zoneText;
        }
        if (name.equals("INTERVAL")) {
            return interval(
                    row.getString("INTERVAL_TYPE"), row.getInt("INTERVAL_PRECISION"), row.getInt("DATETIME_PRECISION"));
        }
        String precision = CatalogQuery.text(row, "DECLARED_NUMERIC_PRECISION");
        if (name.equals("NUMERIC") && precision != null) {
            return name + "(" + precision + ", " + row.getInt("NUMERIC_SCALE") + ")";
        }
        if (name.equals("DECFLOAT") && precision != null) {
            return name + "(" + precision + ")";
        }
        long length = row.getLong("CHARACTER_MAXIMUM_LENGTH");
        return length == 0 || UNDECLARED_LENGTHS.contains(length) ? name : name + "(" + length + ")";
    }

    private static String interval(@Nullable String fields, int leading, int fraction) {
        String words = fields == null ? "" : fields.toUpperCase(Locale.ROOT);
        int space = words.indexOf(' ');
        String first = space < 0 ? words : words.substring(0, space);
        String rest = space < 0 ? "" : words.substring(space);
        boolean ownFraction = words.endsWith("SECOND") && fraction != UNDECLARED_FRACTION_DIGITS;
        if (first.equals("SECOND")) {
            boolean declared = ownFraction || leading != UNDECLARED_INTERVAL_DIGITS;
            return "INTERVAL SECOND" + (declared ? "(" + leading + ", " + fraction + ")" : "");
        }
        return "INTERVAL " + first + (leading != UNDECLARED_INTERVAL_DIGITS ? "(" + leading + ")" : "") + rest
                + (ownFraction ? "(" + fraction + ")" : "");
    }
}
