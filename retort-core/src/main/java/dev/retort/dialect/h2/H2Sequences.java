package dev.retort.dialect.h2;

import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.SequenceClauses;
import dev.retort.dialect.SqlTypes;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Clauses of sequences and identity columns: https://h2database.com/html/grammar.html#sequence_option */
final class H2Sequences extends SequenceClauses {

    private static final long USUAL_CACHE = 32;

    /** The decimals with fewer digits are smaller than a bigint. */
    private static final int DIGITS = 19;

    H2Sequences(IdentifierRules names, SqlTypes types) {
        super(names, types);
    }

    /** The default number, or all numbers if there are fewer; a single one where H2 refuses any other cache. */
    @Override
    protected String usualCache(@Nullable SqlType type, SequenceOptions options) {
        return miscounts(type, options) ? "NO CACHE" : "CACHE " + cache(type, options);
    }

    /** H2 makes the cache smaller together with the bounds, but not greater, and later refuses a cache that it has miscounted itself. */
    @Override
    protected boolean repeatsUsualCache(
            @Nullable SqlType type, @Nullable SequenceOptions before, SequenceOptions after) {
        if (before == null) {
            return after.increment() < 0;
        }
        return miscounts(type, before) || miscounts(type, after) || cache(type, before) != cache(type, after);
    }

    /**
     * The options of a sequence without the defaults.
     *
     * @param type the type of its numbers; null for the default
     */
    static SequenceOptions reported(SequenceOptions options, @Nullable SqlType type) {
        SequenceOptions counted = miscounts(type, options) ? options.cache(null) : options;
        return counted.withoutUsual(least(type), greatest(type), cache(type, options));
    }

    private static long cache(@Nullable SqlType type, SequenceOptions options) {
        BigInteger numbers = range(type, options)
                .divide(BigInteger.valueOf(options.increment()).abs())
                .add(BigInteger.ONE);
        return numbers.min(BigInteger.valueOf(USUAL_CACHE)).longValue();
    }

    /** With increment -1 through more numbers than a long can count, the number of values becomes negative, and is reported so. */
    private static boolean miscounts(@Nullable SqlType type, SequenceOptions options) {
        return options.increment() == -1 && range(type, options).compareTo(BigInteger.valueOf(Long.MAX_VALUE)) >= 0;
    }

    private static BigInteger range(@Nullable SqlType type, SequenceOptions options) {
        Long least = options.least();
        Long greatest = options.greatest();
        return BigInteger.valueOf(greatest == null ? greatest(type) : greatest)
                .subtract(BigInteger.valueOf(least == null ? least(type) : least));
    }

    private static long greatest(@Nullable SqlType type) {
        if (!(type instanceof StandardType number)) {
            return Long.MAX_VALUE;
        }
        return switch (number.kind()) {
            case TINYINT -> Byte.MAX_VALUE;
            case SMALLINT -> Short.MAX_VALUE;
            case INTEGER -> Integer.MAX_VALUE;
            case REAL -> 1L << 24;
            case DOUBLE -> 1L << 53;
            case DECIMAL -> greatestDecimal(number.length());
            default -> Long.MAX_VALUE;
        };
    }

    private static long greatestDecimal(@Nullable Integer digits) {
        return digits == null || digits >= DIGITS
                ? Long.MAX_VALUE
                : BigInteger.TEN.pow(digits).subtract(BigInteger.ONE).longValue();
    }

    private static long least(@Nullable SqlType type) {
        long greatest = greatest(type);
        boolean symmetric = type instanceof StandardType number
                && (number.kind() == TypeKind.REAL
                        || number.kind() == TypeKind.DOUBLE
                        || (number.kind() == TypeKind.DECIMAL && greatest < Long.MAX_VALUE));
        return symmetric ? -greatest : -greatest - 1;
    }
}
