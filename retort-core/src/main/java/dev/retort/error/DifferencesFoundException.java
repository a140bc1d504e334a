package dev.retort.error;

import java.util.List;

/** The entities and the database differ. */
public final class DifferencesFoundException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> differences;

    /**
     * The error.
     *
     * @param differences those that can be generated, a sentence each
     * @param notGenerated how many there are besides
     */
    public DifferencesFoundException(List<String> differences, int notGenerated) {
        super(message(differences.size(), notGenerated), advice(differences.size()), null);
        this.differences = List.copyOf(differences);
    }

    private static String message(int generated, int notGenerated) {
        int all = generated + notGenerated;
        String found = (all == 1 ? "1 difference" : all + " differences") + " between the entities and the database";
        if (notGenerated == 0) {
            return found + ".";
        }
        String none = all == 1 ? "which cannot be generated" : "of which " + notGenerated + " cannot be generated";
        return found + ", " + none + ".";
    }

    private static String advice(int generated) {
        return generated == 0
                ? "Write what is named above by hand, in a revision of your own."
                : "Write them into a revision with 'retort revision --autogenerate -m MESSAGE'.";
    }

    /** The differences, a sentence each. */
    public List<String> differences() {
        return shown(differences);
    }

    @Override
    public String kind() {
        return "differences";
    }
}
