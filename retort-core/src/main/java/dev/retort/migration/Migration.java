package dev.retort.migration;

/** The body of a revision. Its methods record operations; they do not access the database, and nothing has run when they return. */
public interface Migration {

    /** Records the operations that lead from the parents to this revision. */
    void upgrade(Operations op);

    /** Records the operations that lead back to the parents. */
    void downgrade(Operations op);
}
