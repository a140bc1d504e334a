package dev.retort.cli;

import dev.retort.error.RetortException;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Knows how far a run has come, for when the run itself cannot say it any more. Thread-safe. */
final class RunWatch implements MigrationListener {

    private static final String NO_STEP = "No step is under way.";

    private final List<String> committed = new ArrayList<>();
    private final List<String> applied = new ArrayList<>();
    private boolean inStep;
    private Supplier<String> state = () -> NO_STEP;
    private Optional<Supplier<String>> statement = Optional.empty();

    @Override
    public synchronized void waitingForLock(String database, String holder) {
        Instant heard = Instant.now();
        state = () ->
                "No step is under way; last heard, at " + shown(heard) + ": waiting for another run, " + holder + ".";
    }

    @Override
    public synchronized void stepStarted(MigrationStep step) {
        inStep = true;
        state = underWay(step);
        statement = Optional.empty();
    }

    /** What undoes a step begins no step. */
    @Override
    public synchronized void statementStarted(MigrationStep step, String sql) {
        if (!inStep) {
            inStep = true;
            state = underWay(step);
        }
        Instant began = Instant.now();
        statement = Optional.of(() -> " Its last statement began at " + shown(began) + ":\n    " + sql.strip());
    }

    @Override
    public synchronized void stepApplied(MigrationStep step) {
        applied.add(name(step));
        inStep = false;
        state = () -> NO_STEP;
        statement = Optional.empty();
    }

    @Override
    public synchronized void stepFinished(MigrationStep step, long durationMillis) {
        applied.remove(name(step));
        committed.add(name(step));
    }

    @Override
    public synchronized void failed(String database, RetortException failure) {
        String before = applied.isEmpty() ? "" : "Applied before it failed: " + listed(applied) + ". ";
        applied.clear();
        statement = Optional.empty();
        state = () -> before + "The run has failed: "
                + failure.describe(CommandLineWords.INSTANCE).replace('\n', ' ');
    }

    /** What is known, in sentences. */
    synchronized String known() {
        List<String> known = new ArrayList<>();
        known.add("Finished and committed by this run: " + (committed.isEmpty() ? "nothing" : listed(committed)) + ".");
        if (!applied.isEmpty()) {
            known.add("Applied, and not known to be committed: " + listed(applied) + ".");
        }
        known.add(state.get());
        return String.join(" ", known) + statement.map(Supplier::get).orElse("");
    }

    /** Some statements commit by themselves, and a commit that is not answered may have come through. */
    private static Supplier<String> underWay(MigrationStep step) {
        Instant since = Instant.now();
        return () -> "Under way since " + shown(since) + ": " + name(step)
                + "; it is not known whether any of it is committed.";
    }

    private static String listed(List<String> names) {
        return String.join(", ", names);
    }

    private static String name(MigrationStep step) {
        return "the " + step.direction().word() + " of " + step.revision().id();
    }

    private static Instant shown(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
