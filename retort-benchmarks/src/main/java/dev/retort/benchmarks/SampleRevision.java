package dev.retort.benchmarks;

import java.util.Locale;

/**
 * One revision of a made-up history: every fourth makes a table, the three after it add a column to that table.
 *
 * @param number its place in the history, from 1
 */
record SampleRevision(int number) {

    private static final int REVISIONS_OF_A_TABLE = 4;

    /** The id; ids sort as numbers do. */
    String id() {
        return String.format(Locale.ROOT, "r%06d", number);
    }

    /** The one statement. */
    String sql() {
        return makesTheTable()
                ? "CREATE TABLE " + table()
                        + " (id integer NOT NULL PRIMARY KEY, name varchar(100) NOT NULL, made_at timestamp)"
                : "ALTER TABLE " + table() + " ADD COLUMN " + column() + " varchar(50)";
    }

    /** The same in the words of a Java revision. */
    String java() {
        return makesTheTable()
                ? "op.createTable(\"" + table()
                        + "\", column(\"id\", integer()).notNull(), column(\"name\", varchar(100)).notNull(),"
                        + " column(\"made_at\", timestamp()), primaryKey(\"id\"));"
                : "op.addColumn(\"" + table() + "\", column(\"" + column() + "\", varchar(50)));";
    }

    /** A query that fails on a database that the revision was not applied to. */
    String proof() {
        return "SELECT " + column() + " FROM " + table();
    }

    private boolean makesTheTable() {
        return placeInTable() == 0;
    }

    private int placeInTable() {
        return (number - 1) % REVISIONS_OF_A_TABLE;
    }

    private String table() {
        return String.format(Locale.ROOT, "t%06d", number - placeInTable());
    }

    private String column() {
        return makesTheTable() ? "made_at" : "c" + placeInTable();
    }
}
