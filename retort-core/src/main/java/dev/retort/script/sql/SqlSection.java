package dev.retort.script.sql;

import java.util.List;

/**
 * One section of an SQL revision.
 *
 * @param kind {@code UPGRADE} or {@code DOWNGRADE}
 * @param databases the databases it is for; empty for all
 * @param line the line of the comment that opens it
 * @param start where its text begins in the file
 * @param end where its text ends
 */
record SqlSection(SqlMarker.Kind kind, List<String> databases, int line, int start, int end) {}
