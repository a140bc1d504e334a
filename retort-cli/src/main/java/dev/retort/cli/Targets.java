package dev.retort.cli;

import dev.retort.error.Advice;
import dev.retort.error.UsageException;
import java.util.List;

/** Reads targets from the command line. */
final class Targets {

    private Targets() {}

    /** The only target of a command that writes one script. */
    static String only(List<String> targets) {
        if (targets.size() != 1) {
            throw new UsageException("--sql takes one target, and there are " + targets.size() + ".", Advice.NONE);
        }
        return targets.get(0);
    }
}
