package dev.retort.report;

/** What decides whether two texts of a default, a condition or a computation say the same. */
public enum ComparedWith {
    /** The server, which was asked how it writes the desired ones where the texts differ. */
    SERVER,
    /** The rules of spelling; texts that differ beyond them are not compared. */
    RULES
}
