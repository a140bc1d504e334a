package dev.retort.secret;

import java.util.Set;

/** The words read so far, and whether they are those of a statement, as far as a text tells that holds other things too. */
final class StatementWords {

    private static final Set<String> VERBS = Set.of(
            "alter", "begin", "call", "change", "comment", "copy", "create", "declare", "delete", "do", "drop",
            "execute", "explain", "grant", "if", "insert", "merge", "perform", "prepare", "replace", "return", "select",
            "set", "update", "values", "with");

    /** Words behind which another statement begins. */
    private static final Set<String> BEFORE_VERB =
            Set.of("as", "atomic", "begin", "do", "else", "execute", "explain", "for", "immediate", "loop", "then");

    /** Words behind which a statement names a column. */
    private static final Set<String> BEFORE_COLUMN = Set.of(
            "and",
            "by",
            "case",
            "column",
            "distinct",
            "else",
            "elseif",
            "elsif",
            "having",
            "if",
            "not",
            "on",
            "or",
            "return",
            "returning",
            "select",
            "set",
            "then",
            "until",
            "when",
            "where",
            "while");

    /** Words of a statement behind which columns are listed. */
    private static final Set<String> BEFORE_COLUMNS = Set.of("check", "having", "on", "select", "set", "where");

    private static final String SIGNS_BEFORE_VERB = ";(:/'\"`$";

    private static final char WORD = 'w';

    /** The last word in lower case, the one before, and so on. */
    private final String[] words = {"", "", ""};

    private int count;
    private boolean begins = true;
    private char before = ';';
    private char beforeQuotes = ';';
    private boolean ofColumn;
    private boolean statement;
    /** The quotes around a statement in a statement or a sentence; {@link SecretValues#NONE} for none. */
    private char quotes = SecretValues.NONE;

    private boolean update;
    private boolean listsColumns;

    /**
     * Takes the next word.
     *
     * @param word in lower case
     * @param open the quotes around it
     */
    void word(String word, char open) {
        char sign = open != SecretValues.NONE && before == open ? beforeQuotes : before;
        ofColumn = sign == WORD ? BEFORE_COLUMN.contains(words[0]) : listsColumns && (sign == ',' || sign == '(');
        if (VERBS.contains(word)
                && (begins || SIGNS_BEFORE_VERB.indexOf(before) >= 0 || BEFORE_VERB.contains(words[0]))) {
            begin(open);
        }
        update |= word.equals("update");
        listsColumns |= BEFORE_COLUMNS.contains(word);
        words[2] = words[1];
        words[1] = words[0];
        words[0] = word;
        count++;
        before = WORD;
        begins = false;
    }

    /** Takes what is no part of a word. */
    void sign(char sign) {
        if (sign == '\n') {
            begins = true;
            statement |= quotes != SecretValues.NONE;
            quotes = SecretValues.NONE;
        } else if (!Character.isWhitespace(sign)) {
            beforeQuotes = "'\"`".indexOf(sign) >= 0 ? before : sign;
            before = sign;
            update &= sign != ';';
            listsColumns &= sign != ';';
        }
    }

    /** Takes the quotes that begin a text. */
    void opened(char open) {
        if (words[0].equals("near")) {
            begin(open);
        }
    }

    /** Takes the quotes that end a text. */
    void closed(char open) {
        if (quotes == open) {
            quotes = SecretValues.NONE;
        }
    }

    private void begin(char open) {
        if (open == SecretValues.NONE) {
            statement = true;
        } else {
            quotes = open;
        }
    }

    /** The last word, or one before it, in lower case; empty where there is none. */
    String last(int back) {
        return words[back];
    }

    /** How many were read. */
    int count() {
        return count;
    }

    /** Whether the last word is in a statement, and not in a text value of it. */
    boolean areOfStatement(char open) {
        return open == SecretValues.NONE ? statement : quotes == open;
    }

    /** Whether the last word stands where a statement names a column. */
    boolean endWithColumn() {
        return ofColumn;
    }

    /** Whether the last word is a setting of a session that a statement gives a value. */
    boolean endWithSetting() {
        boolean set = Set.of("set", "local", "session", "global").contains(words[1]);
        return set && words[0].indexOf('.') > 0 && !update;
    }
}
