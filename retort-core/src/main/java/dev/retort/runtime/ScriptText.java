package dev.retort.runtime;

import dev.retort.dialect.ScriptForm;
import dev.retort.sql.SqlLexer;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlToken;

/** Builds a script, whose statements a database's client separates as they are separated here. */
final class ScriptText {

    private final StringBuilder text = new StringBuilder();
    private final SqlSyntax syntax;
    private final ScriptForm form;

    ScriptText(SqlSyntax syntax, ScriptForm form) {
        this.syntax = syntax;
        this.form = form;
    }

    /** Adds a comment line. */
    void comment(String words) {
        text.append("-- ").append(words).append("\n\n");
    }

    /** Adds text that needs no terminator, such as a COPY with its rows. */
    void asItStands(String sql) {
        text.append(sql).append("\n\n");
    }

    /** Adds a statement. */
    void statement(String sql) {
        boolean terminated = false;
        boolean severalParts = false;
        boolean endsInComment = false;
        SqlLexer lexer = new SqlLexer(sql, syntax);
        for (SqlToken token = lexer.next(); !token.isEnd(); token = lexer.next()) {
            endsInComment = token.kind() == SqlToken.Kind.LINE_COMMENT;
            if (!token.isComment()) {
                severalParts |= terminated;
                terminated = token.is(";");
            }
        }
        // What follows a comment on its line would belong to the comment.
        String statement = sql.strip() + (endsInComment ? "\n" : "");
        if (severalParts && syntax.has(SqlSyntax.Feature.DELIMITER_COMMAND)) {
            String delimiter = unusedDelimiter(statement);
            text.append("DELIMITER ").append(delimiter).append('\n');
            text.append(statement).append(delimiter);
            text.append("\nDELIMITER ;\n\n");
        } else {
            text.append(form.written(statement + (terminated ? "" : ";"), severalParts));
            text.append(severalParts && !syntax.batchLine().isEmpty() ? "\n" + syntax.batchLine() : "");
            text.append("\n\n");
        }
    }

    private static String unusedDelimiter(String statement) {
        String delimiter = "//";
        while (statement.contains(delimiter)) {
            delimiter += "/";
        }
        return delimiter;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
