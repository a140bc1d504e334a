package dev.retort.history;

import dev.retort.migration.Direction;

/**
 * A statement of a step that commits in several parts.
 *
 * @param revision the revision of the step
 * @param direction the direction of the step
 * @param statement the statement's number in the step, from 1
 * @param hash the hash of its text, or another one of a conditional statement that did not have to run
 * @param closed whether it is known to have taken effect, or not to have had to run
 */
public record JournalEntry(String revision, Direction direction, int statement, String hash, boolean closed) {

    /** How many statements of the step are done if this is the last that was begun. */
    public int done() {
        return closed ? statement : statement - 1;
    }
}
