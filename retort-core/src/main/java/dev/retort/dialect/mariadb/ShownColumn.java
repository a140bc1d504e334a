package dev.retort.dialect.mariadb;

import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlTokens;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A column's line in SHOW CREATE TABLE, parsed into its clauses: https://mariadb.com/kb/en/show-create-table/ */
public final class ShownColumn {

    private static final String TYPE = "";

    /** The keywords that begin the clauses after the type. */
    private static final Set<String> CLAUSES = Set.of(
            "auto_increment",
            "character",
            "check",
            "collate",
            "comment",
            "default",
            "generated",
            "invisible",
            "not",
            "null",
            "on",
            "ref_system_id",
            "with",
            "without");

    private final String statement;
    private final String name;

    /** The clauses, by their first keyword. */
    private final Map<String, SqlTokens> clauses = new HashMap<>();

    /**
     * A line.
     *
     * @param more keywords in small letters that begin clauses of a cousin
     */
    public ShownColumn(String statement, SqlTokens line, Set<String> more) {
        this.statement = statement;
        this.name = line.get(0).value();
        String clause = TYPE;
        int begin = 1;
        for (int i = 2; i < line.size(); i++) {
            if (line.get(i).is("(")) {
                i = line.closing(i);
            } else if (beginsClause(line.get(i), i == begin, more)) {
                clauses.put(clause, line.part(begin, i));
                clause = line.get(i).word();
                begin = i + 1;
            }
        }
        clauses.put(clause, line.part(begin, line.size()));
    }

    /** A clause is not empty unless its keyword is enough: the default NULL does not begin one. */
    private static boolean beginsClause(SqlToken token, boolean first, Set<String> more) {
        return (CLAUSES.contains(token.word()) || more.contains(token.word())) && !(first && token.is("null"));
    }

    String name() {
        return name;
    }

    /** What follows a keyword, as it is written; null if it does not begin a clause of this column. */
    public @Nullable String clause(String keyword) {
        SqlTokens clause = clauses.get(keyword);
        return clause == null ? null : text(clause);
    }

    /** The column. */
    public ReportedColumn column() {
        SqlTokens computed = clauses.get("generated");
        SqlTokens update = clauses.get("on");
        SqlTokens collation = clauses.get("collate");
        SqlTokens comment = clauses.get("comment");
        return new ReportedColumn(
                name,
                text(Objects.requireNonNull(clauses.get(TYPE))),
                !clauses.containsKey("not"),
                defaultValue(),
                computed == null ? null : generation(computed),
                computed != null && computed.get(computed.size() - 1).is("stored"),
                update == null ? null : text(update.part(1, update.size())),
                clauses.containsKey("auto_increment"),
                clauses.containsKey("invisible"),
                clauses.containsKey("without"),
                collation == null ? null : collation.get(0).name(),
                comment == null ? "" : comment.get(0).value());
    }

    private @Nullable String defaultValue() {
        SqlTokens value = clauses.get("default");
        if (value == null) {
            return null;
        }
        SqlToken first = value.get(0);
        boolean bytes = first.kind() == SqlToken.Kind.TEXT && StoredBytes.holdsOtherThanText(first.value());
        return bytes ? StoredBytes.literal(first.value()) : text(value);
    }

    /** After ALWAYS AS: an expression in parentheses, or ROW START and ROW END. */
    private String generation(SqlTokens computed) {
        SqlTokens expression = computed.part(2, computed.size());
        return expression.get(0).is("(") ? ShownTable.inParentheses(statement, expression, 0) : text(expression);
    }

    /** Its own check; null if it has none. */
    @Nullable
    String check() {
        SqlTokens check = clauses.get("check");
        return check == null ? null : ShownTable.inParentheses(statement, check, 0);
    }

    private String text(SqlTokens tokens) {
        return tokens.in(statement);
    }
}
