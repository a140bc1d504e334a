package dev.retort.plan;

/** The direction in which a revision is run. */
public enum Direction {
    /** The upgrade, which applies the revision. */
    UP("upgrade"),
    /** The downgrade, which takes it back. */
    DOWN("downgrade");

    private final String word;

    Direction(String word) {
        this.word = word;
    }

    /** The direction as the journal and sentences say it: {@code upgrade} or {@code downgrade}. */
    public String word() {
        return word;
    }

    /**
     * The direction of a word.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Direction of(String word) {
        for (Direction direction : values()) {
            if (direction.word.equals(word)) {
                return direction;
            }
        }
        throw new IllegalArgumentException("There is no direction '" + word + "'");
    }
}
