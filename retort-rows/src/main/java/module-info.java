import org.jspecify.annotations.NullMarked;

/** Rows from CSV and JSON files, for revisions in Java. */
@NullMarked
module dev.retort.rows {
    requires com.google.gson;
    requires de.siegmar.fastcsv;
    requires transitive dev.retort.core;
    requires static transitive org.jspecify;

    exports dev.retort.rows;
}
