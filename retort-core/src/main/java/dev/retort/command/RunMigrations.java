package dev.retort.command;

import dev.retort.config.ConfigKey;
import dev.retort.error.Advice;
import dev.retort.error.ChangedRevisionException;
import dev.retort.error.HalfDoneStepException;
import dev.retort.error.NewerDatabaseException;
import dev.retort.error.RetortException;
import dev.retort.error.UsageException;
import dev.retort.history.HistoryTable;
import dev.retort.history.JournalEntry;
import dev.retort.history.JournalTable;
import dev.retort.history.RecordedRevisions;
import dev.retort.history.Standing;
import dev.retort.migration.Direction;
import dev.retort.plan.MigrationPlan;
import dev.retort.plan.MigrationPlanner;
import dev.retort.plan.RevisionRange;
import dev.retort.report.MigrationReport;
import dev.retort.report.Resolution;
import dev.retort.revision.RevisionTarget;
import dev.retort.runtime.CompiledPlan;
import dev.retort.runtime.CompiledStep;
import dev.retort.runtime.MigrationRunner;
import dev.retort.runtime.RunSettings;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The use cases that run revisions: upgrade, downgrade, resume, and their offline SQL. */
public final class RunMigrations {

    /** Plans steps from where the database stands. */
    private interface Planned {
        MigrationPlan from(Database database, Standing standing, Applied applied);
    }

    /** What to do about version rows that no file has. */
    private interface UnknownRows {
        boolean areLeftAlone(Database database, Standing standing);
    }

    private final Target target;
    private final Project project;

    public RunMigrations(Target target) {
        this.target = target;
        this.project = target.project();
    }

    /** Upgrades to the targets; without targets, to all heads. */
    public MigrationReport upgrade(List<String> targets) {
        List<RevisionTarget> ends = targets.isEmpty()
                ? List.of(new RevisionTarget.Heads(null))
                : targets.stream().map(target -> target(target, "upgrade")).toList();
        Planned upgrade = (database, standing, applied) -> {
            sayMissed(database, applied, applied.missed());
            if (applied.missed().isEmpty()) {
                applied.sayUnfiled(target.listeners(database));
            }
            return project.planner().upgrade(standing.rows(), ends);
        };
        return run(upgrade, this::isNewerAndMayBe, Resolution.ASK);
    }

    /** Runs the missed revisions, and nothing else. */
    public MigrationReport upgradeMissed() {
        return run(
                (database, standing, applied) -> project.planner().missed(standing.rows(), applied.missed()),
                Resolution.ASK);
    }

    /** Downgrades to a target. A missed revision has nothing to undo. */
    public MigrationReport downgrade(String target) {
        RevisionTarget end = target(target, "downgrade");
        Planned downgrade = (database, standing, applied) -> {
            MigrationPlan plan = project.planner().downgrade(standing.rows(), end);
            List<String> concerned =
                    plan.steps().stream().map(step -> step.revision().id()).toList();
            sayMissed(
                    database,
                    applied,
                    applied.missed().stream().filter(concerned::contains).toList());
            return plan;
        };
        return run(downgrade, Resolution.ASK);
    }

    /**
     * Completes or undoes a half-done step; does nothing if there is none.
     *
     * @param resolution what to do with the step and its statement in doubt
     */
    public MigrationReport resume(Resolution resolution) {
        Optional<JournalEntry> halfDone = halfDone();
        Planned step = (database, standing, applied) -> halfDone.isPresent()
                ? onlyTheStep(halfDone.get(), standing, applied)
                : new MigrationPlan(standing.rows(), List.of());
        return run(step, resolution);
    }

    /** Writes the SQL of an upgrade. */
    public void upgradeSql(String range, Appendable written) throws IOException {
        RevisionRange parsed = RevisionRange.ofOfflineUpgrade(range);
        MigrationPlanner planner = project.planner();
        List<String> rows = planner.rowsAt(parsed.start());
        write(planner.upgrade(rows, parsed.end()), rows.isEmpty(), written);
    }

    /** Writes the SQL of a downgrade. */
    public void downgradeSql(String range, Appendable written) throws IOException {
        RevisionRange parsed = RevisionRange.ofOfflineDowngrade(range);
        MigrationPlanner planner = project.planner();
        List<String> rows = planner.rowsAt(parsed.start());
        write(planner.downgrade(rows, parsed.end()), false, written);
    }

    private void write(MigrationPlan plan, boolean fromNothing, Appendable written) throws IOException {
        var dialect = target.offlineDialect();
        StepCompiler compiler = new StepCompiler(target, dialect, null);
        target.offlineScript(dialect)
                .ofSteps(compiler.compile(plan, List.of()), fromNothing)
                .writeTo(written);
    }

    private MigrationReport run(Planned planned, Resolution resolution) {
        return run(planned, (database, standing) -> false, resolution);
    }

    private MigrationReport run(Planned planned, UnknownRows unknown, Resolution resolution) {
        AtomicReference<@Nullable String> opened = new AtomicReference<>();
        try {
            return target.connector().use("The database cannot be migrated", project::graph, (database, attempt) -> {
                opened.set(database.name());
                return run(database, planned, unknown, resolution, attempt);
            });
        } catch (RetortException failure) {
            String name = Optional.ofNullable(opened.get())
                    .orElseGet(() -> target.connector().shownAddress());
            try {
                target.listeners(name).tell((listener, database) -> listener.failed(database, failure));
            } catch (RuntimeException | Error ofListener) {
                failure.addSuppressed(ofListener);
            }
            throw failure;
        }
    }

    private MigrationReport run(
            Database database, Planned planned, UnknownRows unknown, Resolution resolution, Attempt attempt) {
        if (resolution == Resolution.UNDO) {
            attempt.beginsToWrite();
        }
        StepCompiler compiler = new StepCompiler(target, database.dialect(), database.connection());
        MigrationRunner runner = new MigrationRunner(
                database.connections(),
                database.dialect(),
                database.tables(),
                runSettings(),
                target.listeners(database).preceded(untilTheFirstStep(attempt)),
                target.stop());
        MigrationRunner.Planning planning = standing -> unknown.areLeftAlone(database, standing)
                ? CompiledPlan.NOTHING
                : compiled(database, standing, planned, compiler);
        return runner.run(database.connection(), planning, resolution);
    }

    private static MigrationListener untilTheFirstStep(Attempt attempt) {
        return new MigrationListener() {
            @Override
            public void stepStarted(MigrationStep step) {
                attempt.beginsToWrite();
            }
        };
    }

    private CompiledPlan compiled(Database database, Standing standing, Planned planned, StepCompiler compiler) {
        OverlappingRows.refuse(project, database, standing);
        project.planner().requireKnown(standing.rows());
        Applied applied = Applied.of(project, database, standing);
        List<CompiledStep> steps = compiler.compile(planned.from(database, standing, applied), applied.missed());
        if (!steps.isEmpty()) {
            compareChecksums(database, standing.rows());
        }
        return new CompiledPlan(steps, applied.revisions(), applied.recorded());
    }

    /** A half-done step comes first: it may be that of a missed revision. */
    private void sayMissed(Database database, Applied applied, List<String> missed) {
        if (missed.isEmpty()) {
            return;
        }
        List<JournalEntry> journaled = database.tables().journal().entries(database.connection());
        if (!journaled.isEmpty()) {
            throw JournalTable.halfDone(
                    journaled,
                    "Nothing else can run before it is completed or undone, unless a run is working on it now.");
        }
        if (project.settings().required(ConfigKey.ON_MISSED).equals("error")) {
            throw applied.refusal(project.graph(), missed);
        }
        List<String> remarks = applied.remarks(project.graph());
        target.listeners(database).tell((listener, name) -> listener.missedRevisions(name, missed, remarks));
    }

    /**
     * Whether a newer version of the application has upgraded the database, and the settings allow that.
     *
     * @throws NewerDatabaseException when they do not
     */
    private boolean isNewerAndMayBe(Database database, Standing standing) {
        List<String> unknown = standing.rows().stream()
                .filter(row -> project.graph().find(row).isEmpty())
                .toList();
        if (unknown.isEmpty() || !isNewer(database, standing)) {
            return false;
        }
        if (project.settings().required(ConfigKey.ON_NEWER).equals("error")) {
            throw new NewerDatabaseException(unknown);
        }
        target.listeners(database).tell((listener, name) -> listener.newerDatabase(name, standing.rows()));
        return true;
    }

    /**
     * Whether, according to the history, everything in the files was applied before the rows changed. What was undone since was undone by
     * the newer version.
     */
    private boolean isNewer(Database database, Standing standing) {
        if (standing.lastEntry() == null) {
            return false;
        }
        HistoryTable history = database.tables().history();
        RecordedRevisions recorded = history.recorded(database.connection());
        List<String> heads = List.copyOf(project.graph().heads());
        List<String> required =
                recorded.complete() ? List.copyOf(project.graph().closure(heads)) : heads;
        return Set.copyOf(recorded.heads()).equals(Set.copyOf(standing.rows()))
                && history.everApplied(database.connection()).containsAll(required);
    }

    private Optional<JournalEntry> halfDone() {
        return target.connector().use("The journal cannot be read", (database, attempt) -> {
            List<JournalEntry> entries = database.tables().journal().entries(database.connection());
            return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
        });
    }

    private MigrationPlan onlyTheStep(JournalEntry entry, Standing standing, Applied applied) {
        if (project.graph().find(entry.revision()).isEmpty()) {
            throw new HalfDoneStepException(
                    entry.revision(),
                    entry.direction().word(),
                    entry.done(),
                    "The revision's file is gone.",
                    Advice.of("Restore the file, then run the command again."));
        }
        boolean missed = entry.direction() == Direction.UP && applied.missed().contains(entry.revision());
        MigrationPlan plan = missed
                ? project.planner().missed(standing.rows(), List.of(entry.revision()))
                : project.planner().step(standing.rows(), entry.revision(), entry.direction());
        if (plan.steps().isEmpty() && halfDone().equals(Optional.of(entry))) {
            throw new HalfDoneStepException(
                    entry.revision(),
                    entry.direction().word(),
                    entry.done(),
                    "The version table is not where the step begins.",
                    Advice.of("Find out how far the step is. {}", HalfDoneStepException.BY_HAND));
        }
        return plan;
    }

    private void compareChecksums(Database database, List<String> rows) {
        List<String> changed = List.copyOf(AppliedFiles.changed(project, database, rows));
        if (changed.isEmpty()) {
            return;
        }
        if (project.settings().required(ConfigKey.ON_CHANGED).equals("error")) {
            throw new ChangedRevisionException(changed);
        }
        target.listeners(database).tell((listener, name) -> listener.changedFiles(name, changed));
    }

    private RunSettings runSettings() {
        return new RunSettings(
                project.lockTimeout(), project.settings().flag(ConfigKey.TRANSACTION_PER_MIGRATION), Version.current());
    }

    private static RevisionTarget target(String text, String command) {
        if (RevisionRange.isRange(text)) {
            throw new UsageException(
                    "'" + text + "' is a range, which '" + command + "' takes only for SQL.",
                    Advice.of("Name one target, or add {}.", Advice.option("sql")));
        }
        return RevisionTarget.parse(text);
    }
}
