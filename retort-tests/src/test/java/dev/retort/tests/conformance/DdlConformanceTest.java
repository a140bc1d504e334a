package dev.retort.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.tests.server.DatabaseUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs operations and the statements that Alembic renders for them on databases that begin equal, and compares the catalogs. What does not
 * end equal has a reason in {@link DdlReasons}. {@code -Dretort.conformance=DIR} takes the operations of another folder.
 */
@Order(2)
@Execution(ExecutionMode.CONCURRENT)
class DdlConformanceTest {

    private static final String FILE = "ddl.jsonl";
    private static final Path RECORDED = Path.of("src/test/resources/conformance");

    /** Databases that Retort has no dialect for, by Alembic's names. */
    private static final Set<String> WITHOUT_DIALECT = Set.of("mssql", "oracle");

    private static final int LINES_WITHOUT_DIALECT = 319;

    static Stream<DatabaseUnderTest> recorded() throws IOException {
        List<RecordedDdl> all = operations();
        return DatabaseUnderTest.available().filter(kind -> all.stream().anyMatch(recorded -> recorded.isOf(kind)));
    }

    private static boolean isOwnRecording() {
        return System.getProperty("retort.conformance", "").isBlank();
    }

    private static List<RecordedDdl> operations() throws IOException {
        Path folder = isOwnRecording() ? RECORDED : Path.of(System.getProperty("retort.conformance"));
        return RecordedDdl.read(Files.readAllLines(folder.resolve(FILE)));
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void everyOperationHasTheEffectOfAlembicsStatementsOrDiffersForAReason(DatabaseUnderTest kind) throws Exception {
        List<DdlTrial.Verdict> verdicts = verdicts(kind);
        List<DdlReason> reasons =
                DdlReasons.ALL.stream().filter(reason -> reason.isAbout(kind)).toList();
        List<String> unexplained = new ArrayList<>();
        Map<DdlReason, Integer> cases = new TreeMap<>((one, other) -> reasons.indexOf(one) - reasons.indexOf(other));
        for (DdlTrial.Verdict verdict : verdicts) {
            if (verdict.ending() != DdlEnding.EQUAL) {
                reasons.stream()
                        .filter(reason -> reason.explains(verdict))
                        .findFirst()
                        .ifPresentOrElse(
                                reason -> cases.merge(reason, 1, Integer::sum),
                                () -> unexplained.add(verdict.toString()));
            }
        }
        print(kind, verdicts, cases);
        assertThat(unexplained).isEmpty();
        if (isOwnRecording()) {
            assertThat(cases.keySet()).as("every reason has a case").containsExactlyElementsOf(reasons);
        }
    }

    private static List<DdlTrial.Verdict> verdicts(DatabaseUnderTest kind) throws IOException, SQLException {
        List<DdlTrial.Verdict> verdicts = new ArrayList<>();
        try (DdlDatabase database = DdlDatabase.of(kind)) {
            for (RecordedDdl recorded : operations()) {
                if (recorded.isOf(kind)) {
                    verdicts.add(DdlTrial.of(recorded, database));
                }
            }
        }
        return verdicts;
    }

    /** PostgreSQL converts a text to another kind of type only with USING, which depends on the type before. */
    @ParameterizedTest
    @MethodSource("recorded")
    void aColumnIsAlteredInTheSameWayWhetherItIsKnownBeforeOrNot(DatabaseUnderTest kind) throws Exception {
        Map<String, List<String>> different = new TreeMap<>();
        try (DdlDatabase database = DdlDatabase.of(kind)) {
            for (RecordedDdl recorded : operations()) {
                if (recorded.isOf(kind)
                        && recorded.operation().equals("alter_column")
                        && !(kind == DatabaseUnderTest.POSTGRESQL && recorded.says("type"))) {
                    different.put(recorded.toString(), DdlTrial.differenceWithoutColumnBefore(recorded, database));
                }
            }
        }
        assertThat(different).isNotEmpty();
        different.values().removeIf(List::isEmpty);
        assertThat(different).isEmpty();
    }

    @Test
    void onlyLinesOfDatabasesWithoutDialectAreSkipped() throws IOException {
        List<RecordedDdl> skipped = operations().stream()
                .filter(recorded -> Stream.of(DatabaseUnderTest.values()).noneMatch(recorded::isOf))
                .toList();
        assertThat(skipped).extracting(RecordedDdl::dialect).isSubsetOf(WITHOUT_DIALECT);
        if (isOwnRecording()) {
            assertThat(skipped).hasSize(LINES_WITHOUT_DIALECT);
        }
    }

    private static void print(DatabaseUnderTest kind, List<DdlTrial.Verdict> verdicts, Map<DdlReason, Integer> cases)
            throws IOException {
        Map<DdlEnding, Integer> counts = new TreeMap<>();
        StringBuilder lines = new StringBuilder();
        cases.forEach((reason, count) ->
                lines.append(count).append(" ").append(reason).append('\n'));
        for (DdlTrial.Verdict verdict : verdicts) {
            counts.merge(verdict.ending(), 1, Integer::sum);
            if (verdict.ending() != DdlEnding.EQUAL) {
                lines.append(verdict).append('\n');
            }
        }
        Path file = Path.of("target", "ddl-" + kind + ".txt");
        Files.writeString(file, lines);
        System.out.println(kind + ": " + verdicts.size() + " operations, " + counts + "; the reasons are in " + file);
    }
}
