package dev.retort.dialect.hsqldb;

import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.SequenceClauses;
import dev.retort.dialect.SqlTypes;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import org.jspecify.annotations.Nullable;

/**
 * Clauses of sequences and identity columns. HSQLDB counts from 0 and down to the minimum of the type unless it is told otherwise, and
 * caches no numbers: https://hsqldb.org/doc/2.0/guide/databaseobjects-chapt.html#dbc_sequence_creation
 */
final class HsqldbSequences extends SequenceClauses {

    HsqldbSequences(IdentifierRules names, SqlTypes types) {
        super(names, types);
    }

    /** The options as statements have to say them: only where a sequence begins anew does the bound behind it matter. */
    static SequenceOptions said(SequenceOptions options) {
        SequenceOptions uncached = options.cache(null);
        return options.cycle() ? uncached.between(options.least(), options.greatest()) : uncached;
    }

    /**
     * The options of a sequence without the defaults.
     *
     * @param type the type of its numbers; null for the default
     */
    static SequenceOptions reported(SequenceOptions options, @Nullable SqlType type) {
        long least = least(type);
        long greatest = greatest(type);
        boolean up = options.increment() > 0;
        boolean behindUp = !options.cycle() && up && isBound(options.min(), least);
        boolean behindDown = !options.cycle() && !up && isBound(options.max(), greatest);
        return options.cache(null)
                .between(behindUp ? null : options.min(), behindDown ? null : options.max())
                .withoutUsual(least, greatest, 0);
    }

    private static boolean isBound(@Nullable Long number, long bound) {
        return number != null && number == bound;
    }

    @Override
    protected String noMin(SequenceOptions options) {
        return options.cycle() && options.least() != null ? "MINVALUE " + options.least() : super.noMin(options);
    }

    @Override
    protected String noMax(SequenceOptions options) {
        return options.cycle() && options.greatest() != null ? "MAXVALUE " + options.greatest() : super.noMax(options);
    }

    private static long greatest(@Nullable SqlType type) {
        if (!(type instanceof StandardType number)) {
            return Long.MAX_VALUE;
        }
        return switch (number.kind()) {
            case TINYINT -> Byte.MAX_VALUE;
            case SMALLINT -> Short.MAX_VALUE;
            case INTEGER -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }

    private static long least(@Nullable SqlType type) {
        return -greatest(type) - 1;
    }
}
