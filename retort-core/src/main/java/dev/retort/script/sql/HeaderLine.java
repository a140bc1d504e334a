package dev.retort.script.sql;

import dev.retort.error.NearMatches;
import dev.retort.script.source.HeaderKey;
import dev.retort.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line of a comment in the header.
 *
 * @param words the line without the signs of the comment
 * @param offset the line's offset from the beginning of its comment
 * @param alone whether it is a comment of its own, not part of a block comment
 */
record HeaderLine(String words, int offset, boolean alone) {

    /** Names that other tools, or people from memory, give the keys, without the signs between their words. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("rev", "revision"),
            Map.entry("revisionid", "revision"),
            Map.entry("revise", "revises"),
            Map.entry("revised", "revises"),
            Map.entry("revising", "revises"),
            Map.entry("downrevision", "revises"),
            Map.entry("downrevisions", "revises"),
            Map.entry("parent", "revises"),
            Map.entry("parents", "revises"),
            Map.entry("depend", "depends on"),
            Map.entry("depends", "depends on"),
            Map.entry("dependson", "depends on"),
            Map.entry("dependencies", "depends on"),
            Map.entry("branchlabel", "labels"),
            Map.entry("branchlabels", "labels"),
            Map.entry("createdate", "created"),
            Map.entry("createdat", "created"),
            Map.entry("apilevel", "api level"));

    private static final String NO_WORD = "[^\\p{L}\\p{Nd}]*";

    /** Comments do not begin with these: ignoring such a line would change what runs. */
    private static final Pattern BEGINS_WITH_KEY =
            Pattern.compile(NO_WORD + "(revision|revises|depends\\s+on|labels|api\\s+level)(?![\\p{L}\\p{Nd}]).*");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** One or two words, and a name or a list of names, with any sign before it. */
    private static final List<Pattern> WORDS_AND_NAMES = Stream.of("(\\p{L}+)", "(\\p{L}+[\\s_-]+\\p{L}+)")
            .map(words -> Pattern.compile(NO_WORD + words + "(?!\\p{L})" + NO_WORD + "[^\\s,]+(\\s*,\\s*[^\\s,]+)*"))
            .toList();

    /** The lines of a comment. A line of a block comment that begins with two dashes is commented out. */
    static List<HeaderLine> of(SqlToken comment) {
        String text = comment.text();
        if (comment.kind() == SqlToken.Kind.LINE_COMMENT) {
            return List.of(new HeaderLine(plain(text), 0, true));
        }
        List<HeaderLine> lines = new ArrayList<>();
        if (comment.closed()) {
            String[] inner = text.substring(2, text.length() - 2).split("\n", -1);
            for (int i = 0; i < inner.length; i++) {
                if (!inner[i].strip().startsWith("--")) {
                    lines.add(new HeaderLine(plain(inner[i]), i, false));
                }
            }
        }
        return lines;
    }

    /** A line without leading dashes and stars, and with plain blanks. */
    private static String plain(String line) {
        String spaced = line;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character > ' ' && Character.isSpaceChar(character)) {
                spaced = spaced.replace(character, ' ');
            }
        }
        int begin = 0;
        while (begin < spaced.length() && "-* \t".indexOf(spaced.charAt(begin)) >= 0) {
            begin++;
        }
        return spaced.substring(begin).strip();
    }

    /** The key in the line. */
    Optional<HeaderKey> key() {
        int separator = separator();
        return separator < 0 ? Optional.empty() : HeaderKey.of(spelling(separator));
    }

    /** The value of its key. */
    String value() {
        return words.substring(separator() + 1).strip();
    }

    /** The position of the colon or equals sign between key and value; -1 if there is none. */
    private int separator() {
        int colon = words.indexOf(':');
        int equals = words.indexOf('=');
        return colon < 0 || (equals >= 0 && equals < colon) ? equals : colon;
    }

    /** The key that the line might mean although it is not written as one; empty for a comment. */
    Optional<String> meant() {
        int separator = separator();
        if (separator >= 0) {
            String spelling = spelling(separator);
            boolean likeOurs = alone && words.charAt(separator) == ':' && endsWord(words.substring(separator + 1));
            if (!spelling.isEmpty() && ((likeOurs && isWords(spelling)) || isNear(spelling))) {
                return Optional.of(spelling);
            }
        }
        String lower = words.toLowerCase(Locale.ROOT);
        Matcher exact = BEGINS_WITH_KEY.matcher(lower);
        if (exact.matches()) {
            return Optional.of(BLANKS.matcher(exact.group(1)).replaceAll(" "));
        }
        return WORDS_AND_NAMES.stream()
                .map(pattern -> pattern.matcher(lower))
                .filter(found -> found.matches() && isNear(found.group(1)))
                .map(found -> found.group(1))
                .findFirst();
    }

    /** The key for a spelling; else the spelling. */
    static String known(String spelling) {
        return ALIASES.getOrDefault(joined(spelling), spelling);
    }

    private static boolean isNear(String spelling) {
        return ALIASES.containsKey(joined(spelling))
                || !NearMatches.of(spelling, HeaderKey.SPELLINGS).isEmpty();
    }

    private static String joined(String spelling) {
        return spelling.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }

    private String spelling(int separator) {
        return BLANKS.matcher(words.substring(0, separator).strip()).replaceAll(" ");
    }

    private static boolean endsWord(String rest) {
        return rest.isEmpty() || Character.isWhitespace(rest.charAt(0));
    }

    /** Whether a comment has words like a key before its colon, unlike one with a url or a time. */
    private static boolean isWords(String spelling) {
        return spelling.chars()
                .allMatch(c -> Character.isLetter(c) || Character.isWhitespace(c) || c == '_' || c == '-');
    }
}
