package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.error.UsageException;
import java.util.List;

/** Refuses steps that cannot be a single transaction. */
final class OneTransaction {

    private static final String SETTING = "transaction_per_migration = false: ";
    private static final String REMEDY = "Nothing was run. Set transaction_per_migration = true.";

    private OneTransaction() {}

    /**
     * Requires that steps can be a single transaction.
     *
     * @throws UsageException when one of them, or the database, commits in between
     */
    static void require(List<CompiledStep> steps, Dialect dialect) {
        if (!dialect.transactions().includeDdl()) {
            throw new UsageException(
                    SETTING + dialect.displayName()
                            + " commits schema changes by itself, so several steps cannot be one transaction.",
                    REMEDY);
        }
        for (CompiledStep step : steps) {
            if (step.committingPieceByPiece(dialect)) {
                throw new UsageException(
                        SETTING + "revision '" + step.revision() + "' runs statements outside a transaction.", REMEDY);
            }
        }
    }
}
