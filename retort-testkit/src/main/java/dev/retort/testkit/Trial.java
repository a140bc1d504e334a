package dev.retort.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.Operation;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Unmodelled;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A case on a live database: the way there, a look at the catalog, and the way back. */
final class Trial {

    /**
     * What makes the schema before a case.
     *
     * @param schema where the tables are
     */
    record SetUp(List<Operation> operations, @Nullable String schema) {}

    /** Claims that a comparison finds nothing in a catalog that is other than wished for. */
    interface Comparison {
        void assertNothingDiffers(Dialect dialect, SchemaSnapshot wish, SchemaSnapshot catalog);
    }

    private final LiveSchema live;
    private final Capabilities capabilities;
    private final OperationCase test;
    private final CatalogEquality equality;
    private final Map<SetUp, SchemaSnapshot> setUps;
    private final Comparison comparison;

    /**
     * A case that has not been tried.
     *
     * @param setUps what the catalog was found to say of each set-up, to be asked once; it says the same whenever that is made
     */
    Trial(
            LiveSchema live,
            Capabilities capabilities,
            OperationCase test,
            Map<SetUp, SchemaSnapshot> setUps,
            Comparison comparison) {
        this.comparison = comparison;
        this.live = live;
        this.setUps = setUps;
        this.capabilities = capabilities;
        this.test = test;
        this.equality = new CatalogEquality(capabilities);
    }

    void run() throws SQLException {
        if (test.needs().stream().anyMatch(capabilities::refuses)) {
            assertThatIsRefused();
        } else {
            goAndReturn();
        }
    }

    /** The operation, or else one of those before that makes what the database cannot have. */
    private void assertThatIsRefused() {
        assertThat(Stream.concat(Stream.of(test.operation()), test.setUp().stream())
                        .flatMap(operation -> refusal(operation).stream())
                        .findFirst())
                .hasValueSatisfying(
                        refusal -> assertThat(live.dialect().displayName()).startsWith(refusal.dialect()));
    }

    private Optional<UnsupportedByDialectException> refusal(Operation operation) {
        try {
            compiled(operation);
            return Optional.empty();
        } catch (UnsupportedByDialectException refusal) {
            assertThat(refusal.operation()).isEqualTo(operation.describe());
            return Optional.of(refusal);
        }
    }

    private void goAndReturn() throws SQLException {
        live.run(test.setUp().toArray(Operation[]::new));
        SchemaSnapshot before = before();
        live.run(test.operation());
        assertThatIsReached(inspected());
        for (var answer : test.answers().entrySet()) {
            assertThat(live.number(answer.getKey())).as(answer.getKey()).isEqualTo(answer.getValue());
        }
        // Why there is no way back, where there is none, is in the golden file.
        Optional<Operation> back =
                test.operation().reverse().filter(reverse -> refusal(reverse).isEmpty());
        if (back.isPresent()) {
            live.run(back.get());
            SchemaSnapshot found = inspected();
            equality.check(new InWordsOf(live.dialect().comparison(), found).snapshot(before), found);
        }
    }

    private SchemaSnapshot before() throws SQLException {
        SetUp setUp = new SetUp(test.setUp(), test.schema());
        SchemaSnapshot known = setUps.get(setUp);
        SchemaSnapshot before = known == null ? inspected() : known;
        setUps.put(setUp, before);
        return before;
    }

    /** Whether something that is left out is there after all, when the operation has run. */
    boolean isThere() throws SQLException {
        live.run(test.setUp().toArray(Operation[]::new));
        live.run(test.operation());
        SchemaSnapshot found = inspected();
        return equality.equal(new InWordsOf(live.dialect().comparison(), found).snapshot(test.after()), found);
    }

    private List<Executable> compiled(Operation operation) {
        return live.dialect().ddl().compile(operation);
    }

    private void assertThatIsReached(SchemaSnapshot found) {
        ComparisonRules rules = live.dialect().comparison();
        SchemaSnapshot actual = found.filter(object -> !(object instanceof Unmodelled));
        InWordsOf catalog = new InWordsOf(rules, actual);
        equality.check(catalog.snapshot(rules.asReported(test.after())), actual);
        comparison.assertNothingDiffers(live.dialect(), test.after(), actual);
    }

    private SchemaSnapshot inspected() throws SQLException {
        String schema = test.schema();
        SchemaSnapshot all = schema == null ? live.inspect() : live.inspect(schema);
        String own = live.dialect().inspector().defaultSchema(live.connection()).orElse(null);
        return all.within(own);
    }
}
