package dev.retort.command;

import dev.retort.dialect.Definition;
import dev.retort.dialect.NormalForms;
import dev.retort.dialect.Normalizer;
import dev.retort.report.ComparedWith;
import java.util.Collection;
import java.util.Optional;

/** Has a database say definitions in its own words, unless the settings or its rights are against it, and tells which way was taken. */
final class ServerNormalizer {

    /** The value of the setting for a comparison by spelling. */
    static final String RULES = "rules";

    private final Database database;
    private final boolean wanted;
    private boolean refused;

    /**
     * The words of a database.
     *
     * @param comparedWith the value of the setting
     */
    ServerNormalizer(Database database, String comparedWith) {
        this.database = database;
        this.wanted = !comparedWith.equals(RULES) && database.dialect().normalizer() != Normalizer.NONE;
    }

    /** Whether the settings let the database be asked. */
    boolean isWanted() {
        return wanted;
    }

    NormalForms of(Collection<Definition> definitions) {
        if (!wanted) {
            return NormalForms.NOT_ASKED;
        }
        NormalForms forms =
                database.dialect().normalizer().on(database.connection()).apply(definitions);
        refused |= !forms.asked();
        return forms;
    }

    /** What has decided on texts that differ. */
    ComparedWith comparedWith() {
        return wanted && !refused ? ComparedWith.SERVER : ComparedWith.RULES;
    }

    /** What is to be said when the database was to be asked and could not. */
    Optional<String> remark() {
        return refused
                ? Optional.of(
                        "The login may make no tables, not even temporary ones, so defaults and conditions were compared by their"
                                + " spelling alone.")
                : Optional.empty();
    }
}
