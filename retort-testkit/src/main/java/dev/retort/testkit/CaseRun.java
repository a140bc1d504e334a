package dev.retort.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Rehearsal;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.ConditionalOperations;
import dev.retort.operation.CreateObject;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.operation.SchemaChange;
import dev.retort.schema.Column;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.schema.Unmodelled;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs a case on a live database: the operation, an inspection, and the reverse. */
final class CaseRun {

    /**
     * Creates the schema before a case.
     *
     * @param otherSchema whether the other schema is inspected
     */
    record SetUp(List<Operation> operations, boolean otherSchema) {}

    /** Asserts that a comparison finds no difference between a catalog and the desired schema. */
    interface Comparison {
        void assertNothingDiffers(LiveSchema live, SchemaSnapshot desired, SchemaSnapshot catalog);
    }

    private final LiveSchema live;
    private final Capabilities capabilities;
    private final OperationCase test;
    private final @Nullable String notRestored;
    private final @Nullable String refused;
    private final CatalogEquality equality;
    private final Map<SetUp, SchemaSnapshot> setUps;
    private final Comparison comparison;

    /**
     * A case that has not been run.
     *
     * @param notRestored what the reverse does not restore; null for nothing
     * @param refused a part of why the dialect's rehearsal refuses it; null if it does not
     * @param setUps what the catalog was found to say of each set-up, to be asked once; it says the same whenever that is made
     */
    CaseRun(
            LiveSchema live,
            Capabilities capabilities,
            OperationCase test,
            @Nullable String notRestored,
            @Nullable String refused,
            Map<SetUp, SchemaSnapshot> setUps,
            Comparison comparison) {
        this.live = live;
        this.capabilities = capabilities;
        this.test = test;
        this.notRestored = notRestored;
        this.refused = refused;
        this.equality = new CatalogEquality(capabilities);
        this.setUps = setUps;
        this.comparison = comparison;
    }

    void run() throws SQLException {
        List<Capability> lacking =
                test.needs().stream().filter(capabilities::refuses).toList();
        if (refused != null) {
            assertThatRehearsalSays(refused);
        } else if (lacking.isEmpty()) {
            goAndReturn();
        } else {
            assertThatItNames(lacking, new RenderedCase(live.dialect(), test).refusal(), capabilities);
        }
    }

    private void assertThatRehearsalSays(String why) throws SQLException {
        live.run(test.setUp().toArray(Operation[]::new));
        try (Rehearsal rehearsal = live.dialect()
                .rehearsals()
                .of(live.connection(), Stream.of(test.operation()))
                .orElseThrow()) {
            assertThat(rehearsal.failure(test.operation()))
                    .hasValueSatisfying(said -> assertThat(said).contains(why));
        }
    }

    /** Asserts that a case is refused because the database lacks a capability. */
    static void assertThatItNames(
            List<Capability> lacking, Optional<UnsupportedByDialectException> refusal, Capabilities capabilities) {
        List<String> terms = lacking.stream()
                .flatMap(capability -> Stream.iterate(
                        Optional.of(capability), Optional::isPresent, one -> one.flatMap(Capability::implies)))
                .flatMap(Optional::stream)
                .map(capability -> capability.term().toLowerCase(Locale.ROOT))
                .toList();
        assertThat(refusal)
                .as("refused, because %s", capabilities.why(lacking.get(0)).orElseThrow())
                .hasValueSatisfying(refused -> assertThat(terms)
                        .as("one is named by: %s", refused.getMessage())
                        .anyMatch(String.valueOf(refused.getMessage()).toLowerCase(Locale.ROOT)::contains));
    }

    private void goAndReturn() throws SQLException {
        live.run(test.setUp().toArray(Operation[]::new));
        SchemaSnapshot before = before();
        Map<Table, Long> rows = rows(before);
        live.run(test.operation());
        assertThatIsReached(inspected());
        assertThatItIsSeen(true);
        runScripted();
        for (var answer : test.answers().entrySet()) {
            assertThat(live.number(answer.getKey())).as(answer.getKey()).isEqualTo(answer.getValue());
        }
        Optional<Operation> reverse = test.operation().reverse();
        assertThat(reverse.isPresent()).as("there is a reverse").isEqualTo(test.reversible());
        if (reverse.isPresent()) {
            live.run(reverse.get());
            assertThatIsRestored(before, inspected());
            assertThatItIsSeen(false);
            if (!(test.operation() instanceof DropTable)) {
                assertThat(rows(before)).as("rows").isEqualTo(rows);
            }
            dropWhatOutlives();
        }
    }

    /** A schema outlives the test where it is a database of its own, and what is in the other schema keeps that from being dropped. */
    private void dropWhatOutlives() throws SQLException {
        List<CreateObject> made = test.setUp().stream()
                .filter(CreateObject.class::isInstance)
                .map(CreateObject.class::cast)
                .filter(create -> create.object().kind() == SchemaObject.Kind.SCHEMA
                        || OperationCase.OTHER_SCHEMA.equals(
                                create.object().name().schema()))
                .toList();
        for (int i = made.size() - 1; i >= 0; i--) {
            live.run(made.get(i).reverse().orElseThrow());
        }
    }

    /** Asserts that objects which are made are there, and those which are dropped or renamed are not, or the other way round. */
    private void assertThatItIsSeen(boolean done) throws SQLException {
        for (SchemaChange.Part part : test.operation().change().parts()) {
            if (part instanceof SchemaChange.Made) {
                assertThat(live.isThere(part)).as("%s", part).isEqualTo(done);
            } else if (part instanceof SchemaChange.Dropped || part instanceof SchemaChange.RenamedObject) {
                assertThat(live.isThere(part)).as("%s", part).isNotEqualTo(done);
            }
        }
    }

    /** Runs what a script has in place of conditional operations: it finds them done and must do nothing more. */
    private void runScripted() throws SQLException {
        if (test.operation() instanceof ConditionalOperations) {
            for (Executable executable : live.dialect().ddl().compile(test.operation())) {
                for (Executable scripted : executable.statements().orElse(List.of())) {
                    live.run(scripted);
                }
            }
            assertThatIsReached(inspected());
        }
    }

    private void assertThatIsRestored(SchemaSnapshot before, SchemaSnapshot found) {
        if (notRestored == null) {
            equality.check(before, found);
        } else {
            assertThat(equality.equal(before, found))
                    .as("restored, though it is said that %s", notRestored)
                    .isFalse();
        }
    }

    private Map<Table, Long> rows(SchemaSnapshot schema) throws SQLException {
        Map<Table, Long> rows = new LinkedHashMap<>();
        for (Table table : schema.tables()) {
            String name = live.dialect().identifiers().write(table.name());
            rows.put(table, live.number("SELECT COUNT(*) FROM " + name));
        }
        return rows;
    }

    private SchemaSnapshot before() throws SQLException {
        SetUp setUp = new SetUp(test.setUp(), isOfOtherSchema());
        SchemaSnapshot known = setUps.get(setUp);
        SchemaSnapshot before = known == null ? inspected() : known;
        setUps.put(setUp, before);
        return before;
    }

    /** Whether a property that is said to be left out exists after the operation has run. */
    boolean isThere() throws SQLException {
        live.run(test.setUp().toArray(Operation[]::new));
        live.run(test.operation());
        SchemaSnapshot found = inspected();
        return equality.equal(new NormalizedSchema(live.dialect().comparison(), found).snapshot(test.after()), found);
    }

    private void assertThatIsReached(SchemaSnapshot found) throws SQLException {
        ComparisonRules rules = live.dialect().comparison();
        SchemaSnapshot actual = found.filter(object -> !(object instanceof Unmodelled));
        NormalizedSchema catalog = new NormalizedSchema(rules, actual);
        equality.check(catalog.snapshot(ServerWords.of(live, rules.normalize(test.after()))), actual);
        if (test.operation() instanceof CreateTable create) {
            assertThat(actual.table(create.table().name()))
                    .hasValueSatisfying(made -> assertThat(columnNames(made)).isEqualTo(columnNames(create.table())));
        }
        comparison.assertNothingDiffers(live, test.after(), actual);
    }

    static List<String> columnNames(Table table) {
        return table.columns().stream().map(Column::name).toList();
    }

    private SchemaSnapshot inspected() throws SQLException {
        SchemaSnapshot all = isOfOtherSchema() ? live.inspect(OperationCase.OTHER_SCHEMA) : live.inspect();
        String own = live.dialect().inspector().defaultSchema(live.connection()).orElse(null);
        return all.within(own);
    }

    /** Whether the operation creates or drops something in the other schema. */
    private boolean isOfOtherSchema() {
        return test.otherSchema()
                && test.after().objects().stream()
                        .map(SchemaObject::name)
                        .allMatch(name -> OperationCase.OTHER_SCHEMA.equals(name.schema()));
    }
}
