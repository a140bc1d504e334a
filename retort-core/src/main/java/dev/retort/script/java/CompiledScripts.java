package dev.retort.script.java;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Sources as classes.
 *
 * @param directories where the classes of the sources and of their helpers lie, by binary name
 * @param libraries what they need of the application's class path beside what the settings name
 */
public record CompiledScripts(Map<String, Path> directories, List<Path> libraries) {}
