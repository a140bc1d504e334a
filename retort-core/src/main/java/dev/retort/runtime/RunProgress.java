package dev.retort.runtime;

import dev.retort.error.Action;
import dev.retort.error.Advice;
import dev.retort.history.AppliedRevisions;
import dev.retort.history.Standing;
import dev.retort.migration.Direction;
import dev.retort.plan.PlannedStep;
import dev.retort.report.MigrationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a run: which steps are complete, where the database is after them, and the sentences about it. A run that is a single
 * transaction has completed nothing before its end.
 */
final class RunProgress {

    /**
     * A step that has run.
     *
     * @param step the step
     * @param durationMillis how long it took, in milliseconds
     */
    record Finished(PlannedStep step, long durationMillis) {}

    private static final String AS_BEFORE = "Everything was rolled back: the database is as it was before the run.";

    private final String runId = UUID.randomUUID().toString();
    private final boolean stepByStep;
    private final List<Finished> finished = new ArrayList<>();
    private List<String> rows = List.of();
    private Standing.@Nullable LastEntry lastEntry;
    private AppliedRevisions applied = new AppliedRevisions();
    private boolean listed;

    /**
     * A run that has done nothing.
     *
     * @param stepByStep whether each step commits by itself
     */
    RunProgress(boolean stepByStep) {
        this.stepByStep = stepByStep;
    }

    /** The run's id. */
    String runId() {
        return runId;
    }

    /** Sets where the next steps begin. */
    void beginWith(Standing standing, CompiledPlan plan) {
        rows = standing.rows();
        lastEntry = standing.lastEntry();
        applied = AppliedRevisions.of(plan.applied());
        listed = plan.recorded();
    }

    /**
     * Whether a step begins where the database is. A step that leaves the version rows unchanged, so that these cannot tell whether it has
     * run, also needs the history to be as this run knows it.
     */
    boolean canBegin(CompiledStep step, Standing found) {
        return (found.rows().equals(rows) || Set.copyOf(found.rows()).equals(Set.copyOf(rows)))
                && (!step.step().rowChange().keepsRows()
                        || Objects.equals(found.lastEntry(), lastEntry)
                        || isMine(found.lastEntry()));
    }

    private boolean isMine(Standing.@Nullable LastEntry last) {
        return last != null && last.runId().equals(runId) && last.digest().equals(applied.digest());
    }

    /** The version rows. */
    List<String> rows() {
        return rows;
    }

    /** A step has run; its rows are to be written. */
    void apply(CompiledStep step) {
        if (step.direction() == Direction.UP) {
            applied.add(step.revision());
        } else {
            applied.remove(step.revision());
        }
        rows = step.step().rowsAfter();
    }

    /** The digest of the applied revisions. */
    String digest() {
        return applied.digest();
    }

    /** The applied revisions, unless the history has a list already. */
    Optional<List<String>> unlisted() {
        return listed ? Optional.empty() : Optional.of(applied.list());
    }

    /** The history has a list of what is applied. */
    void listed() {
        listed = true;
    }

    /** A step is complete, and committed if it commits by itself. */
    void finish(CompiledStep step, long durationMillis) {
        finished.add(new Finished(step.step(), durationMillis));
    }

    /** The finished steps, in order. */
    List<Finished> finished() {
        return List.copyOf(finished);
    }

    /**
     * The report of the run, once everything is committed.
     *
     * @param database the database, without passwords
     */
    MigrationReport report(String database) {
        return MigrationReport.of(
                database,
                finished.stream()
                        .map(one -> new MigrationReport.Step(
                                one.step().revision(), one.step().direction(), one.durationMillis()))
                        .toList(),
                rows);
    }

    /** What the run has completed for good. */
    Done done() {
        if (finished.isEmpty()) {
            return Done.NOTHING;
        }
        if (!stepByStep) {
            return new Done(0, AS_BEFORE);
        }
        return new Done(
                finished.size(),
                finished.size() == 1
                        ? "One step is done: " + last() + "."
                        : finished.size() + " steps are done, the last is " + last() + ".");
    }

    /** How many steps were completed before the current one, as a sentence. */
    String before() {
        if (finished.isEmpty()) {
            return "No step was finished.";
        }
        return finished.size() == 1
                ? "One step was finished before it: " + last() + "."
                : finished.size() + " steps were finished before it, the last is " + last() + ".";
    }

    /** What is left when the current transaction failed and was rolled back. */
    String rolledBack() {
        return stepByStep
                ? "The step was rolled back, nothing of it is left. " + before()
                        + " Remove the cause and run the command again."
                : AS_BEFORE;
    }

    /** What is left when the current transaction was rolled back because a stop was requested. */
    String rolledBackOnRequest() {
        return stepByStep
                ? "The current step was rolled back, nothing of it is left. Run the command again to continue."
                : AS_BEFORE;
    }

    /** What is left when the connection is lost in a transaction without COMMIT. */
    String lostBeforeCommit() {
        return "The connection is lost. "
                + (stepByStep
                        ? "The step was not committed, and the database rolls it back. " + before()
                        : "The run was not committed, and the database rolls all of it back.")
                + " Run the command again to continue.";
    }

    /** What is left when the connection is lost and a COMMIT was or may have been sent. */
    Advice unknown(CompiledStep underWay) {
        List<String> together = new ArrayList<>();
        if (!stepByStep) {
            finished.forEach(one -> together.add(one.step().revision().id()));
        }
        if (!together.contains(underWay.revision())) {
            together.add(underWay.revision());
        }
        String left = "The connection is lost: "
                + (together.size() == 1
                        ? "the step is applied completely or not at all."
                        : "all " + together.size() + " steps of this run, " + together.get(0) + " to "
                                + together.get(together.size() - 1) + ", are applied, or none is.");
        return Advice.of("{} {} tells; run the command again.", Advice.of(left), Action.CURRENT);
    }

    private String last() {
        return finished.get(finished.size() - 1).step().revision().id();
    }
}
