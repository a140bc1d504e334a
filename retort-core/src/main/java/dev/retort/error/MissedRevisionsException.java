package dev.retort.error;

import java.util.List;

/** There are missed revisions, below applied ones and never run on this database. */
public final class MissedRevisionsException extends RetortException {

    private static final long serialVersionUID = 1L;

    private static final Advice LEAVE =
            Advice.of("With {} they are reported and skipped.", Advice.setting("on_missed", "\"warn\""));
    private static final Advice NEVER_RUN = Advice.of(
            "Look at what they do. {} runs exactly these; if their changes are there already, {} records that. {}",
            Action.UPGRADE_MISSED,
            Action.ACCEPT_MISSED,
            LEAVE);
    private static final Advice RENAMED = Advice.of(
            "Look at what they do. If a revision was renamed, its changes are there already: {} records that, or give it back its"
                    + " old id. {} runs them, and runs a renamed one again. {}",
            Action.ACCEPT_MISSED,
            Action.UPGRADE_MISSED,
            LEAVE);

    private final transient List<String> revisions;

    /**
     * Some revisions were missed.
     *
     * @param revisions the revisions
     * @param remarks what refers to them now and did not when it was applied, and which applied revisions no file has, as sentences
     * @param maybeRenamed whether they may have run with other ids, so that running them is not offered first
     */
    public MissedRevisionsException(List<String> revisions, List<String> remarks, boolean maybeRenamed) {
        super(described(revisions, remarks), maybeRenamed ? RENAMED : NEVER_RUN, null);
        this.revisions = List.copyOf(revisions);
    }

    /** Which revisions were missed and why, one sentence for each fact. */
    public static String described(List<String> revisions, List<String> remarks) {
        return "Revisions below applied ones were never run on this database: " + String.join(", ", revisions) + "."
                + (remarks.isEmpty() ? "" : " " + String.join(" ", remarks));
    }

    /** The revisions, in the order in which they would run. */
    public List<String> revisions() {
        return revisions;
    }

    @Override
    public String kind() {
        return "missed_revisions";
    }
}
