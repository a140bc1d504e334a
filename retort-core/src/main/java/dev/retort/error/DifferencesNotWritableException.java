package dev.retort.error;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** There are differences that a generated revision cannot remove on this database. */
public final class DifferencesNotWritableException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> refusals;

    /** No revision can remove them yet. */
    public DifferencesNotWritableException(String dialect, List<String> refusals, Set<String> advice) {
        this(
                dialect + " cannot do what the differences need:\n    " + String.join("\n    ", refusals),
                Advice.of(
                        "Nothing was written. Write these by hand in a revision of your own; the other differences are then generated."
                                + advice.stream()
                                        .map(sentence -> " " + sentence)
                                        .collect(Collectors.joining())),
                refusals);
    }

    private DifferencesNotWritableException(String problem, Advice advice, List<String> refusals) {
        super(problem, advice, null);
        this.refusals = List.copyOf(refusals);
    }

    /** A revision in SQL cannot remove them, and one in Java can. */
    public static DifferencesNotWritableException inSql(String dialect, List<String> refusals) {
        return new DifferencesNotWritableException(
                "On " + dialect + ", a revision in SQL cannot do what the differences need:\n    "
                        + String.join("\n    ", refusals),
                Advice.of("Nothing was written. Generate a revision in Java."),
                refusals);
    }

    /** What cannot be done and why, one sentence each. */
    public List<String> refusals() {
        return shown(refusals);
    }

    @Override
    public String kind() {
        return "differences_not_writable";
    }
}
