package dev.retort.sql;

import dev.retort.sql.SqlSyntax.Feature;
import java.util.Optional;
import java.util.Set;

/**
 * A command of a client program, such as {@code \\connect} of psql, {@code .mode} of sqlite3 or {@code source} of MariaDB's client, which
 * no server understands.
 *
 * @param text the command as written, up to the end of its line
 */
public record ClientCommand(String text) {

    /** No statement of a server begins with these. */
    private static final Set<String> WORDS = Set.of(
            "delimiter",
            "source",
            "system",
            "tee",
            "notee",
            "pager",
            "nopager",
            "rehash",
            "ego",
            "prompt",
            "spool",
            "whenever",
            "quit",
            "exit");

    /** What may follow a line {@code GO} that separates batches. */
    private static final Set<String> STATEMENTS = Set.of(
            "create",
            "alter",
            "drop",
            "insert",
            "update",
            "delete",
            "merge",
            "select",
            "with",
            "grant",
            "revoke",
            "set",
            "use",
            "exec",
            "execute",
            "declare",
            "truncate",
            "begin",
            "if",
            "print");

    /** What psql writes around a dump, and what means nothing here. */
    private static final Set<String> HARMLESS = Set.of("\\restrict", "\\unrestrict");

    /**
     * The command that a token begins.
     *
     * @param sql the text that the token is in
     * @param begins whether a statement could begin with the token
     */
    public static Optional<ClientCommand> at(String sql, SqlToken token, boolean begins, SqlSyntax syntax) {
        boolean command = token.kind() == SqlToken.Kind.SIGN
                ? isSign(sql, token, begins, syntax)
                : begins && WORDS.contains(token.word());
        return command || isBatchEnd(sql, token, begins, syntax)
                ? Optional.of(new ClientCommand(sql.substring(token.start(), endOfLine(sql, token.start()))
                        .strip()))
                : Optional.empty();
    }

    /** The first command in a text. */
    public static Optional<ClientCommand> in(String sql, SqlSyntax syntax) {
        SqlLexer lexer = new SqlLexer(sql, syntax);
        boolean begins = true;
        for (SqlToken token = lexer.next(); !token.isEnd(); token = lexer.next()) {
            if (!token.isComment()) {
                Optional<ClientCommand> command = at(sql, token, begins, syntax);
                if (command.isPresent()) {
                    return command;
                }
                begins = false;
            }
        }
        return Optional.empty();
    }

    /** Whether it only frames a dump, so that it is left out. */
    public boolean isHarmless() {
        return HARMLESS.contains(text.split("\\s", 2)[0]);
    }

    private static boolean isSign(String sql, SqlToken token, boolean begins, SqlSyntax syntax) {
        return switch (token.text()) {
            // \N is NULL to MariaDB.
            case "\\" -> !(syntax.has(Feature.HASH_COMMENTS) && sql.startsWith("N", token.end()));
            case ".", ":", "!" -> begins && token.end() < sql.length() && Character.isLetter(sql.charAt(token.end()));
            case "@" -> begins;
            default -> false;
        };
    }

    /** Whether it is GO on a line of its own, and no name that happens to stand there. */
    private static boolean isBatchEnd(String sql, SqlToken token, boolean begins, SqlSyntax syntax) {
        if (!token.is("go") || !syntax.batchLine().isEmpty()) {
            return false;
        }
        int lineBegin = sql.lastIndexOf('\n', token.start()) + 1;
        int lineEnd = endOfLine(sql, token.start());
        if (!sql.substring(lineBegin, lineEnd).strip().equals(token.text())) {
            return false;
        }
        SqlLexer rest = new SqlLexer(sql, syntax);
        rest.moveTo(lineEnd);
        SqlToken next = rest.nextBeyondComments();
        return begins || next.isEnd() || STATEMENTS.contains(next.word());
    }

    private static int endOfLine(String sql, int from) {
        int newline = sql.indexOf('\n', from);
        return newline < 0 ? sql.length() : newline;
    }
}
