package dev.retort.dialect.sqlite;

import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The end of a CREATE TABLE: the parenthesis that closes it and the options, of which each can be added and taken away. */
final class TableTail {

    private String text;

    TableTail(String text) {
        this.text = text;
    }

    /** The text as it is now. */
    String text() {
        return text;
    }

    /** Whether there is an option, given in lower case. */
    boolean has(String option) {
        return find(option).isPresent();
    }

    /** Adds an option after the others. */
    void add(String option) {
        SqlTokens tokens = tokens();
        int end = tokens.size() == 0
                ? text.length()
                : tokens.get(tokens.size() - 1).end();
        text = text.substring(0, end)
                + (options().isEmpty() ? " " : ", ")
                + option.toUpperCase(Locale.ROOT)
                + text.substring(end);
    }

    /** Takes an option away, with one comma beside it. */
    void remove(String option) {
        find(option).ifPresent(found -> {
            List<SqlTokens> all = options();
            int at = all.indexOf(found);
            int from = at > 0 ? end(all.get(at - 1)) : tokens().get(0).end();
            int to = end(found);
            if (at == 0 && all.size() > 1) {
                from = found.get(0).start();
                to = all.get(1).get(0).start();
            }
            text = text.substring(0, from) + text.substring(to);
        });
    }

    private Optional<SqlTokens> find(String option) {
        return options().stream()
                .filter(tokens -> tokens.all().stream()
                        .map(SqlToken::word)
                        .collect(Collectors.joining(" "))
                        .equals(option))
                .findFirst();
    }

    /** What stands between the commas after the parenthesis. */
    private List<SqlTokens> options() {
        SqlTokens tokens = tokens();
        List<SqlTokens> options = new ArrayList<>();
        int begin = 1;
        for (int i = 1; i <= tokens.size(); i++) {
            if (i == tokens.size() || tokens.get(i).is(",")) {
                if (i > begin) {
                    options.add(tokens.part(begin, i));
                }
                begin = i + 1;
            }
        }
        return options;
    }

    private SqlTokens tokens() {
        return SqlTokens.of(text, SqliteProvider.SYNTAX);
    }

    private static int end(SqlTokens tokens) {
        return tokens.get(tokens.size() - 1).end();
    }
}
