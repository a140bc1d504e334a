package dev.retort.cli;

/** Prints SQL that a database client is to run, and with it whatever password is given in it. */
final class SqlPrinter {

    private final RootCommand root;

    SqlPrinter(RootCommand root) {
        this.root = root;
    }

    /** Prints the SQL and returns the exit code. */
    int print(String sql) {
        if (root.options().json()) {
            root.terminal().write(root.asJson().sql(sql));
        } else {
            root.terminal().write(sql);
            if (sql.isEmpty()) {
                root.say("Nothing to do: no revision lies between.");
            }
        }
        return ExitCode.OK;
    }
}
