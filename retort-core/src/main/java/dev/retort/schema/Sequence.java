package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/**
 * A sequence, created with {@link #of}. The methods that take what they are named after return a changed copy.
 *
 * @param name the name
 * @param type the type of its numbers; null for the default, bigint
 * @param options start, increment, bounds, cache and cycle
 * @param owner the column that owns it, as with {@code bigserial}, and with which it is dropped; null for none
 */
public record Sequence(
        QualifiedName name,
        @Nullable SqlType type,
        SequenceOptions options,
        @Nullable Owner owner) implements SchemaObject {

    private static final SqlType USUAL_TYPE = StandardType.of(TypeKind.BIGINT);

    public Sequence {
        type = unlessUsual(type);
    }

    /** A type of numbers; null for the default one. */
    public static @Nullable SqlType unlessUsual(@Nullable SqlType type) {
        return USUAL_TYPE.equals(type) ? null : type;
    }

    /**
     * A column that owns a sequence.
     *
     * @param table the table
     * @param column the column's name
     */
    public record Owner(QualifiedName table, String column) {}

    @Override
    public Kind kind() {
        return Kind.SEQUENCE;
    }

    /** A sequence that no column owns. */
    public static Sequence of(QualifiedName name, long start, long increment) {
        return new Sequence(name, null, SequenceOptions.of(start, increment), null);
    }

    public Sequence named(QualifiedName other) {
        return new Sequence(other, type, options, owner);
    }

    public Sequence typed(@Nullable SqlType other) {
        return new Sequence(name, other, options, owner);
    }

    public Sequence options(SequenceOptions others) {
        return new Sequence(name, type, others, owner);
    }

    /** With a start. */
    public Sequence startWith(long number) {
        return options(options.counting(number, options.increment()));
    }

    /** With an increment. */
    public Sequence incrementBy(long distance) {
        return options(options.counting(options.start(), distance));
    }

    /** With a minimum. */
    public Sequence min(long least) {
        return options(options.between(least, options.max()));
    }

    /** With a maximum. */
    public Sequence max(long greatest) {
        return options(options.between(options.min(), greatest));
    }

    /** With the number of values that a session caches. */
    public Sequence cache(long numbers) {
        return options(options.cache(numbers));
    }

    /** Starting again at its end. */
    public Sequence cycle() {
        return options(options.cycle(true));
    }

    /** Owned by a column of a table, whose name may have a schema. */
    public Sequence ownedBy(String table, String column) {
        return ownedBy(QualifiedName.parse(table), column);
    }

    public Sequence ownedBy(QualifiedName table, String column) {
        return ownedBy(new Owner(table, column));
    }

    public Sequence ownedBy(@Nullable Owner other) {
        return new Sequence(name, type, options, other);
    }

    /** The first number. */
    public long start() {
        return options.start();
    }

    /** The increment. */
    public long increment() {
        return options.increment();
    }
}
