package dev.retort.error;

import java.util.List;

/** Two revisions were given together, in a version table or as targets, although one is an ancestor of the other. */
public final class OverlappingRevisionsException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final String ancestor;
    private final String descendant;
    private final boolean inVersionTable;

    public OverlappingRevisionsException(String ancestor, String descendant, boolean inVersionTable) {
        super(
                (inVersionTable ? "The version table holds '" : "The targets name '") + ancestor + "' beside '"
                        + descendant + "', which already contains it.",
                inVersionTable
                        ? Advice.of(
                                "The table was probably edited by hand. Delete the row '{}', or record the state of the database"
                                        + " with {}.",
                                Advice.of(ancestor),
                                Action.PURGE_AND_STAMP)
                        : Advice.of("Name only '" + descendant + "'."),
                null);
        this.ancestor = ancestor;
        this.descendant = descendant;
        this.inVersionTable = inVersionTable;
    }

    /**
     * Two rows that Retort itself has written, of which one has become an ancestor of the other since.
     *
     * @param changes which revision needs which one now and did not when it was applied, as sentences
     * @param advice what to do
     */
    public OverlappingRevisionsException(String ancestor, String descendant, List<String> changes, Advice advice) {
        super(
                "The version table holds '" + ancestor + "' beside '" + descendant + "', which lies above it now. "
                        + String.join(" ", changes),
                advice,
                null);
        this.ancestor = ancestor;
        this.descendant = descendant;
        this.inVersionTable = true;
    }

    /** The ancestor, which the other revision contains already. */
    public String ancestor() {
        return ancestor;
    }

    /** The descendant. */
    public String descendant() {
        return descendant;
    }

    /** Whether both are rows of the version table; otherwise both were requested. */
    public boolean inVersionTable() {
        return inVersionTable;
    }

    @Override
    public String kind() {
        return "overlapping_revisions";
    }
}
