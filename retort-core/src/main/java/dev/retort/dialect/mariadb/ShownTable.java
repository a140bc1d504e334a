package dev.retort.dialect.mariadb;

import dev.retort.dialect.CatalogQuery;
import dev.retort.schema.CheckConstraint;
import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlTokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parsed SHOW CREATE TABLE of a table. It also works for temporary tables, which information_schema omits, and for characters that
 * information_schema cannot represent.
 *
 * @param statement the statement that creates the table
 * @param elements the elements between the commas
 * @param options what follows the closing parenthesis
 */
public record ShownTable(String statement, List<SqlTokens> elements, SqlTokens options) {

    /** How rows come into partitions by an expression. */
    private static final Set<String> METHODS = Set.of("hash", "range", "list");

    public ShownTable {
        elements = List.copyOf(elements);
    }

    /**
     * Reads a table.
     *
     * @param table its name as in a statement
     */
    static ShownTable read(Connection connection, String table) throws SQLException {
        List<ShownTable> shown = new ArrayList<>();
        CatalogQuery.of(MariadbSession.IN_PLAIN_WORDS + "SHOW CREATE TABLE " + table)
                .forEach(connection, row -> shown.add(of(StoredBytes.text(row.getBytes(2)))));
        return shown.get(0);
    }

    /** The parts of a statement that creates a table. */
    public static ShownTable of(String statement) {
        SqlTokens tokens = SqlTokens.of(statement, MariadbProvider.SYNTAX);
        int open = 0;
        while (!tokens.get(open).is("(")) {
            open++;
        }
        int close = tokens.closing(open);
        List<SqlTokens> elements = new ArrayList<>();
        int begin = open + 1;
        for (int i = begin; i <= close; i++) {
            if (tokens.get(i).is("(")) {
                i = tokens.closing(i);
            } else if (i == close || tokens.get(i).is(",")) {
                elements.add(tokens.part(begin, i));
                begin = i + 1;
            }
        }
        return new ShownTable(statement, elements, tokens.part(close + 1, tokens.size()));
    }

    List<ShownColumn> columns() {
        return elements.stream()
                .filter(element -> element.get(0).kind() == SqlToken.Kind.QUOTED_NAME)
                .map(element -> new ShownColumn(statement, element, Set.of()))
                .toList();
    }

    /** The checks that belong to no single column. */
    List<CheckConstraint> checks() {
        return elements.stream()
                .filter(element ->
                        element.get(0).is("constraint") && element.get(2).is("check"))
                .map(element -> CheckConstraint.of(element.get(1).value(), inParentheses(statement, element, 3)))
                .toList();
    }

    /** The collation of the table; null if it is not given. */
    public @Nullable String collation() {
        for (int i = 0; i + 2 < options.size(); i++) {
            if (options.get(i).is("collate")) {
                return options.get(i + 2).name();
            }
        }
        return null;
    }

    /** What follows PARTITION BY, without the engine of each partition, which is that of the table; null for none. */
    public @Nullable String partitioning() {
        int begin = 0;
        while (begin + 1 < options.size()
                && !(options.get(begin).is("partition")
                        && options.get(begin + 1).is("by"))) {
            begin++;
        }
        StringBuilder sql = new StringBuilder();
        int doubled = -1;
        for (int i = begin + 2; i < options.size(); i++) {
            if (options.get(i).is("engine") && options.get(i + 1).is("=")) {
                i += 2;
            } else if (isDoubled(i)) {
                doubled = options.closing(i);
            } else if (i != doubled) {
                boolean apart = options.get(i).start() > options.get(i - 1).end();
                sql.append(apart && !sql.isEmpty() ? " " : "")
                        .append(options.get(i).text());
            }
        }
        return sql.isEmpty() ? null : sql.toString();
    }

    /** Whether parentheses around a whole expression, which a cousin adds, open at a position. */
    private boolean isDoubled(int open) {
        return options.get(open).is("(")
                && options.get(open - 1).is("(")
                && METHODS.contains(options.get(open - 2).word())
                && options.closing(open) + 1 == options.closing(open - 1);
    }

    /** The text in the parentheses that open at a position. */
    public static String inParentheses(String statement, SqlTokens tokens, int open) {
        return statement.substring(
                tokens.get(open).end(), tokens.get(tokens.closing(open)).start());
    }
}
