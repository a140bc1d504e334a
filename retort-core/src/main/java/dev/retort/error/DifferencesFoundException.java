package dev.retort.error;

import java.util.List;

/** The entities and the database differ. */
public final class DifferencesFoundException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> differences;

    /**
     * The error.
     *
     * @param differences the differences that can be generated, one sentence each
     * @param writable how many of these a generated revision has; the others are what the database cannot do
     * @param notGenerated the number of other differences
     * @param notCompared the number of texts that differ and may mean the same
     */
    public DifferencesFoundException(List<String> differences, int writable, int notGenerated, int notCompared) {
        super(
                message(differences.size(), notGenerated, notCompared),
                advice(differences.size(), writable, notGenerated),
                null);
        this.differences = List.copyOf(differences);
    }

    private static String message(int generated, int notGenerated, int notCompared) {
        int all = generated + notGenerated;
        String undecided = notCompared == 0
                ? "."
                : (all == 0 ? "" : "; ") + counted(notCompared, "definition") + (notCompared == 1 ? " was" : " were")
                        + " not compared.";
        if (all == 0) {
            return undecided;
        }
        String found = counted(all, "difference") + " between the entities and the database";
        if (notGenerated == 0) {
            return found + undecided;
        }
        String none = all == 1 ? "which cannot be generated" : "of which " + notGenerated + " cannot be generated";
        return found + ", " + none + undecided;
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static Advice advice(int generated, int writable, int notGenerated) {
        if (generated > writable) {
            return writable == 0
                    ? Advice.of(
                            "No revision can be generated: {} says what the database cannot do. Write that by hand, in a revision of your own.",
                            Action.AUTOGENERATE)
                    : Advice.of(
                            "{} writes " + writable
                                    + " of them into a revision and says what the database cannot do. Write the rest by hand.",
                            Action.AUTOGENERATE);
        }
        if (generated > 0) {
            return Advice.of("Write them into a revision with {}.", Action.AUTOGENERATE);
        }
        return notGenerated > 0
                ? Advice.of("Write the changes that are named above by hand, in a revision of your own.")
                : Advice.of(
                        "To have the server asked, remove {} and use a login that may create temporary tables.",
                        Advice.setting("compare_with", "\"rules\""));
    }

    /** The differences, one sentence each. */
    public List<String> differences() {
        return shown(differences);
    }

    @Override
    public String kind() {
        return "differences";
    }
}
