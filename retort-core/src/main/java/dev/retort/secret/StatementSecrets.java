package dev.retort.secret;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the secrets in the columns of a statement: there only a value is one, not a column or a number. */
final class StatementSecrets {

    private static final Pattern CAST = Pattern.compile("::\\w{1,40}(?:\\(\\d{1,9}\\))?\\s{0,20}");

    private static final Pattern OPERATOR = Pattern.compile(
            "(?:=(?!>)|<>|!=|[<>]=?|!?~\\*?|(?:to|(?:not\\s{1,20})?(?:i?like|in|regexp|rlike|similar\\s{1,20}to)"
                    + "|is\\s{1,20}(?:not\\s{1,20})?distinct\\s{1,20}from)\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern COLUMNS = Pattern.compile(
            "[^()';]{0,400}\\(([^()';]{1,4000})\\)[^()';]{0,200}?\\bvalues?\\s{0,20}(?:row\\s{0,20})?\\(",
            Pattern.CASE_INSENSITIVE);

    private static final int PASSWORD_OF_LINKED_TABLE = 4;

    private static final Pattern LINKED_TABLE = Pattern.compile(
            "\\s{1,20}table\\s{1,20}(?:if\\s{1,20}not\\s{1,20}exists\\s{1,20})?(?:[\\w.]{1,200}|\"[^\"]{1,200}\")\\s{0,20}\\(",
            Pattern.CASE_INSENSITIVE);

    private final String text;
    private final SecretValues values;
    private final StatementWords words;

    StatementSecrets(String text, SecretValues values, StatementWords words) {
        this.text = text;
        this.values = values;
        this.words = words;
    }

    /** Reads what a column named like a secret is set to or compared with; -1 where that is not told. */
    int afterColumn(int offset) {
        if (!words.areOfStatement(values.open()) || words.endWithSetting()) {
            return -1;
        }
        Matcher cast = CAST.matcher(text).region(offset, text.length());
        Matcher operator = OPERATOR.matcher(text).region(cast.lookingAt() ? cast.end() : offset, text.length());
        if (!operator.lookingAt()) {
            return -1;
        }
        int at = QuotedText.afterGap(text, operator.end());
        boolean equals = operator.group().equals("=");
        return equals && !words.endWithColumn() && !values.isQuoted(at) ? -1 : values.expression(at);
    }

    /** Reads the rows that a statement inserts into columns of which one is named like a secret; the offset where none is. */
    int afterInto(int offset) {
        Matcher inserted = COLUMNS.matcher(text).region(offset, text.length());
        if (!words.areOfStatement(values.open()) || !inserted.lookingAt()) {
            return offset;
        }
        Set<Integer> secrets = new HashSet<>();
        String[] columns = inserted.group(1).split(",", -1);
        for (int number = 1; number <= columns.length; number++) {
            if (SecretNames.isOne(columns[number - 1].strip().replaceAll("[\"`]", ""))) {
                secrets.add(number);
            }
        }
        if (secrets.isEmpty()) {
            return offset;
        }
        int at = inserted.end();
        while (true) {
            int close = values.arguments(at, secrets::contains);
            int comma = close < text.length() ? QuotedText.afterGap(text, close + 1) : close;
            int next = text.startsWith(",", comma) ? QuotedText.afterGap(text, comma + 1) : comma;
            if (next == comma || !text.startsWith("(", next)) {
                return close;
            }
            at = next + 1;
        }
    }

    /** Reads the arguments of a linked table of H2; the offset where none follow. */
    int afterLinked(int offset) {
        Matcher table = LINKED_TABLE.matcher(text).region(offset, text.length());
        return table.lookingAt() ? values.arguments(table.end(), number -> number == PASSWORD_OF_LINKED_TABLE) : offset;
    }
}
