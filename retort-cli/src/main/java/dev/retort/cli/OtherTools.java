package dev.retort.cli;

import dev.retort.error.NearMatches;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words by which other tools call what commands of Retort do. */
final class OtherTools {

    /** What a call of another tool begins with, before its command. */
    private static final Set<String> PREFIXES = Set.of(
            "db",
            "database",
            "schema",
            "migrate",
            "migration",
            "migrations",
            "ef",
            "alembic",
            "flask",
            "flyway",
            "liquibase",
            "atlas",
            "goose",
            "dbmate",
            "rails",
            "rake",
            "django-admin",
            "manage.py",
            "prisma",
            "knex",
            "retort");

    /** What is a target behind a word for a run, and no command. */
    private static final Set<String> TARGETS = Set.of("head", "heads", "base");

    /** Shorter words resemble too many others. */
    private static final int SHORTEST_RESEMBLING = 4;

    private static final Map<String, String> COMMANDS = commands();

    /** What has no command here, and how it is done instead. */
    private static final Map<String, String> ADVICE = Map.ofEntries(
            Map.entry(
                    "tag",
                    "'retort current' tells the id that the database is at, and 'retort downgrade ID' leads back there."),
            Map.entry("seed", "Rows come by revisions too: 'retort revision -m MESSAGE'."),
            Map.entry("squash", "Revisions stay as they are, and those that have run are not run again."),
            Map.entry("dump", "The database's own tools write its schema; here 'retort upgrade --sql' prints it."));

    private static final Map<String, String> SAME_ADVICE = Map.ofEntries(
            Map.entry("squashmigrations", "squash"),
            Map.entry("optimizemigration", "squash"),
            Map.entry("loaddata", "seed"),
            Map.entry("load", "seed"),
            Map.entry("tag-exists", "tag"),
            Map.entry("snapshot", "dump"));

    private OtherTools() {}

    private static Map<String, String> commands() {
        Map<String, List<String>> words = Map.ofEntries(
                Map.entry("init", List.of("setup", "bootstrap", "start")),
                Map.entry("revision -m MESSAGE", List.of("new", "create", "make", "add")),
                Map.entry(
                        "revision --autogenerate -m MESSAGE",
                        List.of(
                                "generate",
                                "makemigrations",
                                "make-migrations",
                                "makemigration",
                                "add-migration",
                                "autogenerate",
                                "diff-changelog",
                                "diffchangelog",
                                "generate-changelog",
                                "generatechangelog",
                                "migrations add",
                                "migrate diff",
                                "db migrate")),
                Map.entry(
                        "check", List.of("diff", "validate", "verify", "lint", "compare", "has-pending-model-changes")),
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
                                "push",
                                "forward",
                                "update-to-tag",
                                "updatedatabase",
                                "update-database")),
                Map.entry("upgrade TARGET", List.of("up-to", "upto")),
                Map.entry("upgrade +1", List.of("up-by-one", "update-count", "updatecount", "update-one-changeset")),
                Map.entry(
                        "upgrade --sql",
                        List.of(
                                "plan",
                                "preview",
                                "script",
                                "sql",
                                "sqlmigrate",
                                "update-sql",
                                "updatesql",
                                "script-migration",
                                "dry-run",
                                "dryrun")),
                Map.entry(
                        "downgrade -1",
                        List.of(
                                "rollback",
                                "undo",
                                "down",
                                "revert",
                                "redo",
                                "rollback-count",
                                "rollbackcount",
                                "remove-migration",
                                "remove")),
                Map.entry("downgrade TARGET", List.of("down-to", "downto", "rollback-to-date")),
                Map.entry(
                        "downgrade START:TARGET --sql", List.of("rollback-sql", "rollbacksql", "future-rollback-sql")),
                Map.entry(
                        "downgrade base",
                        List.of(
                                "clean",
                                "drop",
                                "drop-all",
                                "dropall",
                                "reset",
                                "zero",
                                "wipe",
                                "fresh",
                                "drop-database")),
                Map.entry("current", List.of("status", "pending", "state", "at", "db:version")),
                Map.entry(
                        "history",
                        List.of(
                                "info",
                                "log",
                                "list",
                                "ls",
                                "showmigrations",
                                "show-migrations",
                                "get-migration",
                                "changelog",
                                "migrations",
                                "revisions")),
                Map.entry("show", List.of("describe", "cat", "inspect")),
                Map.entry("edit", List.of("open")),
                Map.entry("heads", List.of("tip", "tips", "head")),
                Map.entry("branches", List.of("branch")),
                Map.entry("merge heads", List.of("join", "rebase")),
                Map.entry(
                        "stamp",
                        List.of(
                                "baseline",
                                "mark",
                                "fake",
                                "force",
                                "set",
                                "resolve",
                                "changelogsync",
                                "changelog-sync",
                                "mark-next-changeset-ran")),
                Map.entry(
                        "resume",
                        List.of("repair", "continue", "recover", "retry", "unlock", "release-locks", "releaselocks")),
                Map.entry(
                        "accept REVISION --reason TEXT",
                        List.of("rehash", "clear-checksums", "clearchecksums", "migrate hash")),
                Map.entry("index", List.of("package", "hash", "bundle")),
                Map.entry("completion", List.of("completions")),
                Map.entry("--version", List.of("version")));
        Map<String, String> commands = new HashMap<>();
        words.forEach((command, meanings) -> meanings.forEach(word -> commands.put(word, command)));
        return commands;
    }

    /**
     * What one does here instead of a command of another tool, such as {@code migrate}, {@code db:migrate} or {@code database update}.
     *
     * @param call the words of the call
     * @return a sentence; empty when no tool says so
     */
    static Optional<String> meant(List<String> call) {
        String first = plain(call.get(0));
        String second = call.size() > 1 ? plain(call.get(1)) : "";
        if (PREFIXES.contains(first)
                && !second.isEmpty()
                && !(COMMANDS.containsKey(first) && TARGETS.contains(second))) {
            Optional<String> both = Optional.ofNullable(COMMANDS.get(first + " " + second))
                    .or(() -> Optional.of(second).filter(Commands.names()::contains))
                    .map(OtherTools::here)
                    .or(() -> one(second));
            if (both.isPresent()) {
                return both;
            }
        }
        return Optional.ofNullable(COMMANDS.get(call.get(0).toLowerCase(Locale.ROOT)))
                .map(OtherTools::here)
                .or(() -> one(first))
                .or(() -> mistyped(first));
    }

    private static Optional<String> one(String word) {
        return Optional.ofNullable(ADVICE.get(SAME_ADVICE.getOrDefault(word, word)))
                .or(() -> Optional.ofNullable(COMMANDS.get(word)).map(OtherTools::here))
                .or(() -> PREFIXES.contains(word) ? Optional.of("Leave '" + word + "' out.") : Optional.empty());
    }

    /** A word of our own is meant rather than one that resembles it as much. */
    private static Optional<String> mistyped(String word) {
        if (!NearMatches.of(word, Commands.names()).isEmpty() || word.length() < SHORTEST_RESEMBLING) {
            return Optional.empty();
        }
        return NearMatches.of(word, COMMANDS.keySet().stream().sorted().toList()).stream()
                .findFirst()
                .map(COMMANDS::get)
                .map(OtherTools::here);
    }

    /** The last part of a word that has parts: {@code migrate} of {@code db:migrate}. */
    private static String plain(String word) {
        return word.substring(word.lastIndexOf(':') + 1)
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
    }

    private static String here(String command) {
        return "Here it is 'retort " + command + "'.";
    }
}
