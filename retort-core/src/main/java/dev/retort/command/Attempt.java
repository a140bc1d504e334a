package dev.retort.command;

/**
 * An attempt to do something with a database. It can be repeated from the beginning as long as it has written nothing but empty metadata
 * tables.
 */
final class Attempt {

    private boolean writing;

    /** From now on the attempt must not be repeated. */
    void beginsToWrite() {
        writing = true;
    }

    boolean isWriting() {
        return writing;
    }
}
