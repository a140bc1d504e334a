package dev.retort.cli;

import dev.retort.error.UsageException;
import dev.retort.report.AutogenerateReport;
import dev.retort.report.RevisionRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a revision file. */
@Command(
        name = "revision",
        description = "Write a new revision file.",
        footer = {
            "Examples:",
            "  retort revision -m \"add loyalty points\"                   an empty one, to be written by hand",
            "  retort revision --autogenerate -m \"add loyalty points\"    one that the entities ask for",
            "  retort revision --format sql -m \"fill the column\"         an empty one in SQL",
            "  retort revision --head base --branch-label stock           the beginning of another branch"
        })
final class RevisionCommand extends ProjectCommand {

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "What the revision does.")
    private String message = "";

    @Option(names = "--autogenerate", description = "Compare the entities with the database and write the difference.")
    private boolean autogenerate;

    @Option(names = "--sql", hidden = true)
    private boolean sql;

    @Option(
            names = "--head",
            paramLabel = "REVISION",
            description = "The revision to revise, or 'base' for a new beginning; else the only head.")
    private List<String> heads = new ArrayList<>();

    @Option(names = "--splice", description = "Allow a parent that another revision revises already.")
    private boolean splice;

    @Option(names = "--branch-label", paramLabel = "LABEL", description = "A name for the branch that begins here.")
    private List<String> labels = new ArrayList<>();

    @Option(names = "--version-path", paramLabel = "DIR", description = "The version location to write into.")
    private @Nullable String versionPath;

    @Option(names = "--rev-id", paramLabel = "ID", description = "The id, instead of a random one.")
    private @Nullable String id;

    @Option(
            names = "--depends-on",
            paramLabel = "REVISION",
            description = "A revision or label that must be applied before.")
    private List<String> dependsOn = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "java or sql, instead of the setting revision_format.")
    private @Nullable String format;

    RevisionCommand(RootCommand root) {
        super(root);
    }

    @Override
    public Integer call() {
        if (sql) {
            throw new UsageException(
                    "'revision' runs nothing, so it has no SQL to print.",
                    "To write a revision in SQL say --format sql; to see its SQL say 'retort upgrade head --sql'.");
        }
        String emptyIsNew = id != null && id.isEmpty() ? null : id;
        RevisionRequest request =
                new RevisionRequest(message, heads, splice, labels, dependsOn, emptyIsNew, versionPath, format);
        if (autogenerate) {
            return print(root().retortReadingEntities().autogenerate(request));
        }
        new WrittenPrinter(terminal()).print(retort().revision(request), json());
        return ExitCode.OK;
    }

    private int print(AutogenerateReport report) {
        boolean unwritable =
                report.written().isEmpty() && !report.model().attention().isEmpty();
        ModelPrinter printer = new ModelPrinter(root());
        if (json()) {
            Json.print(terminal().out(), generator -> {
                report.written().ifPresent(written -> {
                    generator.writeStringProperty("revision", written.id());
                    generator.writeStringProperty("path", written.path().toString());
                });
                printer.properties(generator, report.model());
            });
            return unwritable ? ExitCode.FAILURE : ExitCode.OK;
        }
        printer.seen(report.model());
        if (unwritable) {
            printer.attention(report.model());
            terminal().err().println("No revision was written: nothing can be generated for these differences.");
            return ExitCode.FAILURE;
        }
        if (report.written().isEmpty()) {
            printer.say("No differences between the entities and the database: no revision was written.");
            return ExitCode.OK;
        }
        printer.differences(report.model(), terminal().err());
        new WrittenPrinter(terminal()).print(report.written().get(), false);
        return ExitCode.OK;
    }
}
