package dev.retort.error;

import java.util.List;

/** Revisions lie below those that are applied and were never run on this database. */
public final class MissedRevisionsException extends RetortException {

    private static final long serialVersionUID = 1L;

    private static final String NEVER_RUN =
            "Look at what they do. 'retort upgrade --missed' runs exactly these; when their changes are there already, 'retort accept"
                    + " --missed --reason TEXT' says so. With on_missed = \"warn\" they are named and left alone.";
    private static final String RENAMED =
            "Look at what they do. When a revision was renamed, its changes are there already: 'retort accept --missed --reason TEXT'"
                    + " says so, or give it its old id again. 'retort upgrade --missed' runs them, again what was renamed. With"
                    + " on_missed = \"warn\" they are named and left alone.";

    private final transient List<String> revisions;

    /**
     * Some revisions were never run.
     *
     * @param revisions the revisions
     * @param remarks what refers to them now and did not when it was applied, and what was applied and no file has, as sentences
     * @param maybeRenamed whether they may have run under other identifiers, so that running them is not offered first
     */
    public MissedRevisionsException(List<String> revisions, List<String> remarks, boolean maybeRenamed) {
        super(described(revisions, remarks), maybeRenamed ? RENAMED : NEVER_RUN, null);
        this.revisions = List.copyOf(revisions);
    }

    /** What is missing and why, in one sentence for each fact. */
    public static String described(List<String> revisions, List<String> remarks) {
        return "Below what is applied, and never run here: " + String.join(", ", revisions) + "."
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
