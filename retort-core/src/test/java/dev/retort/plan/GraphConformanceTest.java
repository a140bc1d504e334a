package dev.retort.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.retort.error.AmbiguousRevisionException;
import dev.retort.error.MultipleHeadsException;
import dev.retort.error.OverlappingRevisionsException;
import dev.retort.error.RetortException;
import dev.retort.error.RevisionTargetException;
import dev.retort.error.UnknownRevisionException;
import dev.retort.migration.Direction;
import dev.retort.migration.RevisionHeader;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionTarget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares plans with recorded ones; the system property {@code retort.conformance} names a folder with other recordings. */
class GraphConformanceTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TestFactory
    Stream<DynamicTest> plansAgreeWithTheRecordedOnes() throws IOException {
        return recording()
                .lines()
                .filter(line -> !line.isBlank())
                .map(JSON::readTree)
                .map(recorded -> {
                    String name = recorded.get("case").asString() + " "
                            + recorded.get("command").asString() + " "
                            + recorded.get("target").asString();
                    return DynamicTest.dynamicTest(name, () -> check(recorded));
                });
    }

    private static String recording() throws IOException {
        String folder = System.getProperty("retort.conformance", "");
        if (!folder.isBlank()) {
            return Files.readString(Path.of(folder, "graph.jsonl"));
        }
        try (InputStream stream = GraphConformanceTest.class.getResourceAsStream("/conformance/graph.jsonl")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void check(JsonNode recorded) {
        RevisionGraph graph =
                RevisionGraph.of(StreamSupport.stream(recorded.get("revisions").spliterator(), false)
                        .map(revision -> RevisionHeader.of(
                                revision.get("id").asString(),
                                texts(revision.get("down")),
                                texts(revision.get("depends_on")),
                                texts(revision.get("labels"))))
                        .toList());
        MigrationPlanner planner = new MigrationPlanner(graph, "versions");
        List<String> rows = texts(recorded.get("heads"));
        String command = recorded.get("command").asString();
        String target = recorded.get("target").asString();
        JsonNode expected = recorded.get("expect");
        if (expected.has("error")) {
            RetortException error =
                    catchThrowableOfType(RetortException.class, () -> run(planner, command, rows, target));
            assertThat(kindsOf(error, command)).contains(expected.get("error").asString());
        } else if (command.equals("stamp")) {
            assertThat(new TreeSet<>(planner.stamp(rows, RevisionRange.onlyTarget(target))
                            .rowsAfter()))
                    .isEqualTo(rowsOf(expected));
        } else {
            checkSteps(graph, run(planner, command, rows, target), expected);
        }
    }

    private static MigrationPlan run(MigrationPlanner planner, String command, List<String> rows, String text) {
        RevisionTarget target = RevisionRange.onlyTarget(text);
        return switch (command) {
            case "upgrade" -> planner.upgrade(rows, target);
            case "downgrade" -> planner.downgrade(rows, target);
            case "stamp" -> new MigrationPlan(planner.stamp(rows, target).rowsAfter(), List.of());
            default -> throw new IllegalArgumentException(command);
        };
    }

    private static void checkSteps(RevisionGraph graph, MigrationPlan plan, JsonNode expected) {
        assertThat(new TreeSet<>(plan.rowsAfter())).isEqualTo(rowsOf(expected));
        List<String> recorded = StreamSupport.stream(expected.get("steps").spliterator(), false)
                .map(step -> step.get("revision").asString() + " "
                        + step.get("direction").asString() + " " + rowsOf(step))
                .toList();
        List<String> planned = plan.steps().stream()
                .map(step -> step.revision().id() + " " + (step.direction() == Direction.UP ? "up" : "down") + " "
                        + new TreeSet<>(step.rowsAfter()))
                .toList();
        if (orderIsRecordedExactly(graph)) {
            assertThat(planned).isEqualTo(recorded);
        } else {
            assertThat(idsOf(planned)).isEqualTo(idsOf(recorded));
        }
    }

    /** The recordings follow several dependencies of one revision in no particular order. */
    private static boolean orderIsRecordedExactly(RevisionGraph graph) {
        return graph.revisions().stream()
                .allMatch(revision -> revision.dependsOn().size() < 2);
    }

    private static Set<String> idsOf(List<String> steps) {
        return steps.stream().map(step -> step.substring(0, step.indexOf(' '))).collect(Collectors.toSet());
    }

    /** The recorded names of an error; the recordings fold every failed lookup into one. */
    private static Set<String> kindsOf(RetortException error, String command) {
        if (error instanceof MultipleHeadsException) {
            return Set.of("multiple_heads");
        }
        if (error instanceof OverlappingRevisionsException) {
            return Set.of("overlap");
        }
        if (error instanceof UnknownRevisionException) {
            return Set.of("not_found");
        }
        if (error instanceof AmbiguousRevisionException) {
            return Set.of("ambiguous", "not_found");
        }
        if (error instanceof RevisionTargetException target) {
            return switch (target.reason()) {
                case RELATIVE_COUNT -> Set.of("relative", "walked_too_far");
                case NOT_AN_ANCESTOR -> Set.of("not_ancestor");
                case NOT_IN_BRANCH -> Set.of(command.equals("downgrade") ? "not_ancestor" : "not_found");
                case MALFORMED -> Set.of("not_found");
            };
        }
        return Set.of(error.kind());
    }

    private static Set<String> rowsOf(JsonNode node) {
        return new TreeSet<>(texts(node.get("rows")));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
