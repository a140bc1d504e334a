package dev.retort.error;

import java.util.List;

/** An identifier matches several revisions, or a relative identifier can be resolved in several ways. */
public final class AmbiguousRevisionException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final String identifier;
    private final transient List<String> candidates;

    /** The candidates are the revisions that the identifier matches. */
    public AmbiguousRevisionException(String identifier, List<String> candidates) {
        this(
                identifier,
                "it could mean ",
                candidates,
                Advice.of("Write one of them in full instead, such as '" + candidates.get(0) + "'."));
    }

    private AmbiguousRevisionException(String identifier, String what, List<String> candidates, Advice advice) {
        super(
                "'" + ControlCharacters.shownOnALine(identifier) + "' is ambiguous: " + what
                        + String.join(", ", candidates) + ".",
                advice,
                null);
        this.identifier = identifier;
        this.candidates = List.copyOf(candidates);
    }

    /**
     * The candidates are the revisions from which the steps could be counted.
     *
     * @param begun what to write instead, to start at the first of them
     */
    public static AmbiguousRevisionException ofStart(String identifier, List<String> candidates, String begun) {
        return new AmbiguousRevisionException(
                identifier, "it could start from ", candidates, Advice.of("Name the start, as in '" + begun + "'."));
    }

    /** The candidates are revisions on the way, from which there are more steps to take. */
    public static AmbiguousRevisionException onTheWay(String identifier, List<String> candidates) {
        return new AmbiguousRevisionException(
                identifier,
                "it could lead through ",
                candidates,
                Advice.of("Name the revision that it should lead to; {} lists them.", Action.HISTORY));
    }

    /** The text that was given. */
    public String identifier() {
        return identifier;
    }

    /** The revisions that it could mean, start at or lead through. */
    public List<String> candidates() {
        return candidates;
    }

    @Override
    public String kind() {
        return "ambiguous_revision";
    }
}
