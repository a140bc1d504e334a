package dev.retort.migration;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The direction in which a revision is run. */
public enum Direction {
    /** The upgrade, which applies the revision. */
    UP("upgrade"),
    /** The downgrade, which undoes it. */
    DOWN("downgrade");

    private final String word;

    Direction(String word) {
        this.word = word;
    }

    /** The direction in the journal and in messages: {@code upgrade} or {@code downgrade}. */
    public String word() {
        return word;
    }

    /** The direction with a word; empty if there is none. */
    public static Optional<Direction> of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(direction -> direction.word.equals(word))
                .findFirst();
    }
}
