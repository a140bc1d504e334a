package dev.retort.dialect;

import dev.retort.error.Advice;
import dev.retort.error.DatabaseAccessException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;

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
     * @param connection the database; a transaction under way continues as it was
     * @throws SQLException when the database does not answer
     */
    NormalForms normalize(Connection connection, Collection<Definition> definitions) throws SQLException;

    /**
     * The same for one database.
     *
     * @return throws a {@link DatabaseAccessException} when the database does not answer
     */
    default Function<Collection<Definition>, NormalForms> on(Connection connection) {
        return definitions -> {
            try {
                return normalize(connection, definitions);
            } catch (SQLException e) {
                throw new DatabaseAccessException(
                        "The database cannot be asked how it writes what is compared: " + e.getMessage(),
                        Advice.NONE,
                        e);
            }
        };
    }
}
