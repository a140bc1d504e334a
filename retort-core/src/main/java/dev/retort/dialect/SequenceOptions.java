package dev.retort.dialect;

import dev.retort.operation.AlterSequence;
import dev.retort.schema.Identity;
import dev.retort.schema.Sequence;

/** How a sequence counts, as it stands in CREATE SEQUENCE and ALTER SEQUENCE, each option with a space before. */
final class SequenceOptions {

    private SequenceOptions() {}

    static String of(long start, long increment) {
        return start(start, increment) + increment(increment);
    }

    /** The options of a numbered column, in parentheses with a space before; none where it counts from 1 up. */
    static String of(Identity identity) {
        boolean plain = identity.start() == 1 && identity.increment() == 1;
        return plain ? "" : " (" + of(identity.start(), identity.increment()).strip() + ")";
    }

    static String of(AlterSequence operation) {
        Long start = operation.start();
        Long increment = operation.increment();
        Sequence was = operation.was();
        long step = increment != null ? increment : was != null ? was.increment() : 1;
        return (start == null ? "" : start(start, step)) + (increment == null ? "" : increment(increment));
    }

    /** Most databases count from 1 up, or from -1 down, unless they are told that there are numbers before. */
    private static String start(long start, long increment) {
        String text = " START WITH " + start;
        if (increment > 0 && start < 1) {
            return text + " MINVALUE " + start;
        }
        return increment < 0 && start > -1 ? text + " MAXVALUE " + start : text;
    }

    private static String increment(long increment) {
        return " INCREMENT BY " + increment;
    }
}
