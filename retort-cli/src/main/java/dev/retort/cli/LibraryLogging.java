package dev.retort.cli;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps what libraries tell about themselves off the terminal; warnings stay. Only the program does this, never the library. */
final class LibraryLogging {

    private final List<Logger> loggers;

    /** Logging that stays quiet as long as this object is there, because the JDK forgets the level of a logger that nobody holds. */
    LibraryLogging() {
        this.loggers = List.of(Logger.getLogger("org.hibernate"), Logger.getLogger("org.jboss"));
        loggers.forEach(logger -> logger.setLevel(Level.WARNING));
    }
}
