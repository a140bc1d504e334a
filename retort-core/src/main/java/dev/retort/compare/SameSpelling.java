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
 * Decides without the server whether a desired and an actual definition are equal. It finds fewer of them equal than the comparison rules
 * do: these are meant for two normal forms, while a session may read a text that a person wrote in another way.
 */
record SameSpelling(ComparisonRules rules) {

    /** Text that every session reads alike: without quoted names, backslashes and uncommon operators. */
    private static final Pattern PLAIN = Pattern.compile("[\\w\\s.,:'()\\[\\]<>=+*/%-]*");

    private static final Pattern COMMENT = Pattern.compile("--|/\\*");

    boolean of(CheckConstraint desired, CheckConstraint found) {
        return of(desired.expression(), found.expression());
    }

    /** Whether two columns have the same default, generation expression and ON UPDATE. */
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
     * Whether two indexes have the same parts and condition.
     *
     * @param table the actual table
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

    /** Whether texts differ at most in white space, parentheses and case. A quick test, which rules most pairs out. */
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
