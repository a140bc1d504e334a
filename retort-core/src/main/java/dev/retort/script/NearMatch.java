package dev.retort.script;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word that a mistyped one probably stands for. */
final class NearMatch {

    private NearMatch() {}

    /** The known word with the fewest letters to change, if they are no more than a third of the typed one. */
    static Optional<String> of(String typed, Collection<String> known) {
        int most = Math.max(2, typed.length() / 3);
        return known.stream()
                .filter(word -> distance(typed, word) <= most)
                .min(Comparator.comparingInt((String word) -> distance(typed, word))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** "Did you mean 'x'?", or the known words. */
    static String question(String typed, Collection<String> known) {
        return of(typed, known)
                .map(word -> "Did you mean '" + word + "'?")
                .orElseGet(() -> "Known are: " + String.join(", ", known) + ".");
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
