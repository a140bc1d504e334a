package dev.retort.error;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** There are differences that no revision can remove yet on this database. */
public final class DifferencesNotWritableException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> refusals;

    public DifferencesNotWritableException(String dialect, List<String> refusals, Set<String> advice) {
        super(
                dialect + " cannot do what the differences need:\n    " + String.join("\n    ", refusals),
                Advice.of(
                        "Nothing was written. Write these by hand in a revision of your own; the other differences are then generated."
                                + advice.stream()
                                        .map(sentence -> " " + sentence)
                                        .collect(Collectors.joining())),
                null);
        this.refusals = List.copyOf(refusals);
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
