package dev.retort.dialect.mariadb;

import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.SequenceClauses;
import dev.retort.dialect.SqlTypes;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import org.jspecify.annotations.Nullable;

/** Clauses of sequences: https://mariadb.com/kb/en/create-sequence/ */
final class MariadbSequences extends SequenceClauses {

    /** The bounds are one nearer to zero than those of a bigint. */
    private static final long LEAST = Long.MIN_VALUE + 1;

    private static final long GREATEST = Long.MAX_VALUE - 1;

    MariadbSequences(IdentifierRules names, SqlTypes types) {
        super(names, types);
    }

    /** As Hibernate creates them: with a cache, the server would skip its numbers at each restart. */
    @Override
    protected boolean saysUsualCache() {
        return true;
    }

    @Override
    protected String usualCache(@Nullable SqlType type, SequenceOptions options) {
        return "NOCACHE";
    }

    /** To the server, NO MINVALUE means 1 and NO MAXVALUE the maximum, whatever the direction. */
    @Override
    protected String noMin(SequenceOptions options) {
        return options.increment() > 0 ? super.noMin(options) : "MINVALUE " + LEAST;
    }

    @Override
    protected String noMax(SequenceOptions options) {
        return options.increment() > 0 ? super.noMax(options) : "MAXVALUE -1";
    }

    @Override
    protected String noCycle() {
        return "NOCYCLE";
    }

    /** The options of a sequence without the defaults. */
    static SequenceOptions reported(SequenceOptions options) {
        return options.withoutUsual(LEAST, GREATEST, 0);
    }
}
