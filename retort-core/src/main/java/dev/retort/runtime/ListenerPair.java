package dev.retort.runtime;

import dev.retort.error.RetortException;
import dev.retort.plan.Direction;
import dev.retort.plan.MigrationStep;
import java.util.List;

/**
 * Two listeners that hear the same.
 *
 * @param first the one that hears it first
 * @param second the other one
 */
record ListenerPair(MigrationListener first, MigrationListener second) implements MigrationListener {

    @Override
    public void planned(List<CompiledStep> steps) {
        first.planned(steps);
        second.planned(steps);
    }

    @Override
    public void waitingForLock(String holder) {
        first.waitingForLock(holder);
        second.waitingForLock(holder);
    }

    @Override
    public void resuming(String revision, Direction direction, int statementsDone) {
        first.resuming(revision, direction, statementsDone);
        second.resuming(revision, direction, statementsDone);
    }

    @Override
    public void stepStarted(MigrationStep step) {
        first.stepStarted(step);
        second.stepStarted(step);
    }

    @Override
    public void statementStarted(MigrationStep step, String sql) {
        first.statementStarted(step, sql);
        second.statementStarted(step, sql);
    }

    @Override
    public void statementFinished(MigrationStep step, String sql, long durationMillis) {
        first.statementFinished(step, sql, durationMillis);
        second.statementFinished(step, sql, durationMillis);
    }

    @Override
    public void serverSaid(MigrationStep step, String text) {
        first.serverSaid(step, text);
        second.serverSaid(step, text);
    }

    @Override
    public void stepApplied(MigrationStep step) {
        first.stepApplied(step);
        second.stepApplied(step);
    }

    @Override
    public void stepFinished(MigrationStep step, long durationMillis) {
        first.stepFinished(step, durationMillis);
        second.stepFinished(step, durationMillis);
    }

    @Override
    public void changedFiles(List<String> revisions) {
        first.changedFiles(revisions);
        second.changedFiles(revisions);
    }

    @Override
    public void missedRevisions(List<String> revisions, List<String> remarks) {
        first.missedRevisions(revisions, remarks);
        second.missedRevisions(revisions, remarks);
    }

    @Override
    public void unfiledRevisions(List<String> remarks) {
        first.unfiledRevisions(remarks);
        second.unfiledRevisions(remarks);
    }

    @Override
    public void newerDatabase(List<String> rows) {
        first.newerDatabase(rows);
        second.newerDatabase(rows);
    }

    @Override
    public void failed(RetortException failure) {
        first.failed(failure);
        second.failed(failure);
    }
}
