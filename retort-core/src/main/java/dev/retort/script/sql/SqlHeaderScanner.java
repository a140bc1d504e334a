package dev.retort.script.sql;

import dev.retort.error.NearMatches;
import dev.retort.error.ScriptException;
import dev.retort.revision.RevisionHeader;
import dev.retort.script.source.ConflictMarkers;
import dev.retort.script.source.HeaderBuilder;
import dev.retort.script.source.HeaderKey;
import dev.retort.script.source.LineCounter;
import dev.retort.script.source.Paragraphs;
import dev.retort.script.source.SourceText;
import dev.retort.sql.SqlLexer;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlToken;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the header of an SQL revision: the leading {@code -- key: value} lines. It ends at the first section or statement. Comments
 * that have no key are passed over. {@code message} may be repeated: each gives a line, an empty one ends a paragraph.
 */
public final class SqlHeaderScanner {

    private static final List<String> KEYS =
            Arrays.stream(HeaderKey.values()).map(HeaderKey::spelling).toList();

    private final SourceText source;
    private final HeaderBuilder header;
    private final Map<HeaderKey, Integer> lines = new EnumMap<>(HeaderKey.class);
    private final StringBuilder message = new StringBuilder();

    private SqlHeaderScanner(SourceText source) {
        this.source = source;
        this.header = new HeaderBuilder(source);
    }

    /**
     * Scans the beginning of a file.
     *
     * @throws ScriptException if there is no {@code revision} line, a key is unknown or repeated, or a value is malformed
     */
    public static RevisionHeader scan(SourceText source) {
        ConflictMarkers.refuse(source);
        return new SqlHeaderScanner(source).scan();
    }

    /** The offset of what ends the header: a section's comment or a statement; the text's length when neither is there. */
    public static int end(String text) {
        SqlLexer lexer = new SqlLexer(text, SqlSyntax.COMMON);
        SqlToken token = lexer.next();
        while (isHeader(token)) {
            token = lexer.next();
        }
        return token.start();
    }

    private static boolean isHeader(SqlToken token) {
        return token.isComment() && !SqlMarker.opensSection(token.text().strip());
    }

    private RevisionHeader scan() {
        SqlLexer lexer = new SqlLexer(source.text(), SqlSyntax.COMMON);
        LineCounter counter = new LineCounter(source.text());
        for (SqlToken token = lexer.next(); isHeader(token); token = lexer.next()) {
            if (token.kind() == SqlToken.Kind.LINE_COMMENT) {
                readLine(counter.at(token.start()), token.text());
            }
        }
        return header.message(Paragraphs.of(message.toString()))
                .build(
                        "The file has no line '-- revision: …'.",
                        "Every .sql file in a version location is a revision: begin it with '-- revision: ID', or move it away.");
    }

    private void readLine(int number, String line) {
        int colon = line.indexOf(':', 2);
        if (colon < 0 || (colon + 1 < line.length() && !Character.isWhitespace(line.charAt(colon + 1)))) {
            return;
        }
        String spelling = line.substring(2, colon).strip();
        Optional<HeaderKey> found = HeaderKey.of(spelling);
        if (found.isEmpty() && !looksLikeKey(spelling)) {
            return;
        }
        if (found.isEmpty()) {
            throw source.error(
                    number,
                    "The header has no key '" + spelling + "'.",
                    NearMatches.question(spelling, KEYS) + " A comment in the header has no colon.");
        }
        HeaderKey key = found.get();
        Integer earlier = lines.putIfAbsent(key, number);
        if (earlier != null && key != HeaderKey.MESSAGE) {
            throw source.error(
                    number, "The header says '" + key.spelling() + "' in line " + earlier + " already.", "Keep one.");
        }
        set(key, number, line.substring(colon + 1).strip());
    }

    private void set(HeaderKey key, int number, String value) {
        switch (key) {
            case REVISION -> header.at(number).id(number, value);
            case CREATED -> header.created(number, value);
            case API_LEVEL -> header.apiLevel(number, value);
            case MESSAGE -> message.append(value).append('\n');
            case REVISES, DEPENDS_ON, LABELS -> header.list(key, number, entries(value));
        }
    }

    private static List<String> entries(String value) {
        if (value.indexOf(',') < 0) {
            return value.isEmpty() ? List.of() : List.of(value);
        }
        return Stream.of(value.split(",", -1)).map(String::strip).toList();
    }

    /** Whether a comment has words like a key before its colon, unlike one that holds an address or a time. */
    private static boolean looksLikeKey(String spelling) {
        for (int i = 0; i < spelling.length(); i++) {
            char c = spelling.charAt(i);
            if (!Character.isLetter(c) && !Character.isWhitespace(c) && c != '_' && c != '-') {
                return false;
            }
        }
        return !spelling.isEmpty();
    }
}
