package dev.retort.spi;

import dev.retort.migration.Direction;
import dev.retort.migration.RevisionHeader;

/**
 * One revision that is run on a database in one direction.
 *
 * @param database the database, as it may be shown: its address without passwords
 * @param revision the revision
 * @param direction the direction
 */
public record MigrationStep(String database, RevisionHeader revision, Direction direction) {}
