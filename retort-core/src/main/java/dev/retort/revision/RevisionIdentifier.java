package dev.retort.revision;

import dev.retort.error.RevisionTargetException;
import dev.retort.error.RevisionTargetException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A text that names revisions, {@code [BRANCH@]SYMBOL}, split but not looked up.
 *
 * @param branch the label or revision whose lineage is meant; null when none is given
 * @param symbol an id, a label, the beginning of one, a word such as {@code heads}, or what a command accepts beside these
 */
public record RevisionIdentifier(@Nullable String branch, String symbol) {

    /** Splits a text at its first {@code @}; an empty branch counts as none, an empty symbol is a {@link RevisionTargetException}. */
    public static RevisionIdentifier parse(String text) {
        int at = text.indexOf('@');
        String symbol = text.substring(at + 1);
        if (symbol.isBlank()) {
            throw new RevisionTargetException(
                    Reason.MALFORMED,
                    text,
                    "'" + text + "' names no revision.",
                    "Give a revision, a branch label, or one of 'head', 'heads' and 'base'.");
        }
        return new RevisionIdentifier(at > 0 ? text.substring(0, at) : null, symbol);
    }

    @Override
    public String toString() {
        return branch == null ? symbol : branch + "@" + symbol;
    }
}
