package dev.retort.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Leads databases from one schema to another with the revisions that autogenerate writes, and back, and looks at their catalogs. A list
 * beside the pairs names those that do not end right. {@code -Dretort.outcomes=write} writes it anew, to be reviewed; the reasons are in
 * {@code target}. {@code -Dretort.conformance=DIR} takes the pairs of another folder, for which there is no list.
 */
@Order(1)
@Execution(ExecutionMode.CONCURRENT)
class AutogenerateConformanceTest {

    private static final String PAIRS = "schema-pairs.jsonl";
    private static final Path RECORDED = Path.of("src/test/resources/conformance");
    private static final Path LIST = RECORDED.resolve("schema-pairs-outcomes.txt");

    /** Fewer pairs than any of these databases takes. */
    private static final int MOST_OF_THE_FEWEST = 100;

    @TempDir
    Path directory;

    /** No recording is of a cousin of MariaDB: its pairs are those of MariaDB that it takes. */
    static Stream<DatabaseUnderTest> recorded() throws IOException {
        return pairs().stream().map(SchemaPair::kind).distinct().filter(DatabaseUnderTest::isAvailable);
    }

    private static String otherRecordings() {
        return System.getProperty("retort.conformance", "");
    }

    private static List<SchemaPair> pairs() throws IOException {
        String other = otherRecordings();
        Path folder = other.isBlank() ? RECORDED : Path.of(other);
        return withCousins(SchemaPair.read(Files.readString(folder.resolve(PAIRS))));
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void everyPairOfSchemasEndsAsReviewed(DatabaseUnderTest kind) throws Exception {
        boolean recorded = otherRecordings().isBlank();
        List<SchemaPair> pairs = pairs();
        List<Verdict> verdicts = new ArrayList<>();
        try (EmptyDatabases databases = new EmptyDatabases(kind)) {
            for (SchemaPair pair : known(pairs, kind)) {
                Path folder = directory.resolve("pair" + verdicts.size());
                try {
                    verdicts.add(Trial.of(pair, databases.next(), folder));
                } catch (SchemaPair.NotMadeException refused) {
                    if (kind != DatabaseUnderTest.MYSQL) {
                        throw refused;
                    }
                }
            }
        }
        assertThat(verdicts).hasSizeGreaterThan(MOST_OF_THE_FEWEST);
        print(kind, verdicts);
        if (!recorded) {
            verdicts.stream()
                    .filter(verdict -> verdict.outcome() != Outcome.RIGHT)
                    .forEach(System.out::println);
        } else if ("write".equals(System.getProperty("retort.outcomes"))) {
            ReviewedOutcomes.write(LIST, verdicts);
        } else {
            assertThat(String.join("\n", new ReviewedOutcomes(LIST).changes(pairs, verdicts)))
                    .isEmpty();
        }
        assertThat(verdicts)
                .filteredOn(verdict -> verdict.outcome().isWrong())
                .extracting(verdict -> verdict + verdict.reasons())
                .isEmpty();
    }

    private static List<SchemaPair> withCousins(List<SchemaPair> recorded) {
        List<SchemaPair> all = new ArrayList<>(recorded);
        recorded.stream()
                .filter(pair -> pair.kind() == DatabaseUnderTest.MARIADB)
                .map(pair -> pair.on(DatabaseUnderTest.MYSQL))
                .forEach(all::add);
        return all;
    }

    /** The pairs of a database, without those that only newer servers know the statements of. */
    private static List<SchemaPair> known(List<SchemaPair> pairs, DatabaseUnderTest kind) throws SQLException {
        try (TestDatabase database = kind.fresh();
                Connection connection = database.open()) {
            boolean all = kind != DatabaseUnderTest.POSTGRESQL
                    || DatabaseVersion.of(connection).atLeast(15, 0);
            return pairs.stream()
                    .filter(pair -> pair.kind() == kind)
                    .filter(pair -> all || pair.after().stream().noneMatch(sql -> sql.contains("NULLS NOT DISTINCT")))
                    .toList();
        }
    }

    private static void print(DatabaseUnderTest kind, List<Verdict> verdicts) throws IOException {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        StringBuilder reasons = new StringBuilder();
        for (Verdict verdict : verdicts) {
            counts.merge(verdict.outcome(), 1, Integer::sum);
            if (verdict.outcome() != Outcome.RIGHT) {
                reasons.append(verdict).append(verdict.reasons()).append('\n');
            }
        }
        Path file = Path.of("target", "schema-pairs-" + kind + ".txt");
        Files.writeString(file, reasons);
        System.out.println(
                kind + ": " + verdicts.size() + " pairs of schemas, " + counts + "; the reasons are in " + file);
    }
}
