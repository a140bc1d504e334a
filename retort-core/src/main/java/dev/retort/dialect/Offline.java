package dev.retort.dialect;

import dev.retort.dialect.Executable.SqlStatement;
import java.util.List;
import java.util.Optional;

/** What a script that is written without a database has of an executable. */
public sealed interface Offline {

    /** Statements. */
    record Written(List<SqlStatement> statements) implements Offline {

        public Written {
            statements = List.copyOf(statements);
        }
    }

    /**
     * Nothing, so that the script is refused.
     *
     * @param why a clause
     * @param instead what to write instead, a sentence
     */
    record Refused(String why, String instead) implements Offline {}

    /** Statements. */
    static Offline written(SqlStatement... statements) {
        return new Written(List.of(statements));
    }

    /** Nothing, for what cannot be written in another form either. */
    static Offline onlyOnline() {
        return new Refused("it depends on what is in the database", "Run online.");
    }

    /** The statements, if the script has it. */
    default Optional<List<SqlStatement>> ifWritten() {
        return this instanceof Written written ? Optional.of(written.statements()) : Optional.empty();
    }
}
