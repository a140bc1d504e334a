package dev.retort.sql;

/** The semicolon that ends a statement. */
public final class Terminator {

    private Terminator() {}

    /** A statement without the semicolon that may end it, and without space around it. */
    public static String removedFrom(String statement) {
        String sql = statement.strip();
        return sql.endsWith(";") ? sql.substring(0, sql.length() - 1).stripTrailing() : sql;
    }
}
