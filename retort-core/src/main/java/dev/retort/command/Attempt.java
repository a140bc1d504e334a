package dev.retort.command;

/**
 * What is tried with a database. As long as it has written nothing but Retort's metadata tables, empty as they are made, it can be tried again
 * from its beginning.
 */
final class Attempt {

    private boolean writing;

    /** Says that from now on it writes what must not be written twice. */
    void beginsToWrite() {
        writing = true;
    }

    boolean isWriting() {
        return writing;
    }
}
