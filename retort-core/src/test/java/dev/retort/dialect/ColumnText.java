package dev.retort.dialect;

import dev.retort.schema.Column;
import dev.retort.schema.Generated;
import dev.retort.schema.QualifiedName;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A column as a test writes it down: a type, then what it is computed from, a character set, a collation, NOT NULL. */
public final class ColumnText {

    private static final Pattern CLAUSES = Pattern.compile("(?is)(.+?)(?:\\s+(?:character set|charset)\\s+(\\w+))?"
            + "(?:\\s+collate\\s+(\\S+))?"
            + "(?:\\s+generated always as \\((.*)\\)(\\s+stored|\\s+virtual)?)?"
            + "(\\s+not null)?");

    private ColumnText() {}

    /** The column with a name that a text describes. */
    public static Column column(String name, String text, SqlTypes types) {
        Matcher clauses = CLAUSES.matcher(text);
        if (!clauses.matches()) {
            throw new IllegalArgumentException(text);
        }
        String collation = clauses.group(3);
        String expression = clauses.group(4);
        boolean stored = clauses.group(5) != null && clauses.group(5).strip().equalsIgnoreCase("stored");
        return Column.of(name, types.parse(clauses.group(1)))
                .characterSet(clauses.group(2))
                .collate(collation == null ? null : collation(collation))
                .generated(expression == null ? null : new Generated(expression, stored))
                .nullable(clauses.group(6) == null);
    }

    private static QualifiedName collation(String text) {
        return QualifiedName.parse(text.replace("\"", ""));
    }
}
