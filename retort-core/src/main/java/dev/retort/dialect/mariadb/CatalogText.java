package dev.retort.dialect.mariadb;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Text in the server's own character set, which has at most three bytes for a character: a longer one becomes a question mark. Comments are
 * stored in it, and the values of an ENUM or SET are reported in it: https://mariadb.com/kb/en/unicode/
 */
final class CatalogText {

    private static final String LOST = "?";

    private CatalogText() {}

    /** Whether all characters are kept. */
    static boolean keeps(String text) {
        return text.codePoints().noneMatch(Character::isSupplementaryCodePoint);
    }

    /** Whether a question mark may stand for a lost character. */
    static boolean mayLack(String text) {
        return text.contains(LOST);
    }

    /** The text as the catalog has it. */
    static String of(String text) {
        return keeps(text)
                ? text
                : text.codePoints()
                        .mapToObj(character ->
                                Character.isSupplementaryCodePoint(character) ? LOST : Character.toString(character))
                        .collect(Collectors.joining());
    }

    static @Nullable String ofComment(@Nullable String comment) {
        return comment == null ? null : of(comment);
    }

    static List<String> of(List<String> texts) {
        return texts.stream().map(CatalogText::of).toList();
    }
}
