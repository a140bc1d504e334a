package dev.retort.render;

import dev.retort.migration.RevisionHeader;
import dev.retort.operation.GeneratedOperations;

/**
 * A revision that has no file yet.
 *
 * @param header what the file says about itself
 * @param upgrade the upgrade; a remark without an operation is at its beginning
 * @param downgrade the downgrade, likewise
 */
public record GeneratedRevision(RevisionHeader header, GeneratedOperations upgrade, GeneratedOperations downgrade) {}
