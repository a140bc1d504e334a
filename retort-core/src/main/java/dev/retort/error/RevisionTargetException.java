package dev.retort.error;

import org.jspecify.annotations.Nullable;

/** A target is in the graph but cannot be reached from the current revisions. */
public final class RevisionTargetException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String target;
    private final String problem;

    public RevisionTargetException(Reason reason, String target, String problem, @Nullable String remedy) {
        this(reason, target, problem, Advice.orNone(remedy));
    }

    public RevisionTargetException(Reason reason, String target, String problem, Advice advice) {
        super(ControlCharacters.shownOnALine(problem), advice, null);
        this.reason = reason;
        this.target = target;
        this.problem = ControlCharacters.shownOnALine(problem);
    }

    /** Why it cannot be reached. */
    public Reason reason() {
        return reason;
    }

    /** The text that was given. */
    public String target() {
        return target;
    }

    /** What is wrong, as one sentence. */
    public String problem() {
        return shown(problem);
    }

    @Override
    public String kind() {
        return "revision_target";
    }

    /** Why a target cannot be reached. */
    public enum Reason {
        /** The count of a relative identifier goes past a base or a head, or cannot start here. */
        RELATIVE_COUNT,
        /** The target is not an ancestor (or, for a range, a descendant) of the current revisions. */
        NOT_AN_ANCESTOR,
        /** The revision is not part of the given branch. */
        NOT_IN_BRANCH,
        /** The text is not a target of this command. */
        MALFORMED
    }
}
