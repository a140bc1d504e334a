package dev.retort.frontend;

import dev.retort.error.Action;
import dev.retort.error.Advice;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words of another front-end than the command line. */
public enum GoalWords implements Advice.Words {
    INSTANCE;

    @Override
    public String call(Action action, List<String> arguments) {
        return "goal " + action.name().toLowerCase(Locale.ROOT) + arguments;
    }

    @Override
    public String setting(String key, @Nullable String value) {
        return value == null ? "<" + key + ">" : "<" + key + ">" + value + "</" + key + ">";
    }

    @Override
    public String option(String name) {
        return "-Dretort." + name;
    }
}
