package dev.retort.dialect.postgresql;

import dev.retort.dialect.ConstraintNames;
import dev.retort.dialect.IdentifierRules;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.Index;
import dev.retort.schema.Table;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names that PostgreSQL gives: {@code customers_email_key}. */
final class PostgresqlNames extends ConstraintNames {

    private static final Pattern CALL = Pattern.compile("(?:\\w+\\.)?(\\w+)\\s*\\(");

    private final IdentifierRules rules;

    PostgresqlNames(IdentifierRules rules) {
        super(rules);
        this.rules = rules;
    }

    @Override
    protected String unique(Table table, List<String> columns, int number) {
        return name(table, String.join("_", columns), "key", number);
    }

    /** An expression contributes the name of the function that it calls. */
    @Override
    protected String exclusion(Table table, ExclusionConstraint exclusion, int number) {
        String parts = exclusion.parts().stream().map(PostgresqlNames::of).collect(Collectors.joining("_"));
        return name(table, parts, "excl", number);
    }

    private static String of(Index.Part part) {
        if (!part.expression()) {
            return part.text();
        }
        Matcher call = CALL.matcher(part.text());
        return call.lookingAt() ? call.group(1) : "expr";
    }

    /** The check of one column contains its name. */
    @Override
    protected String check(Table table, CheckConstraint check, int number) {
        return name(table, columnOf(table, check).orElse(""), "check", number);
    }

    @Override
    protected String foreignKey(Table table, List<String> columns, int number) {
        return name(table, String.join("_", columns), "fkey", number);
    }

    /** The longer of the two names is truncated first. */
    private String name(Table table, String columns, String label, int number) {
        String end = "_" + label + (number == 0 ? "" : number);
        String first = table.name().name();
        String second = columns.isEmpty() ? "" : "_" + columns;
        while (rules.length(first) + rules.length(second) + end.length() > rules.maximumLength()) {
            if (rules.length(first) > rules.length(second) - 1) {
                first = first.substring(0, first.offsetByCodePoints(first.length(), -1));
            } else {
                second = second.substring(0, second.offsetByCodePoints(second.length(), -1));
            }
        }
        return first + second + end;
    }
}
