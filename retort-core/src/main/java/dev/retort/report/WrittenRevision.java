package dev.retort.report;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A revision file that was written.
 *
 * @param id the new revision
 * @param path the file
 * @param model what was compared, when the body was generated
 */
public record WrittenRevision(String id, Path path, Optional<ModelReport> model) {}
