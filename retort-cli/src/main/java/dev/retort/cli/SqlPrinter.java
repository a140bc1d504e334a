package dev.retort.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Prints SQL that a database client is to run, and with it whatever password is given in it. */
final class SqlPrinter {

    private final RootCommand root;

    SqlPrinter(RootCommand root) {
        this.root = root;
    }

    /** What writes SQL. */
    interface Sql {
        void writeTo(Appendable target) throws IOException;
    }

    /** Prints the SQL and returns the exit code. */
    int print(String sql) {
        return print(target -> target.append(sql));
    }

    /** Prints SQL as it is written, or as JSON when all of it is there, and returns the exit code. */
    int print(Sql sql) {
        try {
            if (root.options().json()) {
                StringBuilder whole = new StringBuilder();
                sql.writeTo(whole);
                root.terminal().write(root.asJson().sql(whole.toString()));
            } else {
                Printed printed = new Printed(root.terminal());
                sql.writeTo(printed);
                if (printed.isEmpty) {
                    root.say("Nothing to do: no revision lies between.");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ExitCode.OK;
    }

    /** What is printed at once, as the client of a database may already be reading it. */
    private static final class Printed extends Writer {

        private final Terminal terminal;
        private boolean isEmpty = true;

        Printed(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void write(char[] text, int offset, int length) {
            isEmpty &= length == 0;
            terminal.write(new String(text, offset, length));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
