package dev.retort.dialect.sqlite;

import dev.retort.dialect.sqlite.TableSource.Clause;
import dev.retort.dialect.sqlite.TableSource.ClauseKind;
import dev.retort.dialect.sqlite.TableSource.Element;
import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlToken.Kind;
import dev.retort.sql.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the text of a CREATE TABLE. */
final class TableSourceReader {

    private static final Set<String> OF_TABLE = Set.of("constraint", "primary", "unique", "check", "foreign");

    private static final Set<String> OF_COLUMN = Set.of(
            "constraint",
            "primary",
            "not",
            "null",
            "unique",
            "check",
            "default",
            "collate",
            "references",
            "deferrable",
            "generated",
            "as");

    private final String sql;
    private final SqlTokens tokens;
    private int at;
    private int read;

    TableSourceReader(String sql) {
        this.sql = sql;
        this.tokens = SqlTokens.of(sql, SqliteProvider.SYNTAX);
    }

    TableSource read() {
        while (at < tokens.size() && !tokens.get(at).is("(")) {
            at++;
        }
        if (at == tokens.size()) {
            return new TableSource(sql, new ArrayList<>(), "");
        }
        int end = tokens.closing(at);
        boolean closes = end > at && tokens.get(end).is(")");
        int limit = closes ? end : tokens.size();
        at++;
        String before = taken(at);
        List<Element> elements = new ArrayList<>();
        while (at < limit) {
            elements.add(element(limit, closes));
            if (at + 1 >= limit) {
                break;
            }
            if (tokens.get(at).is(",")) {
                at++;
                read = tokens.get(at - 1).end();
            }
        }
        return new TableSource(before, elements, sql.substring(read));
    }

    /** The text since what was taken last, up to the end of the token before a position. */
    private String taken(int to) {
        int end = to == 0 ? 0 : tokens.get(to - 1).end();
        String text = end > read ? sql.substring(read, end) : "";
        read = Math.max(read, end);
        return text;
    }

    private Element element(int limit, boolean closes) {
        String column = null;
        String head = "";
        String type = "";
        if (!OF_TABLE.contains(token(at).word())) {
            column = token(at).name();
            at++;
            head = taken(at);
            while (at < limit && !beginsClause() && !token(at).is(",")) {
                at = token(at).is("(") ? Math.min(limit, tokens.closing(at) + 1) : at + 1;
            }
            type = taken(at);
        }
        List<Clause> clauses = new ArrayList<>();
        while (at < limit && !token(at).is(",")) {
            clauses.add(clause(limit));
        }
        String tail = "";
        if (at < limit || closes) {
            String rest = sql.substring(read, tokens.get(at).start());
            if (at < limit || !rest.isBlank()) {
                tail = rest;
                read = tokens.get(at).start();
            }
        }
        return new Element(column, head, type, clauses, tail);
    }

    /** A type may be called {@code generated}. */
    private boolean beginsClause() {
        String word = token(at).word();
        return OF_COLUMN.contains(word)
                && (!word.equals("generated") || token(at + 1).is("always"));
    }

    private Clause clause(int limit) {
        String name = null;
        if (token(at).is("constraint")) {
            name = token(at + 1).name();
            at = Math.min(limit, at + 2);
        }
        int begin = at;
        ClauseKind kind = pass(name != null);
        at = Math.min(limit, at);
        return new Clause(kind, name, taken(at), tokens.part(begin, Math.max(begin, at)));
    }

    /** Passes over one clause, which may be nothing but its name. */
    private ClauseKind pass(boolean named) {
        switch (token(at).word()) {
            case "primary" -> {
                at += 2;
                parentheses();
                skip("asc");
                skip("desc");
                conflict();
                skip("autoincrement");
                return ClauseKind.PRIMARY_KEY;
            }
            case "not" -> {
                if (token(at + 1).is("deferrable")) {
                    at++;
                    deferrable();
                    return ClauseKind.DEFERRABLE;
                }
                at += 2;
                conflict();
                return ClauseKind.NOT_NULL;
            }
            case "deferrable" -> {
                deferrable();
                return ClauseKind.DEFERRABLE;
            }
            case "null" -> {
                at++;
                conflict();
                return ClauseKind.NULL;
            }
            case "unique" -> {
                at++;
                parentheses();
                conflict();
                return ClauseKind.UNIQUE;
            }
            case "check" -> {
                at++;
                parentheses();
                conflict();
                return ClauseKind.CHECK;
            }
            case "default" -> {
                at++;
                if (token(at).is("(")) {
                    parentheses();
                } else {
                    at += token(at).is("+") || token(at).is("-") ? 1 : 0;
                    boolean bytes = token(at).is("x")
                            && token(at + 1).kind() == Kind.TEXT
                            && token(at + 1).start() == token(at).end();
                    at += bytes ? 2 : 1;
                }
                return ClauseKind.DEFAULT;
            }
            case "collate" -> {
                at += 2;
                return ClauseKind.COLLATE;
            }
            case "foreign" -> {
                at += 2;
                parentheses();
                references();
                return ClauseKind.REFERENCES;
            }
            case "references" -> {
                references();
                return ClauseKind.REFERENCES;
            }
            case "generated", "as" -> {
                at += token(at).is("generated") ? 3 : 1;
                parentheses();
                skip("stored");
                skip("virtual");
                return ClauseKind.GENERATED;
            }
            default -> {
                if (!named) {
                    at = token(at).is("(") ? tokens.closing(at) + 1 : at + 1;
                }
                return ClauseKind.OTHER;
            }
        }
    }

    private void references() {
        at += 2;
        parentheses();
        while (true) {
            if (token(at).is("on")) {
                at += token(at + 2).is("set") || token(at + 2).is("no") ? 4 : 3;
            } else if (token(at).is("match")) {
                at += 2;
            } else if (token(at).is("deferrable")
                    || (token(at).is("not") && token(at + 1).is("deferrable"))) {
                skip("not");
                deferrable();
            } else {
                return;
            }
        }
    }

    private void deferrable() {
        at++;
        at += token(at).is("initially") ? 2 : 0;
    }

    private void parentheses() {
        if (token(at).is("(")) {
            at = tokens.closing(at) + 1;
        }
    }

    private void skip(String word) {
        at += token(at).is(word) ? 1 : 0;
    }

    private void conflict() {
        at += token(at).is("on") && token(at + 1).is("conflict") ? 3 : 0;
    }

    private SqlToken token(int position) {
        return position < tokens.size() ? tokens.get(position) : new SqlToken(Kind.END, "", "", sql.length(), true);
    }
}
