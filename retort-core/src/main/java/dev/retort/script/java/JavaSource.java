package dev.retort.script.java;

import dev.retort.migration.RevisionHeader;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a Java file says.
 *
 * @param packageName the package, empty for the unnamed one
 * @param className the simple name of the revision's class; empty for a helper
 * @param header the revision; null for a helper
 */
public record JavaSource(
        String packageName, String className, @Nullable RevisionHeader header) {

    /** The fully qualified name of the revision's class. */
    public String qualifiedName() {
        return packageName.isEmpty() ? className : packageName + "." + className;
    }
}
