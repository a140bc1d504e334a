package dev.retort.cli;

import dev.retort.runtime.StopSignal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Turns an interrupt of the process, such as Ctrl-C, into a request to stop, and lets the process end when the program has stopped cleanly
 * and has said so.
 */
final class Interruption {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final StopSignal stop = new StopSignal();
    private final CountDownLatch ended = new CountDownLatch(1);
    private Optional<Thread> hook = Optional.empty();

    /** Runs some work with a signal that an interrupt of the process sets. */
    <T> T during(Function<StopSignal, T> work) {
        Thread thread = new Thread(this::stopAndWait, "retort-stop");
        Runtime.getRuntime().addShutdownHook(thread);
        hook = Optional.of(thread);
        return work.apply(stop);
    }

    /** Says that the program has done and said everything. */
    void end() {
        ended.countDown();
        if (!stop.requested()) {
            hook.ifPresent(Runtime.getRuntime()::removeShutdownHook);
        }
    }

    /** Asks again and again, because a statement that has not quite begun cannot be cancelled. */
    private void stopAndWait() {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        try {
            do {
                stop.request();
            } while (!ended.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS) && System.nanoTime() < deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
