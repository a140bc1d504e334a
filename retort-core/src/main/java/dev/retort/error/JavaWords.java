package dev.retort.error;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names actions, settings and options as a program that uses the library does: by the methods of {@link dev.retort.Retort}. */
enum JavaWords implements Advice.Words {
    INSTANCE;

    @Override
    public String call(Action action, List<String> arguments) {
        return "Retort." + action.method() + "(" + action.parameters(quoted(arguments)) + ")";
    }

    private static String quoted(List<String> arguments) {
        return arguments.stream().map(argument -> '"' + argument + '"').collect(Collectors.joining(", "));
    }

    @Override
    public String setting(String key, @Nullable String value) {
        return value == null ? "'" + key + "'" : key + " = " + value;
    }

    @Override
    public String option(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("-", -1)) {
            camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }

    @Override
    public String database() {
        return "a data source or ConfigKey.URL in RetortConfiguration";
    }
}
