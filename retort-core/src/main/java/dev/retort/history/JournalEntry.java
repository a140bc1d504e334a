package dev.retort.history;

/**
 * One statement of a step that commits piece by piece.
 *
 * @param revision the revision of the step
 * @param direction {@code upgrade} or {@code downgrade}
 * @param statement the statement's number in the step, from 1
 * @param hash the hash of its text
 * @param closed whether it is known to have taken effect
 */
public record JournalEntry(String revision, String direction, int statement, String hash, boolean closed) {}
