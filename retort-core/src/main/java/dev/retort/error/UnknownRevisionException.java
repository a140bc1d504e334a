package dev.retort.error;

import java.util.List;

/** No revision has the identifier that was given. */
public final class UnknownRevisionException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final String identifier;
    private final transient List<String> nearMatches;

    public UnknownRevisionException(String identifier, List<String> nearMatches) {
        super("No revision '" + ControlCharacters.shownOnALine(identifier) + "'.", advice(nearMatches), null);
        this.identifier = identifier;
        this.nearMatches = List.copyOf(nearMatches);
    }

    /** The text that was given. */
    public String identifier() {
        return identifier;
    }

    /** Similar identifiers and labels, the most similar first. */
    public List<String> nearMatches() {
        return nearMatches;
    }

    @Override
    public String kind() {
        return "unknown_revision";
    }

    private static Advice advice(List<String> nearMatches) {
        return nearMatches.isEmpty()
                ? Advice.of("{} lists the revisions.", Action.HISTORY)
                : Advice.of("Did you mean " + String.join(" or ", nearMatches) + "?");
    }
}
