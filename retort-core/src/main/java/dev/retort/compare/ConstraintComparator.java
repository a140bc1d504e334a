package dev.retort.compare;

import dev.retort.dialect.Dialect;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.ConstraintWords;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.Operation;
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

/** Compares the keys, unique constraints, exclusion constraints and checks of a table that is on both sides. */
final class ConstraintComparator {

    /**
     * A foreign key that is on both sides.
     *
     * @param table the desired table that has it
     * @param wish the key as it is wished for
     * @param found the key as the database has it, with its name
     */
    private record StayingKey(WishedTable table, ForeignKey wish, ForeignKey found) {}

    private final Dialect dialect;
    private final NamedConstraints names;
    private final PutAside aside;
    private final Changes changes;
    private final LeftColumns left;
    private final ExistingRows rows;
    private final List<StayingKey> staying = new ArrayList<>();

    ConstraintComparator(Dialect dialect, NamedConstraints names, PutAside aside, Changes changes, LeftColumns left) {
        this.dialect = dialect;
        this.names = names;
        this.aside = aside;
        this.changes = changes;
        this.left = left;
        this.rows = new ExistingRows(changes);
    }

    /**
     * Compares.
     *
     * @param numbers what must stay for columns that count by themselves
     * @return the foreign keys that the table has and keeps
     */
    List<ForeignKey> compare(WishedTable desired, Table actual, CountingColumns numbers) {
        comparePrimaryKey(desired, actual, numbers);
        BiPredicate<UniqueConstraint, UniqueConstraint> sameUnique =
                (wish, found) -> wish.named(found.name()).equals(found);
        BiPredicate<UniqueConstraint, UniqueConstraint> sameColumns =
                (wish, found) -> wish.columns().equals(found.columns());
        BiPredicate<CheckConstraint, CheckConstraint> sameCheck = this::sameCheck;
        ConstraintMatch<UniqueConstraint> uniques = ConstraintMatch.of(
                desired.reported().uniqueConstraints(), actual.uniqueConstraints(), desired::namedByWish, sameUnique);
        ConstraintMatch<CheckConstraint> checks =
                ConstraintMatch.of(desired.reported().checks(), actual.checks(), desired::namedByWish, sameCheck);
        BiPredicate<ExclusionConstraint, ExclusionConstraint> sameExclusion =
                (wish, found) -> sameExclusion(wish, found, new IndexedParts(dialect.comparison(), actual.columns()));
        ConstraintMatch<ExclusionConstraint> exclusions = ConstraintMatch.of(
                desired.reported().exclusionConstraints(),
                actual.exclusionConstraints(),
                desired::namedByWish,
                sameExclusion);
        ConstraintMatch<ForeignKey> keys = ConstraintMatch.of(
                desired.reported().foreignKeys(),
                actual.foreignKeys(),
                desired::namedByWish,
                ConstraintComparator::sameForeignKey);
        apply(uniques.without(unique -> numbers.keep(actual, unique)), desired, actual, sameColumns);
        apply(exclusions, desired, actual, sameExclusion);
        apply(
                withoutWider(checks.without(check -> left.concern(actual.name(), check)), actual),
                desired,
                actual,
                sameCheck);
        apply(withoutLeft(keys, desired, numbers), desired, actual, ConstraintComparator::sameReference);
        keys.onBoth().forEach((wish, found) -> {
            if (found.name() != null) {
                staying.add(new StayingKey(desired, wish, found));
            }
        });
        return List.copyOf(keys.onBoth().values());
    }

    /** Takes the foreign keys that stay off before what changes under them, and puts them back after it. */
    void hold(HeldForeignKeys held, RetypedColumns retyped) {
        for (StayingKey key : staying) {
            QualifiedName table = key.table().reported().name();
            boolean always = retyped.concern(table, key.found());
            boolean up = always || held.duringUpgrade(table, key.found());
            boolean down = always || held.duringDowngrade(table, key.found());
            changes.add(Phase.DROP_FOREIGN_KEYS, dropped(table, key.found()), up, down);
            changes.add(Phase.ADD_FOREIGN_KEYS, added(key.table(), key.wish()), up, down);
        }
    }

    private void comparePrimaryKey(WishedTable desired, Table actual, CountingColumns numbers) {
        PrimaryKey wish = desired.reported().primaryKey();
        PrimaryKey found = actual.primaryKey();
        if (aside.hasPrimaryKey(actual)
                || samePrimaryKey(desired, wish, found)
                || (found != null && numbers.keep(actual, found))) {
            return;
        }
        List<PrimaryKey> coming = wish == null ? List.of() : List.of(wish);
        List<PrimaryKey> going = found == null ? List.of() : List.of(found);
        BiPredicate<PrimaryKey, PrimaryKey> asWide =
                (one, other) -> one.columns().containsAll(other.columns());
        going.forEach(key ->
                drop(actual.name(), key).ifPresent(back -> rows.remark(back, key, desired.reported(), coming, asWide)));
        coming.forEach(key -> rows.remark(add(desired, key), key, actual, going, asWide));
    }

    private static boolean samePrimaryKey(WishedTable desired, @Nullable PrimaryKey wish, @Nullable PrimaryKey found) {
        if (wish == null || found == null) {
            return Objects.equals(wish, found);
        }
        boolean nameMatters = desired.namedByWish(wish) && found.name() != null;
        return wish.named(found.name()).equals(found) && (!nameMatters || Objects.equals(wish.name(), found.name()));
    }

    /** A foreign key does not come before the columns on both its ends are what it needs. */
    private ConstraintMatch<ForeignKey> withoutLeft(
            ConstraintMatch<ForeignKey> keys, WishedTable desired, CountingColumns numbers) {
        QualifiedName table = desired.reported().name();
        List<ForeignKey> waiting = keys.added().stream()
                .filter(key -> left.concern(table, key) || numbers.lack(key))
                .toList();
        waiting.forEach(key -> changes.notGenerated("Table " + table + " lacks " + ConstraintWords.inFull(key)
                + "; no operation is generated for that while what it needs is left to be done by hand."));
        return keys.without(waiting::contains);
    }

    /** A check that stays for want of a name goes on refusing what a wider one beside it would allow. */
    private ConstraintMatch<CheckConstraint> withoutWider(ConstraintMatch<CheckConstraint> checks, Table actual) {
        LeftColumns kept = new LeftColumns();
        for (Column column : actual.columns()) {
            if (checks.dropped().stream()
                    .anyMatch(check -> check.name() == null && LeftColumns.speaksOf(check, column.name()))) {
                kept.add(actual.name(), column.name());
            }
        }
        List<CheckConstraint> wider = checks.added().stream()
                .filter(check -> kept.concern(actual.name(), check))
                .toList();
        wider.forEach(check -> changes.notGenerated("Table " + actual.name() + " lacks "
                + ConstraintWords.inFull(check) + "; no operation is generated for that while a check without a name on"
                + " the same column stays and refuses what this one allows. Make the table anew by hand."));
        return checks.without(wider::contains);
    }

    private boolean sameCheck(CheckConstraint wish, CheckConstraint found) {
        return wish.named(found.name()).expression(found.expression()).equals(found)
                && dialect.comparison().sameExpression(wish.expression(), found.expression());
    }

    private static boolean sameExclusion(ExclusionConstraint wish, ExclusionConstraint found, IndexedParts parts) {
        return wish.named(found.name())
                        .elements(found.elements())
                        .where(found.where())
                        .equals(found)
                && operators(wish).equals(operators(found))
                && parts.same(wish.parts(), found.parts())
                && parts.sameCondition(wish.where(), found.where());
    }

    private static List<String> operators(ExclusionConstraint exclusion) {
        return exclusion.elements().stream()
                .map(ExclusionConstraint.Element::operator)
                .toList();
    }

    private static boolean sameReference(ForeignKey wish, ForeignKey found) {
        return wish.columns().equals(found.columns())
                && wish.referredTable().equals(found.referredTable())
                && wish.referredColumns().equals(found.referredColumns());
    }

    private static boolean sameForeignKey(ForeignKey wish, ForeignKey found) {
        return wish.named(found.name()).equals(found);
    }

    private <C extends Constraint> void apply(
            ConstraintMatch<C> match, WishedTable desired, Table actual, BiPredicate<C, C> same) {
        match.dropped()
                .forEach(constraint -> drop(actual.name(), constraint)
                        .ifPresent(back -> rows.remark(back, constraint, desired.reported(), match.added(), same)));
        match.added()
                .forEach(
                        constraint -> rows.remark(add(desired, constraint), constraint, actual, match.dropped(), same));
    }

    /** What takes it back, on the way down. */
    private Optional<Operation> drop(QualifiedName table, Constraint constraint) {
        if (constraint.name() == null && !(constraint instanceof PrimaryKey)) {
            changes.notGenerated("Table " + table + " has a constraint without a name that nobody wishes for, and it"
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

    private Operation add(WishedTable desired, Constraint constraint) {
        Operation operation = added(desired, constraint);
        changes.add(constraint instanceof ForeignKey ? Phase.ADD_FOREIGN_KEYS : Phase.ADD_CONSTRAINTS, operation);
        return operation;
    }

    private Operation added(WishedTable desired, Constraint constraint) {
        QualifiedName table = desired.reported().name();
        return new AddConstraint(table, names.named(desired.reported(), desired.worded(constraint)));
    }
}
