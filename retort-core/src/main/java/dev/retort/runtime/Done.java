package dev.retort.runtime;

import dev.retort.error.Advice;
import dev.retort.error.RunInterruptedException;

/**
 * What a run has completed for good.
 *
 * @param steps the number of steps
 * @param said the same as a sentence, which names the last step
 */
record Done(int steps, String said) {

    static final Done NOTHING = new Done(0, "Nothing was run.");

    /** The exception when a stop is requested between steps. */
    RunInterruptedException stopped() {
        return new RunInterruptedException(
                steps, Advice.of(steps == 0 ? said : said + " Run the command again to continue."));
    }
}
