package dev.retort.dialect;

import dev.retort.error.Advice;
import dev.retort.error.DatabaseAccessException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
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
     * Everything that decides on normal forms besides the definitions: the version of the server, the settings with which the session reads
     * and writes them, and the objects that names in them may refer to. Two definitions with the same normal form have the same normal form
     * in each later comparison with the same circumstances, so the server need not be asked for them again. The standard answer is empty:
     * nothing is remembered.
     *
     * @return empty if that is not known
     * @throws SQLException when the database does not answer
     */
    default Optional<String> circumstances(Connection connection) throws SQLException {
        return Optional.empty();
    }

    /**
     * Whether the text of an actual definition and the circumstances decide what it means. If not, the server is asked for it at each
     * comparison. The standard answer is that they do.
     */
    default boolean isLasting(Definition found) {
        return true;
    }

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
