package dev.retort.report;

/** How it is decided whether two texts of a default, a condition or a generated column mean the same. */
public enum ComparedWith {
    /** The server was asked for the normal form of desired definitions whose texts differ. */
    SERVER,
    /** By spelling alone; texts that differ otherwise are not compared. */
    RULES
}
