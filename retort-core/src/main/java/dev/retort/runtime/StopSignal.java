package dev.retort.runtime;

import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A request to stop a run at the next place from which it can go on. Thread-safe. */
public final class StopSignal {

    /** In milliseconds. Drivers cancel a statement once, and a server that has not begun it takes no notice. */
    private static final long HEAD_START = 250;

    /** Something under way that can be cancelled from another thread. */
    interface Cancellable {
        void cancel() throws SQLException;
    }

    private volatile boolean requested;
    private @Nullable Cancellable running;
    private long begun;

    public StopSignal() {}

    /** Asks the run to stop: a statement under way is cancelled, once its server has surely begun it; no other is begun. */
    public synchronized void request() {
        requested = true;
        Cancellable underWay = running;
        if (underWay == null || endsBeforeItsHeadStart(underWay)) {
            return;
        }
        try {
            underWay.cancel();
        } catch (SQLException e) {
            System.getLogger(StopSignal.class.getName())
                    .log(System.Logger.Level.DEBUG, "The statement under way cannot be cancelled.", e);
        }
    }

    private synchronized boolean endsBeforeItsHeadStart(Cancellable underWay) {
        try {
            long left = HEAD_START - sinceItBegan();
            while (running == underWay && left > 0) {
                wait(left);
                left = HEAD_START - sinceItBegan();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return running != underWay;
    }

    private synchronized long sinceItBegan() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    /** Whether somebody asked. */
    public boolean requested() {
        return requested;
    }

    /** Says what is under way from now on; null for nothing. */
    synchronized void running(@Nullable Cancellable underWay) {
        running = underWay;
        begun = System.nanoTime();
        notifyAll();
    }
}
