package dev.retort.operation;

import org.jspecify.annotations.Nullable;

/**
 * What a person should know before an operation runs, or of something that no operation does.
 *
 * @param kind the kind
 * @param object what it is about, such as a table; null if that is not known
 * @param sentence what may happen and, if possible, what to do about it
 */
public record Hazard(Kind kind, @Nullable String object, String sentence) {

    /** The kinds of hazards. */
    public enum Kind {
        /** The operation fails if the table has rows, or certain rows. */
        MAY_FAIL,
        /** Rows or values are lost. */
        LOSES_DATA,
        /** Values are kept, but may mean something else. */
        CHANGES_VALUES,
        /** The reverse does not restore what was there before. */
        NOT_RESTORED,
        /** A drop and an addition look like a rename. */
        POSSIBLE_RENAME,
        /** A difference for which no operation can be generated. */
        NOT_GENERATED,
        /** Definitions differ in their text and may mean the same: the server was not asked for their normal forms. */
        NOT_COMPARED,
        /** Something that the database has and the desired schema has no place for, so that it may differ. */
        OUTSIDE_MODEL
    }

    /** The hazard that an operation has. */
    public static Hazard of(Operation operation, Kind kind, String sentence) {
        return new Hazard(kind, operation.subject().map(Object::toString).orElse(null), sentence);
    }

    /** Whether rows or values are lost. */
    public boolean losesData() {
        return kind == Kind.LOSES_DATA;
    }
}
