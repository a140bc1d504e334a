package dev.retort.compare;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.Definition;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.NormalForms;
import dev.retort.dialect.Normalizer;
import dev.retort.dialect.QualifiedTypes;
import dev.retort.operation.ConstraintWords;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.Generated;
import dev.retort.schema.Index;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.SnapshotMapper;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Says a desired schema in the server's own words where its text is not that of the actual one. A definition is asked for with the columns
 * as the database has them: only so is it reported as the actual one is.
 *
 * <p>Where no server answers and the text alone does not decide, the actual definition takes the place of the desired one, and a sentence
 * says so.
 */
final class Normalization extends SnapshotMapper {

    /**
     * What is compared.
     *
     * @param desired the desired schema
     * @param undecided what was not compared, a sentence each
     */
    record Result(SchemaSnapshot desired, List<String> undecided) {}

    private final SchemaSnapshot actual;
    private final Dialect dialect;
    private final ComparisonRules rules;
    private final SameSpelling sameSpelling;
    private final KnownEqualities known;
    private final @Nullable NormalForms forms;
    private final @Nullable NormalForms formsAgain;
    private final Set<Definition> unequal = new LinkedHashSet<>();
    private final Set<Definition> stillUnequal = new LinkedHashSet<>();
    private final List<String> undecided = new ArrayList<>();

    /**
     * One pass over the desired schema.
     *
     * @param forms what the server has answered; null while it is found out what to ask
     * @param formsAgain what it has answered to what still differed then; null before
     */
    private Normalization(
            SchemaSnapshot actual,
            Dialect dialect,
            KnownEqualities known,
            @Nullable NormalForms forms,
            @Nullable NormalForms formsAgain) {
        this.actual = actual;
        this.dialect = dialect;
        this.rules = dialect.comparison();
        this.sameSpelling = new SameSpelling(rules);
        this.known = known;
        this.forms = forms;
        this.formsAgain = formsAgain;
    }

    /**
     * The desired schema in the server's words; as it is on a database that reports what it was told.
     *
     * @param server answers the normal forms of definitions
     * @param known the equalities for which it need not be asked
     */
    static Result of(
            SchemaSnapshot desired,
            SchemaSnapshot actual,
            Dialect dialect,
            Function<Collection<Definition>, NormalForms> server,
            KnownEqualities known) {
        if (dialect.normalizer() == Normalizer.NONE) {
            return new Result(desired, List.of());
        }
        Normalization asking = new Normalization(actual, dialect, known, null, null);
        SchemaSnapshot recognized = asking.snapshot(desired);
        if (asking.unequal.isEmpty()) {
            return new Result(recognized, List.of());
        }
        NormalForms forms = server.apply(asking.unequal);
        Normalization told = new Normalization(actual, dialect, known, forms, null);
        SchemaSnapshot normalized = told.snapshot(desired);
        if (told.stillUnequal.isEmpty()) {
            return new Result(normalized, List.copyOf(told.undecided));
        }
        NormalForms formsAgain = server.apply(told.stillUnequal);
        Normalization last = new Normalization(actual, dialect, known, forms, formsAgain);
        SchemaSnapshot compared = last.snapshot(desired);
        return new Result(compared, List.copyOf(last.undecided));
    }

    private <T extends TableElement> Optional<T> form(Definition definition, Class<T> kind) {
        unequal.add(definition);
        return forms == null ? Optional.empty() : forms.of(definition, kind);
    }

    /**
     * Whether the server says two definitions in the same words once they have been through it again: one that was read from a dump is
     * reported in other words than one that somebody has written.
     */
    private boolean isSameAgain(Definition desired, Definition found) {
        if (forms == null || !forms.asked()) {
            return false;
        }
        stillUnequal.add(desired);
        stillUnequal.add(found);
        if (formsAgain == null) {
            return false;
        }
        TableElement one = formsAgain.byDefinition().get(desired);
        TableElement other = formsAgain.byDefinition().get(found);
        return (one instanceof CheckConstraint check && other instanceof CheckConstraint there)
                ? rules.sameExpression(check.expression(), there.expression())
                : one != null && one.equals(other);
    }

    /**
     * Whether the server refuses on a scratch table even what the table has, so that its refusal of what is desired says nothing. The login
     * may lack a right, for example, or the definition may refer to other tables.
     */
    private boolean isRefused(Definition found) {
        if (forms == null || !forms.asked()) {
            return false;
        }
        stillUnequal.add(found);
        return formsAgain != null && !formsAgain.byDefinition().containsKey(found);
    }

    /** Whether texts that differ say nothing, since the server was not asked. */
    private boolean isUndecided() {
        return forms != null && !forms.asked();
    }

    private void notCompared(String what, String desired, String found) {
        String why = isUndecided() ? "was not asked how it writes it" : "refuses it on a scratch table";
        undecided.add("Not compared, since the server " + why + ": " + what + " is to be " + desired + " and is "
                + found + ".");
    }

    // columns

    @Override
    protected Column column(Table table, Column column) {
        Table found = actual.table(table.name()).orElse(null);
        Column before = found == null ? null : found.column(column.name()).orElse(null);
        return found == null || before == null ? column : value(type(column, before, found), before, found);
    }

    /** A type by a name that the server may have another one for, perhaps with its schema. */
    private Column type(Column column, Column before, Table found) {
        if (!QualifiedTypes.isName(column.type()) || rules.sameType(column, before)) {
            return column;
        }
        Definition desired = Definition.ofType(column.type());
        Definition there = Definition.ofType(before.type());
        if (known.has(desired, there)) {
            return column.typed(before.type());
        }
        Column normal = form(desired, Column.class)
                .map(form -> column.typed(form.type()))
                .orElse(null);
        if (normal == null) {
            boolean notCompared = isRefused(there)
                    || (isUndecided() && new QualifiedTypes(dialect).differInSchema(column.type(), before.type()));
            if (notCompared) {
                notCompared(
                        "the type of " + ColumnComparator.called(found.name(), column),
                        dialect.types().render(column.type()),
                        dialect.types().render(before.type()));
            }
            return notCompared ? column.typed(before.type()) : column;
        }
        boolean same = rules.sameType(normal, before) || isSameAgain(desired, there);
        if (same) {
            known.add(desired, there);
        }
        return same ? column.typed(before.type()) : normal;
    }

    private Column value(Column column, Column before, Table found) {
        boolean has = column.defaultValue() != null || column.generated() != null || column.onUpdate() != null;
        if (!has || sameSpelling.of(column, before)) {
            return column;
        }
        Definition desired = Definition.ofValue(column.typed(before.type()), found, dialect);
        Definition there = Definition.ofValue(before, found, dialect);
        // A default may mean the same in one type and not in another.
        boolean typeStays = rules.sameType(column, before);
        if (typeStays && known.has(desired, there)) {
            return valued(column, before);
        }
        Column normal =
                form(desired, Column.class).map(form -> valued(column, form)).orElse(null);
        if (normal == null) {
            return isUndecided() || isRefused(there) ? decided(column, before, found) : column;
        }
        boolean same = isSameValue(normal, before);
        boolean sameAgain =
                !same && isSameAgain(Definition.ofValue(normal.typed(before.type()), found, dialect), there);
        if (typeStays && (same || sameAgain)) {
            known.add(desired, there);
        }
        return sameAgain ? valued(normal, before) : normal;
    }

    /** A column with the default, generation expression and ON UPDATE of another one. */
    private static Column valued(Column column, Column other) {
        return column.withDefault(other.defaultValue())
                .generated(other.generated())
                .onUpdateSql(other.onUpdate());
    }

    private boolean isSameValue(Column normal, Column before) {
        Generated computed = normal.generated();
        Generated computedBefore = before.generated();
        boolean sameComputation = (computed == null || computedBefore == null)
                ? Objects.equals(computed, computedBefore)
                : computed.stored() == computedBefore.stored()
                        && rules.sameExpression(computed.expression(), computedBefore.expression());
        return sameComputation && rules.sameDefault(normal, before) && rules.sameOnUpdate(normal, before);
    }

    private Column decided(Column column, Column before, Table found) {
        Column decided = column;
        String what = ColumnComparator.called(found.name(), column);
        if (isExpression(column.defaultValue(), before.defaultValue()) && !rules.sameDefault(column, before)) {
            notCompared("the default of " + what, text(column.defaultValue()), text(before.defaultValue()));
            decided = decided.withDefault(before.defaultValue());
        }
        Generated computed = column.generated();
        Generated computedBefore = before.generated();
        if (computed != null
                && computedBefore != null
                && computed.stored() == computedBefore.stored()
                && !rules.sameExpression(computed.expression(), computedBefore.expression())) {
            notCompared("the computation of " + what, computed.expression(), computedBefore.expression());
            decided = decided.generated(computedBefore);
        }
        if (column.onUpdate() != null && before.onUpdate() != null && !rules.sameOnUpdate(column, before)) {
            notCompared("ON UPDATE of " + what, column.onUpdate(), before.onUpdate());
            decided = decided.onUpdateSql(before.onUpdate());
        }
        return decided;
    }

    private String text(@Nullable DefaultValue value) {
        return value instanceof DefaultValue.Literal literal
                ? dialect.literals().write(literal.value())
                : value instanceof DefaultValue.Expression expression ? expression.sql() : "nothing";
    }

    /** Whether two defaults are there and are not both values. */
    private static boolean isExpression(@Nullable DefaultValue desired, @Nullable DefaultValue found) {
        return desired != null
                && found != null
                && (desired instanceof DefaultValue.Expression || found instanceof DefaultValue.Expression);
    }

    // checks

    @Override
    protected List<CheckConstraint> checks(Table table) {
        Table found = actual.table(table.name()).orElse(null);
        if (found == null || found.checks().isEmpty()) {
            return table.checks();
        }
        FoundChecks there = new FoundChecks(table, found);
        List<CheckConstraint> checks =
                table.checks().stream().map(there::normal).toList();
        return isUndecided() ? decided(checks, found, checks) : decided(checks, found, there.refused);
    }

    /** The actual checks of one table, whose definitions are created once. */
    private final class FoundChecks {

        private final Table found;
        private final Table asFound;
        private final Map<CheckConstraint, Definition> definitions = new HashMap<>();
        private final List<CheckConstraint> refused = new ArrayList<>();

        FoundChecks(Table desired, Table found) {
            this.found = found;
            this.asFound = asFound(desired, found);
        }

        CheckConstraint normal(CheckConstraint check) {
            if (same(other -> sameSpelling.of(check, other)).isPresent()) {
                return check;
            }
            Definition desired = Definition.ofCheck(check, asFound, dialect);
            // First those with the same columns: most likely it is one of them.
            return found.checks().stream()
                    .sorted(Comparator.comparing(
                            other -> !definition(other).columns().equals(desired.columns())))
                    .filter(other -> known.has(desired, definition(other)))
                    .findFirst()
                    .map(other -> check.expression(other.expression()))
                    .orElseGet(() -> asked(check, desired));
        }

        private CheckConstraint asked(CheckConstraint check, Definition desired) {
            CheckConstraint normal = form(desired, CheckConstraint.class)
                    .map(form -> check.expression(form.expression()))
                    .orElse(null);
            if (normal == null) {
                if (found.checks().stream().anyMatch(other -> isRefused(definition(other)))) {
                    refused.add(check);
                }
                return check;
            }
            Definition again = Definition.ofCheck(normal, asFound, dialect);
            return same(other -> rules.sameExpression(normal.expression(), other.expression()))
                    .or(() -> same(other -> isSameAgain(again, definition(other))))
                    .map(other -> {
                        known.add(desired, definition(other));
                        return normal.expression(other.expression());
                    })
                    .orElse(normal);
        }

        private Definition definition(CheckConstraint check) {
            return definitions.computeIfAbsent(check, other -> Definition.ofCheck(other, found, dialect));
        }

        private Optional<CheckConstraint> same(Predicate<CheckConstraint> isSame) {
            return found.checks().stream().filter(isSame).findFirst();
        }
    }

    /**
     * Those that no text is the same as may be those that are left.
     *
     * @param unclear those about which the server has said nothing
     */
    private List<CheckConstraint> decided(
            List<CheckConstraint> checks, Table found, Collection<CheckConstraint> unclear) {
        if (unclear.isEmpty()) {
            return checks;
        }
        List<CheckConstraint> left = new ArrayList<>(found.checks());
        List<CheckConstraint> open = new ArrayList<>(checks);
        for (CheckConstraint check : checks) {
            left.stream()
                    .filter(other -> rules.sameExpression(check.expression(), other.expression()))
                    .findFirst()
                    .ifPresent(other -> {
                        left.remove(other);
                        open.remove(check);
                    });
        }
        List<CheckConstraint> decided = new ArrayList<>();
        for (CheckConstraint check : checks) {
            CheckConstraint other = open.contains(check) && unclear.contains(check) ? counterpart(check, left) : null;
            if (other != null) {
                left.remove(other);
                notCompared(
                        ConstraintWords.called(check) + " of " + found.name(), check.expression(), other.expression());
            }
            decided.add(other == null ? check : check.expression(other.expression()));
        }
        return decided;
    }

    private static @Nullable CheckConstraint counterpart(CheckConstraint check, List<CheckConstraint> left) {
        return left.stream()
                .filter(other -> check.name() == null
                        || other.name() == null
                        || check.name().equals(other.name()))
                .findFirst()
                .orElse(null);
    }

    // indexes

    /** Its index is one as any other. */
    @Override
    protected ExclusionConstraint exclusionConstraint(Table table, ExclusionConstraint exclusion) {
        Table found = actual.table(table.name()).orElse(null);
        if (found == null
                || found.exclusionConstraints().isEmpty()
                || found.exclusionConstraints().stream()
                        .anyMatch(other -> sameSpelling.of(asIndex(exclusion), asIndex(other), found))) {
            return exclusion;
        }
        ExclusionConstraint before = found.exclusionConstraints().stream()
                .filter(other -> exclusion.name() == null || exclusion.name().equals(other.name()))
                .findFirst()
                .orElse(null);
        Index normal = over(table, asIndex(exclusion), before == null ? null : asIndex(before), found);
        return exclusion.parts(normal.parts()).where(normal.where());
    }

    private static Index asIndex(ExclusionConstraint exclusion) {
        return Index.of(Objects.toString(exclusion.name(), "an exclusion constraint"), exclusion.parts())
                .using(exclusion.method())
                .where(exclusion.where());
    }

    @Override
    protected Index index(Table table, Index index) {
        Table found = actual.table(table.name()).orElse(null);
        Index before = found == null
                ? null
                : found.indexes().stream()
                        .filter(other -> other.name().equals(index.name()))
                        .findFirst()
                        .orElse(null);
        if (found == null || before == null || sameSpelling.of(index, before, found)) {
            return index;
        }
        Index normal = over(table, index, before, found);
        return index.parts(normal.parts()).where(normal.where());
    }

    private Index over(Table table, Index index, @Nullable Index before, Table found) {
        Definition desired = Definition.ofIndex(index, asFound(table, found), dialect);
        Definition there = before == null ? null : Definition.ofIndex(before, found, dialect);
        if (before != null && there != null && known.has(desired, there)) {
            return before;
        }
        Index normal = form(desired, Index.class).orElse(null);
        if (normal == null) {
            boolean notCompared = isUndecided() || (there != null && isRefused(there));
            return before != null && notCompared ? decided(index, before, found) : index;
        }
        if (before == null || there == null) {
            return normal;
        }
        IndexedParts compared = new IndexedParts(rules, found.columns());
        boolean same =
                compared.same(normal.parts(), before.parts()) && compared.sameCondition(normal.where(), before.where());
        boolean sameAgain = !same && isSameAgain(Definition.ofIndex(normal, asFound(table, found), dialect), there);
        if (same || sameAgain) {
            known.add(desired, there);
        }
        return sameAgain ? before : normal;
    }

    private Index decided(Index index, Index before, Table found) {
        IndexedParts compared = new IndexedParts(rules, found.columns());
        Index decided = index;
        if (index.where() != null && before.where() != null && !compared.sameCondition(index.where(), before.where())) {
            notCompared("the condition of " + index.name() + " of " + found.name(), index.where(), before.where());
            decided = decided.where(before.where());
        }
        List<Index.Part> parts = new ArrayList<>(index.parts());
        for (int i = 0; i < parts.size() && parts.size() == before.parts().size(); i++) {
            Index.Part part = parts.get(i);
            Index.Part other = before.parts().get(i);
            if (part.expression() && other.expression() && !rules.sameExpression(part.text(), other.text())) {
                notCompared("a part of " + index.name() + " of " + found.name(), part.text(), other.text());
                parts.set(i, part.of(other.text()));
            }
        }
        return decided.parts(parts);
    }

    /** The desired table with the columns that the database has as they are there. */
    private static Table asFound(Table table, Table found) {
        List<Column> columns = table.columns().stream()
                .map(column -> found.column(column.name()).orElse(column))
                .toList();
        return table.columns(columns);
    }
}
