package dev.retort.cli;

import dev.retort.report.CurrentReport;
import tools.jackson.core.JsonGenerator;

/** Says where the database is. */
final class CurrentCommand extends ProjectCommand {

    private final Argument<Boolean> checkHeads =
            flag("Exit with 3 unless the database is at all heads.", "--check-heads");

    private final Argument<Boolean> verbose = flag("Show all that is known of each revision.", "-v", "--verbose");

    CurrentCommand(RootCommand root) {
        super(root, "current", "Show the revisions that the database is at.");
        footer(
                "Examples:",
                "  retort current                  the ids",
                "  retort current --check-heads    for scripts: the exit code is 3 unless nothing is pending");
    }

    @Override
    public Integer call() {
        CurrentReport report = retort().current();
        RevisionPrinter printer = new RevisionPrinter(terminal());
        if (json()) {
            Json.print(terminal().out(), json -> {
                RevisionPrinter.array(json, report.revisions());
                json.writeNumberProperty("behind", report.behind());
                Json.list(json, "missing_heads", report.missingHeads());
                writeHalfDone(json, report);
                writeOverlap(json, report);
            });
        } else {
            if (verbose.value()) {
                terminal().out().println("Current revisions of " + report.database() + ":");
            }
            printer.print(report.revisions(), verbose.value(), printer::line);
            sayBehind(report);
            report.halfDone().ifPresent(step -> root().say(step.describe()));
            report.overlap().ifPresent(rows -> root().say(rows.describe()));
        }
        return checkHeads.value() && !report.atHeads() ? ExitCode.NO : ExitCode.OK;
    }

    private static void writeHalfDone(JsonGenerator json, CurrentReport report) {
        if (report.halfDone().isEmpty()) {
            json.writeNullProperty("half_done");
            return;
        }
        json.writeObjectPropertyStart("half_done");
        json.writeStringProperty("revision", report.halfDone().get().revision());
        json.writeStringProperty("direction", report.halfDone().get().direction());
        json.writeEndObject();
    }

    private static void writeOverlap(JsonGenerator json, CurrentReport report) {
        if (report.overlap().isEmpty()) {
            json.writeNullProperty("overlap");
            return;
        }
        json.writeObjectPropertyStart("overlap");
        json.writeStringProperty("ancestor", report.overlap().get().ancestor());
        json.writeStringProperty("descendant", report.overlap().get().descendant());
        json.writeEndObject();
    }

    private void sayBehind(CurrentReport report) {
        if (report.behind() > 0) {
            root().say(report.behind() + " behind; missing: " + String.join(", ", report.missingHeads())
                    + ". 'retort history -r current:heads' lists what is pending.");
        }
    }
}
