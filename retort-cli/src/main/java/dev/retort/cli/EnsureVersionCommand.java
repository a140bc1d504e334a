package dev.retort.cli;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes Retort's own tables. */
@Command(
        name = "ensure-version",
        aliases = "ensure_version",
        description = "Make the version, history and journal tables where they are missing.",
        footer = {
            "'upgrade' and 'stamp' make them too; this is for an account that may do it when theirs may not.",
            "",
            "Examples:",
            "  retort ensure-version          make them",
            "  retort ensure-version --sql    the SQL of the version table instead"
        })
final class EnsureVersionCommand extends ProjectCommand {

    @Option(names = "--sql", description = "Print the SQL of the version table and make nothing.")
    private boolean sql;

    EnsureVersionCommand(RootCommand root) {
        super(root);
    }

    @Override
    public Integer call() {
        if (sql) {
            return new SqlPrinter(root()).print(retort().ensureVersionSql());
        }
        Retort retort = retort();
        retort.ensureVersion();
        List<String> tables = Stream.of(ConfigKey.VERSION_TABLE, ConfigKey.HISTORY_TABLE, ConfigKey.JOURNAL_TABLE)
                .map(retort.settings()::required)
                .toList();
        if (json()) {
            Json.print(terminal().out(), json -> Json.list(json, "tables", tables));
        } else {
            terminal().out().println("The tables are there: " + String.join(", ", tables) + ".");
        }
        return ExitCode.OK;
    }
}
