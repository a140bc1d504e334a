package dev.retort.operation;

import org.jspecify.annotations.Nullable;

/**
 * What a person should know of an operation, or of what no operation is for, before it runs.
 *
 * @param kind what it is
 * @param object what it is about, such as a table; null when that is not known
 * @param sentence what may happen and, where there is one, what to do about it
 */
public record Hazard(Kind kind, @Nullable String object, String sentence) {

    /** What a hazard is. */
    public enum Kind {
        /** The operation fails when the table has rows, or rows of a certain kind. */
        MAY_FAIL,
        /** Rows or values are gone afterwards. */
        LOSES_DATA,
        /** Values are there afterwards, and may say something else. */
        CHANGES_VALUES,
        /** The way back does not lead to what was there. */
        NOT_RESTORED,
        /** Something dropped and something added look like one thing with a new name. */
        POSSIBLE_RENAME,
        /** A difference that no operation can be generated for. */
        NOT_GENERATED,
        /** Texts that differ and may say the same: the server was not asked how it writes them. */
        NOT_COMPARED,
        /** Something that is there and that the desired schema has no words for, so that nobody knows whether it differs. */
        OUTSIDE_MODEL
    }

    /** The hazard that an operation has. */
    public static Hazard of(Operation operation, Kind kind, String sentence) {
        return new Hazard(kind, operation.subject().map(Object::toString).orElse(null), sentence);
    }

    /** Whether rows or values are gone afterwards. */
    public boolean losesData() {
        return kind == Kind.LOSES_DATA;
    }
}
