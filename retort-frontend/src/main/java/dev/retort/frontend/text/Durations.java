package dev.retort.frontend.text;

import java.util.Locale;

/** How long something took, for people. */
final class Durations {

    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;

    private Durations() {}

    /** Milliseconds as {@code 12 ms}, {@code 1.2 s}, or {@code 2 min 5 s}. */
    static String text(long millis) {
        if (millis < SECOND) {
            return millis + " ms";
        }
        if (millis < MINUTE) {
            return String.format(Locale.ROOT, "%.1f s", Math.floor(millis / 100.0) / 10);
        }
        return millis / MINUTE + " min " + millis % MINUTE / SECOND + " s";
    }
}
