package dev.retort.compare;

import dev.retort.operation.ConstraintWords;
import dev.retort.operation.Hazard;
import dev.retort.operation.Operation;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Adds hazards for constraints and unique indexes that existing rows may violate. */
final class ExistingRows {

    private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.'])-?\\d+(?:\\.\\d+)?(?![\\w.'])");

    private final Changes changes;

    ExistingRows(Changes changes) {
        this.changes = changes;
    }

    /**
     * Adds the hazard of a constraint.
     *
     * @param operation the operation that adds it
     * @param actual the table before
     * @param dropped the constraints of its kind that are dropped
     * @param same whether two constraints are equal
     */
    <C extends Constraint> void addHazard(
            Operation operation, C constraint, Table actual, List<C> dropped, BiPredicate<C, C> same) {
        if (dropped.stream().anyMatch(gone -> same.test(constraint, gone))) {
            return;
        }
        if (constraint instanceof CheckConstraint check) {
            addCheckHazard(operation, check, actual, dropped);
        } else if (speaksOfRows(constraint, actual)) {
            mayFail(operation, actual.name(), constraint);
        }
    }

    /** Adds the hazard of a unique index. */
    void addHazard(Operation operation, Index index, Table actual) {
        Set<String> columns = index.parts().stream().map(Index.Part::text).collect(Collectors.toSet());
        boolean old = actual.columns().stream().map(Column::name).anyMatch(columns::contains)
                || index.parts().stream().anyMatch(Index.Part::expression);
        if (index.unique() && old) {
            changes.addHazard(operation, Hazard.Kind.MAY_FAIL, uniqueness(index.name(), actual.name()));
        }
    }

    /** Whether one of the columns exists already; a new one is NULL in every row, or has a hazard of its own. */
    private static boolean speaksOfRows(Constraint constraint, Table actual) {
        if (constraint instanceof ExclusionConstraint exclusion) {
            return exclusion.parts().stream()
                    .anyMatch(part ->
                            part.expression() || actual.column(part.text()).isPresent());
        }
        List<String> columns = constraint instanceof ForeignKey key
                ? key.columns()
                : constraint instanceof UniqueConstraint unique
                        ? unique.columns()
                        : ((PrimaryKey) constraint).columns();
        return columns.stream().anyMatch(name -> actual.column(name).isPresent());
    }

    private void mayFail(Operation operation, QualifiedName table, Constraint constraint) {
        String words = ConstraintWords.inFull(constraint);
        changes.addHazard(operation, Hazard.Kind.MAY_FAIL, whyItMayFail(constraint, words, table));
    }

    private static String whyItMayFail(Constraint constraint, String words, QualifiedName table) {
        if (constraint instanceof ForeignKey) {
            return "Table " + table + " gets " + words
                    + ": this fails if a row references one that does not exist. Correct such rows first.";
        }
        return constraint instanceof ExclusionConstraint
                ? "Table " + table + " gets " + words
                        + ": this fails if two rows exclude each other. Correct such rows first."
                : uniqueness(words, table);
    }

    private static String uniqueness(String what, QualifiedName table) {
        return "Table " + table + " gets " + what
                + ": this fails if two rows have the same values there. Correct such rows first.";
    }

    private void addCheckHazard(
            Operation operation, CheckConstraint check, Table actual, List<? extends Constraint> dropped) {
        boolean wider = false;
        for (Column column : actual.columns()) {
            for (Constraint gone : dropped) {
                CheckConstraint old = (CheckConstraint) gone;
                if (NotGeneratedColumns.speaksOf(check, column.name())
                        && NotGeneratedColumns.speaksOf(old, column.name())) {
                    wider |= isWider(old.expression(), check.expression());
                    addOrdinalHazard(operation, actual.name() + "." + column.name(), old, check);
                }
            }
        }
        boolean ofRows =
                actual.columns().stream().anyMatch(column -> NotGeneratedColumns.speaksOf(check, column.name()));
        if (ofRows && !wider) {
            changes.addHazard(
                    operation,
                    Hazard.Kind.MAY_FAIL,
                    "Table " + actual.name() + " gets " + ConstraintWords.inFull(check)
                            + ": this fails if a row violates it. Correct such rows first.");
        }
    }

    /** Whether a list of labels or a range of numbers only grows. */
    private static boolean isWider(String before, String after) {
        Set<String> wordsBefore = words(before);
        Set<String> wordsAfter = words(after);
        if (!wordsBefore.isEmpty() || !wordsAfter.isEmpty()) {
            return wordsAfter.containsAll(wordsBefore) && !wordsBefore.isEmpty();
        }
        NavigableSet<BigDecimal> numbersBefore = numbers(before);
        NavigableSet<BigDecimal> numbersAfter = numbers(after);
        return numbersBefore.size() == 2
                && numbersAfter.size() == 2
                && numbersAfter.first().compareTo(numbersBefore.first()) <= 0
                && numbersAfter.last().compareTo(numbersBefore.last()) >= 0;
    }

    /** A range from 0 up is usually that of an enum that Hibernate stores by ordinal. */
    private void addOrdinalHazard(Operation operation, String column, CheckConstraint before, CheckConstraint after) {
        NavigableSet<BigDecimal> old = numbers(before.expression());
        NavigableSet<BigDecimal> now = numbers(after.expression());
        boolean places = words(before.expression()).isEmpty()
                && words(after.expression()).isEmpty()
                && old.size() == 2
                && now.size() == 2
                && old.first().signum() == 0
                && now.first().signum() == 0;
        if (places && old.last().compareTo(now.last()) != 0) {
            changes.addHazard(
                    operation,
                    Hazard.Kind.CHANGES_VALUES,
                    "Column " + column + " allowed numbers from 0 to " + old.last() + " and will allow 0 to "
                            + now.last()
                            + ". If they are the ordinals of enum constants, a constant that was added or removed anywhere but"
                            + " at the end changes the meaning of existing rows: add new ones at the end, or renumber"
                            + " the rows by hand.");
        }
    }

    private static Set<String> words(String expression) {
        Set<String> words = new HashSet<>();
        Matcher matcher = TEXT.matcher(expression);
        while (matcher.find()) {
            words.add(matcher.group(1));
        }
        return words;
    }

    private static NavigableSet<BigDecimal> numbers(String expression) {
        NavigableSet<BigDecimal> numbers = new TreeSet<>();
        Matcher matcher = NUMBER.matcher(expression);
        while (matcher.find()) {
            numbers.add(new BigDecimal(matcher.group()));
        }
        return numbers;
    }
}
