package dev.retort.script.sql;

import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.script.source.ConflictMarkers;
import dev.retort.script.source.LineCounter;
import dev.retort.script.source.Lines;
import dev.retort.script.source.SourceText;
import dev.retort.sql.ClientCommand;
import dev.retort.sql.CopyRows;
import dev.retort.sql.DelimiterCommand;
import dev.retort.sql.RoutineBody;
import dev.retort.sql.SqlLexer;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlSyntax.Feature;
import dev.retort.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Splits one section of an SQL revision into statements, as one database reads them. */
final class StatementSplitter {

    /** A token is understood for certain if so many characters follow it. */
    private static final int SEEN_AHEAD = 1024;

    private static final String OTHERWISE = "Word a comment of the body differently, as in '-- the statement'.";

    private final SourceText source;
    private final SqlSection section;
    private final SqlSyntax syntax;
    private final String text;
    private final SqlLexer lexer;
    private final LineCounter lines;
    private final List<SqlStatement> statements = new ArrayList<>();
    private final boolean goesOn;
    private Cut cut;
    private RoutineBody body;
    private CopyRows.Follower copy = new CopyRows.Follower();
    private @Nullable SqlToken first;
    private @Nullable SqlToken openParenthesis;
    private int depth;
    private int end;
    private @Nullable SourcePosition outside;
    private int blockLine;
    private int blockEnd;

    StatementSplitter(SourceText source, SqlSection section, SqlSyntax syntax) {
        this(source, section, syntax, Standing.BEGINNING, false);
    }

    private StatementSplitter(
            SourceText source, SqlSection section, SqlSyntax syntax, Standing standing, boolean goesOn) {
        this.source = source;
        this.section = section;
        this.syntax = syntax;
        this.goesOn = goesOn;
        this.text = source.text().substring(0, section.end());
        this.lexer = SqlMarker.lexer(text, syntax);
        this.lines = source.lines();
        this.body = new RoutineBody(syntax);
        this.outside = standing.outside();
        this.cut = new Cut(0, 0, 0, standing, null);
        lexer.followDelimiter(standing.delimiter());
    }

    /**
     * A splitter of a part of a section.
     *
     * @param part the text, which begins with a line, between two statements
     * @param standing what the text before it has left in force
     * @param goesOn whether the section goes on behind it
     */
    static StatementSplitter ofPart(SourceText part, SqlSyntax syntax, Standing standing, boolean goesOn) {
        SqlSection all = new SqlSection(
                SqlMarker.Kind.UPGRADE, List.of(), 0, 0, part.text().length());
        return new StatementSplitter(part, all, syntax, standing, goesOn);
    }

    /**
     * What is in force between two statements.
     *
     * @param delimiter what ends a statement
     * @param outside the line {@code -- outside transaction} that is not closed; null for none
     */
    record Standing(String delimiter, @Nullable SourcePosition outside) {
        static final Standing BEGINNING = new Standing(DelimiterCommand.SEMICOLON, null);
    }

    /**
     * Where a part can be cut: at the beginning of a line between two statements.
     *
     * @param at the offset
     * @param end where the statements before it end: before a COPY whose rows begin at the offset
     * @param statements the number of statements before it
     * @param standing what is in force there
     * @param copy the COPY whose rows begin there and go on behind the part; null if there is none
     */
    record Cut(
            int at,
            int end,
            int statements,
            Standing standing,
            @Nullable SqlStatement copy) {}

    /** Thrown where only the text behind a part can tell what the end of the part is. */
    private static final class Unfinished extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unfinished() {
            super(null, null, false, false);
        }
    }

    /** The statements of a section, or of the last part of one. */
    List<SqlStatement> split() {
        List<SqlStatement> all = splitPart();
        if (outside != null) {
            throw neverClosed(outside);
        }
        return all;
    }

    static ScriptException neverClosed(SourcePosition outside) {
        return new ScriptException("'-- outside transaction' is never closed.", outside, "Add a line '-- end'.", null);
    }

    /** The statements of a part that was cut where {@link #cut} said. */
    List<SqlStatement> splitPart() {
        readAll();
        finish("the end of the section");
        return List.copyOf(statements);
    }

    /**
     * Finds the last place where a part, which the section goes on behind, can be cut.
     *
     * @throws ScriptException if what is before the end of the part cannot be right
     */
    Cut cut() {
        try {
            readAll();
        } catch (Unfinished known) {
            return cut;
        }
        return cut;
    }

    private void readAll() {
        lexer.moveTo(section.start());
        while (true) {
            int from = lexer.position();
            String delimiter = lexer.delimiter();
            SqlToken token = lexer.next();
            if (token.isEnd()) {
                if (goesOn && first == null) {
                    cut = new Cut(
                            text.length(), text.length(), statements.size(), new Standing(delimiter, outside), null);
                }
                return;
            }
            if (goesOn && first == null) {
                int line = text.lastIndexOf('\n', token.start() - 1) + 1;
                if (line >= from) {
                    cut = new Cut(line, line, statements.size(), new Standing(delimiter, outside), null);
                }
            }
            accept(token);
        }
    }

    private void accept(SqlToken token) {
        if (goesOn && (!token.closed() || lexer.mayEndLater(token))) {
            throw new Unfinished();
        }
        if (!token.closed()) {
            throw error(
                    token,
                    "A " + (token.isComment() ? "comment" : "quote") + " is opened here and not closed in its section.",
                    "Close it." + behind());
        }
        if (token.isComment()) {
            if (isAloneOnLine(token)) {
                acceptComment(token);
            }
        } else if (token.kind() == SqlToken.Kind.DELIMITER_COMMAND) {
            acceptDelimiter(token);
        } else if (token.kind() == SqlToken.Kind.DELIMITER) {
            if (first != null) {
                emit(first);
            }
            reset();
        } else if (endsBatch(token)) {
            finish("'" + syntax.batchLine() + "'");
        } else {
            acceptSignificant(token);
        }
    }

    private void acceptComment(SqlToken comment) {
        String words = comment.text().strip();
        if (SqlMarker.looksLikeOutsideTransaction(words)) {
            throw error(
                    comment,
                    "'" + words + "' looks like '-- outside transaction', but is not.",
                    "Write '-- outside transaction' … '-- end'; begin a comment differently.");
        }
        if (comment.kind() == SqlToken.Kind.LINE_COMMENT) {
            SqlMarker.of(words).ifPresent(marker -> acceptMarker(marker, comment));
        }
    }

    private void acceptSignificant(SqlToken token) {
        SqlToken begin = first == null ? token : first;
        if (first != null) {
            refuseDelimiterWithin(token);
        }
        Optional<ClientCommand> command = ClientCommand.at(text, token, first == null, syntax);
        if (command.isPresent()) {
            acceptCommand(command.get(), token);
            return;
        }
        if (token.is("=")) {
            ConflictMarkers.refuseMiddle(source, token.start());
        }
        body.accept(token);
        copy.accept(token);
        boolean separator = lexer.endsStatement(token) && depth == 0 && !body.isOpen();
        if (separator && !keepsSemicolons()) {
            if (copy.direction() == CopyRows.Direction.TO_SERVER) {
                takeRows(begin, token);
            } else if (first != null) {
                emit(begin);
            }
            reset();
            return;
        }
        first = begin;
        end = token.end();
        if (token.is("(")) {
            openParenthesis = depth == 0 ? token : openParenthesis;
            depth++;
        } else if (token.is(")")) {
            depth = Math.max(0, depth - 1);
        }
    }

    private void acceptCommand(ClientCommand command, SqlToken token) {
        if (!command.isHarmless() || first != null) {
            throw error(
                    token,
                    "'" + command.text() + "' is a command of a client program, not a statement.",
                    !token.is("delimiter")
                            ? "Remove it, or write what it does in SQL."
                            : syntax.has(Feature.DELIMITER_COMMAND)
                                    ? "Write it on a line of its own."
                                    : "Remove it: the bodies of routines are recognized without it.");
        }
        lexer.moveTo(token.start() + command.text().length());
    }

    /** Takes a line DELIMITER, which the lexer follows. */
    private void acceptDelimiter(SqlToken line) {
        String words = "'" + line.text().strip() + "'";
        if (first != null) {
            throw delimiterWithin(line, words);
        }
        new DelimiterCommand(line.value()).problem().ifPresent(problem -> {
            throw error(line, words + " " + problem + ".", "Name one, as in 'DELIMITER //'.");
        });
    }

    /** Refuses a line DELIMITER that the client would send as a part of a statement. */
    private void refuseDelimiterWithin(SqlToken word) {
        if (!word.is("delimiter") || depth > 0 || !syntax.has(Feature.DELIMITER_COMMAND)) {
            return;
        }
        Lines line = new Lines(text, text.lastIndexOf('\n', word.start()) + 1);
        if (line.next()
                && DelimiterCommand.of(line.line())
                        .filter(DelimiterCommand::isUnmistakable)
                        .isPresent()) {
            throw delimiterWithin(word, "'" + line.line() + "'");
        }
    }

    private RuntimeException delimiterWithin(SqlToken token, String words) {
        return error(
                token,
                words + " is inside the " + (body.isOpen() ? "body of the " : "") + "statement of line "
                        + (first == null ? line(token) : line(first)) + ".",
                "End that statement with '" + lexer.delimiter() + "' first.");
    }

    /** Reads the rows that follow a COPY. */
    private void takeRows(SqlToken begin, SqlToken semicolon) {
        int rowsEnd = CopyRows.end(text, semicolon.end());
        if (rowsEnd < 0 && goesOn) {
            cutRows(begin, semicolon);
        }
        if (rowsEnd < 0) {
            throw error(
                    begin,
                    "The rows of COPY … FROM stdin are not closed in their section.",
                    "They begin on the next line and end with a line '\\.'." + behind());
        }
        statements.add(
                new SqlStatement(text.substring(begin.start(), rowsEnd), position(begin.start()), outside != null));
        lexer.moveTo(rowsEnd);
    }

    /** Cuts before rows that go on behind the part, if each line of them is one. */
    private void cutRows(SqlToken begin, SqlToken semicolon) {
        int rows = text.indexOf('\n', semicolon.end()) + 1;
        if (rows > 0 && CopyRows.end(text.substring(semicolon.end(), rows) + CopyRows.END, 0) < 0) {
            return;
        }
        String statement = text.substring(begin.start(), semicolon.start());
        if (rows > 0 && CopyRows.haveLinesOfTheirOwn(statement, syntax)) {
            SqlStatement copy = new SqlStatement(statement, position(begin.start()), outside != null);
            cut = new Cut(rows, begin.start(), statements.size(), new Standing(lexer.delimiter(), outside), copy);
        }
        throw new Unfinished();
    }

    private boolean keepsSemicolons() {
        return body.isRoutine() && !syntax.batchLine().isEmpty();
    }

    private boolean endsBatch(SqlToken token) {
        return !syntax.batchLine().isEmpty()
                && token.text().equalsIgnoreCase(syntax.batchLine())
                && isAloneOnLine(token);
    }

    private void acceptMarker(SqlMarker marker, SqlToken comment) {
        String words = "'-- " + marker.kind().words() + "'";
        switch (marker.kind()) {
            case STATEMENT -> {
                refuseWithin(comment, words);
                keepTogether(comment);
            }
            case OUTSIDE_TRANSACTION -> {
                refuseWithin(comment, words);
                if (outside != null) {
                    throw error(
                            comment,
                            words + " is inside the one of line " + outside.line() + ".",
                            "Close that one with a line '-- end' first.");
                }
                outside = position(comment.start());
            }
            case END -> {
                if (body.isOpen()) {
                    refuseWithin(comment, words);
                }
                if (outside == null) {
                    throw error(
                            comment,
                            words + " closes nothing.",
                            "It belongs to '-- statement' or '-- outside transaction'." + endOfBlock());
                }
                finish(words);
                outside = null;
            }
            // The section ends before the next one begins.
            case UPGRADE, DOWNGRADE -> throw error(comment, words + " is inside a section.", null);
        }
    }

    private void refuseWithin(SqlToken comment, String words) {
        if (first != null) {
            throw error(
                    comment,
                    words + " is inside the " + (body.isOpen() ? "body of the " : "") + "statement of line "
                            + line(first) + ".",
                    body.isOpen() ? OTHERWISE : "End that statement with '" + lexer.delimiter() + "' first.");
        }
    }

    /** Reads everything up to the line {@code -- end} as one statement. */
    private void keepTogether(SqlToken comment) {
        Lines rest = new Lines(text, Math.min(comment.end() + 1, text.length()));
        while (rest.next()) {
            Optional<SqlMarker> marker = SqlMarker.of(rest.line());
            if (marker.isPresent() && marker.get().kind() == SqlMarker.Kind.END) {
                addTogether(comment, rest.start());
                blockLine = line(comment);
                blockEnd = lines.at(rest.start());
                lexer.moveTo(rest.end());
                return;
            }
            if (marker.isPresent()) {
                break;
            }
        }
        if (goesOn && !marker(rest)) {
            throw new Unfinished();
        }
        throw error(
                comment,
                "'-- statement' is not closed.",
                "Add a line '-- end' after the statement"
                        + (rest.start() < rest.end() && marker(rest)
                                ? ", before the line '" + rest.line() + "' of line " + lines.at(rest.start())
                                        + "; if that is a comment of the statement, word it differently."
                                : "." + behind()));
    }

    private static boolean marker(Lines line) {
        return SqlMarker.of(line.line()).isPresent();
    }

    private void addTogether(SqlToken comment, int end) {
        String block = text.substring(comment.end(), end);
        if (block.isBlank()) {
            throw error(comment, "'-- statement' contains no statement.", "Remove it.");
        }
        int begin = comment.end() + (block.length() - block.stripLeading().length());
        statements.add(new SqlStatement(block.strip(), position(begin), outside != null));
    }

    private void finish(String before) {
        if (first == null) {
            return;
        }
        if (!lexer.delimiter().equals(DelimiterCommand.SEMICOLON)) {
            throw error(
                    first,
                    "The statement is not ended by the delimiter '" + lexer.delimiter() + "' at " + before + ".",
                    "Add the delimiter, or 'DELIMITER ;' before the statement." + behind());
        }
        if (body.isOpen() && syntax.batchLine().isEmpty()) {
            throw error(
                    first,
                    "The body of the statement is still open at " + before + ".",
                    "Add the END that is missing, or put the statement between '-- statement' and '-- end'."
                            + behind());
        }
        if (depth > 0 && openParenthesis != null) {
            throw error(openParenthesis, "A parenthesis is opened here and still open at " + before + ".", "Close it.");
        }
        emit(first);
        reset();
    }

    private void emit(SqlToken begin) {
        statements.add(new SqlStatement(text.substring(begin.start(), end), position(begin.start()), outside != null));
    }

    private void reset() {
        first = null;
        openParenthesis = null;
        depth = 0;
        body = new RoutineBody(syntax);
        copy = new CopyRows.Follower();
    }

    /** What may explain that something is still open: the section that follows, or a block that has ended too early. */
    private String behind() {
        return (section.end() < source.text().length()
                        ? " A section begins in line " + source.lineAt(section.end()) + ". " + Enclosure.WAY_OUT
                        : "")
                + endOfBlock();
    }

    private String endOfBlock() {
        return blockEnd == 0
                ? ""
                : " The '-- statement' of line " + blockLine + " ends at the first '-- end', in line " + blockEnd + ".";
    }

    private boolean isAloneOnLine(SqlToken token) {
        int before = text.lastIndexOf('\n', token.start() - 1) + 1;
        int newline = text.indexOf('\n', token.end());
        int after = newline < 0 ? text.length() : newline;
        return text.substring(before, token.start()).isBlank()
                && text.substring(token.end(), after).isBlank();
    }

    private int line(SqlToken token) {
        return lines.at(token.start());
    }

    private SourcePosition position(int offset) {
        return new SourcePosition(source.name(), lines.at(offset), lines.columnAt(offset));
    }

    /** Near the end of a part, what comes behind it may show that there is no error. */
    private RuntimeException error(SqlToken token, String problem, @Nullable String remedy) {
        return goesOn && token.end() > text.length() - SEEN_AHEAD
                ? new Unfinished()
                : new ScriptException(problem, position(token.start()), remedy, null);
    }
}
