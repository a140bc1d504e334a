package dev.retort.dialect;

import dev.retort.sql.SqlLexer;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells by its first words what a statement means for the transaction that it runs in. */
public final class StatementKind {

    private static final Set<String> DATA =
            Set.of("insert", "update", "delete", "merge", "replace", "select", "with", "values");

    /** Statements that begin or end a transaction; one that goes back to a savepoint is none of them. */
    private static final Pattern TRANSACTION_CONTROL = Pattern.compile("(start|prepare) transaction( .*)?"
            + "|(commit|abort)( .*)?"
            + "|rollback(?!( work| transaction)? to )( .*)?"
            + "|(begin|end)( (;|work|tran|transaction|deferred|immediate|exclusive|concurrent|isolation|read)( .*)?)?");

    private static final int LONGEST_BEGINNING = 4;

    private StatementKind() {}

    /** Whether a statement changes rows only. When in doubt it does not: such a statement may commit by itself. */
    static boolean changesData(String sql) {
        List<String> words = beginning(sql);
        return !words.isEmpty() && DATA.contains(words.get(0));
    }

    /** Whether a statement begins or ends a transaction. */
    public static boolean controlsTransaction(String sql) {
        return TRANSACTION_CONTROL.matcher(String.join(" ", beginning(sql))).matches();
    }

    /** The first words in lower case, without comments and the parentheses before them. */
    private static List<String> beginning(String sql) {
        List<String> words = new ArrayList<>();
        SqlLexer lexer = new SqlLexer(sql, SqlSyntax.COMMON);
        SqlToken token = lexer.next();
        while (!token.isEnd() && words.size() < LONGEST_BEGINNING) {
            if (!token.isComment() && !(words.isEmpty() && token.is("("))) {
                words.add(token.kind() == SqlToken.Kind.WORD ? token.value() : token.text());
            }
            token = lexer.next();
        }
        return words;
    }
}
