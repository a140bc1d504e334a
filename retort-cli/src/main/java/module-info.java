import org.jspecify.annotations.NullMarked;

/** The command line of Retort. */
@NullMarked
module dev.retort.cli {
    requires dev.retort.core;
    requires dev.retort.frontend;
    requires info.picocli;
    requires java.logging;
    requires java.sql;
    requires static org.jspecify;
}
