package dev.retort.rows;

import java.util.List;

/** Files of rows that lie beside a revision: {@code op.bulkInsert("country", csv("countries.csv"))}. */
public final class RowFiles {

    private RowFiles() {}

    /**
     * A CSV file as RFC 4180 describes it, in UTF-8, whose first line has the names of the columns. A field that is empty is NULL; one with
     * nothing between its quotes is an empty text.
     *
     * @param path the path from the folder of the revision, with slashes
     */
    public static CsvFile csv(String path) {
        return new CsvFile(path, ',', "", List.of(), List.of());
    }

    /**
     * A JSON file in UTF-8: one array of objects, or one object after the other, each on a line of its own. The keys of the first
     * object are the columns. A key that a later object lacks is NULL; one that the first lacks is an error. An object or array as a value
     * is its JSON text.
     *
     * @param path the path from the folder of the revision, with slashes
     */
    public static JsonFile json(String path) {
        return new JsonFile(path);
    }
}
