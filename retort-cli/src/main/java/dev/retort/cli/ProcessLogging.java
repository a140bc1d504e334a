package dev.retort.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Filter;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;

/**
 * The logging of the program's process: the standard one, without what drivers log while they connect, as they repeat addresses with
 * passwords in them. The JDK makes it by name, and not before something logs, so that it costs no start.
 */
public final class ProcessLogging {

    private static final String CLASS = "java.util.logging.config.class";
    private static final String FILE = "java.util.logging.config.file";

    /** Called by the JDK. */
    public ProcessLogging() throws IOException {
        String configuration = """
                handlers=java.util.logging.ConsoleHandler
                java.util.logging.ConsoleHandler.filter=%s
                """.formatted(NotWhileConnecting.class.getName());
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(configuration.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Chooses this logging, unless whoever started the process has chosen another. */
    static void choose() {
        if (System.getProperty(CLASS) == null && System.getProperty(FILE) == null) {
            System.setProperty(CLASS, ProcessLogging.class.getName());
        }
    }

    /** Lets pass what is not logged in the middle of opening a connection. */
    public static final class NotWhileConnecting implements Filter {

        private static final String CONNECTING = "dev.retort.command.Drivers";

        /** Called by the JDK. */
        public NotWhileConnecting() {}

        @Override
        public boolean isLoggable(LogRecord record) {
            return StackWalker.getInstance()
                    .walk(frames ->
                            frames.noneMatch(frame -> frame.getClassName().equals(CONNECTING)));
        }
    }
}
