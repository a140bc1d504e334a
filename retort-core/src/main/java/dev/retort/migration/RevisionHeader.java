package dev.retort.migration;

import dev.retort.error.SourcePosition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a revision file says about itself, apart from its operations.
 *
 * @param id the identifier
 * @param revises the ids of the parents, in file order; empty for a base
 * @param dependsOn ids or labels of revisions that must be applied first, in file order
 * @param labels the branch labels that this file declares
 * @param message the whole description; empty if there is none
 * @param created when the file was created, as written in it
 * @param apiLevel the version of Retort's behaviour that the file was written for, 1 or more
 * @param position where the header is; null for a revision without a file
 */
public record RevisionHeader(
        String id,
        List<String> revises,
        List<String> dependsOn,
        List<String> labels,
        String message,
        @Nullable Instant created,
        int apiLevel,
        @Nullable SourcePosition position) {

    public RevisionHeader {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
    }

    /** A revision that only has a place in the graph. */
    public static RevisionHeader of(String id, List<String> revises, List<String> dependsOn, List<String> labels) {
        return new RevisionHeader(id, revises, dependsOn, labels, "", null, 1, null);
    }

    /** The first paragraph of the message on one line, for listings. */
    public String summary() {
        int end = message.indexOf("\n\n");
        String paragraph = end < 0 ? message : message.substring(0, end);
        return paragraph.strip().replaceAll("\\s+", " ");
    }
}
