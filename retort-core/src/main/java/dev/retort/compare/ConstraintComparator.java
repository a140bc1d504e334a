package dev.retort.compare;

import dev.retort.dialect.Dialect;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.ConstraintWords;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.Operation;
import dev.retort.operation.SchemaChange;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Compares the constraints of a table that is in both schemas. */
final class ConstraintComparator {

    /**
     * A foreign key that is in both schemas.
     *
     * @param table its desired table
     * @param desired the foreign key as desired
     * @param found the foreign key as the database has it, with its name
     */
    private record KeptForeignKey(DesiredTable table, ForeignKey desired, ForeignKey found) {}

    private final Dialect dialect;
    private final NamedConstraints names;
    private final UnmodelledParts unmodelled;
    private final Changes changes;
    private final NotGeneratedColumns left;
    private final ExistingRows rows;
    private final List<KeptForeignKey> kept = new ArrayList<>();

    ConstraintComparator(
            Dialect dialect,
            NamedConstraints names,
            UnmodelledParts unmodelled,
            Changes changes,
            NotGeneratedColumns left) {
        this.dialect = dialect;
        this.names = names;
        this.unmodelled = unmodelled;
        this.changes = changes;
        this.left = left;
        this.rows = new ExistingRows(changes);
    }

    /**
     * Compares constraints.
     *
     * @param autoIncrement the keys that must be kept for AUTO_INCREMENT columns
     * @return the foreign keys that the table has and keeps
     */
    List<ForeignKey> compare(DesiredTable desiredTable, Table actual, AutoIncrementColumns autoIncrement) {
        comparePrimaryKey(desiredTable, actual, autoIncrement);
        BiPredicate<UniqueConstraint, UniqueConstraint> sameUnique =
                (desired, found) -> desired.named(found.name()).equals(found);
        BiPredicate<UniqueConstraint, UniqueConstraint> sameColumns =
                (desired, found) -> desired.columns().equals(found.columns());
        BiPredicate<CheckConstraint, CheckConstraint> sameCheck = this::sameCheck;
        ConstraintMatch<UniqueConstraint> uniques = ConstraintMatch.of(
                desiredTable.reported().uniqueConstraints(),
                actual.uniqueConstraints(),
                desiredTable::isNameDesired,
                sameUnique);
        ConstraintMatch<CheckConstraint> checks = ConstraintMatch.of(
                desiredTable.reported().checks(), actual.checks(), desiredTable::isNameDesired, sameCheck);
        BiPredicate<ExclusionConstraint, ExclusionConstraint> sameExclusion = (desired, found) ->
                sameExclusion(desired, found, new IndexedParts(dialect.comparison(), actual.columns()));
        ConstraintMatch<ExclusionConstraint> exclusions = ConstraintMatch.of(
                desiredTable.reported().exclusionConstraints(),
                actual.exclusionConstraints(),
                desiredTable::isNameDesired,
                sameExclusion);
        ConstraintMatch<ForeignKey> keys = ConstraintMatch.of(
                desiredTable.reported().foreignKeys(),
                actual.foreignKeys(),
                desiredTable::isNameDesired,
                ConstraintComparator::sameForeignKey);
        apply(uniques.without(unique -> autoIncrement.keeps(actual, unique)), desiredTable, actual, sameColumns);
        apply(exclusions, desiredTable, actual, sameExclusion);
        apply(
                withoutWider(checks.without(check -> left.affects(actual.name(), check)), actual),
                desiredTable,
                actual,
                sameCheck);
        apply(
                withoutLeft(keys, desiredTable, autoIncrement),
                desiredTable,
                actual,
                ConstraintComparator::sameReference);
        keys.onBoth().forEach((desired, found) -> {
            if (found.name() != null) {
                kept.add(new KeptForeignKey(desiredTable, desired, found));
            }
        });
        return List.copyOf(keys.onBoth().values());
    }

    /** The kept foreign keys that must be re-created in either direction. */
    List<SchemaChange.Added> recreated(RecreatedForeignKeys held, RetypedColumns retyped) {
        List<SchemaChange.Added> recreated = new ArrayList<>();
        for (KeptForeignKey key : kept) {
            QualifiedName table = key.table().reported().name();
            if (retyped.affects(table, key.found())
                    || held.duringUpgrade(table, key.found())
                    || held.duringDowngrade(table, key.found())) {
                recreated.add(new SchemaChange.Added(table, key.found()));
            }
        }
        return recreated;
    }

    /** Drops the kept foreign keys before changes that the database rejects while they exist, and re-creates them afterwards. */
    void hold(RecreatedForeignKeys held, RetypedColumns retyped) {
        for (KeptForeignKey key : kept) {
            QualifiedName table = key.table().reported().name();
            boolean always = retyped.affects(table, key.found());
            boolean up = always || held.duringUpgrade(table, key.found());
            boolean down = always || held.duringDowngrade(table, key.found());
            changes.add(Phase.DROP_FOREIGN_KEYS, dropped(table, key.found()), up, down);
            changes.add(Phase.ADD_FOREIGN_KEYS, added(key.table(), key.desired(), List.of(key.found())), up, down);
        }
    }

    private void comparePrimaryKey(DesiredTable desiredTable, Table actual, AutoIncrementColumns autoIncrement) {
        PrimaryKey desired = desiredTable.reported().primaryKey();
        PrimaryKey found = actual.primaryKey();
        if (unmodelled.hasPrimaryKey(actual)
                || samePrimaryKey(desiredTable, desired, found)
                || (found != null && autoIncrement.keeps(actual, found))) {
            return;
        }
        List<PrimaryKey> added = desired == null ? List.of() : List.of(desired);
        List<PrimaryKey> dropped = found == null ? List.of() : List.of(found);
        BiPredicate<PrimaryKey, PrimaryKey> asWide =
                (one, other) -> one.columns().containsAll(other.columns());
        dropped.forEach(key -> drop(actual.name(), key)
                .ifPresent(back -> rows.addHazard(back, key, desiredTable.reported(), added, asWide)));
        added.forEach(key -> rows.addHazard(add(desiredTable, key, dropped), key, actual, dropped, asWide));
    }

    private static boolean samePrimaryKey(
            DesiredTable desiredTable, @Nullable PrimaryKey desired, @Nullable PrimaryKey found) {
        if (desired == null || found == null) {
            return Objects.equals(desired, found);
        }
        boolean nameMatters = desiredTable.isNameDesired(desired) && found.name() != null;
        return desired.named(found.name()).equals(found)
                && (!nameMatters || Objects.equals(desired.name(), found.name()));
    }

    /** A foreign key is not added before the columns on both its ends are as desired. */
    private ConstraintMatch<ForeignKey> withoutLeft(
            ConstraintMatch<ForeignKey> keys, DesiredTable desiredTable, AutoIncrementColumns autoIncrement) {
        QualifiedName table = desiredTable.reported().name();
        List<ForeignKey> waiting = keys.added().stream()
                .filter(key -> left.affects(table, key) || autoIncrement.lacksReferredKey(key))
                .toList();
        waiting.forEach(key -> changes.notGenerated("Table " + table + " lacks " + ConstraintWords.inFull(key)
                + "; no operation is generated for that while a change that it needs has to be made by hand."));
        return keys.without(waiting::contains);
    }

    /** A check that cannot be dropped, for lack of a name, would still reject what a wider one beside it allows. */
    private ConstraintMatch<CheckConstraint> withoutWider(ConstraintMatch<CheckConstraint> checks, Table actual) {
        NotGeneratedColumns kept = new NotGeneratedColumns();
        for (Column column : actual.columns()) {
            if (checks.dropped().stream()
                    .anyMatch(check -> check.name() == null && NotGeneratedColumns.speaksOf(check, column.name()))) {
                kept.add(actual.name(), column.name());
            }
        }
        List<CheckConstraint> wider = checks.added().stream()
                .filter(check -> kept.affects(actual.name(), check))
                .toList();
        wider.forEach(check -> changes.notGenerated("Table " + actual.name() + " lacks "
                + ConstraintWords.inFull(check) + "; no operation is generated for that while a check without a name on"
                + " the same column stays and rejects what this one allows. Rebuild the table by hand."));
        return checks.without(wider::contains);
    }

    private boolean sameCheck(CheckConstraint desired, CheckConstraint found) {
        return desired.named(found.name()).expression(found.expression()).equals(found)
                && dialect.comparison().sameExpression(desired.expression(), found.expression());
    }

    private static boolean sameExclusion(ExclusionConstraint desired, ExclusionConstraint found, IndexedParts parts) {
        return desired.named(found.name())
                        .elements(found.elements())
                        .where(found.where())
                        .equals(found)
                && operators(desired).equals(operators(found))
                && parts.same(desired.parts(), found.parts())
                && parts.sameCondition(desired.where(), found.where());
    }

    private static List<String> operators(ExclusionConstraint exclusion) {
        return exclusion.elements().stream()
                .map(ExclusionConstraint.Element::operator)
                .toList();
    }

    private static boolean sameReference(ForeignKey desired, ForeignKey found) {
        return desired.columns().equals(found.columns())
                && desired.referredTable().equals(found.referredTable())
                && desired.referredColumns().equals(found.referredColumns());
    }

    private static boolean sameForeignKey(ForeignKey desired, ForeignKey found) {
        return desired.named(found.name()).equals(found);
    }

    private <C extends Constraint> void apply(
            ConstraintMatch<C> match, DesiredTable desiredTable, Table actual, BiPredicate<C, C> same) {
        match.dropped()
                .forEach(constraint -> drop(actual.name(), constraint)
                        .ifPresent(back ->
                                rows.addHazard(back, constraint, desiredTable.reported(), match.added(), same)));
        match.added()
                .forEach(constraint -> rows.addHazard(
                        add(desiredTable, constraint, match.dropped()), constraint, actual, match.dropped(), same));
    }

    /** Drops a constraint; returns the operation with which the downgrade adds it again. */
    private Optional<Operation> drop(QualifiedName table, Constraint constraint) {
        if (constraint.name() == null && !(constraint instanceof PrimaryKey)) {
            changes.notGenerated("Table " + table + " has a constraint without a name that is not desired, and it"
                    + " cannot be dropped by name: " + ConstraintWords.inFull(constraint) + ".");
            return Optional.empty();
        }
        return Optional.of(changes.add(
                constraint instanceof ForeignKey ? Phase.DROP_FOREIGN_KEYS : Phase.DROP_CONSTRAINTS,
                dropped(table, constraint)));
    }

    private static Operation dropped(QualifiedName table, Constraint constraint) {
        return new DropConstraint(table, constraint.name(), constraint);
    }

    private Operation add(DesiredTable desiredTable, Constraint constraint, List<? extends Constraint> dropped) {
        Operation operation = added(desiredTable, constraint, dropped);
        changes.add(constraint instanceof ForeignKey ? Phase.ADD_FOREIGN_KEYS : Phase.ADD_CONSTRAINTS, operation);
        return operation;
    }

    private Operation added(DesiredTable desiredTable, Constraint constraint, List<? extends Constraint> dropped) {
        Table reported = desiredTable.reported();
        return new AddConstraint(reported.name(), names.named(reported, desiredTable.original(constraint), dropped));
    }
}
