package dev.retort.cli;

import dev.retort.runtime.StopSignal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Turns an interrupt of the process, such as Ctrl-C, into a request to stop, and lets the process end when the program has stopped cleanly
 * and has said so, or when its grace period is over.
 */
final class Interruption {

    /** How long a run may take to stop. */
    static final Duration GRACE = Duration.ofSeconds(30);

    private static final Duration INTERVAL = Duration.ofMillis(200);

    /** How long whoever tells the end may take, in case nobody reads it. */
    private static final Duration LONGEST_SPEECH = Duration.ofSeconds(5);

    private final StopSignal stop = new StopSignal();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Whether somebody says how the work ends, who does so alone: the program, or the last words. */
    private final AtomicBoolean told = new AtomicBoolean();

    private final Duration grace;
    private Optional<Thread> hook = Optional.empty();

    /**
     * An interruption.
     *
     * @param grace how long the program may take to stop
     */
    Interruption(Duration grace) {
        this.grace = grace;
    }

    /**
     * Runs some work with a signal that an interrupt of the process sets.
     *
     * @param lastWords says what is known of work that has not stopped within its grace period, which it is given
     */
    <T> T during(Function<StopSignal, T> work, Consumer<Duration> lastWords) {
        Thread thread = new Thread(() -> stopOrSay(lastWords), "retort-stop");
        Runtime.getRuntime().addShutdownHook(thread);
        hook = Optional.of(thread);
        try {
            return work.apply(stop);
        } finally {
            if (!told.compareAndSet(false, true)) {
                awaitEndOfProcess();
            }
        }
    }

    /** Says that the program has done and said everything. */
    void end() {
        ended.countDown();
        try {
            hook.ifPresent(Runtime.getRuntime()::removeShutdownHook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the hook has just been told not to wait any longer.
        }
    }

    /** Asks the program to stop, and says what is known if it does not. */
    void stopOrSay(Consumer<Duration> lastWords) {
        // A driver that cancels a statement, and whoever prints, may wait for ever: each has a thread that nobody waits
        // for.
        start("retort-cancel", this::askToStop);
        try {
            if (ended.await(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            if (told.compareAndSet(false, true)) {
                start("retort-last-words", () -> lastWords.accept(grace)).join(LONGEST_SPEECH.toMillis());
            } else {
                ended.await(LONGEST_SPEECH.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks again and again, because a statement that has not quite begun cannot be cancelled. */
    private void askToStop() {
        try {
            do {
                stop.request();
            } while (!ended.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitEndOfProcess() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
