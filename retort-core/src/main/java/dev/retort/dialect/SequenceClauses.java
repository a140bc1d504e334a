package dev.retort.dialect;

import dev.retort.operation.AlterSequence;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.SequenceChange;
import dev.retort.schema.Column;
import dev.retort.schema.Identity;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How sequences and identity columns count, as statements say it. */
public class SequenceClauses {

    private final IdentifierRules names;
    private final SqlTypes types;

    public SequenceClauses(IdentifierRules names, SqlTypes types) {
        this.names = names;
        this.types = types;
    }

    /**
     * What gives a session the usual amount of numbers at once. The default is a single one.
     *
     * @param type the type of the numbers; null for the default
     */
    protected String usualCache(@Nullable SqlType type, SequenceOptions options) {
        return "NO CACHE";
    }

    /** Whether the usual amount of numbers has to be said of a new sequence. The default is no. */
    protected boolean saysUsualCache() {
        return false;
    }

    /**
     * Whether the usual amount of numbers has to be said again in a change of something else. The default is no.
     *
     * @param type the type of the numbers; null for the default
     * @param before how it counted; null when that is not known
     */
    protected boolean repeatsUsualCache(
            @Nullable SqlType type, @Nullable SequenceOptions before, SequenceOptions after) {
        return false;
    }

    /** What drops the least number that was said. */
    protected String noMin(SequenceOptions options) {
        return "NO MINVALUE";
    }

    /** What drops the greatest number that was said. */
    protected String noMax(SequenceOptions options) {
        return "NO MAXVALUE";
    }

    /** What ends a sequence at its end. */
    protected String noCycle() {
        return "NO CYCLE";
    }

    /** What follows the name in CREATE SEQUENCE, with a space before. */
    public final String made(Sequence sequence) {
        List<String> clauses = new ArrayList<>();
        if (sequence.type() != null) {
            clauses.add(type(sequence.type()));
        }
        clauses.addAll(made(sequence.options()));
        if (sequence.options().cache() == null && saysUsualCache()) {
            clauses.add(usualCache(sequence.type(), sequence.options()));
        }
        if (sequence.owner() != null) {
            clauses.add(owner(sequence.owner()));
        }
        return " " + String.join(" ", clauses);
    }

    /** The options of an identity column, in parentheses with a space before; none where it counts from 1 up. */
    final String made(Identity identity) {
        boolean plain = identity.options().equals(SequenceOptions.of(1, 1));
        return plain ? "" : " (" + String.join(" ", made(identity.options())) + ")";
    }

    private static List<String> made(SequenceOptions options) {
        List<String> clauses = new ArrayList<>();
        clauses.add(start(options));
        min(options).ifPresent(clauses::add);
        max(options).ifPresent(clauses::add);
        clauses.add(increment(options));
        cache(options).ifPresent(clauses::add);
        if (options.cycle()) {
            clauses.add("CYCLE");
        }
        return clauses;
    }

    /** What follows the name in ALTER SEQUENCE, with a space before. */
    final String changed(AlterSequence operation) {
        Sequence before = operation.was() == null ? usual(operation) : operation.was();
        Sequence after = operation.appliedTo(before);
        List<String> clauses = new ArrayList<>();
        operation
                .change(SequenceChange.Type.class)
                .ifPresent(change ->
                        clauses.add(type(change.to() == null ? StandardType.of(TypeKind.BIGINT) : change.to())));
        boolean repeatsCache =
                repeatsUsualCache(after.type(), operation.was() == null ? null : before.options(), after.options());
        clauses.addAll(changed(operation.changes(), before.options(), after.options(), after.type(), repeatsCache));
        operation.change(SequenceChange.Owner.class).ifPresent(change -> clauses.add(owner(change.to())));
        return " " + String.join(" ", clauses);
    }

    /** A sequence that counts from where it usually begins, in the steps that are said. */
    private static Sequence usual(AlterSequence operation) {
        long step = operation
                .change(SequenceChange.Increment.class)
                .map(SequenceChange.Increment::to)
                .orElse(1L);
        return Sequence.of(operation.name(), step > 0 ? 1 : -1, step);
    }

    /** Whether a change leaves an identity column as it is. */
    final boolean isSame(ColumnChange change, @Nullable Column before) {
        return change instanceof ColumnChange.Identity identity
                && identity.to() != null
                && before != null
                && before.identity() != null
                && changed(before.identity(), identity.to(), before.type()).isEmpty();
    }

    /**
     * What follows the column's name in ALTER COLUMN, with a space before.
     *
     * @param type the type of the column
     */
    public final String changed(Identity before, Identity after, SqlType type) {
        String generated = before.always() == after.always() ? "" : " SET " + generated(after);
        return generated
                + changed(before.options(), after.options(), type).stream()
                        .map(clause -> " SET " + clause)
                        .collect(Collectors.joining());
    }

    /**
     * What leads from one way to count to another, an option each.
     *
     * @param type the type of the numbers
     */
    public final List<String> changed(SequenceOptions before, SequenceOptions after, SqlType type) {
        List<SequenceChange> changes = SequenceChange.between(before, after);
        return changed(changes, before, after, type, repeatsUsualCache(type, before, after));
    }

    private List<String> changed(
            List<SequenceChange> changes,
            SequenceOptions before,
            SequenceOptions after,
            @Nullable SqlType type,
            boolean repeatsCache) {
        // One that is to count the other way keeps its bounds: the defaults lie on the other side of its numbers.
        boolean sameWay = Long.signum(before.increment()) == Long.signum(after.increment());
        List<String> clauses = new ArrayList<>();
        if (says(changes, SequenceChange.Start.class)) {
            clauses.add(start(after));
        }
        if (says(changes, SequenceChange.Min.class) || (sameWay && !Objects.equals(before.least(), after.least()))) {
            clauses.add(min(after).orElseGet(() -> noMin(after)));
        }
        if (says(changes, SequenceChange.Max.class)
                || (sameWay && !Objects.equals(before.greatest(), after.greatest()))) {
            clauses.add(max(after).orElseGet(() -> noMax(after)));
        }
        if (says(changes, SequenceChange.Increment.class)) {
            clauses.add(increment(after));
        }
        if (says(changes, SequenceChange.Cache.class) || (repeatsCache && after.cache() == null)) {
            clauses.add(cache(after).orElseGet(() -> usualCache(type, after)));
        }
        if (says(changes, SequenceChange.Cycle.class)) {
            clauses.add(after.cycle() ? "CYCLE" : noCycle());
        }
        return clauses;
    }

    private static boolean says(List<SequenceChange> changes, Class<? extends SequenceChange> kind) {
        return changes.stream().anyMatch(kind::isInstance);
    }

    static String generated(Identity identity) {
        return "GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT");
    }

    private String type(SqlType type) {
        return "AS " + types.render(type);
    }

    private String owner(Sequence.@Nullable Owner owner) {
        return "OWNED BY " + (owner == null ? "NONE" : names.write(owner.table()) + "." + names.write(owner.column()));
    }

    private static String start(SequenceOptions options) {
        return "START WITH " + options.start();
    }

    private static String increment(SequenceOptions options) {
        return "INCREMENT BY " + options.increment();
    }

    /** Most databases count from 1 up unless they are told that there are numbers before; empty where they need not be told. */
    private static Optional<String> min(SequenceOptions options) {
        Long least = options.least();
        return least == null || (options.min() == null && least == 1)
                ? Optional.empty()
                : Optional.of("MINVALUE " + least);
    }

    /** The same of numbers down from -1. */
    private static Optional<String> max(SequenceOptions options) {
        Long greatest = options.greatest();
        return greatest == null || (options.max() == null && greatest == -1)
                ? Optional.empty()
                : Optional.of("MAXVALUE " + greatest);
    }

    private static Optional<String> cache(SequenceOptions options) {
        return Optional.ofNullable(options.cache()).map(numbers -> "CACHE " + numbers);
    }
}
