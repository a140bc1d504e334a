package dev.retort.report;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A revision file to write.
 *
 * @param message what the revision does
 * @param heads the parents, as identifiers; empty for the only head
 * @param splice whether a parent may be a revision that is not a head
 * @param labels the branch labels
 * @param dependsOn identifiers of revisions that must be applied first
 * @param id the id; null for a generated one
 * @param versionPath the version location to write to; null to choose one
 * @param format {@code java} or {@code sql}; null for the setting
 */
public record RevisionRequest(
        String message,
        List<String> heads,
        boolean splice,
        List<String> labels,
        List<String> dependsOn,
        @Nullable String id,
        @Nullable String versionPath,
        @Nullable String format) {

    public RevisionRequest {
        Objects.requireNonNull(message, "message");
        heads = copied(heads, "heads");
        labels = copied(labels, "labels");
        dependsOn = copied(dependsOn, "dependsOn");
    }

    /** A revision on top of the only head. */
    public static RevisionRequest of(String message) {
        return new RevisionRequest(message, List.of(), false, List.of(), List.of(), null, null, null);
    }

    /** The same on top of other parents. */
    public RevisionRequest heads(List<String> identifiers) {
        return new RevisionRequest(message, identifiers, splice, labels, dependsOn, id, versionPath, format);
    }

    /** The same on top of a revision that need not be a head. */
    public RevisionRequest splice(boolean allowed) {
        return new RevisionRequest(message, heads, allowed, labels, dependsOn, id, versionPath, format);
    }

    /** The same with branch labels. */
    public RevisionRequest labels(List<String> declared) {
        return new RevisionRequest(message, heads, splice, declared, dependsOn, id, versionPath, format);
    }

    /** The same with dependencies. */
    public RevisionRequest dependsOn(List<String> identifiers) {
        return new RevisionRequest(message, heads, splice, labels, identifiers, id, versionPath, format);
    }

    /** The same with an id; null for a generated one. */
    public RevisionRequest id(@Nullable String chosen) {
        return new RevisionRequest(message, heads, splice, labels, dependsOn, chosen, versionPath, format);
    }

    /** The same in a version location; null to choose one. */
    public RevisionRequest versionPath(@Nullable String location) {
        return new RevisionRequest(message, heads, splice, labels, dependsOn, id, location, format);
    }

    /** The same in a format; null for the setting. */
    public RevisionRequest format(@Nullable String chosen) {
        return new RevisionRequest(message, heads, splice, labels, dependsOn, id, versionPath, chosen);
    }

    private static List<String> copied(List<String> values, String name) {
        for (int i = 0; i < Objects.requireNonNull(values, name).size(); i++) {
            Objects.requireNonNull(values.get(i), name + "[" + i + "]");
        }
        return List.copyOf(values);
    }
}
