package dev.retort.dialect;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells by its first words what a statement means for the transaction that it runs in. */
public final class StatementKind {

    private static final Set<String> DATA =
            Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "SELECT", "WITH", "VALUES");

    /** Statements that begin or end a transaction; one that goes back to a savepoint is none of them. */
    private static final Pattern TRANSACTION_CONTROL = Pattern.compile(
            "(START|PREPARE) TRANSACTION\\b.*|(COMMIT|ABORT)\\b.*|ROLLBACK\\b(?!( WORK| TRANSACTION)? TO\\b).*"
                    + "|(BEGIN|END)( (WORK|TRANSACTION|TRAN|DEFERRED|IMMEDIATE|EXCLUSIVE|CONCURRENT|ISOLATION|READ)\\b.*)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private StatementKind() {}

    /** Whether a statement begins or ends a transaction. */
    public static boolean controlsTransaction(String sql) {
        String words = sql.substring(skipBlanksAndComments(sql)).strip().replaceAll("\\s+", " ");
        return TRANSACTION_CONTROL.matcher(words).matches();
    }

    /** Whether a statement changes rows only. When in doubt it does not: such a statement may commit by itself. */
    static boolean changesData(String sql) {
        int start = skipBlanksAndComments(sql);
        int end = start;
        while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
            end++;
        }
        return DATA.contains(sql.substring(start, end).toUpperCase(Locale.ROOT));
    }

    private static int skipBlanksAndComments(String sql) {
        int at = 0;
        while (at < sql.length()) {
            if (Character.isWhitespace(sql.charAt(at)) || sql.charAt(at) == '(') {
                at++;
            } else if (sql.startsWith("--", at)) {
                int line = sql.indexOf('\n', at);
                at = line < 0 ? sql.length() : line + 1;
            } else if (sql.startsWith("/*", at)) {
                int close = sql.indexOf("*/", at + 2);
                at = close < 0 ? sql.length() : close + 2;
            } else {
                return at;
            }
        }
        return at;
    }
}
