package dev.retort.dialect;

import java.util.List;

/** How a script is written so that the database's own client reads it as Retort means it. */
public interface ScriptForm {

    /** As it is. */
    ScriptForm PLAIN = new ScriptForm() {};

    /** The statements that a script begins with, such as one that names its encoding, UTF-8. The default is none. */
    default List<String> opening() {
        return List.of();
    }

    /**
     * A statement as the client reads it. The default is the statement as it is.
     *
     * @param statement the statement, with the semicolon that ends it
     * @param severalParts whether it has other semicolons, as the body of a routine has
     */
    default String written(String statement, boolean severalParts) {
        return statement;
    }
}
