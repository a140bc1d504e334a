package dev.retort.spi;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A request to stop a run at the next place from which it can go on. Thread-safe; one signal may stop several runs. */
public final class StopSignal {

    /** An action that is done when somebody asks, until it is closed. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    private final List<Runnable> actions = new CopyOnWriteArrayList<>();
    private volatile boolean requested;

    public StopSignal() {}

    /** Asks to stop: a statement under way is cancelled, once its server has surely begun it; no other is begun. */
    public void request() {
        requested = true;
        actions.forEach(Runnable::run);
    }

    /** Whether somebody asked. */
    public boolean requested() {
        return requested;
    }

    /** Does something each time somebody asks from now on, on the thread that asks. */
    public Registration onRequest(Runnable action) {
        // Wrapped, since the same action may be registered twice.
        Runnable own = () -> action.run();
        actions.add(own);
        return () -> actions.remove(own);
    }
}
