package dev.retort.error;

import java.util.List;

/** One head was requested and there are several. */
public final class MultipleHeadsException extends RetortException {

    private static final long serialVersionUID = 1L;

    private final String argument;
    private final transient List<String> heads;

    public MultipleHeadsException(String argument, List<String> heads) {
        super(
                "'" + argument + "' needs one head and there are " + heads.size() + ": " + String.join(", ", heads)
                        + ".",
                Advice.of("Name one of them, use 'heads' for all, or join them with {}.", Action.MERGE_HEADS),
                null);
        this.argument = argument;
        this.heads = List.copyOf(heads);
    }

    /** The text that was given. */
    public String argument() {
        return argument;
    }

    /** The heads, in load order. */
    public List<String> heads() {
        return heads;
    }

    @Override
    public String kind() {
        return "multiple_heads";
    }
}
