package dev.retort.script.sql;

import dev.retort.error.NearMatches;
import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.migration.RevisionHeader;
import dev.retort.script.source.ConflictMarkers;
import dev.retort.script.source.HeaderBuilder;
import dev.retort.script.source.HeaderKey;
import dev.retort.script.source.LineCounter;
import dev.retort.script.source.Paragraphs;
import dev.retort.script.source.SourceContent;
import dev.retort.script.source.SourceText;
import dev.retort.sql.SqlLexer;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlToken;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header of an SQL revision: the leading {@code -- key: value} lines, which may be in a block comment too. It ends at the first
 * section or statement. Comments without a key are ignored, unless they might mean one. {@code message} may be repeated: each adds a line,
 * an empty one ends a paragraph.
 */
public final class SqlHeaderScanner {

    /** The size of the beginning of a file that contains nearly every header, in bytes. */
    private static final int BEGINNING = 8192;

    private static final int LONGEST = 32 * 1024 * 1024;

    private static final Pattern NAMES = Pattern.compile(",?\\s*[^\\s,]+(\\s*,\\s*[^\\s,]+)*\\s*,?");

    private final SourceText source;
    private final HeaderBuilder header;
    private final Map<HeaderKey, Integer> lines = new EnumMap<>(HeaderKey.class);
    private final StringBuilder message = new StringBuilder();
    private @Nullable Listed listed;

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

    /**
     * The beginning of a file, with all of its header.
     *
     * @throws ScriptException if it cannot be read, is empty, or is not UTF-8
     */
    public static SourceText beginning(SourceContent content) {
        for (int size = BEGINNING; size <= LONGEST; size *= 4) {
            byte[] bytes = content.bytes(0, size);
            if (bytes.length < size) {
                return SourceText.decode(bytes, content.name());
            }
            byte[] lines = SourceContent.wholeLines(bytes);
            if (lines.length > 0) {
                SourceText source = SourceText.decode(lines, content.name());
                if (end(source.text()) < source.text().length()) {
                    return source;
                }
            }
        }
        throw new ScriptException(
                "The header of the file is longer than 32 MB.",
                SourcePosition.of(content.name()),
                "Move its comments behind the line that begins the first section.",
                null);
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
        SqlToken token = lexer.next();
        for (; isHeader(token); token = lexer.next()) {
            int number = counter.at(token.start());
            for (HeaderLine line : HeaderLine.of(token)) {
                read(number + line.offset(), line);
            }
        }
        MisplacedKey.behind(token.start(), source.text()).ifPresent(offset -> {
            throw source.error(
                    counter.at(offset),
                    "A key of the header is after the header, which ends with the first section or statement.",
                    "Move it up to '-- revision: …', or begin the comment differently.");
        });
        return header.message(Paragraphs.of(message.toString()))
                .build(
                        "The file has no line '-- revision: …'.",
                        "Every .sql file in a version location is a revision: begin it with '-- revision: ID', or move it away.");
    }

    /** The last key with a list of names, with its line and the names. */
    private record Listed(HeaderKey key, int number, String value) {

        private static final Set<HeaderKey> KEYS = Set.of(HeaderKey.REVISES, HeaderKey.DEPENDS_ON, HeaderKey.LABELS);

        /** Whether the next line was meant to continue the list, which ends with the line. */
        boolean goesOnIn(int next, String words) {
            boolean open = value.isEmpty() || value.endsWith(",") || words.startsWith(",");
            return next == number + 1 && open && NAMES.matcher(words).matches();
        }
    }

    private void read(int number, HeaderLine line) {
        Optional<HeaderKey> found = line.key();
        if (found.isPresent()) {
            take(found.get(), number, line.value());
            listed = Listed.KEYS.contains(found.get()) ? new Listed(found.get(), number, line.value()) : null;
            return;
        }
        if (listed != null && listed.goesOnIn(number, line.words())) {
            throw source.error(
                    number,
                    "'" + line.words() + "' continues the names of '"
                            + listed.key().spelling() + "', which end with the line.",
                    "Write all of them on one line, separated by commas.");
        }
        String meant = line.meant().orElse(null);
        if (meant == null) {
            return;
        }
        Optional<HeaderKey> unseparated = HeaderKey.of(meant);
        throw source.error(
                number,
                unseparated.isPresent()
                        ? "'" + line.words() + "' begins with the key '" + meant + "', but is not written as one."
                        : "The header has no key '" + meant + "'.",
                unseparated
                                .map(key -> "Write '-- " + key.spelling() + ": …'.")
                                .orElseGet(() -> NearMatches.question(HeaderLine.known(meant), HeaderKey.SPELLINGS))
                        + " A comment in the header has no colon and does not begin with a key.");
    }

    private void take(HeaderKey key, int number, String value) {
        Integer earlier = lines.putIfAbsent(key, number);
        if (earlier != null && key != HeaderKey.MESSAGE) {
            throw source.error(
                    number, "The header says '" + key.spelling() + "' in line " + earlier + " already.", "Keep one.");
        }
        set(key, number, value);
    }

    private void set(HeaderKey key, int number, String value) {
        switch (key) {
            case REVISION -> header.at(number).id(number, unbroken(key, number, value));
            case CREATED -> header.created(number, value);
            case API_LEVEL -> header.apiLevel(number, value);
            case MESSAGE -> message.append(value).append('\n');
            case REVISES, DEPENDS_ON, LABELS -> header.list(key, number, entries(key, number, value));
        }
    }

    private List<String> entries(HeaderKey key, int number, String value) {
        if (value.indexOf(',') < 0) {
            return value.isEmpty() ? List.of() : List.of(unbroken(key, number, value));
        }
        return Stream.of(value.split(",", -1))
                .map(entry -> unbroken(key, number, entry.strip()))
                .toList();
    }

    /** Two keys on one line, or a list without commas, would otherwise be one strange name. */
    private String unbroken(HeaderKey key, int number, String name) {
        if (name.chars().anyMatch(Character::isWhitespace)) {
            throw source.error(
                    number,
                    "'" + name + "', the value of '" + key.spelling() + "', is more than one name.",
                    "Separate names by commas, and write each key on a line of its own.");
        }
        return name;
    }
}
