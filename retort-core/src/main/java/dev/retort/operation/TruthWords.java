package dev.retort.operation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words for true and false in files of rows. */
public final class TruthWords {

    private TruthWords() {}

    /** What a word says; null if it says neither. */
    public static @Nullable Boolean read(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "y", "on", "1" -> true;
            case "false", "f", "no", "n", "off", "0" -> false;
            default -> null;
        };
    }
}
