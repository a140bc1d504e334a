package dev.retort.dialect;

import dev.retort.operation.AlterSequence;
import dev.retort.schema.Identity;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/** How a sequence counts, as it stands in CREATE SEQUENCE and ALTER SEQUENCE, each option with a space before. */
final class SequenceClauses {

    private SequenceClauses() {}

    static String of(SequenceOptions options) {
        Long min = options.min();
        Long max = options.max();
        return start(options.start(), options.increment(), min, max)
                + increment(options.increment())
                + (min == null ? "" : " MINVALUE " + min)
                + (max == null ? "" : " MAXVALUE " + max)
                + (options.cache() == null ? "" : " CACHE " + options.cache())
                + (options.cycle() ? " CYCLE" : "");
    }

    /** The options of a numbered column, in parentheses with a space before; none where it counts from 1 up. */
    static String of(Identity identity) {
        boolean plain = identity.options().equals(SequenceOptions.of(1, 1));
        return plain ? "" : " (" + of(identity.options()).strip() + ")";
    }

    static String of(AlterSequence operation) {
        Long start = operation.start();
        Long increment = operation.increment();
        Sequence was = operation.was();
        long step = increment != null ? increment : was != null ? was.increment() : 1;
        return (start == null ? "" : start(start, step, null, null)) + (increment == null ? "" : increment(increment));
    }

    /** Most databases count from 1 up, or from -1 down, unless they are told that there are numbers before. */
    private static String start(long start, long increment, @Nullable Long min, @Nullable Long max) {
        String text = " START WITH " + start;
        if (min == null && increment > 0 && start < 1) {
            return text + " MINVALUE " + start;
        }
        return max == null && increment < 0 && start > -1 ? text + " MAXVALUE " + start : text;
    }

    private static String increment(long increment) {
        return " INCREMENT BY " + increment;
    }
}
