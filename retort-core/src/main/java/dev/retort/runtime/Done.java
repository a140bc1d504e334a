package dev.retort.runtime;

import dev.retort.error.Advice;
import dev.retort.error.RunInterruptedException;

/**
 * What a run has done for good.
 *
 * @param steps how many steps
 * @param said the same as a sentence, which names the last one
 */
record Done(int steps, String said) {

    static final Done NOTHING = new Done(0, "Nothing was run.");

    /** What to throw when somebody asks to stop where no step is under way. */
    RunInterruptedException stopped() {
        return new RunInterruptedException(
                steps, Advice.of(steps == 0 ? said : said + " Run the command again to continue."));
    }
}
