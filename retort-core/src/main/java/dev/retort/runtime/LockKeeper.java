package dev.retort.runtime;

import dev.retort.dialect.MigrationLock;
import dev.retort.error.LockNotAvailableException;
import dev.retort.error.RetortException;
import dev.retort.error.RunInterruptedException;
import dev.retort.spi.StopSignal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes a lock by trying repeatedly until a deadline; it never waits inside the server. */
public final class LockKeeper {

    private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

    private final Duration timeout;
    private final Listeners listeners;
    private final StopSignal stop;

    /**
     * A keeper.
     *
     * @param timeout how long to try
     * @param listeners are notified when another run has the lock
     * @param stop ends the waiting
     */
    public LockKeeper(Duration timeout, Listeners listeners, StopSignal stop) {
        this.timeout = timeout;
        this.listeners = listeners;
        this.stop = stop;
    }

    /**
     * Takes the lock.
     *
     * @throws LockNotAvailableException when the deadline passes
     * @throws RunInterruptedException when a stop is requested
     * @throws SQLException when the database does not answer
     */
    public void acquire(MigrationLock lock) throws SQLException {
        boolean unused = acquire(
                lock::holder, () -> lock.tryAcquire() ? Optional.of(true) : Optional.<Boolean>empty(), Done.NOTHING);
    }

    /**
     * Takes something by repeated requests; throws what {@link #acquire(MigrationLock)} throws.
     *
     * @param holder who has it, in words
     * @param request requests it; empty while another run has it
     * @param done what the run has completed, for the error
     */
    <T> T acquire(Reading<String> holder, Reading<Optional<T>> request, Done done) throws SQLException {
        Waiting waiting = new Waiting(done);
        Optional<T> granted = request.read();
        while (granted.isEmpty()) {
            waiting.requireNoStop();
            if (waiting.isOver()) {
                throw new LockNotAvailableException(holder.read(), waiting.seconds(), done.said());
            }
            if (waiting.begins()) {
                sayWaiting(holder.read());
            }
            waiting.pause();
            granted = request.read();
        }
        return granted.get();
    }

    private void sayWaiting(String holder) {
        listeners.tell((listener, database) -> listener.waitingForLock(database, holder));
    }

    /** A query of the database. */
    interface Reading<T> {
        T read() throws SQLException;
    }

    /**
     * Does something again and again while its failure is one that passes by itself.
     *
     * @param passes whether a failure is such a one, after which nothing is done that must not be done again
     * @param holder for whom it waits, in words for the listener; null when nobody needs to know
     * @throws RunInterruptedException when somebody asks to stop
     * @throws RetortException when the deadline passes, or for any other reason
     */
    public <T> T patiently(Predicate<RetortException> passes, @Nullable String holder, Supplier<T> work) {
        Waiting waiting = new Waiting(Done.NOTHING);
        while (true) {
            try {
                return work.get();
            } catch (RetortException e) {
                if (!passes.test(e) || waiting.isOver()) {
                    throw e;
                }
            }
            waiting.requireNoStop();
            if (waiting.begins() && holder != null) {
                sayWaiting(holder);
            }
            waiting.pause();
        }
    }

    /** One wait until the deadline. */
    private final class Waiting {

        private final Done done;
        private final long start = System.nanoTime();
        private long pause = SHORTEST_PAUSE;
        private boolean begun;

        Waiting(Done done) {
            this.done = done;
        }

        void requireNoStop() {
            if (stop.requested()) {
                throw done.stopped();
            }
        }

        boolean isOver() {
            return waited() >= timeout.toNanos();
        }

        long seconds() {
            return TimeUnit.NANOSECONDS.toSeconds(waited());
        }

        /** Whether there was no pause yet; true once for each wait. */
        boolean begins() {
            boolean first = !begun;
            begun = true;
            return first;
        }

        /** Pauses for increasing, random times, so that runs that began together do not try together. */
        void pause() {
            long longest = Math.max(1, Math.min(pause, timeout.toNanos() - waited()));
            pause = Math.min(LONGEST_PAUSE, pause * 2);
            try {
                TimeUnit.NANOSECONDS.sleep(
                        longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw done.stopped();
            }
        }

        private long waited() {
            return System.nanoTime() - start;
        }
    }
}
