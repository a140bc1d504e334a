package dev.retort.sql;

import java.util.Optional;

/**
 * A {@code COPY … FROM stdin;} with its rows, which follows it in the text up to a line {@code \\.}, as dumps and psql have them.
 *
 * @param statement the statement without its semicolon
 * @param rows the lines of the rows, each with its line break
 */
public record CopyRows(String statement, String rows) {

    /** The line that ends the rows. */
    public static final String END = "\\.";

    /** Which way a COPY moves rows between the server and its client. */
    public enum Direction {
        /** {@code FROM stdin} */
        TO_SERVER,
        /** {@code TO stdout} */
        TO_CLIENT,
        /** The statement is another one, or the server reads or writes a file of its own. */
        NONE
    }

    /** Follows the tokens of one statement. */
    public static final class Follower {

        private int tokens;
        private boolean copy;
        private int depth;
        private String previous = "";
        private Direction direction = Direction.NONE;

        public Follower() {}

        /** Takes the next token that is no comment. */
        public void accept(SqlToken token) {
            copy = tokens++ == 0 ? token.is("copy") : copy;
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (copy && depth == 0 && direction == Direction.NONE) {
                if (previous.equals("from") && token.is("stdin")) {
                    direction = Direction.TO_SERVER;
                } else if (previous.equals("to") && token.is("stdout")) {
                    direction = Direction.TO_CLIENT;
                }
            }
            previous = token.word();
        }

        public Direction direction() {
            return direction;
        }
    }

    /** The direction of a text, which is usually one statement. */
    public static Direction direction(String sql, SqlSyntax syntax) {
        Follower follower = new Follower();
        SqlLexer lexer = new SqlLexer(sql, syntax);
        for (SqlToken token = lexer.next(); !token.isEnd() && !token.is(";"); token = lexer.next()) {
            if (!token.isComment()) {
                follower.accept(token);
                if (!follower.copy) {
                    return Direction.NONE;
                }
            }
        }
        return follower.direction();
    }

    /** Reads a text that is one COPY with its rows; empty for any other. */
    public static Optional<CopyRows> of(String sql, SqlSyntax syntax) {
        if (direction(sql, syntax) != Direction.TO_SERVER) {
            return Optional.empty();
        }
        SqlLexer lexer = new SqlLexer(sql, syntax);
        SqlToken token = lexer.next();
        while (!token.isEnd() && !token.is(";")) {
            token = lexer.next();
        }
        int end = end(sql, token.end());
        if (end < 0 || !sql.substring(end).isBlank()) {
            return Optional.empty();
        }
        String statement = sql.substring(0, token.start()).strip();
        return Optional.of(new CopyRows(statement, sql.substring(begin(sql, token.end()), end - END.length())));
    }

    /**
     * Whether each row is a line of its own, so that several COPY statements can take them one after the other: those of a COPY with
     * options may be CSV, or begin with a line that is none.
     */
    public static boolean haveLinesOfTheirOwn(String statement, SqlSyntax syntax) {
        SqlTokens tokens = SqlTokens.of(statement, syntax);
        return tokens.size() > 0 && tokens.get(tokens.size() - 1).is("stdin");
    }

    /** A text without the rows of a COPY, which are no SQL. */
    public static String withoutRows(String sql, SqlSyntax syntax) {
        return of(sql, syntax).map(CopyRows::statement).orElse(sql);
    }

    /**
     * Where the line that ends the rows has ended; -1 when there is none, or anything but a comment follows the semicolon on its line.
     */
    public static int end(String text, int afterSemicolon) {
        int begin = begin(text, afterSemicolon);
        if (begin < 0) {
            return -1;
        }
        String rest = text.substring(Math.min(afterSemicolon, begin), begin).strip();
        if (!rest.isEmpty() && !rest.startsWith("--")) {
            return -1;
        }
        while (begin < text.length()) {
            int newline = text.indexOf('\n', begin);
            int end = newline < 0 ? text.length() : newline;
            if (text.substring(begin, end).equals(END)) {
                return end;
            }
            begin = end + 1;
        }
        return -1;
    }

    /** Whether a line of a text format ends with an escaped line break, so that the next one belongs to the same row. */
    public static boolean goesOn(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\\') {
            end--;
        }
        return (line.length() - end) % 2 == 1;
    }

    /**
     * The line of a row, counted from 0 in the text that {@link #of} has read.
     *
     * @param text the whole text
     * @param row as the server counts rows, from 1: by escaped line breaks none is added, by those within quotes one is
     */
    public int lineOf(String text, int row, SqlSyntax syntax) {
        int line = (int) (newlines(text) - newlines(rows));
        if (!haveLinesOfTheirOwn(statement, syntax)) {
            return line + row - 1;
        }
        int before = 0;
        for (String written : rows.split("\n", -1)) {
            if (before == row - 1) {
                break;
            }
            before += goesOn(written) ? 0 : 1;
            line++;
        }
        return line;
    }

    private static long newlines(String text) {
        return text.chars().filter(character -> character == '\n').count();
    }

    private static int begin(String text, int afterSemicolon) {
        int newline = text.indexOf('\n', Math.min(afterSemicolon, text.length()));
        return newline < 0 ? -1 : newline + 1;
    }

    /** The text as a client program takes it. */
    public String text() {
        return statement + ";\n" + rows + END;
    }
}
