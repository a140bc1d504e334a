package dev.retort.dialect.postgresql;

import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.SequenceClauses;
import dev.retort.dialect.SqlTypes;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import org.jspecify.annotations.Nullable;

/** How sequences and identity columns count: https://www.postgresql.org/docs/current/sql-createsequence.html */
final class PostgresqlSequences extends SequenceClauses {

    private static final long USUAL_CACHE = 1;

    PostgresqlSequences(IdentifierRules names, SqlTypes types) {
        super(names, types);
    }

    @Override
    protected String usualCache(@Nullable SqlType type, SequenceOptions options) {
        return "CACHE " + USUAL_CACHE;
    }

    /**
     * How a sequence counts, without what it would do by itself.
     *
     * @param type the type of its numbers, as it is called in short; null for the usual one
     */
    static SequenceOptions reported(SequenceOptions options, @Nullable SqlType type) {
        long most = greatest(type);
        return options.withoutUsual(-most - 1, most, USUAL_CACHE);
    }

    /** Whether the numbers of a type reach less far than those of another one. */
    static boolean isSmaller(SqlType type, SqlType other) {
        return greatest(type) < greatest(other);
    }

    private static long greatest(@Nullable SqlType type) {
        if (!(type instanceof StandardType number)) {
            return Long.MAX_VALUE;
        }
        return switch (number.kind()) {
            case SMALLINT -> Short.MAX_VALUE;
            case INTEGER -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }
}
