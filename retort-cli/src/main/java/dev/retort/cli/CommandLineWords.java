package dev.retort.cli;

import dev.retort.error.Action;
import dev.retort.error.Advice;
import dev.retort.frontend.config.ConfigurationFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a command line asks for what an advice names. */
enum CommandLineWords implements Advice.Words {
    INSTANCE;

    /** How a command line speaks of the configuration file. */
    static final ConfigurationFile.Wording CONFIGURATION_FILE = new ConfigurationFile.Wording(
            "--config",
            Advice.of("'retort init migrations' begins a project here; -c FILE names a configuration elsewhere."),
            Advice.of("Name a retort.toml; 'retort init' writes one."));

    @Override
    public String call(Action action, List<String> arguments) {
        return "'retort " + command(action, String.join(" ", arguments)) + "'";
    }

    private static String command(Action action, String given) {
        String revisions = given.isEmpty() ? "REVISION" : given;
        return switch (action) {
            case INDEX -> "index SOURCES CLASSES";
            case REVISION -> given.isEmpty() ? "revision" : "revision -m " + given;
            case AUTOGENERATE -> "revision --autogenerate -m MESSAGE";
            case MERGE_HEADS -> "merge heads";
            case UPGRADE -> "upgrade";
            case UPGRADE_MISSED -> "upgrade --missed";
            case RESUME -> "resume";
            case RESUME_RETRY -> "resume --retry";
            case RESUME_DONE -> "resume --done";
            case RESUME_UNDO -> "resume --undo";
            case ACCEPT -> "accept " + revisions + " --reason TEXT";
            case ACCEPT_MISSED -> "accept --missed --reason TEXT";
            case PURGE_AND_STAMP -> "stamp --purge " + revisions;
            case ENSURE_VERSION -> "ensure-version";
            case CURRENT -> "current";
            case HISTORY -> given.isEmpty() ? "history" : "history -r " + given;
            case HEADS -> "heads";
        };
    }

    @Override
    public String setting(String key, @Nullable String value) {
        return value == null ? "'" + key + "' in retort.toml" : key + " = " + value;
    }

    @Override
    public String option(String name) {
        return "--" + name;
    }
}
