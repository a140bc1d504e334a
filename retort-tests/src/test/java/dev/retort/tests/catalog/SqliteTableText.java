package dev.retort.tests.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the statement that SQLite keeps of a table says beyond what its pragmas tell: constraints as texts, with their names, and what
 * columns are compared by and generated from. A constraint of a column is written as one of the table. Left out is what has no effect:
 * {@code MATCH}, and of {@code DEFERRABLE} all but {@code INITIALLY DEFERRED}.
 */
final class SqliteTableText {

    private static final String AUTOINCREMENT = " AUTOINCREMENT";
    static final String DEFERRED = " DEFERRABLE INITIALLY DEFERRED";

    private final String table;
    private final List<CatalogEntry> constraints = new ArrayList<>();
    private final Map<String, String> columns = new TreeMap<>();

    /** Reads a statement {@code CREATE TABLE}. */
    SqliteTableText(String table, String sql) {
        this.table = table;
        int depth = 0;
        List<SqliteToken> element = new ArrayList<>();
        for (SqliteToken token : SqliteToken.of(sql)) {
            depth += token.depth();
            if (depth == 0 || (depth == 1 && token.isWord("(", ","))) {
                addElement(element);
                element = new ArrayList<>();
            } else {
                element.add(token);
            }
        }
    }

    /** The constraints. */
    List<CatalogEntry> constraints() {
        return constraints;
    }

    /** The collation of a column and what it is generated from; empty when it has neither. */
    Optional<String> ofColumn(String column) {
        return Optional.ofNullable(columns.get(key(column)));
    }

    private static String key(String column) {
        return column.toUpperCase(Locale.ROOT);
    }

    private void addElement(List<SqliteToken> element) {
        if (element.isEmpty()) {
            return;
        }
        List<List<SqliteToken>> clauses = clauses(element);
        if (element.get(0).isWord("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN")) {
            clauses.forEach(clause -> addClause(null, clause));
        } else {
            SqliteToken column = element.get(0);
            clauses.subList(1, clauses.size()).forEach(clause -> addClause(column, clause));
        }
    }

    /** The clauses of an element. Of a column, what stands before the first one is one too: its name and type. */
    private static List<List<SqliteToken>> clauses(List<SqliteToken> element) {
        List<List<SqliteToken>> clauses = new ArrayList<>();
        List<SqliteToken> clause = new ArrayList<>();
        int depth = 0;
        for (int i = 0; i < element.size(); i++) {
            SqliteToken token = element.get(i);
            boolean notDeferrable = token.isWord("NOT") && element.get(i + 1).isWord("DEFERRABLE");
            if (depth == 0 && !clause.isEmpty() && !notDeferrable && begins(clause, token)) {
                clauses.add(clause);
                clause = new ArrayList<>();
            }
            depth += token.depth();
            clause.add(token);
        }
        clauses.add(clause);
        return clauses;
    }

    /** Whether a word begins another clause, and is not a part of the one before it. */
    private static boolean begins(List<SqliteToken> before, SqliteToken token) {
        SqliteToken last = before.get(before.size() - 1);
        boolean named = before.get(0).isWord("CONSTRAINT");
        SqliteToken first = before.get(named && before.size() > 2 ? 2 : 0);
        if (last.isWord("CONSTRAINT", "SET", "DEFAULT") || (named && before.size() == 2)) {
            return false;
        }
        if (token.isWord("NULL")) {
            return !last.isWord("NOT");
        }
        if (token.isWord("AS")) {
            return !last.isWord("ALWAYS");
        }
        if (token.isWord("REFERENCES")) {
            return !first.isWord("FOREIGN");
        }
        return token.isWord("CONSTRAINT", "PRIMARY", "NOT", "UNIQUE", "CHECK", "DEFAULT", "COLLATE", "GENERATED");
    }

    private void addClause(@Nullable SqliteToken column, List<SqliteToken> clause) {
        boolean named = clause.get(0).isWord("CONSTRAINT");
        String name = named ? clause.get(1).text() : null;
        List<SqliteToken> tokens = named ? clause.subList(2, clause.size()) : clause;
        String text = SqliteToken.folded(tokens);
        String here = column == null ? "" : "( " + SqliteToken.folded(List.of(column)) + " )";
        SqliteToken first = tokens.get(0);
        if (first.isWord("PRIMARY", "UNIQUE")) {
            addKey(name, here, text);
        } else if (first.isWord("REFERENCES", "FOREIGN")) {
            addForeignKey(name, here, text);
        } else if (first.isWord("CHECK")) {
            add(name, text);
        } else if (column != null && first.isWord("COLLATE", "GENERATED", "AS")) {
            columns.merge(key(column.text()), withoutDefaults(text), (one, other) -> one + " " + other);
        } else if (named) {
            add(name, text + " " + here);
        }
    }

    private static String withoutDefaults(String generation) {
        return generation.replaceFirst("^GENERATED ALWAYS ", "").replaceFirst(" VIRTUAL$", "");
    }

    private void addKey(@Nullable String name, String here, String text) {
        if (text.endsWith(AUTOINCREMENT)) {
            constraints.add(new CatalogEntry(table, "AUTOINCREMENT", Optional.empty()));
        }
        String rest = text.endsWith(AUTOINCREMENT) ? text.substring(0, text.length() - AUTOINCREMENT.length()) : text;
        String kind = rest.startsWith("PRIMARY") ? "PRIMARY KEY" : "UNIQUE";
        add(name, here.isEmpty() ? rest : kind + " " + here + rest.substring(kind.length()));
    }

    /** Says what no pragma does. */
    private void addForeignKey(@Nullable String name, String here, String text) {
        boolean deferred = text.endsWith(DEFERRED) && !text.endsWith(" NOT" + DEFERRED);
        if (name != null || deferred) {
            String from = here.isEmpty() ? text.substring(text.indexOf('('), text.indexOf(')') + 1) : here;
            add(name, "FOREIGN KEY " + from + (deferred ? DEFERRED : ""));
        }
    }

    private void add(@Nullable String name, String text) {
        constraints.add(name == null ? new CatalogEntry(table, text) : new CatalogEntry(name, text + " of " + table));
    }
}
