package dev.retort.error;

import java.util.List;

/** An identifier fits several revisions, or a relative step could go several ways. */
public final class AmbiguousRevisionException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final String identifier;
    private final transient List<String> candidates;

    /** Each of the candidates is what the identifier could mean. */
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
     * Each of the candidates is where the steps could begin.
     *
     * @param begun what to write instead, to begin at the first of them
     */
    public static AmbiguousRevisionException ofStart(String identifier, List<String> candidates, String begun) {
        return new AmbiguousRevisionException(
                identifier,
                "it could start from ",
                candidates,
                Advice.of("Name the start, as in '" + begun + "'."));
    }

    /** Each of the candidates is where the steps could lead, and there are more to take from there. */
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

    /** What it could mean, begin at or lead past. */
    public List<String> candidates() {
        return candidates;
    }

    @Override
    public String kind() {
        return "ambiguous_revision";
    }
}
