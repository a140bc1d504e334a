package dev.retort.cli;

import dev.retort.error.UsageException;
import dev.retort.report.AutogenerateReport;
import dev.retort.report.RevisionRequest;
import dev.retort.report.WrittenRevision;
import java.util.List;

/** Writes a revision file. */
final class RevisionCommand extends ProjectCommand {

    private final Argument<String> message = text("TEXT", "What the revision does.", "-m", "--message");

    private final Argument<Boolean> autogenerate =
            flag("Compare the entities with the database and write the difference.", "--autogenerate");

    private final Argument<Boolean> sql = hiddenFlag("--sql");

    private final Argument<List<String>> heads =
            texts("REVISION", "The revision to revise, or 'base' for a new beginning; else the only head.", "--head");

    private final Argument<Boolean> splice = flag("Allow a parent that another revision revises already.", "--splice");

    private final Argument<List<String>> labels =
            texts("LABEL", "A name for the branch that begins here.", "--branch-label");

    private final OptionalArgument<String> versionPath =
            optionalText("DIR", "The version location to write into.", "--version-path");

    private final OptionalArgument<String> id = optionalText("ID", "The id, instead of a random one.", "--rev-id");

    private final Argument<List<String>> dependsOn =
            texts("REVISION", "A revision or label that must be applied before.", "--depends-on");

    private final OptionalArgument<String> format =
            optionalText("FORMAT", "java or sql, instead of the setting revision_format.", "--format");

    RevisionCommand(RootCommand root) {
        super(root, "revision", "Write a new revision file.");
        footer(
                "Examples:",
                "  retort revision -m \"add loyalty points\"                   an empty one, to be written by hand",
                "  retort revision --autogenerate -m \"add loyalty points\"    one that the entities ask for",
                "  retort revision --format sql -m \"fill the column\"         an empty one in SQL",
                "  retort revision --head base --branch-label stock           the beginning of another branch");
    }

    @Override
    public Integer call() {
        if (sql.value()) {
            throw new UsageException(
                    "'revision' runs nothing, so it has no SQL to print.",
                    "To write a revision in SQL say --format sql; to see its SQL say 'retort upgrade --sql'.");
        }
        RevisionRequest request = RevisionRequest.of(message.value())
                .heads(heads.value())
                .splice(splice.value())
                .labels(labels.value())
                .dependsOn(dependsOn.value())
                .id(id.value().orElse(null))
                .versionPath(versionPath.value().orElse(null))
                .format(format.value().orElse(null));
        if (autogenerate.value()) {
            return print(root().retortReadingEntities().autogenerate(request));
        }
        new WrittenPrinter(root()).print(retort().revision(request), json());
        return ExitCode.OK;
    }

    private int print(AutogenerateReport report) {
        WrittenRevision written = report.written();
        boolean unwritable = written == null && !report.model().isEmpty();
        ModelPrinter printer = new ModelPrinter(root());
        if (json()) {
            Json.print(terminal(), generator -> {
                if (written != null) {
                    generator.writeStringProperty("revision", written.id());
                    generator.writeStringProperty("path", written.path().toString());
                }
                printer.properties(generator, report.model());
            });
            return unwritable ? ExitCode.FAILURE : ExitCode.OK;
        }
        printer.seen(report.model());
        if (unwritable) {
            printer.hazards(report.model());
            terminal().say("No revision was written: nothing can be generated for these differences.");
            return ExitCode.FAILURE;
        }
        if (written == null) {
            printer.hazards(report.model());
            printer.say("No differences between the entities and the database: no revision was written.");
            return ExitCode.OK;
        }
        printer.differences(report.model(), terminal().err());
        new WrittenPrinter(root()).print(written, false);
        return ExitCode.OK;
    }
}
