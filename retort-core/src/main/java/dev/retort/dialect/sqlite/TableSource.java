package dev.retort.dialect.sqlite;

import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlToken.Kind;
import dev.retort.sql.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text of a CREATE TABLE as a list of columns and constraints with their clauses, each of which can be replaced while everything else
 * stays as it was written. The grammar is that of https://www.sqlite.org/lang_createtable.html. Never fails: what it does not understand
 * is a clause of kind {@link ClauseKind#OTHER}.
 */
final class TableSource {

    /** What a clause is. */
    enum ClauseKind {
        PRIMARY_KEY,
        NOT_NULL,
        NULL,
        UNIQUE,
        CHECK,
        DEFAULT,
        COLLATE,
        GENERATED,
        /** A foreign key of a column, or of the table. */
        REFERENCES,
        /** When the foreign key before it is checked, if something stands between them. */
        DEFERRABLE,
        OTHER
    }

    /**
     * A clause of a column, or a constraint of the table.
     *
     * @param name its name; null for none
     * @param text the text with the blanks and comments before it
     * @param tokens the tokens after its name
     */
    record Clause(ClauseKind kind, @Nullable String name, String text, SqlTokens tokens) {

        /** A new clause. */
        static Clause of(ClauseKind kind, String sql) {
            return new Clause(kind, null, " " + sql, SqlTokens.of(sql, SqliteProvider.SYNTAX));
        }

        /** Whether it has a word, given in lower case, outside of parentheses. */
        boolean says(String word) {
            for (int i = 0; i < tokens.size(); i = tokens.get(i).is("(") ? tokens.closing(i) + 1 : i + 1) {
                if (tokens.get(i).is(word)) {
                    return true;
                }
            }
            return false;
        }

        /** The name and the words, the same for each way to write them. */
        String words() {
            return (name == null ? "" : "constraint " + SqliteIdentifiers.key(name) + " ") + tokens.normal();
        }

        /** What is written between its first parentheses; empty if nothing is. */
        String parenthesised() {
            for (int open = 0; open < tokens.size(); open++) {
                if (tokens.get(open).is("(")) {
                    int close = tokens.closing(open);
                    return close == open
                            ? ""
                            : text.substring(
                                            tokens.get(open).end() - offset(),
                                            tokens.get(close).start() - offset())
                                    .strip();
                }
            }
            return "";
        }

        /** Where the text begins in what its tokens were read from. */
        private int offset() {
            return tokens.get(tokens.size() - 1).end() - text.length();
        }

        private Clause unqualified(String table) {
            if (kind != ClauseKind.CHECK && kind != ClauseKind.GENERATED) {
                return this;
            }
            StringBuilder rest = new StringBuilder(text);
            int offset = offset();
            for (int i = tokens.size() - 3; i >= 0; i--) { // from the end, so that what is left keeps its place
                boolean qualifies = SqliteIdentifiers.same(tokens.get(i).name(), table)
                        && tokens.get(i + 1).is(".")
                        && !tokens.get(i + 2).is(".");
                if (qualifies) {
                    int first = i > 1 && tokens.get(i - 1).is(".") ? i - 2 : i;
                    SqlToken column = tokens.get(i + 2);
                    boolean keyword = column.kind() == Kind.TEXT
                            || (column.kind() == Kind.WORD && SqliteIdentifiers.isKeyword(column.word()));
                    rest.replace(
                            tokens.get(first).start() - offset,
                            column.end() - offset,
                            keyword ? SchemaCopy.quoted(column.name()) : column.text());
                    i = first;
                }
            }
            return new Clause(kind, name, rest.toString(), tokens);
        }
    }

    /** A column, or a constraint of the table; also several of these, which need no comma between them. */
    static final class Element {

        private final @Nullable String column;
        private final String head;
        private String type;
        private final List<Clause> clauses;
        private final String tail;

        Element(@Nullable String column, String head, String type, List<Clause> clauses, String tail) {
            this.column = column;
            this.head = head;
            this.type = type;
            this.clauses = new ArrayList<>(clauses);
            this.tail = tail;
        }

        /** The name of the column; null for a constraint of the table. */
        @Nullable
        String column() {
            return column;
        }

        /** The type of the column, without comments and, if it is one name, without its quotes; empty for none. */
        String type() {
            SqlTokens words = SqlTokens.of(type, SqliteProvider.SYNTAX);
            return words.size() == 1 ? words.get(0).name() : words.in(type);
        }

        /** Gives the column another type. */
        void type(String written) {
            type = " " + written;
        }

        List<Clause> clauses() {
            return clauses;
        }

        boolean has(ClauseKind kind) {
            return clauses.stream().anyMatch(clause -> clause.kind() == kind);
        }

        /** The text. */
        String text() {
            StringBuilder text = new StringBuilder(head);
            append(text, type);
            clauses.forEach(clause -> append(text, clause.text()));
            return text.append(tail).toString();
        }

        /** What was between two words may be gone. */
        private static void append(StringBuilder text, String next) {
            boolean meet = !text.isEmpty()
                    && !next.isEmpty()
                    && Character.isUnicodeIdentifierPart(text.charAt(text.length() - 1))
                    && Character.isUnicodeIdentifierPart(next.charAt(0));
            text.append(meet ? " " : "").append(next);
        }

        /** Puts a clause before the others, of which the last may be a mere name. */
        void add(Clause clause) {
            clauses.add(0, clause);
        }

        /** Takes clauses away; whether there were any. */
        boolean removeAll(ClauseKind kind) {
            return clauses.removeIf(clause -> clause.kind() == kind);
        }

        /** The words of the clauses of a kind, in order. */
        List<String> words(ClauseKind kind) {
            return clauses.stream()
                    .filter(clause -> clause.kind() == kind)
                    .map(Clause::words)
                    .toList();
        }
    }

    private final String before;
    private final List<Element> elements;
    private final TableTail after;

    TableSource(String before, List<Element> elements, String after) {
        this.before = before;
        this.elements = elements;
        this.after = new TableTail(after);
    }

    /** Reads a statement. */
    static TableSource of(String sql) {
        return new TableSourceReader(sql).read();
    }

    /** The columns and constraints in order. */
    List<Element> elements() {
        return elements;
    }

    /** Its options. */
    TableTail options() {
        return after;
    }

    /** Adds a column after the last one. */
    void addColumn(String definition) {
        int at = (int)
                elements.stream().filter(element -> element.column != null).count();
        Element read =
                new TableSourceReader("(" + definition + ")").read().elements.get(0);
        elements.add(at, new Element(read.column, "\n    " + read.head, read.type, read.clauses, ""));
    }

    /** Moves a column next to another one. */
    void move(Element column, Element other, boolean before) {
        if (column != other) {
            elements.remove(column);
            elements.add(elements.indexOf(other) + (before ? 0 : 1), column);
        }
    }

    /** Adds a constraint of the table. */
    void addConstraint(String definition) {
        Element read =
                new TableSourceReader("(" + definition + ")").read().elements.get(0);
        elements.add(new Element(null, "\n    " + read.head.strip(), "", read.clauses, ""));
    }

    /** Takes a clause away, with what is said later of when a foreign key is checked: that would be said of the one before it. */
    void remove(Clause clause) {
        boolean ofKey = false;
        for (Element element : elements) {
            for (Clause other : List.copyOf(element.clauses)) {
                if (other.equals(clause)) {
                    element.clauses.remove(other);
                    ofKey = clause.kind() == ClauseKind.REFERENCES;
                } else if (ofKey && other.kind() == ClauseKind.DEFERRABLE) {
                    element.clauses.remove(other);
                } else {
                    ofKey &= other.kind() != ClauseKind.REFERENCES;
                }
            }
        }
    }

    /** Leaves out the table's own name before columns in expressions. */
    void unqualify(String table) {
        for (Element element : elements) {
            element.clauses.replaceAll(clause -> clause.unqualified(table));
        }
    }

    /** The statement as it is now. */
    String text() {
        return before + body();
    }

    /** The same after the parenthesis that opens the list of columns. An element without clauses that is no column is left out. */
    String body() {
        return elements.stream()
                        .filter(element -> element.column != null || !element.clauses.isEmpty())
                        .map(Element::text)
                        .collect(Collectors.joining(","))
                + after.text();
    }
}
