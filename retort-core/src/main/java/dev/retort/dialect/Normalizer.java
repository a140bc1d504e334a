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
     * All that decides, beside the definitions themselves, whether two of them are the same to the server: its version, the settings of the
     * session by which it reads and writes them, and what names in them may stand for. Two definitions that were the same once are the same
     * whenever they are compared in circumstances of the same text, and need not be asked for. The standard answer is none: what the server
     * has said is forgotten with the comparison.
     *
     * @return empty where that cannot be told
     * @throws SQLException when the database does not answer
     */
    default Optional<String> circumstances(Connection connection) throws SQLException {
        return Optional.empty();
    }

    /**
     * Whether what a definition of the catalog means is told by its words and the circumstances. If not, it is asked for at each comparison.
     * The standard answer is that it is.
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
