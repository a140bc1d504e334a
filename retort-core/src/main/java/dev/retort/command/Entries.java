package dev.retort.command;

import dev.retort.report.RevisionEntry;
import dev.retort.revision.RevisionGraph;
import dev.retort.script.RevisionFile;
import dev.retort.script.ScriptDirectory;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates entries of listings. */
final class Entries {

    private final RevisionGraph graph;
    private final ScriptDirectory scripts;
    private final @Nullable Set<String> rows;
    private final @Nullable Set<String> changed;
    private final @Nullable Set<String> missed;

    /** Entries without data from a database. */
    static Entries withoutDatabase(Project project) {
        return new Entries(project, null, null, null);
    }

    /** Entries that include the version rows. */
    static Entries of(Project project, Collection<String> rows) {
        return new Entries(project, Set.copyOf(rows), null, null);
    }

    /**
     * Entries that include everything that a database tells.
     *
     * @param changed the revisions whose files have changed since they were applied
     * @param missed the missed revisions
     */
    static Entries of(Project project, Collection<String> rows, Set<String> changed, Collection<String> missed) {
        return new Entries(project, Set.copyOf(rows), changed, Set.copyOf(missed));
    }

    private Entries(
            Project project, @Nullable Set<String> rows, @Nullable Set<String> changed, @Nullable Set<String> missed) {
        this.graph = project.graph();
        this.scripts = project.scripts();
        this.rows = rows;
        this.changed = changed;
        this.missed = missed;
    }

    List<RevisionEntry> of(Collection<String> ids) {
        return ids.stream().map(this::of).toList();
    }

    RevisionEntry of(String id) {
        Optional<RevisionFile> file = scripts.find(id);
        return new RevisionEntry(
                graph.get(id),
                graph.labels(id),
                graph.children(id),
                file.map(found -> found.path().map(Object::toString).orElse(found.name()))
                        .orElse(null),
                file.map(found -> found.format().name().toLowerCase(Locale.ROOT))
                        .orElse("java"),
                graph.isRealHead(id),
                graph.isHead(id) && !graph.isRealHead(id),
                rows == null ? null : rows.contains(id),
                changed == null ? null : changed.contains(id),
                missed == null ? null : missed.contains(id),
                graph.isBranchPoint(id),
                graph.isMergePoint(id));
    }
}
