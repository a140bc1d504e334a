package dev.retort.dialect.sqlite;

import dev.retort.dialect.sqlite.SqliteTypes.Affinity;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What the rows of a table hold once they are copied, as expressions over what they hold now. A value is converted as the affinity of the
 * new type says: https://www.sqlite.org/datatype3.html#type_affinity
 *
 * @param before the table as it is
 * @param after the table as it will be
 */
record ValuesAfter(SqliteDdl ddl, TableEdit before, TableEdit after) {

    /** Whether the values of a column may be others then, or be compared otherwise. */
    boolean changes(String column) throws SQLException {
        return converts(column) || !SqliteIdentifiers.same(before.collation(column), after.collation(column));
    }

    private boolean converts(String column) throws SQLException {
        return kind(before.affinity(column)) != kind(after.affinity(column));
    }

    /** Two affinities that convert in the same way. */
    private static Affinity kind(Affinity affinity) {
        return affinity == Affinity.INTEGER ? Affinity.NUMERIC : affinity;
    }

    /** The value of a column, with its collation. */
    String of(String column) throws SQLException {
        return "(" + converted(column) + ") COLLATE " + ddl.identifiers().write(after.collation(column));
    }

    private String converted(String column) throws SQLException {
        String value = ddl.identifiers().write(column);
        Affinity affinity = after.affinity(column);
        return switch (affinity) {
            case BLOB -> value;
            case TEXT ->
                "CASE WHEN typeof(" + value + ") IN ('integer', 'real') THEN CAST(" + value + " AS TEXT) ELSE " + value
                        + " END";
            case REAL ->
                "CASE WHEN typeof(" + value + ") = 'integer' OR " + isNumber(value) + " THEN CAST(" + value
                        + " AS REAL) ELSE " + value + " END";
            case INTEGER, NUMERIC ->
                "CASE WHEN " + isNumber(value) + " THEN CAST(" + value + " AS NUMERIC) ELSE " + value + " END";
        };
    }

    /** Whether a text is a number as a whole: as an operand of a comparison with one it is converted like in a column. */
    private static String isNumber(String value) {
        return "(typeof(" + value + ") = 'text' AND CAST(" + value + " AS NUMERIC) = " + value + ")";
    }

    /** The condition of rows whose value of a column would not come back if the type did; empty if there can be none. */
    Optional<String> lost(String column) throws SQLException {
        if (!converts(column)) {
            return Optional.empty();
        }
        String value = ddl.identifiers().write(column);
        String asNumber = "CAST(" + value + " AS NUMERIC)";
        String asReal = "CAST(" + value + " AS REAL)";
        String otherNumber = isOther(asNumber, value);
        return Optional.ofNullable(
                switch (after.affinity(column)) {
                    case BLOB -> null;
                    case TEXT ->
                        ddl.writesNumbersInFull()
                                ? null
                                : "typeof(" + value + ") = 'real' AND CAST(CAST(" + value + " AS TEXT) AS REAL) <> "
                                        + value;
                    case REAL ->
                        "(typeof(" + value + ") = 'integer' AND " + asReal + " <> " + value + ") OR ("
                                + isNumber(value)
                                + " AND " + isOther(asReal, value) + " AND (" + otherNumber + " OR " + asReal + " <> "
                                + asNumber + "))";
                    case INTEGER, NUMERIC -> isNumber(value) + " AND " + otherNumber;
                });
    }

    private static String isOther(String converted, String value) {
        return "CAST(" + converted + " AS TEXT) COLLATE BINARY <> " + value;
    }

    /** A value of a column as it is and as it will be, as people read it. */
    String change(String column) throws SQLException {
        return shown(ddl.identifiers().write(column)) + " || ', which would become ' || " + shown(converted(column));
    }

    private static String shown(String value) {
        return "CASE typeof(" + value + ") WHEN 'real' THEN printf('%!.17g', " + value + ") ELSE quote(" + value
                + ") END";
    }
}
