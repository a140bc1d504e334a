package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javax.tools.ToolProvider;

/** Compiles sources of an application of which Retort is a part. */
final class Compilation {

    private Compilation() {}

    /** Compiles one source into a directory, with the class path of this process. */
    static void of(Path source, Path classes) {
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-d",
                                classes.toString(),
                                source.toString()))
                .isZero();
    }
}
