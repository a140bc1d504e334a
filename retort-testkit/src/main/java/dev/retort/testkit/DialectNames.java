package dev.retort.testkit;

/**
 * Names in the cases that each database has for itself. A name of something that the database does not have is never asked for.
 *
 * @param collation a collation of a column's texts, other than the default
 * @param characterSet a character set, other than the default
 * @param indexMethod an access method that an index over one text may have, other than the default
 * @param operatorClass an operator class of an index over a text, other than the default
 */
public record DialectNames(String collation, String characterSet, String indexMethod, String operatorClass) {

    /** The names for a database that has none of these things. */
    public static final DialectNames USUAL = new DialectNames("de_DE", "latin1", "hash", "text_pattern_ops");

    public DialectNames collation(String name) {
        return new DialectNames(name, characterSet, indexMethod, operatorClass);
    }

    public DialectNames characterSet(String name) {
        return new DialectNames(collation, name, indexMethod, operatorClass);
    }

    public DialectNames indexMethod(String name) {
        return new DialectNames(collation, characterSet, name, operatorClass);
    }

    public DialectNames operatorClass(String name) {
        return new DialectNames(collation, characterSet, indexMethod, name);
    }
}
