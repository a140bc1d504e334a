package dev.retort.command;

import dev.retort.config.ConfigKey;
import dev.retort.error.UsageException;
import dev.retort.operation.Attention;
import dev.retort.operation.Operation;
import dev.retort.render.GeneratedRevision;
import dev.retort.render.JavaRevisionRenderer;
import dev.retort.render.SqlRevisionRenderer;
import dev.retort.report.RevisionRequest;
import dev.retort.report.WrittenRevision;
import dev.retort.revision.RevisionGraph;
import dev.retort.script.NewRevision;
import dev.retort.script.RevisionDraft;
import dev.retort.script.RevisionFile;
import dev.retort.script.RevisionFormat;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The use cases that write a revision file: revision, with and without autogenerate, and merge. */
public final class Generating {

    private final Project project;
    private final Consumer<String> hookOutput;

    /**
     * The use cases.
     *
     * @param hookOutput takes what post-write hooks print, line by line
     */
    public Generating(Project project, Consumer<String> hookOutput) {
        this.project = project;
        this.hookOutput = hookOutput;
    }

    /** Writes a revision with empty bodies. */
    public WrittenRevision revision(RevisionRequest request) {
        return write(request, parents(request), Body.EMPTY);
    }

    /** Writes a revision that revises several at once. */
    public WrittenRevision merge(RevisionRequest request) {
        if (request.heads().isEmpty()) {
            throw new UsageException("A merge needs the revisions to merge.", "'retort merge heads' merges all heads.");
        }
        return write(request, parents(request), Body.EMPTY);
    }

    private List<String> parents(RevisionRequest request) {
        project.requireFiles("revision");
        RevisionGraph graph = project.graph();
        List<String> identifiers = request.heads().isEmpty() ? List.of("head") : request.heads();
        List<String> parents = new ArrayList<>();
        identifiers.forEach(identifier -> parents.addAll(graph.resolve(identifier)));
        Set<String> distinct = new LinkedHashSet<>(parents);
        if (distinct.size() < parents.size()) {
            throw new UsageException(
                    "A revision is named twice as parent: " + String.join(", ", parents) + ".", "Name each once.");
        }
        if (!request.splice()) {
            for (String parent : parents) {
                if (!graph.isHead(parent)) {
                    throw new UsageException(
                            "Revision '" + parent + "' is not a head: " + String.join(", ", graph.children(parent))
                                    + " already revises it.",
                            "Revise a head, or say --splice to begin another branch there.");
                }
            }
        }
        return parents;
    }

    private WrittenRevision write(RevisionRequest request, List<String> parents, Body body) {
        RevisionGraph graph = project.graph();
        NewRevision revision = new NewRevision(
                request.id(),
                parents,
                dependencies(request),
                request.labels(),
                request.message(),
                format(request),
                request.versionPath(),
                Instant.now());
        RevisionFile file = project.scripts()
                .write(
                        revision,
                        draft -> {
                            graph.withRevision(draft.header());
                            return text(draft, body);
                        },
                        hookOutput);
        Path path = file.path().orElseThrow(() -> new IllegalStateException("A written revision has a file."));
        return new WrittenRevision(file.id(), path, Optional.empty());
    }

    private List<String> dependencies(RevisionRequest request) {
        RevisionGraph graph = project.graph();
        List<String> dependencies = new ArrayList<>();
        for (String identifier : request.dependsOn()) {
            String id = graph.resolveOne(identifier)
                    .orElseThrow(() -> new UsageException(
                            "'" + identifier + "' is no revision that another can depend on.", "Name one revision."));
            boolean label =
                    graph.find(identifier).isEmpty() && graph.get(id).labels().contains(identifier);
            dependencies.add(label ? identifier : id);
        }
        return dependencies;
    }

    private RevisionFormat format(RevisionRequest request) {
        String name = Optional.ofNullable(request.format())
                .orElseGet(() -> project.settings().required(ConfigKey.REVISION_FORMAT));
        return RevisionFormat.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static String text(RevisionDraft draft, Body body) {
        if (draft.format() == RevisionFormat.JAVA) {
            return new JavaRevisionRenderer()
                    .render(
                            new GeneratedRevision(draft.header(), body.upgrade(), body.downgrade(), body.attentions()),
                            draft.packageName(),
                            draft.className());
        }
        return new SqlRevisionRenderer().render(draft.header(), List.of(), List.of(), body.attentions());
    }

    /** The operations of a new revision. */
    private record Body(List<Operation> upgrade, List<Operation> downgrade, List<Attention> attentions) {

        static final Body EMPTY = new Body(List.of(), List.of(), List.of());
    }
}
