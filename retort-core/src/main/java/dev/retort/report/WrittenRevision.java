package dev.retort.report;

import java.nio.file.Path;

/**
 * A revision file that was written.
 *
 * @param id the new revision
 * @param path the file
 */
public record WrittenRevision(String id, Path path) {}
