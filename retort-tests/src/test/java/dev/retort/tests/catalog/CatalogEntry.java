package dev.retort.tests.catalog;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One thing that a catalog says.
 *
 * @param object what it says that of, in words that whoever speaks of it has to use: a table, {@code table.column}, or the thing's own
 *     name, with the name of an option behind it
 * @param text what it says
 * @param textWithoutNumbering the same where it does not matter in which of several ways a column counts; empty when nothing is left
 */
public record CatalogEntry(String object, String text, Optional<String> textWithoutNumbering)
        implements Comparable<CatalogEntry> {

    CatalogEntry(String object, String text) {
        this(object, text, Optional.of(text));
    }

    /** The same where it does not matter how columns count. */
    Optional<CatalogEntry> withoutNumbering() {
        return textWithoutNumbering.map(rest -> new CatalogEntry(object, rest));
    }

    /** Whether a sentence names the object. */
    public boolean isNamedIn(String sentence) {
        return Stream.of(object.split(" "))
                .allMatch(word -> Pattern.compile(
                                "(?<![\\w.])" + Pattern.quote(word) + "(?!\\w)", Pattern.CASE_INSENSITIVE)
                        .matcher(sentence)
                        .find());
    }

    @Override
    public int compareTo(CatalogEntry other) {
        int byObject = object.compareTo(other.object);
        return byObject != 0 ? byObject : text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return object + ": " + text;
    }
}
