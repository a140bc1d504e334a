package dev.retort.migration;

/**
 * The body of a revision. Its methods record operations; they do not talk to the database, and nothing has run when they return.
 */
public interface Migration {

    /** Records what leads from the revisions this one revises to this one. */
    void upgrade(Operations op);

    /** Records what leads back. */
    void downgrade(Operations op);
}
