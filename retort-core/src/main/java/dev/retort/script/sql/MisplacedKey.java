package dev.retort.script.sql;

import dev.retort.script.source.Lines;
import dev.retort.sql.CopyRows;
import dev.retort.sql.RoutineBody;
import dev.retort.sql.SqlLexer;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlToken;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Finds a header key after the header: a comment between statements, with what may be names of revisions. Within a statement, such as in a
 * string, in a routine's body or in the rows of a COPY, the same words have no meaning.
 */
final class MisplacedKey {

    private static final Pattern WORDS = Pattern.compile(
            "--+[ \\t]*(?:revises|depends[ \\t]+on)[ \\t]*[:=][ \\t]*[\\p{L}\\p{Nd}._-]+(?:\\s*,\\s*[\\p{L}\\p{Nd}._-]+)*\\s*",
            Pattern.CASE_INSENSITIVE);

    private final String text;
    private final SqlLexer lexer;
    private RoutineBody body = new RoutineBody(SqlSyntax.COMMON);
    private CopyRows.Follower copy = new CopyRows.Follower();
    private boolean between = true;
    private int depth;

    private MisplacedKey(String text) {
        this.text = text;
        this.lexer = SqlMarker.lexer(text, SqlMarker.ANY);
    }

    /** The offset of the first one; empty if there is none. */
    static OptionalInt behind(int headerEnd, String text) {
        // Few files contain such words, and only these are read to their end.
        return WORDS.matcher(text).region(headerEnd, text.length()).find()
                ? new MisplacedKey(text).find(headerEnd)
                : OptionalInt.empty();
    }

    private OptionalInt find(int headerEnd) {
        lexer.moveTo(headerEnd);
        for (SqlToken token = lexer.next(); !token.isEnd(); token = lexer.next()) {
            if (token.kind() == SqlToken.Kind.LINE_COMMENT) {
                if (between && beginsLine(token) && WORDS.matcher(token.text()).matches()) {
                    return OptionalInt.of(token.start());
                }
                Optional<SqlMarker> marker = SqlMarker.of(token.text().strip());
                if (marker.isPresent()) {
                    pass(marker.get(), token);
                }
            } else if (!token.isComment()) {
                accept(token);
            }
        }
        return OptionalInt.empty();
    }

    private void pass(SqlMarker marker, SqlToken comment) {
        if (marker.isSection()) {
            reset();
            lexer.forgetDelimiter();
        } else if (between && marker.kind() == SqlMarker.Kind.STATEMENT) {
            Lines rest = new Lines(text, Math.min(comment.end() + 1, text.length()));
            Optional<SqlMarker> end = Optional.empty();
            while (end.isEmpty() && rest.next()) {
                end = SqlMarker.of(rest.line());
            }
            lexer.moveTo(end.isEmpty() ? text.length() : rest.start());
        }
    }

    private void accept(SqlToken token) {
        body.accept(token);
        copy.accept(token);
        if (token.isForClient() || (lexer.endsStatement(token) && depth == 0 && !body.isOpen())) {
            int rowsEnd = copy.direction() == CopyRows.Direction.TO_SERVER ? CopyRows.end(text, token.end()) : -1;
            lexer.moveTo(Math.max(rowsEnd, token.end()));
            reset();
            return;
        }
        between = false;
        depth = Math.max(0, depth + (token.is("(") ? 1 : token.is(")") ? -1 : 0));
    }

    private void reset() {
        between = true;
        depth = 0;
        body = new RoutineBody(SqlSyntax.COMMON);
        copy = new CopyRows.Follower();
    }

    private boolean beginsLine(SqlToken token) {
        int line = text.lastIndexOf('\n', token.start() - 1) + 1;
        return text.substring(line, token.start()).isBlank();
    }
}
