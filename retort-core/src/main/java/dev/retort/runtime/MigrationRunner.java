package dev.retort.runtime;

import dev.retort.dialect.ConnectionSource;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.MigrationLock;
import dev.retort.error.Advice;
import dev.retort.error.DatabaseAccessException;
import dev.retort.error.RetortException;
import dev.retort.history.MetadataTables;
import dev.retort.history.Standing;
import dev.retort.report.MigrationReport;
import dev.retort.report.Resolution;
import dev.retort.spi.MigrationStep;
import dev.retort.spi.StopSignal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Runs a plan: reads the version rows, has the steps planned and prepared, and, if there are any, takes the lock, reads the rows again and
 * runs the steps.
 */
@SuppressWarnings("exports") // for the commands of this module alone
public final class MigrationRunner {

    /** Plans and prepares the steps from where a database is. Called again if that has changed when the lock is held. */
    @FunctionalInterface
    public interface Planning {
        CompiledPlan from(Standing standing);
    }

    private final ConnectionSource connections;
    private final Dialect dialect;
    private final MetadataTables tables;
    private final RunSettings settings;
    private final Listeners listeners;
    private final StopSignal stop;

    public MigrationRunner(
            ConnectionSource connections,
            Dialect dialect,
            MetadataTables tables,
            RunSettings settings,
            Listeners listeners,
            StopSignal stop) {
        this.connections = connections;
        this.dialect = dialect;
        this.tables = tables;
        this.settings = settings;
        this.listeners = listeners;
        this.stop = stop;
    }

    /**
     * Continues a half-done step, then runs what is planned. If there is nothing to do, it locks nothing and creates nothing.
     *
     * @param working the connection that does the work, in auto-commit mode, before and after
     * @param resolution what to do with a statement in doubt
     * @throws RetortException when a step cannot be run; its message says what was run
     */
    public MigrationReport run(Connection working, Planning planning, Resolution resolution) {
        try {
            LockKeeper keeper = new LockKeeper(settings.lockTimeout(), listeners, stop);
            Standing standing = keeper.patiently(
                    this::isBusy, "another process is writing to the database", () -> tables.standing(working));
            CompiledPlan plan = planned(planning, standing);
            if (plan.steps().isEmpty() && tables.journal().entries(working).isEmpty()) {
                return MigrationReport.of(listeners.database(), List.of(), standing.rows());
            }
            List<MigrationStep> told = plan.steps().stream()
                    .map(step -> listeners.told(step.step()))
                    .toList();
            listeners.tell((listener, database) -> listener.planned(database, told));
            MetadataTables located = tables.located(working);
            try (MigrationLock lock =
                    dialect.locks().of(working, connections, located.version().lockKey())) {
                keeper.acquire(lock);
                return new LockedRun(working, dialect, located, lock, keeper, settings, listeners, stop)
                        .run(standing, plan, anew -> planned(planning, anew), resolution);
            }
        } catch (SQLException e) {
            throw new DatabaseAccessException(
                    (dialect.failures().isLost(e)
                                    ? "The connection to the database was lost: "
                                    : "The database refuses to continue: ")
                            + e.getMessage(),
                    Advice.NONE,
                    e);
        }
    }

    private boolean isBusy(RetortException failure) {
        return failure instanceof DatabaseAccessException
                && failure.getCause() instanceof SQLException said
                && dialect.failures().isBusy(said);
    }

    private CompiledPlan planned(Planning planning, Standing standing) {
        CompiledPlan plan = planning.from(standing);
        if (!settings.transactionPerStep()) {
            OneTransaction.require(plan.steps(), dialect);
        }
        return plan;
    }
}
