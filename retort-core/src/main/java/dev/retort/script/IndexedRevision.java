package dev.retort.script;

import org.jspecify.annotations.Nullable;

/**
 * A revision that an index is to list.
 *
 * @param file the revision as found among the sources
 * @param target the qualified name of its class, or the path of its resource
 * @param compiled the checksum of its class; null for a resource
 */
record IndexedRevision(
        RevisionFile file, String target, @Nullable String compiled) {

    /** The path of its class or resource, relative to the directory of classes. */
    String resource() {
        return resource(file.format(), target);
    }

    /** The path of a class or resource. */
    static String resource(RevisionFormat format, String target) {
        return format == RevisionFormat.JAVA ? target.replace('.', '/') + ".class" : target;
    }
}
