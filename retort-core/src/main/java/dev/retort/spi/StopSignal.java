package dev.retort.spi;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A request to stop a run at the next place from which it can continue. Thread-safe; one signal may stop several runs. It stays requested:
 * whoever wants to run again needs another signal.
 */
public final class StopSignal {

    /** An action that runs at each request, until it is closed. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    private final List<Runnable> actions = new CopyOnWriteArrayList<>();
    private volatile boolean requested;

    public StopSignal() {}

    /**
     * Requests a stop: the current statement is cancelled, once its server has surely begun it; no other statement is begun. An exception of
     * an action is thrown after all actions have run, with those of others as suppressed ones.
     */
    public void request() {
        requested = true;
        Throwable first = null;
        for (Runnable action : actions) {
            try {
                action.run();
            } catch (RuntimeException | Error e) {
                if (first == null) {
                    first = e;
                } else if (first != e) {
                    first.addSuppressed(e);
                }
            }
        }
        if (first instanceof Error error) {
            throw error;
        }
        if (first != null) {
            throw (RuntimeException) first;
        }
    }

    /** Whether a stop was requested. */
    public boolean requested() {
        return requested;
    }

    /** Runs an action at each request from now on, on the thread of the request. */
    public Registration onRequest(Runnable action) {
        // Wrapped, since the same action may be registered twice.
        Runnable own = () -> action.run();
        actions.add(own);
        return () -> actions.remove(own);
    }
}
