package dev.retort.cli;

import dev.retort.Retort;
import dev.retort.report.RevisionEntry;
import dev.retort.runtime.StopSignal;
import java.util.List;
import java.util.concurrent.Callable;

/** A command that works on a project. */
abstract class ProjectCommand implements Callable<Integer> {

    private final RootCommand root;

    ProjectCommand(RootCommand root) {
        this.root = root;
    }

    final RootCommand root() {
        return root;
    }

    final Terminal terminal() {
        return root.terminal();
    }

    final boolean json() {
        return root.options().json;
    }

    /** Says why a listing is empty. */
    final void sayIfEmpty(List<RevisionEntry> revisions) {
        if (revisions.isEmpty()) {
            root.say("There are no revisions here. 'retort revision -m MESSAGE' writes one.");
        }
    }

    /** Retort for commands that stop where they are when the process is interrupted. */
    final Retort retort() {
        return root.retort(new StopSignal());
    }
}
