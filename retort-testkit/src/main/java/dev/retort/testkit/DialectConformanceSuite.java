package dev.retort.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.SqlTypes;
import dev.retort.operation.AddColumn;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.operation.OutsideTransaction;
import dev.retort.schema.Column;
import dev.retort.schema.Columns;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tests that every dialect must pass: those of {@link DialectGoldenSuite}, and those on a live database. A class for a database extends
 * it, provides an empty schema, and says what the database cannot do and why.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.SAME_THREAD)
public abstract class DialectConformanceSuite extends DialectGoldenSuite {

    private static final long SEED = 20;
    private static final int RANDOM_TABLES = 150;
    private static final int RANDOM_SEQUENCES = 40;
    private static final int MOST_STATEMENTS = 15;

    private final Map<CaseRun.SetUp, SchemaSnapshot> setUps = new HashMap<>();

    protected DialectConformanceSuite() {}

    /** A connection whose own schema is empty, in which the suite creates what it needs. */
    protected abstract Connection emptySchema() throws SQLException;

    /** Called when such a schema is no longer needed. The default closes the connection. */
    protected void leave(Connection emptySchema) throws SQLException {
        emptySchema.close();
    }

    /** Creates a second schema. The default is CREATE SCHEMA. */
    protected void makeSchema(LiveSchema live, String name) throws SQLException {
        live.execute("CREATE SCHEMA " + name);
    }

    /** Drops the second schema. The default drops what inspection finds in it, and then the schema itself. */
    protected void dropSchema(LiveSchema live, String name) throws SQLException {
        SchemaSnapshot left = live.inspect(name);
        for (Table table : left.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                live.run(new DropConstraint(table.name(), key.name(), key));
            }
        }
        for (Table table : left.tables()) {
            live.run(new DropTable(table.name(), table));
        }
        for (Sequence sequence : left.sequences()) {
            live.run(new DropSequence(sequence.name(), sequence));
        }
        live.execute("DROP SCHEMA " + name);
    }

    /** Options of tables for this dialect, if the table has no identity column. The default is none. */
    protected List<String> tableOptions() {
        return List.of();
    }

    /**
     * A part of the reason why the dialect's rehearsal refuses a case, by the name of the case: for what depends on the table, so that no
     * operation alone tells it. The default is none.
     */
    protected Map<String, String> refusedByRehearsal() {
        return Map.of();
    }

    /** Types as people and tools write them in this database's SQL. The default is none. */
    protected List<String> typeSpellings() {
        return List.of();
    }

    /** Creates the user-defined types among the {@link #typeSpellings}. */
    protected void makeTypes(LiveSchema live) throws SQLException {}

    /** Asserts that a comparison finds no difference between a catalog and the desired schema. The default asserts nothing. */
    protected void assertNothingDiffers(LiveSchema live, SchemaSnapshot desired, SchemaSnapshot catalog) {}

    // execution

    @Test
    public void whatARehearsalRefusesIsSaidOfCases() {
        assertThat(cases().map(OperationCase::name))
                .containsAll(refusedByRehearsal().keySet());
    }

    /** Left out are those that must not run in a transaction, which the database may need for an empty schema. */
    protected final Stream<OperationCase> casesInTransactions() {
        return cases().filter(test -> !isConcurrent(test.operation()));
    }

    private static boolean isConcurrent(Operation operation) {
        return (operation instanceof CreateIndex create && create.concurrently())
                || (operation instanceof DropIndex drop && drop.concurrently());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("casesInTransactions")
    public void anOperationDoesWhatItSaysAndItsReverseTakesItBack(OperationCase test) throws SQLException {
        inEmptySchema(live -> {
            CaseRun run = caseRun(live, test);
            withOtherSchema(live, test, run::run);
        });
    }

    /** What is done with a case. */
    private interface Step {
        void run() throws SQLException;
    }

    private void withOtherSchema(LiveSchema live, OperationCase test, Step step) throws SQLException {
        if (!test.otherSchema()) {
            step.run();
            return;
        }
        makeSchema(live, OperationCase.OTHER_SCHEMA);
        try {
            step.run();
        } finally {
            dropSchema(live, OperationCase.OTHER_SCHEMA);
        }
    }

    @Test
    public void aSpelledTypeIsTheOneThatTheCatalogReportsForIt() throws SQLException {
        inEmptySchema(live -> {
            makeTypes(live);
            SqlTypes types = live.dialect().types();
            List<String> spelled = new ArrayList<>();
            List<Column> parsed = new ArrayList<>();
            for (String spelling : typeSpellings()) {
                String name = "c" + parsed.size();
                spelled.add(name + " " + spelling);
                parsed.add(Columns.column(name, types.parse(spelling)));
            }
            if (parsed.isEmpty()) {
                return;
            }
            Table desired = Table.of(QualifiedName.of("ours"), parsed);
            live.execute("CREATE TABLE spelled (" + String.join(", ", spelled) + ")");
            live.run(new CreateTable(desired));
            List<Column> found = table(live, "spelled").columns();
            live.run(new CreateTable(Table.of(QualifiedName.of("copy"), found)));

            ComparisonRules rules = live.dialect().comparison();
            List<Column> ours = table(live, "ours").columns();
            for (int i = 0; i < parsed.size(); i++) {
                assertThat(rules.sameType(parsed.get(i), found.get(i)))
                        .as("%s is reported as %s", spelled.get(i), found.get(i).type())
                        .isTrue();
                assertThat(rules.sameType(parsed.get(i), ours.get(i)))
                        .as("%s is made as %s", spelled.get(i), ours.get(i).type())
                        .isTrue();
            }
            assertThat(table(live, "copy").columns()).isEqualTo(found);
        });
    }

    private static Table table(LiveSchema live, String name) throws SQLException {
        return live.inspect().table(QualifiedName.of(name)).orElseThrow();
    }

    @Test
    public void tablesAreReportedAsForetoldAndMadeAgainFromWhatIsReported() throws SQLException {
        inEmptySchema(live -> {
            Capabilities can = capabilities(live);
            List<Table> tables = RandomTables.of(SEED, RANDOM_TABLES, can, names(), tableOptions());
            List<Sequence> sequences = RandomSequences.of(SEED, RANDOM_SEQUENCES, can);
            live.run(new CreateTable(tables.get(0)));
            live.run(sequences.stream().limit(1).map(CreateSequence::new).toArray(Operation[]::new));
            int statements = StatementCount.ofInspection(live);
            live.run(tables.stream().skip(1).map(CreateTable::new).toArray(Operation[]::new));
            live.run(sequences.stream().skip(1).map(CreateSequence::new).toArray(Operation[]::new));
            assertThat(StatementCount.ofInspection(live))
                    .as("statements of an inspection, however many tables and sequences there are")
                    .isEqualTo(statements)
                    .isLessThan(MOST_STATEMENTS);

            SchemaSnapshot found = live.inspect();
            ComparisonRules rules = live.dialect().comparison();
            CatalogEquality equality = new CatalogEquality(can);
            List<SchemaObject> all = new ArrayList<>(tables);
            all.addAll(sequences);
            SchemaSnapshot desired = SchemaSnapshot.of(all);
            equality.check(
                    new NormalizedSchema(rules, found).snapshot(ServerWords.of(live, rules.normalize(desired))), found);
            assertNothingDiffers(live, desired, found);
            for (Table table : tables) {
                assertThat(CaseRun.columnNames(found.table(table.name()).orElseThrow()))
                        .isEqualTo(CaseRun.columnNames(table));
            }

            List<Operation> drops = new ArrayList<>();
            for (Table table : tables) {
                drops.add(
                        0, new DropTable(table.name(), found.table(table.name()).orElseThrow()));
            }
            for (Sequence there : found.sequences()) {
                drops.add(new DropSequence(there.name(), there));
            }
            live.run(drops.toArray(Operation[]::new));
            assertThat(live.inspect().objects()).isEmpty();
            live.run(new OutsideTransaction(drops).reverse().orElseThrow());
            SchemaSnapshot again = live.inspect();
            // A server may normalize its own normal form again, as PostgreSQL does with a list after IN.
            equality.check(new NormalizedSchema(rules, again).snapshot(ServerWords.of(live, found)), again);
        });
    }

    @Test
    public void whatIsSaidToBeLeftOutIsNotThere() throws SQLException {
        for (Capability capability : capabilities(DatabaseVersion.NEWEST).leftOut()) {
            List<OperationCase> asking =
                    possible().filter(test -> test.needs().contains(capability)).toList();
            List<OperationCase> there = new ArrayList<>();
            for (OperationCase test : asking) {
                inEmptySchema(live -> withOtherSchema(live, test, () -> {
                    if (caseRun(live, test).isThere()) {
                        there.add(test);
                    }
                }));
            }
            assertThat(asking.isEmpty() || there.size() < asking.size())
                    .as("%s is there in all its cases", capability)
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("probed")
    public void whatNoOperationAsksForIsThereOrNotAsIsSaid(Capability capability) throws SQLException {
        inEmptySchema(live -> assertThat(CapabilityProbes.finds(capability, live))
                .isEqualTo(capabilities(live).has(capability)));
    }

    static Set<Capability> probed() {
        return CapabilityProbes.capabilities();
    }

    @Test
    public void rowsGetAValueInAColumnThatIsAddedWithoutOneAsTheDialectSays() throws SQLException {
        inEmptySchema(live -> {
            if (!capabilities(live).has(Capability.ADD_REQUIRED_COLUMN)) {
                return;
            }
            live.run(LibrarySchema.filled().toArray(Operation[]::new));
            Operation add = new AddColumn(
                    LibrarySchema.BOOK,
                    Columns.column("added", Columns.integer()).notNull());
            assertThat(isRun(live, add)).isEqualTo(live.dialect().comparison().fillsRequiredColumns());
        });
    }

    private static boolean isRun(LiveSchema live, Operation operation) {
        try {
            live.run(operation);
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    @Test
    public void moreRowsThanAStatementHoldsAreInserted() throws SQLException {
        inEmptySchema(live -> {
            live.run(new CreateTable(LibrarySchema.AUTHORS));
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (int i = 0; i < 250; i++) {
                rows.add(Arrays.asList("name \\ ' ? " + i, i % 2 == 0 ? null : i));
            }
            live.run(new BulkInsert(LibrarySchema.AUTHOR, List.of("name", "born"), rows));
            assertThat(live.number("SELECT COUNT(*) FROM author")).isEqualTo(250);
            assertThat(live.number("SELECT COUNT(born) FROM author")).isEqualTo(125);
        });
    }

    /** What is done in a schema. */
    private interface Work {
        void in(LiveSchema live) throws SQLException;
    }

    private void inEmptySchema(Work work) throws SQLException {
        Connection connection = emptySchema();
        try {
            work.in(new LiveSchema(connection, dialects().forConnection(connection)));
        } finally {
            leave(connection);
        }
    }

    private CaseRun caseRun(LiveSchema live, OperationCase test) throws SQLException {
        String notRestored = notRestored().get(test.name());
        String refused = refusedByRehearsal().get(test.name());
        return new CaseRun(live, capabilities(live), test, notRestored, refused, setUps, this::assertNothingDiffers);
    }

    private Capabilities capabilities(LiveSchema live) throws SQLException {
        return capabilities(DatabaseVersion.of(live.connection()));
    }
}
