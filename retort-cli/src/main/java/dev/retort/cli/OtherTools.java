package dev.retort.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Words by which other tools call what commands of Retort do. */
final class OtherTools {

    private static final Map<String, String> COMMANDS = commands();

    private OtherTools() {}

    private static Map<String, String> commands() {
        Map<String, List<String>> words = Map.ofEntries(
                Map.entry("init", List.of("setup", "bootstrap", "start")),
                Map.entry("revision -m MESSAGE", List.of("new", "create", "make", "add")),
                Map.entry(
                        "revision --autogenerate -m MESSAGE",
                        List.of("generate", "makemigrations", "add-migration", "autogenerate")),
                Map.entry("check", List.of("diff", "validate", "verify", "lint", "compare")),
                Map.entry(
                        "upgrade",
                        List.of(
                                "migrate",
                                "update",
                                "apply",
                                "up",
                                "deploy",
                                "run",
                                "goto",
                                "latest",
                                "update-database")),
                Map.entry(
                        "upgrade --sql",
                        List.of("plan", "preview", "script", "sql", "sqlmigrate", "dry-run", "dryrun")),
                Map.entry("downgrade -1", List.of("rollback", "undo", "down", "revert", "redo")),
                Map.entry("downgrade base", List.of("clean", "drop", "drop-all", "dropall", "reset", "zero", "wipe")),
                Map.entry("current", List.of("status", "pending", "state", "at")),
                Map.entry("history", List.of("info", "log", "list", "ls", "showmigrations", "migrations")),
                Map.entry("show", List.of("describe", "cat", "inspect")),
                Map.entry("edit", List.of("open")),
                Map.entry("heads", List.of("tip", "tips", "head")),
                Map.entry("branches", List.of("branch")),
                Map.entry("merge heads", List.of("join", "rebase")),
                Map.entry("stamp", List.of("baseline", "mark", "fake", "force", "set", "resolve", "changelogsync")),
                Map.entry("resume", List.of("repair", "continue", "recover", "retry", "unlock", "release-locks")),
                Map.entry("accept REVISION --reason TEXT", List.of("rehash", "clear-checksums", "clearchecksums")),
                Map.entry("index", List.of("package", "hash", "bundle")),
                Map.entry("completion", List.of("completions")),
                Map.entry("--version", List.of("version")));
        Map<String, String> commands = new HashMap<>();
        words.forEach((command, meanings) -> meanings.forEach(word -> commands.put(word, command)));
        return commands;
    }

    /** What one writes here for a command of another tool, such as {@code migrate}, {@code db:migrate} or {@code migration:run}. */
    static Optional<String> meant(String command) {
        String word = command.substring(command.lastIndexOf(':') + 1)
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
        return Optional.ofNullable(COMMANDS.get(word));
    }
}
