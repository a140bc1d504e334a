package dev.retort.cli;

import java.nio.charset.StandardCharsets;

/** Prints SQL that a database client is to run. */
final class SqlPrinter {

    private final RootCommand root;

    SqlPrinter(RootCommand root) {
        this.root = root;
    }

    /** Prints the SQL and returns the exit code. */
    int print(String sql) {
        if (root.options().json()) {
            Json.print(root.terminal().out(), json -> json.writeStringProperty("sql", sql));
        } else {
            // As bytes, because a script is a result in which no character may be another one.
            byte[] script = sql.getBytes(StandardCharsets.UTF_8);
            root.terminal().out().write(script, 0, script.length);
            if (sql.isEmpty()) {
                root.say("Nothing to do: no revision lies between.");
            }
        }
        return ExitCode.OK;
    }
}
