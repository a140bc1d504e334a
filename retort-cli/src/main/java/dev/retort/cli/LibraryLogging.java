package dev.retort.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps what the application's libraries tell about themselves off the terminal, by whatever framework they log; warnings that reach the
 * JDK's logging stay, and Hibernate's do. Only the program does this, never the library.
 */
final class LibraryLogging {

    /** By what Hibernate logs, unless somebody has chosen. */
    private static final String PROVIDER = "org.jboss.logging.provider";

    /** Set by the launcher, so that nobody else's streams are taken. */
    private static final String OWN_PROCESS = "retort.home";

    private final List<Logger> loggers;

    /** Logging that stays quiet as long as this object is there, because the JDK forgets the level of a logger that nobody holds. */
    LibraryLogging() {
        this.loggers = List.of(Logger.getLogger("org.hibernate"), Logger.getLogger("org.jboss"), Logger.getLogger(""));
        if (System.getProperty(OWN_PROCESS) == null) {
            loggers.subList(0, 2).forEach(logger -> logger.setLevel(Level.WARNING));
            return;
        }
        loggers.forEach(logger -> logger.setLevel(Level.WARNING));
        if (System.getProperty(PROVIDER) == null) {
            System.setProperty(PROVIDER, "jdk");
        }
        // The handlers of the JDK keep the stream that they find when they are first asked for; all other frameworks
        // find nowhere.
        int unused = loggers.get(2).getHandlers().length;
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(nowhere);
        System.setErr(nowhere);
    }
}
