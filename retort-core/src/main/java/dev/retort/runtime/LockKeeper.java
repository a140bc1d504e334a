package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.MigrationLock;
import dev.retort.error.DatabaseAccessException;
import dev.retort.error.LockNotAvailableException;
import dev.retort.error.RunInterruptedException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Takes a lock by asking again and again until a deadline; it never waits inside the server. */
public final class LockKeeper {

    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

    private final Duration timeout;
    private final MigrationListener listener;
    private final StopSignal stop;

    /**
     * A keeper.
     *
     * @param timeout how long to ask
     * @param listener is told that somebody else has the lock
     * @param stop ends the waiting
     */
    public LockKeeper(Duration timeout, MigrationListener listener, StopSignal stop) {
        this.timeout = timeout;
        this.listener = listener;
        this.stop = stop;
    }

    /**
     * Takes the lock.
     *
     * @throws LockNotAvailableException when the deadline passes
     * @throws RunInterruptedException when somebody asks to stop
     * @throws SQLException when the database does not answer
     */
    public void acquire(MigrationLock lock) throws SQLException {
        long start = System.nanoTime();
        long pause = SHORTEST_PAUSE;
        boolean told = false;
        while (!lock.tryAcquire()) {
            if (stop.requested()) {
                throw new RunInterruptedException(0, "Nothing was run.");
            }
            long waited = System.nanoTime() - start;
            if (waited >= timeout.toNanos()) {
                throw new LockNotAvailableException(lock.holder(), TimeUnit.NANOSECONDS.toSeconds(waited));
            }
            if (!told) {
                listener.waitingForLock(lock.holder());
                told = true;
            }
            pause(Math.min(pause, timeout.toNanos() - waited));
            pause = Math.min(LONGEST_PAUSE, pause * 2);
        }
    }

    /** A question to the database. */
    interface Reading<T> {
        T read() throws SQLException;
    }

    /**
     * Asks the database again and again while somebody else's writing keeps it from answering.
     *
     * @throws RunInterruptedException when somebody asks to stop
     * @throws DatabaseAccessException when the deadline passes, or for any other reason
     */
    <T> T patiently(Dialect dialect, Reading<T> reading) throws SQLException {
        long start = System.nanoTime();
        boolean told = false;
        while (true) {
            try {
                return reading.read();
            } catch (DatabaseAccessException e) {
                boolean busy = e.getCause() instanceof SQLException cause && dialect.isBusy(cause);
                if (!busy || System.nanoTime() - start >= timeout.toNanos()) {
                    throw e;
                }
            }
            if (stop.requested()) {
                throw new RunInterruptedException(0, "Nothing was run.");
            }
            if (!told) {
                listener.waitingForLock("somebody writes to the database");
                told = true;
            }
            pause(LONGEST_PAUSE);
        }
    }

    private static void pause(long nanos) {
        long jittered = nanos / 2 + ThreadLocalRandom.current().nextLong(nanos / 2 + 1);
        try {
            TimeUnit.NANOSECONDS.sleep(jittered);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunInterruptedException(0, "Nothing was run.");
        }
    }
}
