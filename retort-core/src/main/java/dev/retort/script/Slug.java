package dev.retort.script;

import java.util.Locale;

/** The part of a file name that comes from the message. */
final class Slug {

    private Slug() {}

    /**
     * The words of a message in lower case, joined with underscores. A longer text is truncated after the last word that fits, and ends
     * with an underscore.
     *
     * @param longest the maximum length
     */
    static String of(String message, int longest) {
        StringBuilder words = new StringBuilder();
        boolean gap = false;
        for (int codePoint : message.codePoints().toArray()) {
            if (!isWordPart(codePoint)) {
                gap = true;
                continue;
            }
            if (gap && !words.isEmpty()) {
                words.append('_');
            }
            gap = false;
            words.appendCodePoint(codePoint);
        }
        return shorten(words.toString().toLowerCase(Locale.ROOT), longest);
    }

    private static String shorten(String slug, int longest) {
        if (slug.codePointCount(0, slug.length()) <= longest) {
            return slug;
        }
        String cut = slug.substring(0, slug.offsetByCodePoints(0, longest));
        int lastWord = cut.lastIndexOf('_');
        return (lastWord < 0 ? cut : cut.substring(0, lastWord)) + "_";
    }

    private static boolean isWordPart(int codePoint) {
        int type = Character.getType(codePoint);
        return codePoint == '_'
                || Character.isLetterOrDigit(codePoint)
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }
}
