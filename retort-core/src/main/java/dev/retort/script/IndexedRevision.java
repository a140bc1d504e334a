package dev.retort.script;

/**
 * A revision that an index is to list.
 *
 * @param file the revision as found among the sources
 * @param target the qualified name of its class, or the path of its resource
 */
record IndexedRevision(RevisionFile file, String target) {}
