package dev.retort.command;

import dev.retort.config.ConfigKey;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.error.Action;
import dev.retort.error.Advice;
import dev.retort.error.UsageException;
import dev.retort.migration.Naming;
import dev.retort.operation.GeneratedOperations;
import dev.retort.operation.Operation;
import dev.retort.render.GeneratedRevision;
import dev.retort.render.JavaRevisionRenderer;
import dev.retort.render.SqlRevisionRenderer;
import dev.retort.render.SqlSection;
import dev.retort.report.AutogenerateReport;
import dev.retort.report.RevisionRequest;
import dev.retort.report.WrittenRevision;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionTarget;
import dev.retort.script.NewRevision;
import dev.retort.script.RevisionDraft;
import dev.retort.script.RevisionFile;
import dev.retort.script.RevisionFormat;
import dev.retort.spi.RevisionParts;
import dev.retort.spi.RevisionTemplate;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The use cases that write a revision file: revision, with and without autogenerate, and merge. */
public final class GenerateRevision {

    private final Target target;
    private final Project project;
    private final Consumer<String> hookOutput;
    private final @Nullable RevisionTemplate template;
    private final UnaryOperator<String> masked;

    /**
     * The use cases.
     *
     * @param hookOutput receives the output of post-write hooks, line by line
     * @param template the template for a file; null for the built-in one
     * @param masked masks passwords in a text
     */
    public GenerateRevision(
            Target target,
            Consumer<String> hookOutput,
            @Nullable RevisionTemplate template,
            UnaryOperator<String> masked) {
        this.target = target;
        this.project = target.project();
        this.hookOutput = hookOutput;
        this.template = template;
        this.masked = masked;
    }

    /** Writes a revision without operations. */
    public WrittenRevision revision(RevisionRequest request) {
        return write(request, parents(request), Body.EMPTY, null);
    }

    /** Writes a revision that merges several. */
    public WrittenRevision merge(RevisionRequest request) {
        if (request.heads().isEmpty()) {
            throw new UsageException(
                    "A merge needs the revisions to merge.", Advice.of("{} merges all heads.", Action.MERGE_HEADS));
        }
        List<String> parents = named(request);
        if (parents.size() < 2) {
            throw new UsageException(
                    parents.isEmpty()
                            ? "There is nothing to merge."
                            : "There is nothing to merge: '" + parents.get(0) + "' is the only revision named.",
                    Advice.of("A merge joins two revisions or more; {} lists those that end a branch.", Action.HEADS));
        }
        requireHeads(request, parents);
        return write(request, parents, Body.EMPTY, null);
    }

    /**
     * Writes a revision with the differences between entities and database.
     *
     * @return the comparison, and the file; no file if there are no differences, so that nothing was written
     */
    public AutogenerateReport autogenerate(RevisionRequest request) {
        List<String> parents = parents(request);
        CompareSchemas.Result result = new CompareSchemas(target).compare();
        if (result.upgrade().operations().isEmpty()) {
            return new AutogenerateReport(result.report(), null);
        }
        Draft draft = Draft.of(result, format(request));
        CompareSchemas.Result drafted = result.keeping(draft);
        Body body = new Body(draft.upgrade(), draft.downgrade());
        WrittenRevision written = write(request, parents, body, drafted);
        return new AutogenerateReport(drafted.report(), written);
    }

    private List<String> parents(RevisionRequest request) {
        List<String> parents = named(request);
        requireHeads(request, parents);
        return parents;
    }

    private List<String> named(RevisionRequest request) {
        project.requireFiles("revision");
        RevisionGraph graph = project.graph();
        List<RevisionTarget> targets = request.heads().isEmpty()
                ? List.of(new RevisionTarget.Head(null))
                : request.heads().stream().map(RevisionTarget::parse).toList();
        List<String> parents = new ArrayList<>();
        targets.forEach(target -> parents.addAll(target.resolve(graph)));
        Set<String> distinct = new LinkedHashSet<>(parents);
        if (distinct.size() < parents.size()) {
            throw new UsageException(
                    "A revision is named twice as parent: " + String.join(", ", parents) + ".", "Name each once.");
        }
        return parents;
    }

    private void requireHeads(RevisionRequest request, List<String> parents) {
        RevisionGraph graph = project.graph();
        for (String parent : parents) {
            if (!request.splice() && !graph.isHead(parent)) {
                throw new UsageException(
                        "Revision '" + parent + "' is not a head: " + String.join(", ", graph.children(parent))
                                + " already revises it.",
                        Advice.of("Revise a head, or add {} to begin another branch there.", Advice.option("splice")));
            }
        }
    }

    private WrittenRevision write(
            RevisionRequest request, List<String> parents, Body body, CompareSchemas.@Nullable Result compared) {
        RevisionGraph graph = project.graph();
        NewRevision revision = new NewRevision(
                request.id(),
                parents,
                dependencies(request),
                request.labels(),
                request.message(),
                format(request),
                request.versionPath(),
                Instant.now(),
                masked.apply(request.message()));
        RevisionFile file = project.scripts()
                .write(
                        revision,
                        draft -> {
                            graph.withRevision(draft.header());
                            return text(draft, body, compared);
                        },
                        hookOutput);
        Path path = file.path().orElseThrow(() -> new IllegalStateException("A written revision has a file."));
        return new WrittenRevision(file.id(), path);
    }

    private List<String> dependencies(RevisionRequest request) {
        RevisionGraph graph = project.graph();
        List<String> dependencies = new ArrayList<>();
        for (String identifier : request.dependsOn()) {
            String id = RevisionTarget.parse(identifier)
                    .resolveOne(graph)
                    .orElseThrow(() -> new UsageException(
                            "'" + identifier + "' is not a revision that another can depend on.",
                            "Name one revision."));
            boolean label =
                    graph.find(identifier).isEmpty() && graph.get(id).labels().contains(identifier);
            dependencies.add(label ? identifier : id);
        }
        return dependencies;
    }

    private RevisionFormat format(RevisionRequest request) {
        return format(Optional.ofNullable(request.format())
                .orElseGet(() -> project.settings().required(ConfigKey.REVISION_FORMAT)));
    }

    /** The format with a name. */
    static RevisionFormat format(String name) {
        List<String> choices = ConfigKey.REVISION_FORMAT.choices();
        if (!choices.contains(name)) {
            throw new UsageException(
                    "'" + name + "' is not a format of revisions.", "Use one of: " + String.join(", ", choices) + ".");
        }
        return RevisionFormat.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private String text(RevisionDraft draft, Body body, CompareSchemas.@Nullable Result compared) {
        RevisionTemplate builtIn = draft.format() == RevisionFormat.JAVA ? RevisionTemplate.JAVA : RevisionTemplate.SQL;
        return (template == null ? builtIn : template).text(parts(draft, body, compared));
    }

    private RevisionParts parts(RevisionDraft draft, Body body, CompareSchemas.@Nullable Result compared) {
        if (draft.format() == RevisionFormat.JAVA) {
            Naming naming = compared == null
                    ? Naming.NONE
                    : target.recordingContext(compared.dialect()).naming();
            return new JavaRevisionRenderer(naming)
                    .parts(
                            new GeneratedRevision(draft.header(), body.upgrade(), body.downgrade()),
                            draft.packageName(),
                            draft.className());
        }
        return new SqlRevisionRenderer()
                .parts(draft.header(), section(body.upgrade(), compared), section(body.downgrade(), compared));
    }

    private static SqlSection section(GeneratedOperations generated, CompareSchemas.@Nullable Result compared) {
        return new SqlSection(
                compared == null ? List.of() : Body.statements(generated.operations(), compared.dialect()),
                generated.hazards());
    }

    /** The operations of a new revision. */
    private record Body(GeneratedOperations upgrade, GeneratedOperations downgrade) {

        static final Body EMPTY = new Body(GeneratedOperations.NONE, GeneratedOperations.NONE);

        static List<String> statements(List<Operation> operations, Dialect dialect) {
            List<String> statements = new ArrayList<>();
            for (Operation operation : operations) {
                for (Executable executable : dialect.ddl().compile(operation)) {
                    executable.statements().orElseThrow().forEach(statement -> statements.add(statement.sql()));
                }
            }
            return statements;
        }
    }
}
