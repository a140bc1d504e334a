package dev.retort.error;

import java.util.OptionalInt;

/** A step of an earlier run is half-done, and a person has to decide how to continue. */
public final class HalfDoneStepException extends RetortException {

    private static final long serialVersionUID = 1L;

    /** What to do with a step that can neither be completed nor undone. */
    public static final Advice BY_HAND = Advice.of(
            "To abandon the step, repair the database by hand and record its state with {}.", Action.PURGE_AND_STAMP);

    private final String revision;
    private final String direction;
    private final int done;
    private final String inDoubt;
    private final boolean nextInDoubt;

    /** There is a statement in doubt, and the database cannot tell. */
    public HalfDoneStepException(String revision, String direction, int done, String inDoubt) {
        this(
                revision,
                direction,
                done,
                inDoubt,
                true,
                "done. This one may or may not have taken effect:\n    " + inDoubt,
                Advice.of(
                        "Look at the database, then: {} runs the statement again, {} continues after it. {}",
                        Action.RESUME_RETRY,
                        Action.RESUME_DONE,
                        BY_HAND));
    }

    /** The step cannot continue, or nothing else can run before it. */
    public HalfDoneStepException(String revision, String direction, int done, String problem, Advice advice) {
        this(revision, direction, done, "", false, "done. " + problem, advice);
    }

    /**
     * There is a statement in doubt, of which only the number is known, and something else cannot be done before.
     *
     * @param done the number of statements that are done; the next one is in doubt
     */
    public static HalfDoneStepException inDoubt(
            String revision, String direction, int done, String problem, Advice advice) {
        return new HalfDoneStepException(
                revision,
                direction,
                done,
                "",
                true,
                "done and statement " + (done + 1) + " in doubt. " + problem,
                advice);
    }

    private HalfDoneStepException(
            String revision,
            String direction,
            int done,
            String inDoubt,
            boolean nextInDoubt,
            String problem,
            Advice advice) {
        super(
                "An earlier run stopped in the " + direction + " of '" + revision + "' with " + done
                        + (done == 1 ? " statement " : " statements ") + problem,
                advice,
                null);
        this.revision = revision;
        this.direction = direction;
        this.done = done;
        this.inDoubt = inDoubt;
        this.nextInDoubt = nextInDoubt;
    }

    /** The revision of the step. */
    public String revision() {
        return revision;
    }

    /** The direction, {@code upgrade} or {@code downgrade}. */
    public String direction() {
        return direction;
    }

    /** The number of statements that are done. */
    public int done() {
        return done;
    }

    /** The statement in doubt; empty if there is none, or if only its number is known. */
    public String inDoubt() {
        return shown(inDoubt);
    }

    /** The number of the statement in doubt in the step, from 1; empty if there is none. */
    public OptionalInt statementInDoubt() {
        return nextInDoubt ? OptionalInt.of(done + 1) : OptionalInt.empty();
    }

    @Override
    public String kind() {
        return "half_done";
    }
}
