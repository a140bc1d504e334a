package dev.retort.cli;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import java.util.List;
import java.util.stream.Stream;

/** Makes Retort's metadata tables. */
final class EnsureVersionCommand extends ProjectCommand {

    private final Argument<Boolean> sql = flag("Print the SQL of the version table and make nothing.", "--sql");

    EnsureVersionCommand(RootCommand root) {
        super(root, "ensure-version", "Make the version, history and journal tables where they are missing.");
        alias("ensure_version");
        footer(
                "'upgrade' and 'stamp' make them too; this is for an account that may do it when theirs may not.",
                "",
                "Examples:",
                "  retort ensure-version          make them",
                "  retort ensure-version --sql    the SQL of the version table instead");
    }

    @Override
    public Integer call() {
        if (sql.value()) {
            return new SqlPrinter(root()).print(retort().ensureVersionSql());
        }
        Retort retort = retort();
        retort.ensureVersion();
        List<String> tables = Stream.of(ConfigKey.VERSION_TABLE, ConfigKey.HISTORY_TABLE, ConfigKey.JOURNAL_TABLE)
                .map(retort.settings()::required)
                .toList();
        if (json()) {
            confirmations().write(asJson().tables(tables));
        } else {
            confirmations().out().println(asText().tables(tables));
        }
        return ExitCode.OK;
    }
}
