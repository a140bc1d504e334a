package dev.retort.cli;

import dev.retort.script.IndexWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the index of packaged revisions. */
@Command(
        name = "index",
        description = "Write the index by which an application finds its packaged revisions.",
        footer = {
            "",
            "  retort index src/main/java target/classes --location com/acme/migrations",
            "",
            "The index becomes META-INF/retort/LOCATION.index in the directory of classes; with it",
            "script_location = \"classpath:LOCATION\" works where there is neither source nor compiler."
        })
final class IndexCommand extends ProjectCommand {

    @Parameters(
            arity = "2..*",
            paramLabel = "DIR",
            description = "The directories of the sources, then the one of the classes.")
    private List<Path> directories = new ArrayList<>();

    @Option(
            names = "--location",
            required = true,
            paramLabel = "LOCATION",
            description = "The package of the revisions, with slashes.")
    private String location = "";

    IndexCommand(RootCommand root) {
        super(root);
    }

    @Override
    public Integer call() {
        List<Path> resolved =
                directories.stream().map(root().workingDirectory()::resolve).toList();
        int last = resolved.size() - 1;
        int revisions = new IndexWriter(resolved.subList(0, last), resolved.get(last)).write(location);
        if (json()) {
            Json.print(terminal().out(), json -> json.writeNumberProperty("revisions", revisions));
        } else {
            terminal().out().println(revisions + " revisions indexed.");
        }
        return ExitCode.OK;
    }
}
