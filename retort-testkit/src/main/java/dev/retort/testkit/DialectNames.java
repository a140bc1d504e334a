package dev.retort.testkit;

/**
 * Names in the cases that differ between databases. The name of something that the database does not have is never used.
 *
 * @param collation a collation other than the default
 * @param characterSet a character set other than the default
 * @param indexMethod an access method for an index over one string column, other than the default
 * @param operatorClass an operator class for an index over a string column, other than the default
 * @param grantee a role or a user that exists
 */
public record DialectNames(
        String collation, String characterSet, String indexMethod, String operatorClass, String grantee) {

    /** The names for a database that has none of these things. */
    public static final DialectNames USUAL = new DialectNames("de_DE", "latin1", "hash", "text_pattern_ops", "public");

    public DialectNames collation(String name) {
        return new DialectNames(name, characterSet, indexMethod, operatorClass, grantee);
    }

    public DialectNames characterSet(String name) {
        return new DialectNames(collation, name, indexMethod, operatorClass, grantee);
    }

    public DialectNames indexMethod(String name) {
        return new DialectNames(collation, characterSet, name, operatorClass, grantee);
    }

    public DialectNames operatorClass(String name) {
        return new DialectNames(collation, characterSet, indexMethod, name, grantee);
    }

    public DialectNames grantee(String name) {
        return new DialectNames(collation, characterSet, indexMethod, operatorClass, name);
    }
}
