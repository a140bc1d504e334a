package dev.retort.testkit;

/**
 * What cases have to say and each database calls something else; of no matter where it lacks the thing.
 *
 * @param collation a collation of a column's texts, other than the usual one
 * @param characterSet a character set, other than the usual one
 * @param indexMethod an access method that an index over one text may have, other than the usual one
 * @param operatorClass an operator class of an index over a text, other than the usual one
 */
public record Words(String collation, String characterSet, String indexMethod, String operatorClass) {

    /** Words for a database that lacks all of these things. */
    public static final Words NONE = new Words("none", "none", "none", "none");

    public Words collation(String name) {
        return new Words(name, characterSet, indexMethod, operatorClass);
    }

    public Words characterSet(String name) {
        return new Words(collation, name, indexMethod, operatorClass);
    }

    public Words indexMethod(String name) {
        return new Words(collation, characterSet, name, operatorClass);
    }

    public Words operatorClass(String name) {
        return new Words(collation, characterSet, indexMethod, name);
    }
}
