package dev.retort.script.sql;

import dev.retort.error.NearMatches;
import dev.retort.sql.SqlLexer;
import dev.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A comment with a meaning: {@code -- upgrade}, {@code -- downgrade postgresql, h2}, {@code -- statement}, {@code -- outside transaction},
 * {@code -- end}. It is alone on its line.
 *
 * @param kind what it means
 * @param databases the databases of a section, in lower case; empty for all
 */
public record SqlMarker(Kind kind, List<String> databases) {

    /** What a marker means. */
    public enum Kind {
        UPGRADE("upgrade"),
        DOWNGRADE("downgrade"),
        STATEMENT("statement"),
        OUTSIDE_TRANSACTION("outside transaction"),
        END("end");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /** The marker as a line, without its end. */
        public String line() {
            return "-- " + words;
        }
    }

    private static final List<Kind> KINDS = List.of(Kind.values());

    private static final List<String> SECTIONS = List.of(Kind.UPGRADE.words(), Kind.DOWNGRADE.words());

    private static final List<String> COMMENTS = List.of("--", "#", "/*");

    private static final Pattern LINE_BREAK = Pattern.compile("\\R");

    private static final Pattern OF_ANOTHER_TOOL = Pattern.compile("\\+ ?(goose|migrate|micrate)\\b.*|migrate ?:.*"
            + "|@?(up|down|undo|rollback|roll back|revert|reverse|back)"
            + "|(section|part|begin|start)( of)?( the)? ?[:=-]? ?(upgrade|downgrade|up|down)");

    private static final Pattern OUTSIDE = Pattern.compile(
            "(outside|outside of|without|not in|no|not inside) ?(a |the |any )?transactions?|(no|disable|outside)[-_]?transactions?");

    /** How to read a section whose database is not known: most databases agree on this, and no statement begins with DELIMITER. */
    static final SqlSyntax ANY = SqlSyntax.COMMON.with(SqlSyntax.Feature.DELIMITER_COMMAND);

    /** A lexer that takes every marker line for a comment: to MySQL {@code --end} is not one. */
    static SqlLexer lexer(String text, SqlSyntax syntax) {
        return SqlLexer.ofScript(text, syntax, line -> of(line).isPresent());
    }

    /** Whether a line opens a section. */
    static boolean opensSection(String line) {
        return of(line).filter(SqlMarker::isSection).isPresent();
    }

    /** Whether a line, also inside a statement, opens a section or ends what is around it. */
    public static boolean cutsStatement(String line) {
        return of(line.strip())
                .filter(marker -> marker.isSection() || marker.kind() == Kind.END)
                .isPresent();
    }

    boolean isSection() {
        return kind == Kind.UPGRADE || kind == Kind.DOWNGRADE;
    }

    /**
     * Whether a line looks like a section but is not one: {@code -- downgrade: h2}, {@code -- downgraed}, {@code /* downgrade}, another
     * tool's {@code -- +goose Down}. Taking it for a comment would put a downgrade's statements into the upgrade before it.
     */
    static boolean looksLikeSection(String line) {
        Optional<String> comment = words(line);
        if (comment.isEmpty() || of(line).isPresent()) {
            return false;
        }
        String words = comment.get();
        if (OF_ANOTHER_TOOL.matcher(words).matches() || opensSection("-- " + words)) {
            return true;
        }
        return isMisspelt(words)
                || (line.startsWith("--")
                        && SECTIONS.stream()
                                .anyMatch(word -> words.startsWith(word)
                                        && words.length() > word.length()
                                        && !Character.isLetterOrDigit(words.charAt(word.length()))));
    }

    /** Whether a line ends with the comment of a section, which begins one only on a line of its own. */
    static boolean endsWithSection(String line) {
        int begin = Math.max(line.lastIndexOf("--"), line.lastIndexOf("/*"));
        if (begin <= 0 || line.startsWith("--")) {
            return false;
        }
        String comment = line.substring(begin);
        return opensSection(
                comment.startsWith("/*") && comment.endsWith("*/")
                        ? "-- " + comment.substring(2, comment.length() - 2).strip()
                        : comment);
    }

    /** Whether a comment was meant as {@code -- outside transaction}; ignoring it would run in a transaction what it marks. */
    static boolean looksLikeOutsideTransaction(String comment) {
        Optional<String> found = words(comment);
        if (found.isEmpty() || of(comment).isPresent()) {
            return false;
        }
        String words = found.get();
        return OUTSIDE.matcher(words).matches()
                || !NearMatches.of(words, List.of(Kind.OUTSIDE_TRANSACTION.words()))
                        .isEmpty();
    }

    /** The words of a comment of one line in lower case, without the signs around them; empty for any other text. */
    private static Optional<String> words(String comment) {
        return COMMENTS.stream()
                .filter(comment::startsWith)
                .findFirst()
                .map(sign -> withoutSigns(comment, sign.length()))
                .filter(words -> !LINE_BREAK.matcher(words).find())
                .map(words -> words.toLowerCase(Locale.ROOT));
    }

    /** Signs with which another tool's comments begin stay. */
    private static String withoutSigns(String comment, int from) {
        int begin = from;
        while (begin < comment.length() && isSign(comment.charAt(begin)) && "+@".indexOf(comment.charAt(begin)) < 0) {
            begin++;
        }
        int end = comment.length();
        while (end > begin && isSign(comment.charAt(end - 1))) {
            end--;
        }
        return comment.substring(begin, end);
    }

    private static boolean isSign(char character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || (character > ' ' && character < 127 && !Character.isLetterOrDigit(character));
    }

    /** The first line that was probably meant to begin a section. */
    static Optional<String> misspeltSection(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("--"))
                .filter(line -> isMisspelt(firstWord(line)))
                .findFirst();
    }

    private static boolean isMisspelt(String word) {
        return !SECTIONS.contains(word) && !NearMatches.of(word, SECTIONS).isEmpty();
    }

    private static String firstWord(String comment) {
        String words = comment.substring(2).strip();
        int blank = words.indexOf(' ');
        return blank < 0 ? words : words.substring(0, blank);
    }

    /** Parses a line without surrounding white space; a comment with anything after it is not a marker. */
    static Optional<SqlMarker> of(String line) {
        if (!line.startsWith("--")) {
            return Optional.empty();
        }
        int begin = 2;
        while (begin < line.length() && Character.isWhitespace(line.charAt(begin))) {
            begin++;
        }
        for (Kind kind : KINDS) {
            int length = kind.words().length();
            if (!line.regionMatches(true, begin, kind.words(), 0, length)) {
                continue;
            }
            int end = begin + length;
            if (line.length() == end) {
                return Optional.of(new SqlMarker(kind, List.of()));
            }
            if (line.charAt(end) == ' ') {
                SqlMarker marker =
                        new SqlMarker(kind, names(line.substring(end + 1).toLowerCase(Locale.ROOT)));
                return marker.isSection() && !marker.databases().isEmpty() ? Optional.of(marker) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Names separated by commas; empty when the text is anything else. */
    private static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String name = part.strip();
            if (name.isEmpty() || !name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-')) {
                return List.of();
            }
            names.add(name);
        }
        return names;
    }
}
