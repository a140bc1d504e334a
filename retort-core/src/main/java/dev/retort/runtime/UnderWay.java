package dev.retort.runtime;

import dev.retort.spi.StopSignal;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** A running statement, which is cancelled when a stop is requested. Closed when it has ended. */
final class UnderWay implements AutoCloseable {

    /** In milliseconds. Drivers send a cancel request only once, and a server ignores it before the statement has begun. */
    private static final long HEAD_START = 250;

    /** Something that can be cancelled from another thread. */
    interface Cancellable {
        void cancel() throws SQLException;
    }

    private final Cancellable statement;
    private final long begun = System.nanoTime();
    private final StopSignal.Registration registration;
    private boolean ended;

    UnderWay(Cancellable statement, StopSignal stop) {
        this.statement = statement;
        this.registration = stop.onRequest(this::cancel);
    }

    private synchronized void cancel() {
        if (endsWithinItsHeadStart()) {
            return;
        }
        try {
            statement.cancel();
        } catch (SQLException e) {
            System.getLogger(UnderWay.class.getName())
                    .log(System.Logger.Level.DEBUG, "The statement under way cannot be cancelled.", e);
        }
    }

    private synchronized boolean endsWithinItsHeadStart() {
        try {
            long left = HEAD_START - sinceItBegan();
            while (!ended && left > 0) {
                wait(left);
                left = HEAD_START - sinceItBegan();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ended;
    }

    private long sinceItBegan() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    @Override
    public void close() {
        registration.close();
        synchronized (this) {
            ended = true;
            notifyAll();
        }
    }
}
