package dev.retort.operation;

import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One aspect of a sequence that changes. Cases may be added. */
public sealed interface SequenceChange {

    Sequence appliedTo(Sequence sequence);

    /** The change that leads back to how a sequence was. */
    SequenceChange backTo(Sequence before);

    String describe();

    /** What leads from one sequence to another, whatever their names. */
    static List<SequenceChange> between(Sequence was, Sequence desired) {
        List<SequenceChange> changes = new ArrayList<>();
        if (!Objects.equals(was.type(), desired.type())) {
            changes.add(new Type(desired.type()));
        }
        changes.addAll(between(was.options(), desired.options()));
        if (!Objects.equals(was.owner(), desired.owner())) {
            changes.add(new Owner(desired.owner()));
        }
        return changes;
    }

    /** What leads from one way to count to another. */
    static List<SequenceChange> between(SequenceOptions was, SequenceOptions desired) {
        List<SequenceChange> changes = new ArrayList<>();
        if (was.start() != desired.start()) {
            changes.add(new Start(desired.start()));
        }
        if (was.increment() != desired.increment()) {
            changes.add(new Increment(desired.increment()));
        }
        if (!Objects.equals(was.min(), desired.min())) {
            changes.add(new Min(desired.min()));
        }
        if (!Objects.equals(was.max(), desired.max())) {
            changes.add(new Max(desired.max()));
        }
        if (!Objects.equals(was.cache(), desired.cache())) {
            changes.add(new Cache(desired.cache()));
        }
        if (was.cycle() != desired.cycle()) {
            changes.add(new Cycle(desired.cycle()));
        }
        return changes;
    }

    /** Another type of its numbers; null for the default. */
    record Type(@Nullable SqlType to) implements SequenceChange {

        public Type {
            to = Sequence.unlessUsual(to);
        }

        @Override
        public Sequence appliedTo(Sequence sequence) {
            return sequence.typed(to);
        }

        @Override
        public SequenceChange backTo(Sequence before) {
            return new Type(before.type());
        }

        @Override
        public String describe() {
            return "type";
        }
    }

    /** Another number that a restart begins with. The sequence itself continues from its current value. */
    record Start(long to) implements SequenceChange {

        @Override
        public Sequence appliedTo(Sequence sequence) {
            return sequence.startWith(to);
        }

        @Override
        public SequenceChange backTo(Sequence before) {
            return new Start(before.start());
        }

        @Override
        public String describe() {
            return "start";
        }
    }

    /** Another distance between numbers. */
    record Increment(long to) implements SequenceChange {

        @Override
        public Sequence appliedTo(Sequence sequence) {
            return sequence.incrementBy(to);
        }

        @Override
        public SequenceChange backTo(Sequence before) {
            return new Increment(before.increment());
        }

        @Override
        public String describe() {
            return "increment";
        }
    }

    /** Another least number; null for the default. */
    record Min(@Nullable Long to) implements SequenceChange {

        @Override
        public Sequence appliedTo(Sequence sequence) {
            SequenceOptions options = sequence.options();
            return sequence.options(options.between(to, options.max()));
        }

        @Override
        public SequenceChange backTo(Sequence before) {
            return new Min(before.options().min());
        }

        @Override
        public String describe() {
            return to == null ? "no min" : "min";
        }
    }

    /** Another greatest number; null for the default. */
    record Max(@Nullable Long to) implements SequenceChange {

        @Override
        public Sequence appliedTo(Sequence sequence) {
            SequenceOptions options = sequence.options();
            return sequence.options(options.between(options.min(), to));
        }

        @Override
        public SequenceChange backTo(Sequence before) {
            return new Max(before.options().max());
        }

        @Override
        public String describe() {
            return to == null ? "no max" : "max";
        }
    }

    /** Another amount of numbers that a session takes at once; null for the default. */
    record Cache(@Nullable Long to) implements SequenceChange {

        @Override
        public Sequence appliedTo(Sequence sequence) {
            return sequence.options(sequence.options().cache(to));
        }

        @Override
        public SequenceChange backTo(Sequence before) {
            return new Cache(before.options().cache());
        }

        @Override
        public String describe() {
            return to == null ? "default cache" : "cache";
        }
    }

    /** Whether it begins again at its end. */
    record Cycle(boolean to) implements SequenceChange {

        @Override
        public Sequence appliedTo(Sequence sequence) {
            return sequence.options(sequence.options().cycle(to));
        }

        @Override
        public SequenceChange backTo(Sequence before) {
            return new Cycle(before.options().cycle());
        }

        @Override
        public String describe() {
            return to ? "cycle" : "no cycle";
        }
    }

    /** Another column that it belongs to, or none. */
    record Owner(Sequence.@Nullable Owner to) implements SequenceChange {

        @Override
        public Sequence appliedTo(Sequence sequence) {
            return sequence.ownedBy(to);
        }

        @Override
        public SequenceChange backTo(Sequence before) {
            return new Owner(before.owner());
        }

        @Override
        public String describe() {
            return to == null ? "no owner" : "owner";
        }
    }
}
