import org.jspecify.annotations.NullMarked;

/**
 * What several front-ends of Retort share: the configuration file, templates of new files, and results as text and as JSON. It knows no
 * command line and no terminal.
 *
 * <p>It is no API: its packages are open to Retort's own front-ends alone, and change with them.
 */
@NullMarked
module dev.retort.frontend {
    requires com.samskivert.jmustache;
    requires transitive dev.retort.core;
    requires static org.jspecify;
    requires org.tomlj;
    requires tools.jackson.core;

    exports dev.retort.frontend to
            dev.retort.cli;
    exports dev.retort.frontend.config to
            dev.retort.cli;
    exports dev.retort.frontend.json to
            dev.retort.cli;
    exports dev.retort.frontend.template to
            dev.retort.cli;
    exports dev.retort.frontend.text to
            dev.retort.cli;
}
