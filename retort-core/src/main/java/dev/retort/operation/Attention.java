package dev.retort.operation;

import org.jspecify.annotations.Nullable;

/**
 * A remark on a generated operation that a person should read before it runs.
 *
 * @param operation the operation; null when the remark is about something that no operation was generated for
 * @param kind what kind of remark
 * @param sentence the remark: what may happen and, where there is one, what to do about it
 */
public record Attention(@Nullable Operation operation, Kind kind, String sentence) {

    /** What a remark is about. */
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
        /** Something that is there and cannot be compared, so that nobody knows whether it differs. */
        NOT_COMPARED
    }
}
