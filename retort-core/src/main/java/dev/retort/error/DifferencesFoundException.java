package dev.retort.error;

import java.util.List;

/** The entities and the database differ. */
public final class DifferencesFoundException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> differences;

    public DifferencesFoundException(List<String> differences) {
        super(
                differences.size() == 1
                        ? "1 difference between the entities and the database."
                        : differences.size() + " differences between the entities and the database.",
                "Write them into a revision with 'retort revision --autogenerate -m MESSAGE'.",
                null);
        this.differences = List.copyOf(differences);
    }

    /** The differences, a sentence each. */
    public List<String> differences() {
        return differences;
    }

    @Override
    public String kind() {
        return "differences";
    }
}
