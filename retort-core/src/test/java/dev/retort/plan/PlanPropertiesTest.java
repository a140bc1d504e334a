package dev.retort.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.error.RetortException;
import dev.retort.migration.RevisionHeader;
import dev.retort.revision.RandomGraphs;
import dev.retort.revision.RevisionGraph;
import dev.retort.revision.RevisionTarget;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Laws that hold for every graph; checked on generated ones. */
class PlanPropertiesTest {

    private static final int GRAPHS = 3_000;

    @Test
    void upgradesRunEverythingThatIsMissingAndNothingBeforeWhatItNeeds() {
        forEachGraph((graph, planner, random) -> {
            List<String> rows = RandomGraphs.rows(graph, random);
            MigrationPlan plan = planner.upgrade(rows, RevisionTarget.parse("heads"));

            Set<String> applied = new HashSet<>(graph.closure(rows));
            for (PlannedStep step : plan.steps()) {
                String id = step.revision().id();
                assertThat(applied).containsAll(graph.prerequisites(id));
                assertThat(applied.add(id)).isTrue();
                assertThat(step.rowsAfter()).containsExactlyElementsOf(graph.maximal(applied));
            }
            assertThat(plan.rowsAfter()).containsExactlyElementsOf(graph.realHeads());
        });
    }

    @Test
    void downgradesTakeNothingBackThatIsStillNeeded() {
        forEachGraph((graph, planner, random) -> {
            List<String> rows = RandomGraphs.rows(graph, random);
            String target = any(graph, random);
            possible(() -> planner.downgrade(rows, RevisionTarget.parse(target)))
                    .ifPresent(plan -> {
                        Set<String> applied = new HashSet<>(graph.closure(rows));
                        for (PlannedStep step : plan.steps()) {
                            String id = step.revision().id();
                            assertThat(applied.remove(id)).isTrue();
                            assertThat(graph.descendants(List.of(id))).doesNotContainAnyElementsOf(applied);
                            assertThat(step.rowsAfter()).containsExactlyElementsOf(graph.maximal(applied));
                        }
                        assertThat(plan.steps())
                                .noneMatch(step -> step.revision().id().equals(target));
                    });
        });
    }

    @Test
    void rowChangesTurnTheRowsBeforeIntoTheRowsAfter() {
        forEachGraph((graph, planner, random) -> {
            List<String> rows = RandomGraphs.rows(graph, random);
            List<MigrationPlan> plans = new ArrayList<>(List.of(planner.upgrade(rows, RevisionTarget.parse("heads"))));
            plans.add(planner.downgrade(rows, RevisionTarget.parse("base")));
            for (MigrationPlan plan : plans) {
                Set<String> table = new HashSet<>(plan.rowsBefore());
                for (PlannedStep step : plan.steps()) {
                    execute(step.rowChange(), table);
                    assertThat(table).containsExactlyInAnyOrderElementsOf(step.rowsAfter());
                }
            }
        });
    }

    @Test
    void aDowngradeToTheBaseLeavesNothing() {
        forEachGraph((graph, planner, random) -> assertThat(
                        planner.downgrade(RandomGraphs.rows(graph, random), RevisionTarget.parse("base"))
                                .rowsAfter())
                .isEmpty());
    }

    @Test
    void takingBackAnUpgradeLeadsToWhereItBegan() {
        forEachGraph((graph, planner, random) -> {
            List<String> rows = RandomGraphs.rows(graph, random);
            MigrationPlan plan = planner.upgrade(rows, RevisionTarget.parse("heads"));
            VersionRows table = new VersionRows(graph, plan.rowsAfter());
            for (int index = plan.steps().size() - 1; index >= 0; index--) {
                assertThat(table.list()).isEqualTo(plan.steps().get(index).rowsAfter());
                table.revert(plan.steps().get(index).revision().id());
            }
            assertThat(table.list()).isEqualTo(plan.rowsBefore());
        });
    }

    @Test
    void aDowngradeToTheOneRowThatWasThereLeadsToWhereTheUpgradeBegan() {
        forEachGraph((graph, planner, random) -> {
            String row = any(graph, random);
            graph.children(row).stream().findFirst().ifPresent(child -> {
                MigrationPlan up = planner.upgrade(List.of(row), RevisionTarget.parse(child));
                if (up.steps().size() == 1) {
                    assertThat(planner.downgrade(up.rowsAfter(), RevisionTarget.parse(row))
                                    .rowsAfter())
                            .containsExactly(row);
                }
            });
        });
    }

    @Test
    void stampsLeaveRowsThatDoNotNeedEachOther() {
        forEachGraph((graph, planner, random) -> {
            List<String> rows = RandomGraphs.rows(graph, random);
            List<String> targets = RandomGraphs.rows(graph, random);
            StampPlan plan = planner.stamp(
                    rows, targets.stream().map(RevisionTarget::parse).toList());

            Set<String> table = new HashSet<>(plan.rowsBefore());
            for (StampStep step : plan.steps()) {
                execute(step.rowChange(), table);
                assertThat(table).containsExactlyInAnyOrderElementsOf(step.rowsAfter());
                assertThat(graph.maximal(table)).isEqualTo(table);
            }
            targets.stream()
                    .filter(target -> !rows.contains(target))
                    .forEach(target -> assertThat(table).contains(target));
        });
    }

    @Test
    void everyRangeListsWhatLiesBetweenOnceAndNewestFirst() {
        forEachGraph((graph, planner, random) -> {
            String start = any(graph, random);
            List<String> listed = planner.history(RevisionRange.ofHistory(start + ":"), List.of()).stream()
                    .map(RevisionHeader::id)
                    .toList();

            assertThat(listed)
                    .containsExactlyInAnyOrderElementsOf(graph.versionedDescendants(List.of(start)))
                    .endsWith(start);
            for (int index = 1; index < listed.size(); index++) {
                assertThat(graph.closure(List.of(listed.get(index))))
                        .doesNotContainAnyElementsOf(listed.subList(0, index));
            }
        });
    }

    @Test
    void aLineOfTenThousandIsPlannedInOrder() {
        List<RevisionHeader> line = IntStream.range(0, 10_000)
                .mapToObj(index -> RevisionHeader.of(
                        "r" + index, index == 0 ? List.of() : List.of("r" + (index - 1)), List.of(), List.of()))
                .toList();
        MigrationPlanner planner = new MigrationPlanner(RevisionGraph.of(line), "versions");

        assertThat(planner.upgrade(List.of(), RevisionTarget.parse("head")).steps())
                .extracting(PlannedStep::revision)
                .isEqualTo(line);
        assertThat(planner.downgrade(List.of("r9999"), RevisionTarget.parse("-10000"))
                        .rowsAfter())
                .isEmpty();
    }

    private static void execute(RowChange change, Set<String> table) {
        change.deleted().forEach(row -> assertThat(table.remove(row)).isTrue());
        change.inserted().forEach(row -> assertThat(table.add(row)).isTrue());
        Optional.ofNullable(change.updated()).ifPresent(update -> {
            assertThat(table.remove(update.from())).isTrue();
            assertThat(table.add(update.to())).isTrue();
        });
    }

    private static Optional<MigrationPlan> possible(Supplier<MigrationPlan> planning) {
        try {
            return Optional.of(planning.get());
        } catch (RetortException impossibleFromTheseRows) {
            return Optional.empty();
        }
    }

    private static String any(RevisionGraph graph, Random random) {
        return graph.revisions().get(random.nextInt(graph.revisions().size())).id();
    }

    private static void forEachGraph(Law law) {
        for (long seed = 0; seed < GRAPHS; seed++) {
            RevisionGraph graph = RandomGraphs.graph(seed);
            law.check(graph, new MigrationPlanner(graph, "versions"), new Random(seed));
        }
    }

    private interface Law {
        void check(RevisionGraph graph, MigrationPlanner planner, Random random);
    }
}
