package dev.retort.compare;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.Dialect;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.DropColumn;
import dev.retort.operation.Hazard;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the columns of a table that is in both schemas. Their order does not count. */
final class ColumnComparator {

    private final Dialect dialect;
    private final ComparisonRules rules;
    private final Set<ColumnAspect> ignored;
    private final UnmodelledParts unmodelled;
    private final Changes changes;
    private final NotGeneratedColumns left;

    ColumnComparator(
            Dialect dialect,
            Set<ColumnAspect> ignored,
            UnmodelledParts unmodelled,
            Changes changes,
            NotGeneratedColumns left) {
        this.dialect = dialect;
        this.rules = dialect.comparison();
        this.ignored = ignored;
        this.unmodelled = unmodelled;
        this.changes = changes;
        this.left = left;
    }

    void compare(DesiredTable desiredTable, Table actual, RetypedColumns retyped, SharedSequences sharedSequences) {
        QualifiedName table = actual.name();
        Map<String, Column> found = new HashMap<>();
        actual.columns().forEach(column -> found.put(column.name(), column));
        Set<String> names = new HashSet<>();
        List<AddColumn> added = new ArrayList<>();
        for (Column desired : desiredTable.reported().columns()) {
            names.add(desired.name());
            Column before = found.get(desired.name());
            if (before == null && !unmodelled.hasColumn(actual, desired.name())) {
                added.add(add(table, desiredTable.original(desired)));
            } else if (before != null) {
                Column numbered = sharedSequences.asFound(table, desired, before);
                compare(actual, numbered, before, desiredTable.original(desired), retyped);
            }
        }
        List<DropColumn> dropped = new ArrayList<>();
        for (Column before : actual.columns()) {
            if (!names.contains(before.name())) {
                Optional<String> needing = left.computedFrom(table, before.name());
                needing.ifPresentOrElse(
                        computed -> changes.notGenerated("Column " + table + "." + before.name()
                                + " is not desired, but column " + computed
                                + ", which is left as it is, is generated from it; drop it by hand."),
                        () -> dropped.add(drop(table, before)));
            }
        }
        PossibleRenames.ofColumns(
                added,
                dropped,
                (add, drop) -> rules.sameType(add, drop) && sameLength(add.type(), drop.type()),
                changes);
    }

    /** Also where the database ignores it: a column that is renamed keeps its length. */
    private static boolean sameLength(SqlType added, SqlType dropped) {
        return !(added instanceof StandardType one && dropped instanceof StandardType other)
                || Objects.equals(one.length(), other.length());
    }

    private AddColumn add(QualifiedName table, Column column) {
        AddColumn operation = new AddColumn(table, column);
        changes.add(Phase.ADD_COLUMNS, operation);
        addRequiredHazard(operation, table, column);
        return operation;
    }

    private DropColumn drop(QualifiedName table, Column column) {
        DropColumn operation = new DropColumn(table, column.name(), column);
        Operation reverse = changes.add(Phase.DROP_COLUMNS, operation);
        changes.addHazard(operation);
        addRequiredHazard(reverse, table, column);
        return operation;
    }

    /** Adds the hazard of a new column if existing rows have no value for it. */
    private void addRequiredHazard(Operation operation, QualifiedName table, Column column) {
        if (column.nullable()
                || column.defaultValue() != null
                || column.identity() != null
                || column.generated() != null) {
            return;
        }
        boolean fills = rules.fillsRequiredColumns();
        changes.addHazard(
                operation,
                fills ? Hazard.Kind.CHANGES_VALUES : Hazard.Kind.MAY_FAIL,
                "Column " + table + "." + column.name() + " is NOT NULL and has no default: "
                        + (fills
                                ? "existing rows get an empty string, 0 or whatever the database uses for its"
                                        + " type, or this fails."
                                : "this fails if the table has rows.")
                        + " Give it a default, or add it nullable, fill it and then make it NOT NULL.");
    }

    private void compare(Table actual, Column desired, Column before, Column original, RetypedColumns retyped) {
        QualifiedName table = actual.name();
        compareMakeUp(table, desired, before);
        if (sameComputation(desired, before)) {
            // Not every database supports the other properties for a generated column.
            Column compared = desired.generated() == null ? desired : before.comment(desired.comment());
            alter(actual, compared, before, original, retyped);
        } else {
            left.addComputation(table, before);
            changes.notGenerated("Column " + table + "." + before.name() + " is to be generated "
                    + computation(original) + ", but is generated " + computation(before)
                    + "; no operation does that, write it by hand.");
        }
    }

    private void compareMakeUp(QualifiedName table, Column desired, Column before) {
        List<String> desiredTable = TableWords.of(desired);
        List<String> found = TableWords.of(before);
        if (!desiredTable.equals(found)) {
            changes.notMade(called(table, before), TableWords.joined(desiredTable), TableWords.joined(found));
        }
    }

    /** A column in messages about differences without operation. */
    static String called(QualifiedName table, Column column) {
        return "column " + column.name() + " of " + table;
    }

    /** The expression is computed in the type that the column has. */
    private boolean sameComputation(Column desired, Column before) {
        Generated computed = desired.generated();
        Generated computedBefore = before.generated();
        if (computed == null || computedBefore == null) {
            return computed == null && computedBefore == null;
        }
        return computed.stored() == computedBefore.stored()
                && sameType(desired, before)
                && rules.sameExpression(computed.expression(), computedBefore.expression());
    }

    private boolean sameType(Column desired, Column before) {
        return ignored.contains(ColumnAspect.TYPE) || rules.sameType(desired, before);
    }

    private boolean sameCollation(Column desired, Column before, Table actual) {
        return ignored.contains(ColumnAspect.TYPE) || rules.sameCollation(desired, before, actual);
    }

    private boolean sameOnUpdate(Column desired, Column before) {
        return ignored.contains(ColumnAspect.DEFAULT) || rules.sameOnUpdate(desired, before);
    }

    /** A default may mean the same in one type and not in another, like FALSE and 0. */
    private boolean sameDefault(Column desired, Column before, boolean typeChanges) {
        return ignored.contains(ColumnAspect.DEFAULT)
                || (rules.sameDefault(desired, before)
                        && (!typeChanges || rules.sameDefault(desired, before.typed(desired.type()))));
    }

    private static String computation(Column column) {
        Generated computed = column.generated();
        return computed == null
                ? "from nothing"
                : "from " + computed.expression() + (computed.stored() ? " and stored" : "");
    }

    private void alter(Table actual, Column desired, Column before, Column original, RetypedColumns retyped) {
        QualifiedName table = actual.name();
        boolean identityChanges = !Objects.equals(desired.identity(), before.identity());
        if (identityChanges && !changesIdentity(before.identity(), desired.identity())) {
            leave(
                    table,
                    before,
                    IdentityWords.of(desired.identity()) + ", but is " + IdentityWords.of(before.identity()),
                    "Write it by hand.");
            return;
        }
        boolean typeChanges = !sameType(desired, before);
        if (typeChanges && !rules.keepsMeaning(before.type(), original.type())) {
            leave(
                    table,
                    before,
                    dialect.types().render(original.type()) + ", but is "
                            + dialect.types().render(before.type())
                            + ", and the database has no conversion that preserves the meaning of the values",
                    "By hand: add a column of the new type, fill it from this one with UPDATE and CASE, drop this one and rename"
                            + " the new one.");
            return;
        }
        List<ColumnChange> aspects = new ArrayList<>();
        if (typeChanges) {
            aspects.add(new ColumnChange.Type(original.type()));
            if (rules.refusesTypeUnderForeignKey(before.type(), original.type())) {
                retyped.add(table, before.name());
            }
        }
        if (identityChanges) {
            aspects.add(new ColumnChange.Identity(desired.identity()));
        }
        if (!sameCollation(desired, before, actual)) {
            aspects.add(new ColumnChange.Collation(original.characterSet(), original.collation()));
        }
        if (desired.nullable() != before.nullable()) {
            aspects.add(new ColumnChange.Nullability(desired.nullable()));
        }
        if (!sameDefault(desired, before, typeChanges)) {
            aspects.add(new ColumnChange.Default(original.defaultValue()));
        }
        if (!sameOnUpdate(desired, before)) {
            aspects.add(new ColumnChange.OnUpdate(original.onUpdate()));
        }
        if (rules.comments() && !Objects.equals(desired.comment(), before.comment())) {
            aspects.add(new ColumnChange.Comment(original.comment()));
        }
        if (aspects.isEmpty()) {
            return;
        }
        AlterColumn operation = new AlterColumn(table, before.name(), aspects, before);
        Operation reverse = changes.add(Phase.ALTER, operation);
        if (typeChanges) {
            TypeChange change = new TypeChange(
                    dialect.types().canonical(before.type()), dialect.types().canonical(desired.type()));
            addTypeHazards(operation, table + "." + before.name(), change);
            addTypeHazards(reverse, table + "." + before.name(), change.reverse());
        }
        if (identityChanges) {
            addIdentityHazards(operation, table + "." + before.name(), before.identity(), desired.identity());
            addIdentityHazards(reverse, table + "." + before.name(), desired.identity(), before.identity());
        }
        if (before.nullable() != desired.nullable()) {
            changes.addHazard(
                    desired.nullable() ? reverse : operation,
                    Hazard.Kind.MAY_FAIL,
                    "Column " + table + "." + before.name()
                            + " becomes NOT NULL: this fails if a row has NULL there. Fill those rows first.");
        }
    }

    /** In the other direction, a sequence would return numbers that rows already have. */
    private boolean changesIdentity(@Nullable Identity before, @Nullable Identity desired) {
        return before != null
                && desired != null
                && Long.signum(before.increment()) == Long.signum(desired.increment())
                && rules.changesIdentity(before, desired);
    }

    private void addIdentityHazards(
            Operation operation, String column, @Nullable Identity before, @Nullable Identity after) {
        if (before != null && after != null) {
            new SequenceHazards(changes).add(operation, "Column " + column, before.options(), after.options());
        }
    }

    /** Reports a column instead of changing it: a partial change would lead to neither definition. */
    private void leave(QualifiedName table, Column before, String difference, String advice) {
        left.add(table, before.name());
        changes.notGenerated("Column " + table + "." + before.name() + " is to be " + difference
                + "; no operation is generated for that, nor for any other change of the column and its checks. "
                + advice);
    }

    private void addTypeHazards(Operation operation, String column, TypeChange change) {
        if (change.changesZone()) {
            changes.addHazard(
                    operation,
                    Hazard.Kind.CHANGES_VALUES,
                    "The values of column " + column + " are converted in " + rules.conversionZone()
                            + "; they change if they were not stored in that zone.");
        }
        if (!change.holdsAll()) {
            changes.addHazard(
                    operation,
                    Hazard.Kind.LOSES_DATA,
                    "The new type of column " + column
                            + " cannot hold every value of the old one: values may be truncated or rejected.");
        }
    }
}
