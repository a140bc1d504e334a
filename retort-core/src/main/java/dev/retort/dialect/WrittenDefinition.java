package dev.retort.dialect;

import dev.retort.schema.ObjectReference;
import dev.retort.schema.QualifiedName;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlTokens;
import java.util.Set;
import java.util.StringJoiner;

/**
 * A user's own statement that creates a routine or a trigger.
 *
 * @param sql the statement, without semicolon
 * @param tokens its tokens
 */
record WrittenDefinition(String sql, SqlTokens tokens) {

    static WrittenDefinition of(String sql, SqlSyntax syntax) {
        return new WrittenDefinition(sql, SqlTokens.of(sql, syntax));
    }

    /** Whether it is a CREATE statement at all. */
    boolean creates() {
        return tokens.size() > 0 && tokens.get(0).is("create");
    }

    /**
     * Whether it creates an object: the name after its keyword is the object's. Where the object's schema is stated, the definition states
     * the same.
     *
     * @param keyword the keyword before the name, in lower case
     */
    boolean creates(ObjectReference object, String keyword) {
        int place = after(keyword);
        return names(object.name(), asks(place) ? place + 3 : place);
    }

    private int after(String keyword) {
        int place = 0;
        while (place < tokens.size() && !is(place, keyword)) {
            place++;
        }
        return place + 1;
    }

    private boolean asks(int place) {
        return is(place, "if") && is(place + 1, "not") && is(place + 2, "exists");
    }

    /**
     * What tells the routine that it creates from others of its name, and what it returns: the tokens from the parentheses after the name to
     * the first word of an attribute, without what parameters are by default.
     *
     * @param attributes the words that begin what follows, in lower case
     */
    String signature(Set<String> attributes) {
        int open = 0;
        while (open < tokens.size() && !is(open, "(")) {
            open++;
        }
        StringJoiner signature = new StringJoiner(" ");
        boolean byDefault = false;
        int close = open < tokens.size() ? tokens.closing(open) : open;
        for (int i = open; i <= close && i < tokens.size(); i++) {
            boolean parameterEnds = is(i, ",") || i == close;
            byDefault = !parameterEnds && (byDefault || is(i, "default") || is(i, "="));
            if (!byDefault) {
                signature.add(tokens.part(i, i + 1).normal());
            }
        }
        for (int i = close + 1;
                i < tokens.size() && !attributes.contains(tokens.get(i).word());
                i++) {
            signature.add(tokens.part(i, i + 1).normal());
        }
        return signature.toString();
    }

    /** Whether it says ON and then the name of a table, with its schema where one is stated. */
    boolean isOn(QualifiedName table) {
        int place = 0;
        while (place < tokens.size() && !is(place, "on")) {
            place++;
        }
        return names(table, place + 1);
    }

    private boolean names(QualifiedName name, int first) {
        int place = first;
        String schema = null;
        while (is(place + 1, ".")) {
            schema = tokens.get(place).name();
            place += 2;
        }
        return place < tokens.size()
                && name.name().equalsIgnoreCase(tokens.get(place).name())
                && (name.schema() == null || name.schema().equalsIgnoreCase(schema));
    }

    /**
     * The same with IF NOT EXISTS, if it has none, in place of OR REPLACE.
     *
     * @param keyword the keyword before the name, in lower case
     */
    String ifMissing(String keyword) {
        int place = after(keyword);
        if (asks(place)) {
            return sql;
        }
        int beforeName = tokens.get(place - 1).end();
        String create = isReplacing()
                ? "CREATE" + sql.substring(tokens.get(2).end(), beforeName)
                : sql.substring(0, beforeName);
        return create + " IF NOT EXISTS" + sql.substring(beforeName);
    }

    private boolean isReplacing() {
        return is(1, "or") && is(2, "replace");
    }

    /** The same with OR REPLACE, if it has none. */
    String replacing() {
        return isReplacing()
                ? sql
                : "CREATE OR REPLACE " + sql.substring(tokens.get(0).end()).stripLeading();
    }

    private boolean is(int place, String word) {
        return place < tokens.size() && tokens.get(place).is(word);
    }
}
