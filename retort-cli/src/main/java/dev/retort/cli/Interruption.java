package dev.retort.cli;

import dev.retort.runtime.StopSignal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Turns an interrupt of the process, such as Ctrl-C, into a request to stop, and waits until the run has stopped cleanly. */
final class Interruption {

    private static final long LONGEST_WAIT_SECONDS = 30;

    private Interruption() {}

    /** Runs some work with a signal that an interrupt of the process sets. */
    static <T> T during(Function<StopSignal, T> work) {
        StopSignal stop = new StopSignal();
        CountDownLatch finished = new CountDownLatch(1);
        Thread hook = new Thread(() -> stopAndWait(stop, finished), "retort-stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.apply(stop);
        } finally {
            finished.countDown();
            if (!stop.requested()) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        }
    }

    private static void stopAndWait(StopSignal stop, CountDownLatch finished) {
        stop.request();
        try {
            if (!finished.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                System.getLogger(Interruption.class.getName())
                        .log(System.Logger.Level.WARNING, "The run did not stop in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
