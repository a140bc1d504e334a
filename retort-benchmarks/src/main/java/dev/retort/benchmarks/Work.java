package dev.retort.benchmarks;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that competitors do and that is measured: a row of the table.
 *
 * @param title what is done
 * @param baseline the competitor that the others are compared with; null when Retort is alone
 * @param limit what Retort may take; null when there is no limit for this size
 */
record Work(
        String title, @Nullable String baseline, @Nullable Limit limit) {

    static final String PLAIN_JDBC = "plain JDBC";
    static final String EMPTY_JVM = "empty JVM";
    static final String CATALOG_QUERIES = "catalog queries";

    static final String COPY = "the driver's COPY";
    static final String BATCHES = "JDBC batches";
    static final String HAND_WRITTEN = "hand-written SQL";

    private static final Limit UPGRADE = Limit.times(1.25);

    /** The least that a ratio says something about; below, the start of the process is all there is. */
    private static final int ENOUGH = 1000;

    /** The same for tables. */
    private static final int MANY_TABLES = 5000;

    /** The same for rows. */
    private static final int MANY_ROWS = 1_000_000;

    static Work upgrade(int revisions, String database) {
        return new Work(
                "upgrade through " + count(revisions) + " revisions, " + database,
                PLAIN_JDBC,
                ofEnough(revisions, UPGRADE));
    }

    static Work nothingToDo(int revisions, String database) {
        Limit limit = revisions == 5000 ? Limit.of(0.5) : Limit.times(1.5);
        return new Work(
                "nothing to do, " + count(revisions) + " applied, " + database, PLAIN_JDBC, ofEnough(revisions, limit));
    }

    static Work javaFirst(int revisions, String database) {
        return new Work(
                "upgrade through " + count(revisions) + " revisions in Java, first time, " + database,
                PLAIN_JDBC,
                revisions == 1000 ? UPGRADE.plus(2.5) : null);
    }

    static Work javaCompiled(int revisions, String database) {
        return new Work(
                "upgrade through " + count(revisions) + " revisions in Java, compiled before, " + database,
                PLAIN_JDBC,
                ofEnough(revisions, UPGRADE));
    }

    static Work version() {
        return new Work("`--version`", EMPTY_JVM, Limit.of(0.25));
    }

    static Work heads(int revisions) {
        return new Work(
                "`heads` over " + count(revisions) + " files", EMPTY_JVM, revisions == 1000 ? Limit.of(0.35) : null);
    }

    static Work planning(int revisions) {
        return new Work(
                "planning over " + count(revisions) + " revisions with branches and merges, in a warm process",
                null,
                Limit.of(0.1));
    }

    static Work inspection(int tables, String database) {
        return new Work("inspection of " + count(tables) + " tables, " + database, CATALOG_QUERIES, null);
    }

    static Work comparison(int tables, String database) {
        return new Work("first comparison with " + count(tables) + " tables, " + database, CATALOG_QUERIES, null);
    }

    /** With what the first one has kept. */
    static Work comparisonAgain(int tables, String database) {
        return new Work(
                "next comparison with " + count(tables) + " tables, " + database,
                CATALOG_QUERIES,
                tables >= MANY_TABLES ? Limit.times(2) : null);
    }

    static Work loading(int rows, String database, String baseline) {
        return new Work(
                count(rows) + " rows from CSV, " + database, baseline, rows >= MANY_ROWS ? Limit.times(1.5) : null);
    }

    static Work rebuilding(int rows, String database) {
        return new Work(
                "a table of " + count(rows) + " rows made anew, " + database,
                HAND_WRITTEN,
                rows >= MANY_ROWS ? Limit.times(1.2) : null);
    }

    static Work compiling(int operations) {
        return new Work(
                count(operations) + " operations as SQL of PostgreSQL, in a warm process",
                null,
                operations <= 10_000 ? Limit.of(0.2) : null);
    }

    private static @Nullable Limit ofEnough(int size, Limit limit) {
        return size >= ENOUGH ? limit : null;
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
