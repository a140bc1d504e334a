package dev.retort.runtime;

import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A request to stop a run at the next place from which it can go on. Thread-safe. */
public final class StopSignal {

    private volatile boolean requested;
    private @Nullable Statement running;

    public StopSignal() {}

    /** Asks the run to stop: a statement under way is cancelled, no other is begun. */
    public synchronized void request() {
        requested = true;
        if (running != null) {
            try {
                running.cancel();
            } catch (SQLException e) {
                System.getLogger(StopSignal.class.getName())
                        .log(System.Logger.Level.DEBUG, "The statement under way cannot be cancelled.", e);
            }
        }
    }

    /** Whether somebody asked. */
    public boolean requested() {
        return requested;
    }

    synchronized void running(@Nullable Statement statement) {
        running = statement;
    }
}
