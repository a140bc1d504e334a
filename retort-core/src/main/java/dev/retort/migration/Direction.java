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

    /** The direction as the journal and sentences say it: {@code upgrade} or {@code downgrade}. */
    public String word() {
        return word;
    }

    /** The direction of a word; empty if it is none. */
    public static Optional<Direction> of(@Nullable String word) {
        return Arrays.stream(values())
                .filter(direction -> direction.word.equals(word))
                .findFirst();
    }
}
