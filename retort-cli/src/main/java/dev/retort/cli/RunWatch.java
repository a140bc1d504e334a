package dev.retort.cli;

import dev.retort.error.RetortException;
import dev.retort.plan.MigrationStep;
import dev.retort.runtime.MigrationListener;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Knows how far a run has come, for when the run itself cannot say it any more. Thread-safe. */
final class RunWatch implements MigrationListener {

    private final List<String> committed = new ArrayList<>();
    private final List<String> applied = new ArrayList<>();
    private boolean inStep;
    private String state = "No step is under way.";

    @Override
    public synchronized void waitingForLock(String holder) {
        state = "No step is under way; last heard, at " + now() + ": waiting for another run, " + holder + ".";
    }

    @Override
    public synchronized void stepStarted(MigrationStep step) {
        inStep = true;
        state = underWay(name(step));
    }

    /** What takes a step back begins no step. */
    @Override
    public synchronized void statementStarted(MigrationStep step, String sql) {
        if (!inStep) {
            state = underWay("a statement of " + name(step));
        }
    }

    @Override
    public synchronized void stepApplied(MigrationStep step) {
        applied.add(name(step));
        inStep = false;
        state = "No step is under way.";
    }

    @Override
    public synchronized void stepFinished(MigrationStep step, long durationMillis) {
        applied.remove(name(step));
        committed.add(name(step));
    }

    @Override
    public synchronized void failed(RetortException failure) {
        applied.clear();
        state = "The run has failed: " + failure.describe().replace('\n', ' ');
    }

    /** What is known, in sentences. */
    synchronized String known() {
        List<String> known = new ArrayList<>();
        known.add("Finished and committed by this run: " + (committed.isEmpty() ? "nothing" : listed(committed)) + ".");
        if (!applied.isEmpty()) {
            known.add("Applied, and not known to be committed: " + listed(applied) + ".");
        }
        known.add(state);
        return String.join(" ", known);
    }

    /** Some statements commit by themselves, and a commit that is not answered may have come through. */
    private static String underWay(String what) {
        return "Under way since " + now() + ": " + what + "; it is not known whether any of it is committed.";
    }

    private static String listed(List<String> names) {
        return String.join(", ", names);
    }

    private static String name(MigrationStep step) {
        return "the " + step.direction().word() + " of " + step.revision().id();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
