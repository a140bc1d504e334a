package dev.retort.frontend.text;

import dev.retort.error.Action;
import dev.retort.error.Advice;
import dev.retort.error.MissedRevisionsException;
import dev.retort.frontend.Styles;
import dev.retort.migration.Direction;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import java.util.List;

/** Says what a run does while it runs. */
public final class ProgressListener implements MigrationListener {

    private static final int INDENT = 4;

    private final Voice voice;
    private final Styles styles;
    private final Advice.Words words;
    private final boolean verbose;

    /**
     * A listener.
     *
     * @param verbose whether each statement is said too
     */
    public ProgressListener(Voice voice, Styles styles, Advice.Words words, boolean verbose) {
        this.voice = voice;
        this.styles = styles;
        this.words = words;
        this.verbose = verbose;
    }

    /** Where a front-end says it. */
    public interface Voice {

        /** Says what happens. */
        void say(String text);

        /** Says what somebody should look at, and that it is a warning. */
        void warn(String text);
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
                + RevisionText.message(step.revision()));
    }

    @Override
    public void statementStarted(MigrationStep step, String sql) {
        if (verbose) {
            say(sql.strip().indent(INDENT).stripTrailing());
        }
    }

    @Override
    public void statementFinished(MigrationStep step, String sql, long durationMillis) {
        if (verbose) {
            say(styles.dim(" ".repeat(INDENT) + "-> " + Durations.text(durationMillis)));
        }
    }

    @Override
    public void stepFinished(MigrationStep step, long durationMillis) {
        say(styles.green("Done") + "      " + step.revision().id() + " in " + Durations.text(durationMillis));
    }

    @Override
    public void noticed(MigrationStep step, String text) {
        say(text);
    }

    @Override
    public void serverSaid(MigrationStep step, String text) {
        say("The database says: " + text);
    }

    @Override
    public void changedFiles(String database, List<String> revisions) {
        warn("changed after they were applied: " + String.join(", ", revisions) + " ("
                + words.call(Action.ACCEPT, List.of()) + " when the change is meant)");
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
        voice.warn(text);
    }

    private void say(String text) {
        voice.say(text);
    }
}
