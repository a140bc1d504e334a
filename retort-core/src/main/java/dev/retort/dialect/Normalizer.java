package dev.retort.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/**
 * Has a server say definitions in the words in which its catalog would report them. It is asked on tables of its own, which nobody else
 * sees and of which nothing stays, also when the process is killed.
 */
@FunctionalInterface
public interface Normalizer {

    /** Of a database that reports what it was told, or cannot be asked. */
    Normalizer NONE = (connection, definitions) -> NormalForms.NOT_ASKED;

    /**
     * The normal forms.
     *
     * @param connection the database; a transaction under way goes on as it was
     * @throws SQLException when the database does not answer
     */
    NormalForms normalize(Connection connection, Collection<Definition> definitions) throws SQLException;
}
