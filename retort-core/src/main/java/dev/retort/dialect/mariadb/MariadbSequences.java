package dev.retort.dialect.mariadb;

import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.SequenceClauses;
import dev.retort.dialect.SqlTypes;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import org.jspecify.annotations.Nullable;

/** How sequences count: https://mariadb.com/kb/en/create-sequence/ */
final class MariadbSequences extends SequenceClauses {

    /** The least and the greatest number lie one nearer to zero than those of a bigint. */
    private static final long LEAST = Long.MIN_VALUE + 1;

    private static final long GREATEST = Long.MAX_VALUE - 1;

    MariadbSequences(IdentifierRules names, SqlTypes types) {
        super(names, types);
    }

    /** As Hibernate makes it: a cache of the server's would leave out as many numbers whenever the server stops. */
    @Override
    protected boolean saysUsualCache() {
        return true;
    }

    @Override
    protected String usualCache(@Nullable SqlType type, SequenceOptions options) {
        return "NOCACHE";
    }

    /** The server takes NO MINVALUE for 1 and NO MAXVALUE for the greatest number, whichever way a sequence counts. */
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

    /** How a sequence counts, without what it does where nothing is said. */
    static SequenceOptions reported(SequenceOptions options) {
        return options.withoutUsual(LEAST, GREATEST, 0);
    }
}
