package dev.retort.report;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A revision file to write.
 *
 * @param message what it does
 * @param heads the parents, as identifiers; empty for the only head
 * @param splice whether a parent may be a revision that another one revises already
 * @param labels the branch labels
 * @param dependsOn identifiers of revisions that must be applied before
 * @param id the id; null for a new one
 * @param versionPath the version location to write into; null to choose
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

    private static List<String> copied(List<String> values, String name) {
        for (int i = 0; i < Objects.requireNonNull(values, name).size(); i++) {
            Objects.requireNonNull(values.get(i), name + "[" + i + "]");
        }
        return List.copyOf(values);
    }
}
