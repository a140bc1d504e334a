package dev.retort.command;

import dev.retort.config.ConfigKey;
import dev.retort.error.ChangedRevisionException;
import dev.retort.error.HalfDoneStepException;
import dev.retort.error.UsageException;
import dev.retort.history.JournalEntry;
import dev.retort.plan.MigrationPlan;
import dev.retort.plan.MigrationPlanner;
import dev.retort.plan.RevisionRange;
import dev.retort.runtime.MigrationReport;
import dev.retort.runtime.MigrationRunner;
import dev.retort.runtime.PreparedStep;
import dev.retort.runtime.Resolution;
import dev.retort.runtime.RunSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The use cases that run revisions: upgrade, downgrade, resume, and their offline forms. */
public final class Running {

    /** Plans from the version rows. */
    private interface Planned {
        MigrationPlan from(List<String> rows);
    }

    private final Project project;

    public Running(Project project) {
        this.project = project;
    }

    /** Upgrades to one or more targets. */
    public MigrationReport upgrade(List<String> targets) {
        targets.forEach(target -> requireNoRange(target, "upgrade"));
        return run(rows -> project.planner().upgrade(rows, targets), Resolution.ASK);
    }

    /** Downgrades to a target. */
    public MigrationReport downgrade(String target) {
        requireNoRange(target, "downgrade");
        return run(rows -> project.planner().downgrade(rows, target), Resolution.ASK);
    }

    /**
     * Finishes a step that stopped half-way, or takes it back; does nothing when there is none.
     *
     * @param resolution what to do with the step and its statement in doubt
     */
    public MigrationReport resume(Resolution resolution) {
        Optional<JournalEntry> halfDone = halfDone();
        if (halfDone.isEmpty()) {
            return run(rows -> new MigrationPlan(rows, List.of()), resolution);
        }
        return run(rows -> onlyTheStep(halfDone.get(), rows), resolution);
    }

    /** The SQL of an upgrade. */
    public String upgradeSql(String range) {
        RevisionRange parsed = RevisionRange.ofOfflineUpgrade(range);
        MigrationPlanner planner = project.planner();
        List<String> rows = planner.rowsAt(parsed.start());
        return sql(planner.upgrade(rows, parsed.end()), rows.isEmpty());
    }

    /** The SQL of a downgrade. */
    public String downgradeSql(String range) {
        RevisionRange parsed = RevisionRange.ofOfflineDowngrade(range);
        MigrationPlanner planner = project.planner();
        List<String> rows = planner.rowsAt(parsed.start());
        return sql(planner.downgrade(rows, parsed.end()), false);
    }

    private String sql(MigrationPlan plan, boolean fromNothing) {
        var dialect = project.offlineDialect();
        try (Preparation preparation = new Preparation(project, dialect)) {
            return project.offlineScript(dialect).ofSteps(preparation.of(plan), fromNothing);
        }
    }

    private MigrationReport run(Planned planned, Resolution resolution) {
        try (Opening opening = project.gate().opening()) {
            project.graph();
            return run(opening.database(), planned, resolution);
        }
    }

    private MigrationReport run(Database database, Planned planned, Resolution resolution) {
        try (Preparation preparation = new Preparation(project, database.dialect())) {
            MigrationRunner runner = new MigrationRunner(
                    database.connections(),
                    database.dialect(),
                    database.tables(),
                    runSettings(),
                    project.listener(),
                    project.stop());
            MigrationRunner.Planning planning = rows -> {
                List<PreparedStep> steps = preparation.of(planned.from(rows));
                if (!steps.isEmpty()) {
                    compareChecksums(database, rows);
                }
                return steps;
            };
            return runner.run(database.connection(), planning, resolution);
        }
    }

    private Optional<JournalEntry> halfDone() {
        try (Database database = project.gate().open()) {
            List<JournalEntry> entries = database.tables().journal().entries(database.connection());
            return entries.isEmpty() ? Optional.empty() : Optional.of(entries.get(entries.size() - 1));
        }
    }

    private MigrationPlan onlyTheStep(JournalEntry entry, List<String> rows) {
        if (project.graph().find(entry.revision()).isEmpty()) {
            throw new HalfDoneStepException(
                    entry.revision(),
                    entry.direction().word(),
                    entry.closed() ? entry.statement() : entry.statement() - 1,
                    "The revision's file is gone.",
                    "Put the file back as it was, then run the command again.");
        }
        return project.planner().step(rows, entry.revision(), entry.direction());
    }

    private void compareChecksums(Database database, List<String> rows) {
        List<String> changed = List.copyOf(AppliedFiles.changed(project, database, rows));
        if (changed.isEmpty()) {
            return;
        }
        if (project.settings().required(ConfigKey.ON_CHANGED).equals("error")) {
            throw new ChangedRevisionException(changed);
        }
        project.listener().changedFiles(changed);
    }

    private RunSettings runSettings() {
        return new RunSettings(
                Duration.ofSeconds(project.settings().number(ConfigKey.LOCK_TIMEOUT)),
                project.settings().flag(ConfigKey.TRANSACTION_PER_MIGRATION),
                Version.current());
    }

    private static void requireNoRange(String target, String command) {
        if (target.contains(":")) {
            throw new UsageException(
                    "'" + target + "' is a range, which only '" + command + " --sql' takes.",
                    "Name one target, or add --sql.");
        }
    }
}
