package dev.retort.runtime;

import dev.retort.dialect.ScriptForm;
import dev.retort.sql.SqlLexer;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A script, whose statements a database's client separates as they are separated here. What may be long is not kept, but written when the
 * script is.
 */
public final class ScriptText {

    private final SqlSyntax syntax;
    private final ScriptForm form;
    private final List<Part> before = new ArrayList<>();
    private StringBuilder text = new StringBuilder();

    ScriptText(SqlSyntax syntax, ScriptForm form) {
        this.syntax = syntax;
        this.form = form;
    }

    /** A part of a script. */
    interface Part {

        /**
         * Writes it to the end.
         *
         * @throws IOException if the target cannot be written
         */
        void writeTo(Appendable target) throws IOException;
    }

    /** Adds a part that is written when the script is, and whenever it is. */
    void later(Part part) {
        String soFar = text.toString();
        text = new StringBuilder();
        before.add(target -> target.append(soFar));
        before.add(part);
    }

    /** Adds a comment line. */
    void comment(String words) {
        text.append("-- ").append(String.join(" ", words.lines().toList())).append("\n\n");
    }

    /** Adds text that needs no terminator, such as a COPY with its rows. */
    void asItStands(String sql) {
        text.append(sql).append("\n\n");
    }

    /** Adds a statement. */
    void statement(String sql) {
        text.append(written(sql));
    }

    /** A statement as it is in a script. */
    String written(String sql) {
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
            return "DELIMITER " + delimiter + "\n" + statement + delimiter + "\nDELIMITER ;\n\n";
        }
        return form.written(statement + (terminated ? "" : ";"), severalParts)
                + (severalParts && !syntax.batchLine().isEmpty() ? "\n" + syntax.batchLine() : "")
                + "\n\n";
    }

    private static String unusedDelimiter(String statement) {
        String delimiter = "//";
        while (statement.contains(delimiter)) {
            delimiter += "/";
        }
        return delimiter;
    }

    /**
     * Writes the script; may be called again.
     *
     * @throws IOException if the target cannot be written
     */
    public void writeTo(Appendable target) throws IOException {
        for (Part part : before) {
            part.writeTo(target);
        }
        target.append(text);
    }

    /** The whole script. */
    @Override
    public String toString() {
        StringBuilder whole = new StringBuilder();
        try {
            writeTo(whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return whole.toString();
    }
}
