package dev.retort.script.java;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Compiled sources.
 *
 * @param directories the directories of the classes of the sources and of their helpers, by binary name
 * @param libraries what they need of the application's class path besides the configured entries
 */
public record CompiledScripts(Map<String, Path> directories, List<Path> libraries) {}
