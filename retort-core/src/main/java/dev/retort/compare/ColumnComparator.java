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
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the columns of a table that is on both sides. Their order does not count. */
final class ColumnComparator {

    private final Dialect dialect;
    private final ComparisonRules rules;
    private final Set<ColumnAspect> ignored;
    private final UnmodelledParts unmodelled;
    private final Changes changes;
    private final LeftColumns left;

    ColumnComparator(
            Dialect dialect, Set<ColumnAspect> ignored, UnmodelledParts unmodelled, Changes changes, LeftColumns left) {
        this.dialect = dialect;
        this.rules = dialect.comparison();
        this.ignored = ignored;
        this.unmodelled = unmodelled;
        this.changes = changes;
        this.left = left;
    }

    void compare(DesiredTable desiredTable, Table actual, RetypedColumns retyped, SharedNumbering numbering) {
        QualifiedName table = actual.name();
        Map<String, Column> found = new HashMap<>();
        actual.columns().forEach(column -> found.put(column.name(), column));
        Set<String> names = new HashSet<>();
        List<AddColumn> added = new ArrayList<>();
        for (Column desired : desiredTable.reported().columns()) {
            names.add(desired.name());
            Column before = found.get(desired.name());
            if (before == null && !unmodelled.hasColumn(actual, desired.name())) {
                added.add(add(table, desiredTable.asDesired(desired)));
            } else if (before != null) {
                Column numbered = numbering.asFound(table, desired, before);
                compare(actual, numbered, before, desiredTable.asDesired(desired), retyped);
            }
        }
        List<DropColumn> dropped = new ArrayList<>();
        for (Column before : actual.columns()) {
            if (!names.contains(before.name())) {
                dropped.add(drop(table, before));
            }
        }
        PossibleRenames.remarkColumns(added, dropped, rules::sameType, changes);
    }

    private AddColumn add(QualifiedName table, Column column) {
        AddColumn operation = new AddColumn(table, column);
        changes.add(Phase.ADD_COLUMNS, operation);
        if (!column.nullable()
                && column.defaultValue() == null
                && column.identity() == null
                && column.generated() == null) {
            boolean fills = rules.fillsRequiredColumns();
            changes.remark(
                    operation,
                    fills ? Hazard.Kind.CHANGES_VALUES : Hazard.Kind.MAY_FAIL,
                    "Column " + table + "." + column.name() + " is NOT NULL and has no default: "
                            + (fills
                                    ? "the rows that the table has get an empty text, 0 or whatever the database takes for its"
                                            + " type, or this fails."
                                    : "this fails when the table has rows.")
                            + " Give it a default, or add it nullable, fill it and then make it NOT NULL.");
        }
        return operation;
    }

    private DropColumn drop(QualifiedName table, Column column) {
        DropColumn operation = new DropColumn(table, column.name(), column);
        changes.add(Phase.DROP_COLUMNS, operation);
        changes.remark(operation);
        return operation;
    }

    private void compare(Table actual, Column desired, Column before, Column asDesired, RetypedColumns retyped) {
        QualifiedName table = actual.name();
        compareMakeUp(table, desired, before);
        if (sameComputation(desired, before)) {
            // What else is said of a column that is computed, not every database keeps.
            Column compared = desired.generated() == null ? desired : before.comment(desired.comment());
            alter(actual, compared, before, asDesired, retyped);
        } else {
            changes.notGenerated("Column " + table + "." + before.name() + " is to be computed "
                    + computation(asDesired) + ", but is computed " + computation(before)
                    + "; no operation is generated for that, write it by hand.");
        }
    }

    private void compareMakeUp(QualifiedName table, Column desired, Column before) {
        List<String> desiredTable = TableWords.of(desired);
        List<String> found = TableWords.of(before);
        if (!desiredTable.equals(found)) {
            changes.notMade(called(table, before), TableWords.joined(desiredTable), TableWords.joined(found));
        }
    }

    /** A column in sentences about what is made by no operation. */
    static String called(QualifiedName table, Column column) {
        return "column " + column.name() + " of " + table;
    }

    /** A column that is computed is so from the type that it has. */
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

    /** A default may mean the same in one type and not in another, as FALSE and 0 do. */
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

    private void alter(Table actual, Column desired, Column before, Column asDesired, RetypedColumns retyped) {
        QualifiedName table = actual.name();
        boolean numberingChanges = !Objects.equals(desired.identity(), before.identity());
        if (numberingChanges && !changesNumbering(before.identity(), desired.identity())) {
            leave(
                    table,
                    before,
                    "numbered by the database " + Numbering.of(desired.identity()) + ", but is numbered "
                            + Numbering.of(before.identity()),
                    "Write it by hand.");
            return;
        }
        boolean typeChanges = !sameType(desired, before);
        if (typeChanges && !rules.keepsMeaning(before.type(), asDesired.type())) {
            leave(
                    table,
                    before,
                    dialect.types().render(asDesired.type()) + ", but is "
                            + dialect.types().render(before.type())
                            + ", and the database has no conversion that leaves the values their meaning",
                    "By hand: add a column of the new type, fill it from this one with UPDATE and CASE, drop this one and rename"
                            + " the new one.");
            return;
        }
        List<ColumnChange> aspects = new ArrayList<>();
        if (typeChanges) {
            aspects.add(new ColumnChange.Type(asDesired.type()));
            if (rules.refusesTypeUnderForeignKey(before.type(), asDesired.type())) {
                retyped.add(table, before.name());
            }
        }
        if (numberingChanges) {
            aspects.add(new ColumnChange.Numbering(desired.identity()));
        }
        if (!sameCollation(desired, before, actual)) {
            aspects.add(new ColumnChange.Collation(asDesired.characterSet(), asDesired.collation()));
        }
        if (desired.nullable() != before.nullable()) {
            aspects.add(new ColumnChange.Nullability(desired.nullable()));
        }
        if (!sameDefault(desired, before, typeChanges)) {
            aspects.add(new ColumnChange.Default(asDesired.defaultValue()));
        }
        if (!sameOnUpdate(desired, before)) {
            aspects.add(new ColumnChange.OnUpdate(asDesired.onUpdate()));
        }
        if (rules.comments() && !Objects.equals(desired.comment(), before.comment())) {
            aspects.add(new ColumnChange.Comment(asDesired.comment()));
        }
        if (aspects.isEmpty()) {
            return;
        }
        AlterColumn operation = new AlterColumn(table, before.name(), aspects, before);
        Operation reverse = changes.add(Phase.ALTER, operation);
        if (typeChanges) {
            TypeChange change = new TypeChange(
                    dialect.types().canonical(before.type()), dialect.types().canonical(desired.type()));
            remarkType(operation, table + "." + before.name(), change);
            remarkType(reverse, table + "." + before.name(), change.reverse());
        }
        if (numberingChanges) {
            remarkNumbering(operation, table + "." + before.name(), before.identity(), desired.identity());
            remarkNumbering(reverse, table + "." + before.name(), desired.identity(), before.identity());
        }
        if (before.nullable() != desired.nullable()) {
            changes.remark(
                    desired.nullable() ? reverse : operation,
                    Hazard.Kind.MAY_FAIL,
                    "Column " + table + "." + before.name()
                            + " becomes NOT NULL: this fails when a row holds NULL there. Fill those rows before.");
        }
    }

    /** One that counts the other way would give numbers again that rows already have. */
    private boolean changesNumbering(@Nullable Identity before, @Nullable Identity desired) {
        return before != null
                && desired != null
                && Long.signum(before.increment()) == Long.signum(desired.increment())
                && rules.changesNumbering(before, desired);
    }

    private void remarkNumbering(
            Operation operation, String column, @Nullable Identity before, @Nullable Identity after) {
        if (before != null && after != null) {
            new AutoIncrementRemarks(changes).remark(operation, "Column " + column, before.options(), after.options());
        }
    }

    /** Leaves a column to people, as a whole: half of a change may run and leave what neither side is. */
    private void leave(QualifiedName table, Column before, String difference, String advice) {
        left.add(table, before.name());
        changes.notGenerated("Column " + table + "." + before.name() + " is to be " + difference
                + "; no operation is generated for that, nor for anything else of the column and its checks. "
                + advice);
    }

    private void remarkType(Operation operation, String column, TypeChange change) {
        if (change.changesZone()) {
            changes.remark(
                    operation,
                    Hazard.Kind.CHANGES_VALUES,
                    "The values of column " + column + " are converted in " + rules.conversionZone()
                            + "; they are others when they were not stored in that zone.");
        }
        if (!change.holdsAll()) {
            changes.remark(
                    operation,
                    Hazard.Kind.LOSES_DATA,
                    "The new type of column " + column
                            + " does not hold every value of the old one: values may be cut or refused.");
        }
    }
}
