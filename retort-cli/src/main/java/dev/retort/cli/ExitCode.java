package dev.retort.cli;

import dev.retort.error.RetortException;
import dev.retort.error.RevisionTargetException;
import dev.retort.error.RevisionTargetException.Reason;
import dev.retort.error.RunInterruptedException;
import dev.retort.error.UsageException;

/** What the process says when it ends. */
final class ExitCode {

    /** Fine, also when there was nothing to do. */
    static final int OK = 0;

    /** Something could not be done. */
    static final int FAILURE = 1;

    /** The command was called wrongly. */
    static final int USAGE = 2;

    /** A question was answered with no: there are differences, or the database is not at head. */
    static final int NO = 3;

    /** Interrupted, after a clean stop. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}

    static int of(RetortException failure) {
        if (failure instanceof UsageException || isMalformedTarget(failure)) {
            return USAGE;
        }
        return failure instanceof RunInterruptedException ? INTERRUPTED : FAILURE;
    }

    private static boolean isMalformedTarget(RetortException failure) {
        return failure instanceof RevisionTargetException target && target.reason() == Reason.MALFORMED;
    }
}
