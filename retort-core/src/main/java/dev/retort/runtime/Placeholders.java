package dev.retort.runtime;

import dev.retort.sql.SqlLexer;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;

/** The placeholders of a statement: question marks that stand for values. A doubled question mark is a literal one. */
@SuppressWarnings("exports") // for the commands of this module alone
public final class Placeholders {

    /** The texts around the placeholders: one more than there are placeholders. */
    private final List<String> around;

    private Placeholders(List<String> around) {
        this.around = around;
    }

    /** The placeholders of a statement, as a database reads it. */
    public static Placeholders of(String sql, SqlSyntax syntax) {
        List<String> around = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        SqlLexer lexer = new SqlLexer(sql, syntax);
        int copied = 0;
        for (SqlToken token = lexer.next(); !token.isEnd(); token = lexer.next()) {
            if (!token.is("?")) {
                continue;
            }
            piece.append(sql, copied, token.start());
            copied = token.end();
            if (sql.startsWith("?", copied)) {
                piece.append('?');
                copied++;
                lexer.moveTo(copied);
            } else {
                around.add(piece.toString());
                piece.setLength(0);
            }
        }
        around.add(piece.append(sql, copied, sql.length()).toString());
        return new Placeholders(around);
    }

    /** The number of values that the statement takes. */
    public int count() {
        return around.size() - 1;
    }

    /** The statement without values, in which each question mark stands for itself, as drivers read it. */
    String single() {
        return String.join("?", around);
    }

    /** The statement with texts in place of the placeholders. */
    String replacedBy(List<String> values) {
        StringBuilder out = new StringBuilder(around.get(0));
        for (int i = 0; i < values.size(); i++) {
            out.append(values.get(i)).append(around.get(i + 1));
        }
        return out.toString();
    }
}
