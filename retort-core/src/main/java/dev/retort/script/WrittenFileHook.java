package dev.retort.script;

import java.nio.file.Path;
import java.util.Map;

/** A post-write hook written in Java, such as a formatter. Has a public constructor without parameters. */
@FunctionalInterface
public interface WrittenFileHook {

    /**
     * Processes a new file.
     *
     * @param file its absolute path
     * @param values every key of the hook as configured
     * @throws Exception whatever goes wrong; the command then fails
     */
    void written(Path file, Map<String, String> values) throws Exception;
}
