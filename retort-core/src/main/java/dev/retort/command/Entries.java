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

/** Makes listing entries of revisions. */
final class Entries {

    private final RevisionGraph graph;
    private final ScriptDirectory scripts;
    private final Set<String> rows;

    /**
     * A maker of entries.
     *
     * @param rows the version rows; empty when the database was not asked
     */
    Entries(Project project, Collection<String> rows) {
        this.graph = project.graph();
        this.scripts = project.scripts();
        this.rows = Set.copyOf(rows);
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
                rows.contains(id),
                graph.isBranchPoint(id),
                graph.isMergePoint(id));
    }
}
