package dev.retort.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Options by which other tools say what is said otherwise here. */
final class OtherOptions {

    private static final String TARGET =
            "A target stands alone, as in 'retort upgrade ae10' or 'retort downgrade base'.";
    private static final String STEPS = "Steps stand alone, as in 'retort upgrade +2' or 'retort downgrade -2'.";
    private static final String NO_QUESTION = "Retort asks nothing: leave it out.";

    private static final Map<String, String> ADVICE = advice();

    private OtherOptions() {}

    private static Map<String, String> advice() {
        Map<String, List<String>> options = Map.ofEntries(
                Map.entry(
                        "Here it is '--sql', which prints the SQL and runs nothing.",
                        List.of(
                                "--dry-run",
                                "--dryrun",
                                "--plan",
                                "--preview",
                                "--pretend",
                                "--print-sql",
                                "--show-sql")),
                Map.entry(TARGET, List.of("--to", "--target", "--revision", "--rev", "--to-revision", "--to-version")),
                Map.entry(STEPS, List.of("--step", "--steps", "--count", "-n")),
                Map.entry(NO_QUESTION, List.of("--yes", "-y", "--force", "--no-input", "--noinput", "--auto-approve")),
                Map.entry("Here it is 'retort stamp REVISION'.", List.of("--fake", "--fake-initial", "--baseline")),
                Map.entry("Here it is '--missed'.", List.of("--allow-missing", "--out-of-order", "--ignore-missing")),
                Map.entry(
                        "Here it is '--set url=URL'.",
                        List.of("--url", "--database-url", "--db-url", "--jdbc-url", "--database", "--dsn")),
                Map.entry("Here it is '--set user=USER'.", List.of("--user", "--username")),
                Map.entry(
                        "Here it is the key 'password' in retort.toml: ${DATABASE_PASSWORD} takes it from the environment.",
                        List.of("--password")),
                Map.entry("Here it is '--env NAME'.", List.of("--name", "--environment", "--profile")),
                Map.entry(
                        "Here it is '--set version_locations=DIR'.",
                        List.of("--locations", "--location", "--dir", "--migrations-dir", "--path")),
                Map.entry("Here it is '--autogenerate'.", List.of("--diff", "--from-entities")),
                Map.entry("Here it is '--stacktrace'.", List.of("--raiseerr", "--traceback", "--debug")));
        Map<String, String> advice = new HashMap<>();
        options.forEach((sentence, names) -> names.forEach(name -> advice.put(name, sentence)));
        return advice;
    }

    /**
     * What one says here instead of an option of another tool.
     *
     * @param option the option with its dashes, without a value
     * @return a sentence; empty when no tool says so
     */
    static Optional<String> meant(String option) {
        return Optional.ofNullable(ADVICE.get(option));
    }
}
