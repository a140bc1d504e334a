package dev.retort.tests.server;

/** How long a client of a pooler keeps a session of the server. */
public enum PoolMode {
    /** Until it disconnects. What it has set and locked in the session is then forgotten. */
    SESSION,
    /** Until its transaction ends, be it of one statement. */
    TRANSACTION,
    /** For one statement; who leaves a transaction open after it is disconnected. */
    STATEMENT
}
