package dev.retort.script;

import dev.retort.migration.RevisionHeader;

/**
 * A revision in an index.
 *
 * @param header what it says about itself
 * @param origin its class or resource
 */
record IndexedRevision(RevisionHeader header, Packaged origin) {

    /** The revision, to be read from the class path. */
    RevisionFile file() {
        return new RevisionFile(header, origin);
    }
}
