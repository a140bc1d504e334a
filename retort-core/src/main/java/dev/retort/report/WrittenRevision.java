package dev.retort.report;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A revision file that was written.
 *
 * @param id the new revision
 * @param path the file
 * @param model what was compared, when the body was generated; else null
 */
public record WrittenRevision(
        String id, Path path, @Nullable ModelReport model) {}
