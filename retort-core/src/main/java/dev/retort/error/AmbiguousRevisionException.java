package dev.retort.error;

import java.util.List;

/** An identifier fits several revisions, or a relative step could go several ways. */
public final class AmbiguousRevisionException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final String identifier;
    private final transient List<String> candidates;

    public AmbiguousRevisionException(String identifier, List<String> candidates) {
        super(
                "'" + identifier + "' is ambiguous: it could mean " + String.join(", ", candidates) + ".",
                "Name one of them in full.",
                null);
        this.identifier = identifier;
        this.candidates = List.copyOf(candidates);
    }

    /** The text that was given. */
    public String identifier() {
        return identifier;
    }

    /** What it could mean. */
    public List<String> candidates() {
        return candidates;
    }

    @Override
    public String kind() {
        return "ambiguous_revision";
    }
}
