package dev.retort.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that are similar to a mistyped one. */
public final class NearMatches {

    private static final int MOST = 3;

    private NearMatches() {}

    /** The most similar candidates, the most similar first; none if nothing is similar. */
    public static List<String> of(String typed, Collection<String> candidates) {
        int tolerated = Math.max(1, typed.length() / 3);
        String text = typed.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - typed.length()) <= tolerated)
                .map(candidate -> new Scored(candidate, distance(text, candidate.toLowerCase(Locale.ROOT))))
                .filter(scored -> scored.distance <= tolerated)
                .sorted(Comparator.comparingInt(Scored::distance))
                .limit(MOST)
                .map(Scored::name)
                .toList();
    }

    /** A question that names the most similar candidate, or a sentence that lists all. */
    public static String question(String typed, Collection<String> candidates) {
        return of(typed, candidates).stream()
                .findFirst()
                .map(word -> "Did you mean '" + word + "'?")
                .orElseGet(() -> "Known are: " + String.join(", ", candidates) + ".");
    }

    /** How many characters must be inserted, removed, replaced, or swapped with the next, to turn one text into the other. */
    public static int distance(String from, String to) {
        int[] beforePrevious = new int[to.length() + 1];
        int[] previous = new int[to.length() + 1];
        int[] current = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
                if (isSwap(from, row, to, column)) {
                    current[column] = Math.min(current[column], 1 + beforePrevious[column - 2]);
                }
            }
            int[] free = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = free;
        }
        return previous[to.length()];
    }

    private static boolean isSwap(String from, int row, String to, int column) {
        return row > 1
                && column > 1
                && from.charAt(row - 1) == to.charAt(column - 2)
                && from.charAt(row - 2) == to.charAt(column - 1);
    }

    private record Scored(String name, int distance) {}
}
