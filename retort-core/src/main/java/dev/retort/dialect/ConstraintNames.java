package dev.retort.dialect;

import dev.retort.digest.Sha256;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.NameLimit;
import dev.retort.schema.NamingConvention;
import dev.retort.schema.NamingConvention.Kind;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Chooses names for constraints that are desired without one, because a constraint without a name cannot be dropped on another database. A
 * name is unique and within the database's limit.
 */
public class ConstraintNames {

    private final IdentifierRules rules;

    /** Names such as {@code uq_customers_email}. */
    public ConstraintNames(IdentifierRules rules) {
        this.rules = rules;
    }

    /**
     * The constraint with a name, if possible that of a naming convention; unchanged if it has one or is a primary key that the convention
     * does not name.
     *
     * @param table the table to which it belongs
     * @param taken whether a name is used by another constraint or index
     */
    public final Constraint named(
            Table table, Constraint constraint, NamingConvention convention, Predicate<String> taken) {
        if (constraint.name() != null) {
            return constraint;
        }
        QualifiedName of = table.name();
        Optional<String> name = convention.name(of, constraint, NameLimit.NONE);
        if (name.isPresent()) {
            return constraint.named(free(number -> rules.shortened(numbered(name.get(), number)), taken));
        }
        if (constraint instanceof CheckConstraint check && convention.has(Kind.CK)) {
            String words = columnOf(table, check).orElseGet(() -> digest(check));
            return check.named(free(
                    number -> convention
                            .name(of, check.named(numbered(words, number)), rules)
                            .orElseThrow(),
                    taken));
        }
        return byDialect(table, constraint, taken);
    }

    /** The name of an index that a naming convention names; empty if it cannot. */
    public final Optional<String> index(
            Table table, Index index, NamingConvention convention, Predicate<String> taken) {
        return convention
                .indexName(table.name(), index.parts(), NameLimit.NONE)
                .map(name -> free(number -> rules.shortened(numbered(name, number)), taken));
    }

    private Constraint byDialect(Table table, Constraint constraint, Predicate<String> taken) {
        if (constraint instanceof UniqueConstraint unique) {
            String name = free(number -> unique(table, unique.columns(), number), taken);
            return unique.named(name);
        }
        if (constraint instanceof ExclusionConstraint exclusion) {
            return exclusion.named(free(number -> exclusion(table, exclusion, number), taken));
        }
        if (constraint instanceof CheckConstraint check) {
            return check.named(free(number -> check(table, check, number), taken));
        }
        if (constraint instanceof ForeignKey key) {
            return key.named(free(number -> foreignKey(table, key.columns(), number), taken));
        }
        return constraint;
    }

    private static String free(IntFunction<String> names, Predicate<String> taken) {
        int number = 0;
        while (taken.test(names.apply(number))) {
            number++;
        }
        return names.apply(number);
    }

    /**
     * A name for a unique constraint.
     *
     * @param number 0 for the first choice, more if the previous ones are taken
     */
    protected String unique(Table table, List<String> columns, int number) {
        return name("uq", table, columns, number);
    }

    /** The same for an exclusion constraint. */
    protected String exclusion(Table table, ExclusionConstraint exclusion, int number) {
        List<String> parts = exclusion.parts().stream()
                .map(part -> part.expression() ? "expr" : part.text())
                .toList();
        return name("ex", table, parts, number);
    }

    /** The same for a check. */
    protected String check(Table table, CheckConstraint check, int number) {
        return name("ck", table, List.of(digest(check)), number);
    }

    private static String digest(CheckConstraint check) {
        return Sha256.of(check.expression()).substring(0, IdentifierRules.DIGITS);
    }

    /** The only column of a check, if it has only one. */
    protected static Optional<String> columnOf(Table table, CheckConstraint check) {
        List<String> columns = table.columns().stream()
                .map(Column::name)
                .filter(column -> speaksOf(check, column))
                .toList();
        return columns.size() == 1 ? Optional.of(columns.get(0)) : Optional.empty();
    }

    private static boolean speaksOf(CheckConstraint check, String column) {
        return Pattern.compile("(?<![\\w'])" + Pattern.quote(column) + "(?![\\w'])", Pattern.CASE_INSENSITIVE)
                .matcher(check.expression())
                .find();
    }

    /** The same for a foreign key. */
    protected String foreignKey(Table table, List<String> columns, int number) {
        return name("fk", table, columns, number);
    }

    private String name(String kind, Table table, List<String> parts, int number) {
        List<String> words = new ArrayList<>(List.of(kind, table.name().name()));
        words.addAll(parts);
        return rules.shortened(numbered(String.join("_", words), number));
    }

    private static String numbered(String name, int number) {
        return number == 0 ? name : name + "_" + number;
    }
}
