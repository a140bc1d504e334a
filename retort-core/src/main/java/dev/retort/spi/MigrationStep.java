package dev.retort.spi;

import dev.retort.migration.Direction;
import dev.retort.migration.RevisionHeader;

/**
 * A revision that is run on a database in one direction.
 *
 * @param database the address of the database, without passwords
 * @param revision the revision
 * @param direction the direction
 */
public record MigrationStep(String database, RevisionHeader revision, Direction direction) {}
