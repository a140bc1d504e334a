package dev.retort.dialect.mysql;

import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.mariadb.MariadbProvider;
import dev.retort.dialect.mariadb.ReportedColumn;
import dev.retort.dialect.mariadb.ShownColumn;
import dev.retort.dialect.mariadb.ShownTable;
import dev.retort.dialect.mariadb.StoredBytes;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Index;
import dev.retort.schema.Options;
import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlTokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parsed SHOW CREATE TABLE of a table of MySQL: https://dev.mysql.com/doc/refman/8.0/en/show-create-table.html
 *
 * @param table the table, with what is in comments of versions outside of them
 */
record MysqlShownTable(ShownTable table) {

    private static final Pattern HEXADECIMAL = Pattern.compile("0x((?:[0-9A-Fa-f]{2})*)");

    /** Names are in the quotes of strings with the first, and in none without the second. */
    private static final String SETTINGS = "SELECT @@session.sql_mode, @@session.sql_quote_show_create";

    private static final String QUOTES = "ANSI_QUOTES";
    private static final Pattern COMMENT = Pattern.compile("/\\*!\\d*(.*)\\*/", Pattern.DOTALL);
    private static final Set<String> KEYWORDS = keywords();

    private static Set<String> keywords() {
        Set<String> keywords = new HashSet<>(MysqlColumns.SHOWN);
        keywords.add(MysqlColumns.SRID);
        return keywords;
    }

    /**
     * Reads a table, with settings of the session put back afterwards: no hint reaches this statement.
     *
     * @param name its name as in a statement
     */
    static MysqlShownTable read(Connection connection, String name) throws SQLException {
        List<String> settings = new ArrayList<>();
        CatalogQuery.of(SETTINGS).forEach(connection, row -> {
            settings.add(row.getString(1));
            settings.add(row.getString(2));
        });
        if (!settings.get(0).contains(QUOTES) && settings.get(1).equals("1")) {
            return shown(connection, name);
        }
        set(connection, "", "1");
        try {
            return shown(connection, name);
        } finally {
            set(connection, settings.get(0), settings.get(1));
        }
    }

    private static void set(Connection connection, String mode, String quoting) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION sql_mode = '" + mode + "', SESSION sql_quote_show_create = " + quoting);
        }
    }

    private static MysqlShownTable shown(Connection connection, String name) throws SQLException {
        List<MysqlShownTable> shown = new ArrayList<>();
        CatalogQuery.of("SHOW CREATE TABLE " + name)
                .forEach(connection, row -> shown.add(of(StoredBytes.text(row.getBytes(2)))));
        return shown.get(0);
    }

    static MysqlShownTable of(String statement) {
        return new MysqlShownTable(ShownTable.of(withoutComments(statement)));
    }

    /** The text with what is in comments of versions outside of them; all else stays where it is. */
    private static String withoutComments(String statement) {
        StringBuilder plain = new StringBuilder(statement);
        for (SqlToken token : SqlTokens.of(statement, MariadbProvider.SYNTAX).all()) {
            Matcher comment = COMMENT.matcher(token.text());
            if (token.kind() == SqlToken.Kind.EXECUTED_COMMENT && comment.matches()) {
                String begin = " ".repeat(comment.start(1));
                plain.replace(token.start(), token.end(), begin + comment.group(1) + "  ");
            }
        }
        return plain.toString();
    }

    /** The lines of columns. */
    List<ShownColumn> lines() {
        return table.elements().stream()
                .filter(element -> element.get(0).kind() == SqlToken.Kind.QUOTED_NAME)
                .map(element -> new ShownColumn(table.statement(), element, KEYWORDS))
                .toList();
    }

    List<ReportedColumn> columns() {
        return lines().stream().map(MysqlShownTable::column).toList();
    }

    private static ReportedColumn column(ShownColumn line) {
        ReportedColumn shown = line.column();
        String generation = shown.generation();
        return new ReportedColumn(
                shown.name(),
                shown.type(),
                shown.nullable(),
                defaultValue(shown),
                generation == null ? null : MysqlExpression.plain(generation),
                shown.stored(),
                shown.onUpdate(),
                shown.autoIncrement(),
                shown.invisible(),
                false,
                shown.collation(),
                shown.comment());
    }

    /** Bytes as a literal of bytes, however they are shown. */
    private static @Nullable String defaultValue(ReportedColumn shown) {
        String text = shown.defaultValue();
        if (text == null) {
            return null;
        }
        Matcher number = HEXADECIMAL.matcher(text);
        if (number.matches()) {
            return "X'" + number.group(1).toLowerCase(Locale.ROOT) + "'";
        }
        SqlToken first = SqlTokens.of(text, MariadbProvider.SYNTAX).get(0);
        boolean bytes = shown.type().startsWith("binary") || shown.type().startsWith("varbinary");
        return bytes && first.kind() == SqlToken.Kind.TEXT ? StoredBytes.literal(first.value()) : text;
    }

    /** The checks; all of them belong to the table. */
    List<CheckConstraint> checks() {
        List<CheckConstraint> checks = new ArrayList<>();
        for (SqlTokens element : table.elements()) {
            if (element.get(0).is("constraint") && element.get(2).is("check")) {
                String condition = ShownTable.inParentheses(table.statement(), element, 3);
                checks.add(CheckConstraint.of(element.get(1).value(), MysqlExpression.plain(condition))
                        .enforced(element.all().stream()
                                .skip(element.closing(3))
                                .noneMatch(token -> token.is("enforced"))));
            }
        }
        return checks;
    }

    /** The indexes with an expression among their parts. */
    List<Index> indexesOverExpressions() {
        return table.elements().stream()
                .filter(element -> isKey(element))
                .map(this::index)
                .filter(index -> index.parts().stream().anyMatch(Index.Part::expression))
                .toList();
    }

    /** The parsers of full-text indexes that have one of their own, by the names of the indexes. */
    Map<String, String> parsers() {
        Map<String, String> parsers = new HashMap<>();
        for (SqlTokens element : table.elements()) {
            for (int i = 4; element.get(0).is("fulltext") && i + 1 < element.size(); i++) {
                if (element.get(i - 1).is("with") && element.get(i).is("parser")) {
                    parsers.put(element.get(2).value(), element.get(i + 1).value());
                }
            }
        }
        return parsers;
    }

    private static boolean isKey(SqlTokens element) {
        return element.get(0).is("key")
                || (element.get(0).is("unique") && element.get(1).is("key"));
    }

    private Index index(SqlTokens element) {
        int name = element.get(0).is("key") ? 1 : 2;
        List<Index.Part> parts = new ArrayList<>();
        int end = element.closing(name + 1);
        int begin = name + 2;
        for (int i = begin; i <= end; i++) {
            if (element.get(i).is("(")) {
                i = element.closing(i);
            } else if (i == end || element.get(i).is(",")) {
                parts.add(part(element.part(begin, i)));
                begin = i + 1;
            }
        }
        boolean invisible = element.all().stream().skip(end).anyMatch(token -> token.is("invisible"));
        return Index.of(element.get(name).value(), parts)
                .unique(name == 2)
                .options(invisible ? Options.NONE.with(MysqlDdl.INVISIBLE, "") : Options.NONE);
    }

    private Index.Part part(SqlTokens tokens) {
        boolean descending = tokens.get(tokens.size() - 1).is("desc");
        if (tokens.get(0).is("(")) {
            return Index.Part.expression(MysqlExpression.plain(ShownTable.inParentheses(table.statement(), tokens, 0)))
                    .descending(descending);
        }
        Index.Part column = Index.Part.column(tokens.get(0).value()).descending(descending);
        return tokens.size() > 2 && tokens.get(1).is("(")
                ? column.length(Integer.valueOf(tokens.get(2).text()))
                : column;
    }
}
