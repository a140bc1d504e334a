package dev.retort.cli;

import dev.retort.error.MissedRevisionsException;
import dev.retort.migration.Direction;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import java.util.List;

/** Says on standard error what a run does. */
final class ProgressListener implements MigrationListener {

    private static final int INDENT = 4;

    private final Terminal terminal;
    private final GlobalOptions options;

    ProgressListener(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    @Override
    public void waitingForLock(String database, String holder) {
        say("Waiting for another run: " + holder);
    }

    @Override
    public void resuming(String database, String revision, Direction direction, int statementsDone) {
        say("Going on with the " + direction.word() + " of " + revision + " after statement " + statementsDone + ".");
    }

    @Override
    public void stepStarted(MigrationStep step) {
        boolean up = step.direction() == Direction.UP;
        List<String> parents = step.revision().revises();
        String below = parents.isEmpty() ? "<base>" : String.join(", ", parents);
        String id = step.revision().id();
        say((up ? "Upgrade   " + below + " -> " + id : "Downgrade " + id + " -> " + below) + ", "
                + RevisionPrinter.message(step.revision()));
    }

    @Override
    public void statementStarted(MigrationStep step, String sql) {
        if (options.verbose()) {
            say(sql.strip().indent(INDENT).stripTrailing());
        }
    }

    @Override
    public void statementFinished(MigrationStep step, String sql, long durationMillis) {
        if (options.verbose()) {
            say(terminal.dim(" ".repeat(INDENT) + "-> " + Durations.text(durationMillis)));
        }
    }

    @Override
    public void stepFinished(MigrationStep step, long durationMillis) {
        say(terminal.green("Done") + "      " + step.revision().id() + " in " + Durations.text(durationMillis));
    }

    @Override
    public void serverSaid(MigrationStep step, String text) {
        say("The database says: " + text);
    }

    @Override
    public void changedFiles(String database, List<String> revisions) {
        warn("changed after they were applied: " + String.join(", ", revisions)
                + " ('retort accept REVISION --reason TEXT' when the change is meant)");
    }

    @Override
    public void missedRevisions(String database, List<String> revisions, List<String> remarks) {
        warn(MissedRevisionsException.described(revisions, remarks));
    }

    @Override
    public void unfiledRevisions(String database, List<String> remarks) {
        remarks.forEach(this::warn);
    }

    @Override
    public void newerDatabase(String database, List<String> rows) {
        warn("a newer version of the application has upgraded the database to " + String.join(", ", rows)
                + "; nothing was run");
    }

    private void warn(String text) {
        terminal.say(terminal.yellow("warning:") + " " + text);
    }

    private void say(String text) {
        if (!options.quiet()) {
            terminal.say(text);
        }
    }
}
