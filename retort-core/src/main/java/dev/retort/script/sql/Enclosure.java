package dev.retort.script.sql;

import dev.retort.script.source.Lines;
import dev.retort.script.source.SourceText;
import dev.retort.sql.CopyRows;
import dev.retort.sql.RoutineBody;
import dev.retort.sql.SqlLexer;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlToken;
import java.util.Optional;

/**
 * Finds what a line of a section is inside of, for an error message. The database is not known there, so the text is read in the common
 * syntax, and only the message may depend on it.
 */
final class Enclosure {

    /** The advice for a line that begins a section and is not meant to. */
    static final String WAY_OUT =
            "A line '-- upgrade' or '-- downgrade' begins a section wherever it is, so that a misread"
                    + " quote cannot carry a downgrade into an upgrade. Word a comment differently, as in '-- for the downgrade'; write a"
                    + " value or a row that must contain such a line in Java, with op.execute or op.bulkInsert.";

    private final SourceText source;
    private final String text;
    private final int at;
    private RoutineBody body = new RoutineBody(SqlSyntax.COMMON);
    private CopyRows.Follower copy = new CopyRows.Follower();
    private int first = -1;

    private Enclosure(SourceText source, int at) {
        this.source = source;
        this.text = source.text().substring(0, at);
        this.at = at;
    }

    /**
     * What a line is inside of; empty for none.
     *
     * @param from where the section begins
     * @param at where the line begins
     */
    static Optional<String> of(SourceText source, int from, int at) {
        return new Enclosure(source, at).read(from);
    }

    private Optional<String> read(int from) {
        SqlLexer lexer = SqlMarker.lexer(text, SqlMarker.ANY);
        lexer.moveTo(from);
        for (SqlToken token = lexer.next(); !token.isEnd(); token = lexer.next()) {
            if (!token.closed()) {
                return Optional.of(quoted(token.text()) + line(token.start()));
            }
            int end = token.isComment() ? endOfBlock(token) : endOfRows(token);
            if (end > at) {
                return Optional.of((token.isComment() ? "the block of '-- statement'" : "the rows of COPY")
                        + line(token.isComment() ? token.start() : first));
            }
            if (end > 0) {
                lexer.moveTo(end);
            }
            if (!token.isComment()) {
                accept(token, lexer.endsStatement(token));
            }
        }
        return body.isOpen() ? Optional.of("the body of a routine" + line(first)) : Optional.empty();
    }

    private void accept(SqlToken token, boolean ends) {
        body.accept(token);
        copy.accept(token);
        if (first < 0) {
            first = token.start();
        }
        if (token.isForClient() || (ends && !body.isOpen())) {
            body = new RoutineBody(SqlSyntax.COMMON);
            copy = new CopyRows.Follower();
            first = -1;
        }
    }

    /** The end of the block that a comment begins; 0 if it begins none. */
    private int endOfBlock(SqlToken comment) {
        boolean block = first < 0
                && SqlMarker.of(comment.text().strip())
                        .filter(marker -> marker.kind() == SqlMarker.Kind.STATEMENT)
                        .isPresent();
        Lines lines = new Lines(text, Math.min(comment.end() + 1, at));
        while (block && lines.next()) {
            if (SqlMarker.of(lines.line())
                    .filter(marker -> marker.kind() == SqlMarker.Kind.END)
                    .isPresent()) {
                return lines.end();
            }
        }
        return block ? at + 1 : 0;
    }

    /** The end of the rows that follow a semicolon; 0 if there are none. */
    private int endOfRows(SqlToken token) {
        if (!token.is(";") || copy.direction() != CopyRows.Direction.TO_SERVER) {
            return 0;
        }
        int end = CopyRows.end(text, token.end());
        return end < 0 ? at + 1 : end;
    }

    private static String quoted(String token) {
        return switch (token.charAt(0)) {
            case '/' -> "the comment";
            case '\'' -> "the text";
            case '$' -> "the dollar quotes";
            default -> "the quotes";
        };
    }

    private String line(int offset) {
        return " of line " + source.lineAt(offset);
    }
}
