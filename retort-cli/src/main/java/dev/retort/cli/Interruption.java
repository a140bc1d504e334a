package dev.retort.cli;

import dev.retort.spi.StopSignal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

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
    private volatile Optional<Thread> worker = Optional.empty();

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
     * @param lastWords says what is known of work that is cut off, for which it is given the reason, as in "The run has not stopped"
     */
    <T> T during(Function<StopSignal, T> work, Consumer<String> lastWords) {
        worker = Optional.of(Thread.currentThread());
        Thread thread = new Thread(() -> stopOrSay(lastWords), "retort-stop");
        Runtime.getRuntime().addShutdownHook(thread);
        hook = Optional.of(thread);
        try {
            return work.apply(stop);
        } finally {
            worker = Optional.empty();
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
    void stopOrSay(Consumer<String> lastWords) {
        if (worker.filter(Interruption::endsTheProcess).isPresent()) {
            told.set(true);
            say(lastWords, "calls System.exit");
            Runtime.getRuntime().halt(ExitCode.FAILURE);
        }
        // A driver that cancels a statement, and whoever prints, may wait for ever: each has a thread that nobody waits
        // for.
        start("retort-cancel", this::askToStop);
        try {
            if (ended.await(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            if (told.compareAndSet(false, true)) {
                say(lastWords, "has not stopped within " + grace.toSeconds() + " seconds");
            } else {
                ended.await(LONGEST_SPEECH.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether a revision ends the process in the middle of its own work, which then cannot stop. */
    private static boolean endsTheProcess(Thread thread) {
        return Stream.of(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(Runtime.class.getName())
                        && frame.getMethodName().equals("exit"));
    }

    private static void say(Consumer<String> lastWords, String why) {
        try {
            start("retort-last-words", () -> lastWords.accept(why)).join(LONGEST_SPEECH.toMillis());
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
