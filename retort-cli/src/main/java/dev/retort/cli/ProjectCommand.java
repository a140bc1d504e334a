package dev.retort.cli;

import dev.retort.Retort;
import dev.retort.frontend.json.JsonReports;
import dev.retort.frontend.text.ReportText;
import dev.retort.frontend.text.RevisionText;
import dev.retort.report.RevisionEntry;
import dev.retort.spi.StopSignal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ScopeType;

/** A command that works on a project. */
abstract class ProjectCommand extends Arguments implements Callable<Integer> {

    private final RootCommand root;

    ProjectCommand(RootCommand root, String name, String description) {
        super(ScopeType.LOCAL);
        this.root = root;
        spec().name(name).usageMessage().description(description);
    }

    /** Sets another name, for those who are used to it. */
    final void alias(String name) {
        spec().aliases(name);
    }

    /** Sets what the help says after the options. */
    final void footer(String... lines) {
        spec().usageMessage().footer(lines);
    }

    final RootCommand root() {
        return root;
    }

    final Terminal terminal() {
        return root.terminal();
    }

    final Terminal confirmations() {
        return root.confirmations();
    }

    final JsonReports asJson() {
        return root.asJson();
    }

    final ReportText asText() {
        return root.asText();
    }

    final boolean json() {
        return root.options().json();
    }

    final boolean verbose() {
        return root.options().verbose();
    }

    /** Says why a listing is empty. */
    final void sayIfEmpty(List<RevisionEntry> revisions) {
        if (revisions.isEmpty()) {
            root.say(RevisionText.none(CommandLineWords.INSTANCE));
        }
    }

    /** Retort for commands that stop where they are when the process is interrupted. */
    final Retort retort() {
        return root.retort(new StopSignal());
    }
}
