package dev.retort.error;

import java.util.List;

/** Revisions lie below those that are applied and were never run on this database. */
public final class MissedRevisionsException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> revisions;

    /**
     * Some revisions were never run.
     *
     * @param revisions the revisions
     * @param edges what refers to them now and did not when it was applied, as sentences
     */
    public MissedRevisionsException(List<String> revisions, List<String> edges) {
        super(
                described(revisions, edges),
                "Look at what they do. 'retort upgrade --missed' runs exactly these; when their changes are there already, 'retort accept"
                        + " --missed --reason TEXT' says so. With on_missed = \"warn\" they are named and left alone.",
                null);
        this.revisions = List.copyOf(revisions);
    }

    /** What is missing and why, in one sentence for each fact. */
    public static String described(List<String> revisions, List<String> edges) {
        return "Below what is applied, and never run here: " + String.join(", ", revisions) + "."
                + (edges.isEmpty() ? "" : " " + String.join(" ", edges));
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
