package dev.retort.script;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision to be written.
 *
 * @param id the id; null for a generated one
 * @param revises the ids of the parents, checked by the caller; empty for a base
 * @param dependsOn ids or labels that must be applied first
 * @param labels the branch labels it declares
 * @param message what it does; empty for nothing
 * @param format the format of the file
 * @param versionPath the version location to write to; null for the only one, or that of the first parent
 * @param created the present time
 * @param title the message for the file name, without what no file name should contain
 */
public record NewRevision(
        @Nullable String id,
        List<String> revises,
        List<String> dependsOn,
        List<String> labels,
        String message,
        RevisionFormat format,
        @Nullable String versionPath,
        Instant created,
        String title) {

    public NewRevision {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
    }

    /** A revision whose file is named after its message. */
    public NewRevision(
            @Nullable String id,
            List<String> revises,
            List<String> dependsOn,
            List<String> labels,
            String message,
            RevisionFormat format,
            @Nullable String versionPath,
            Instant created) {
        this(id, revises, dependsOn, labels, message, format, versionPath, created, message);
    }
}
