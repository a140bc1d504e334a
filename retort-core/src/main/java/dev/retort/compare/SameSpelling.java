package dev.retort.compare;

import dev.retort.dialect.ComparisonRules;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Generated;
import dev.retort.schema.Index;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whether what is desired and what is found are the same without asking a server. That is less than the rules find the same: they are
 * made for two texts in a server's own words, and a session may read a text of a person's in another way than they do.
 */
record SameSpelling(ComparisonRules rules) {

    /** What is read in one way everywhere: no name in quotes, no backslash, no sign of a rarer operator. */
    private static final Pattern PLAIN = Pattern.compile("[\\w\\s.,:'()\\[\\]<>=+*/%-]*");

    private static final Pattern COMMENT = Pattern.compile("--|/\\*");

    boolean of(CheckConstraint desired, CheckConstraint found) {
        return of(desired.expression(), found.expression());
    }

    /** Whether two columns of a name get their values in the same way. */
    boolean of(Column desired, Column found) {
        return ofDefaults(desired, found)
                && of(desired.generated(), found.generated())
                && of(desired.onUpdate(), found.onUpdate());
    }

    private boolean ofDefaults(Column column, Column before) {
        DefaultValue desired = column.defaultValue();
        DefaultValue found = before.defaultValue();
        if (desired instanceof DefaultValue.Expression one && found instanceof DefaultValue.Expression other) {
            return of(one.sql(), other.sql()) && rules.sameDefault(column, before);
        }
        boolean values = desired instanceof DefaultValue.Literal && found instanceof DefaultValue.Literal;
        return values ? rules.sameDefault(column, before) : Objects.equals(desired, found);
    }

    private boolean of(@Nullable Generated desired, @Nullable Generated found) {
        if (desired == null || found == null) {
            return Objects.equals(desired, found);
        }
        return desired.stored() == found.stored() && of(desired.expression(), found.expression());
    }

    /**
     * Whether two indexes are over the same.
     *
     * @param table the table, as the database has it
     */
    boolean of(Index desired, Index found, Table table) {
        List<Index.Part> parts = desired.parts();
        return parts.equals(found.parts())
                ? of(desired.where(), found.where())
                : new IndexedParts(rules, table.columns()).same(parts, found.parts())
                        && IntStream.range(0, parts.size())
                                .allMatch(i -> of(
                                        parts.get(i).text(),
                                        found.parts().get(i).text()))
                        && of(desired.where(), found.where());
    }

    private boolean of(@Nullable String desired, @Nullable String found) {
        if (desired == null || found == null || desired.equals(found)) {
            return Objects.equals(desired, found);
        }
        return haveSameSigns(desired, found)
                && isPlain(desired)
                && isPlain(found)
                && rules.sameExpression(desired, found);
    }

    /** Whether texts differ in nothing but white space, parentheses and case. Few do, and this is found out in no time. */
    private static boolean haveSameSigns(String one, String other) {
        int i = next(one, 0);
        int j = next(other, 0);
        while (i < one.length() && j < other.length()) {
            if (Character.toLowerCase(one.charAt(i)) != Character.toLowerCase(other.charAt(j))) {
                return false;
            }
            i = next(one, i + 1);
            j = next(other, j + 1);
        }
        return i == one.length() && j == other.length();
    }

    private static int next(String text, int from) {
        int at = from;
        while (at < text.length() && " \t\r\n()".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static boolean isPlain(String text) {
        return PLAIN.matcher(text).matches() && !COMMENT.matcher(text).find();
    }
}
