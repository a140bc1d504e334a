package dev.retort.compare;

import dev.retort.dialect.Dialect;
import dev.retort.schema.Column;
import dev.retort.schema.NativeType;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column that the database computes, taken apart. Snapshots carry the expression behind the type.
 *
 * @param column the column with the bare type
 * @param expression what it is computed from
 */
public record GeneratedColumn(Column column, String expression) {

    private static final Pattern CLAUSE =
            Pattern.compile("(?is)(.+?)(?:\\s+not\\s+null)?\\s+(?:generated\\s+always\\s+)?as\\s*\\((.*)\\)"
                    + "(?:\\s+(?:stored|virtual|persistent|not\\s+null))*\\s*");

    /** The parts; empty for a column that is not computed. */
    public static Optional<GeneratedColumn> of(Column column, Dialect dialect) {
        if (!(column.type() instanceof NativeType own)) {
            return Optional.empty();
        }
        Matcher clause = CLAUSE.matcher(own.text());
        return clause.matches()
                ? Optional.of(
                        new GeneratedColumn(column.typed(dialect.types().parse(clause.group(1))), clause.group(2)))
                : Optional.empty();
    }
}
