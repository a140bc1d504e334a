package dev.retort.dialect.postgresql;

import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Literals;
import dev.retort.dialect.SequenceClauses;
import dev.retort.dialect.SqlTypes;
import dev.retort.operation.AlterColumn;
import dev.retort.schema.Identity;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import org.jspecify.annotations.Nullable;

/** Clauses of sequences and identity columns: https://www.postgresql.org/docs/current/sql-createsequence.html */
final class PostgresqlSequences extends SequenceClauses {

    private static final long USUAL_CACHE = 1;

    PostgresqlSequences(IdentifierRules names, SqlTypes types) {
        super(names, types);
    }

    /**
     * The statement after which an identity column continues behind the numbers of rows, if they lie beyond its start and beyond what it has
     * counted.
     */
    static String pastRows(AlterColumn operation, Identity identity, IdentifierRules names, Literals literals) {
        boolean down = identity.increment() < 0;
        String last = (down ? "min(" : "max(") + names.write(operation.column()) + ")";
        String sequence = "pg_get_serial_sequence(" + literals.text(names.write(operation.table())) + ", "
                + literals.text(operation.column()) + ")";
        return "SELECT setval(" + sequence + ", " + last + ") FROM " + names.write(operation.table()) + " HAVING "
                + last
                + (down ? " <= " : " >= ") + "coalesce(pg_sequence_last_value(" + sequence + "::regclass), "
                + identity.start() + ")";
    }

    @Override
    protected String usualCache(@Nullable SqlType type, SequenceOptions options) {
        return "CACHE " + USUAL_CACHE;
    }

    /**
     * The options of a sequence without the defaults.
     *
     * @param type the type of its numbers, by its short name; null for the default
     */
    static SequenceOptions reported(SequenceOptions options, @Nullable SqlType type) {
        long most = greatest(type);
        return options.withoutUsual(-most - 1, most, USUAL_CACHE);
    }

    /** Whether the range of a type is smaller than that of another one. */
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
