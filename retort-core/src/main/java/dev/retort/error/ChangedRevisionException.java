package dev.retort.error;

import java.util.List;

/** Revision files were changed after they were applied. */
public final class ChangedRevisionException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> revisions;

    public ChangedRevisionException(List<String> revisions) {
        super(
                "Changed after they were applied: " + String.join(", ", revisions) + ".",
                Advice.of(
                        "Restore the files, or, if the change is intended, accept it with {}.",
                        Action.ACCEPT.of(revisions)),
                null);
        this.revisions = List.copyOf(revisions);
    }

    /** The revisions concerned. */
    public List<String> revisions() {
        return revisions;
    }

    @Override
    public String kind() {
        return "changed_revision";
    }
}
