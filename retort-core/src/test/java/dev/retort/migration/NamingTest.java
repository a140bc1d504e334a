package dev.retort.migration;

import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Constraints.check;
import static dev.retort.schema.Constraints.index;
import static dev.retort.schema.Constraints.primaryKey;
import static dev.retort.schema.Constraints.unique;
import static dev.retort.schema.Constraints.unnamedCheck;
import static dev.retort.schema.Constraints.unnamedForeignKey;
import static dev.retort.schema.Constraints.unnamedUnique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.dialect.IdentifierRules;
import dev.retort.error.ScriptException;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.CompositeOperation;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DialectName;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.schema.Constraint;
import dev.retort.schema.Index;
import dev.retort.schema.NamingConvention;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamingTest {

    private static final int LIMIT = 30;

    private static final Naming NAMING = new Naming(
            NamingConvention.of(Map.of(
                    "uq", "uq_%(table_name)s_%(column_0_name)s",
                    "pk", "pk_%(table_name)s",
                    "fk", "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
                    "ck", "ck_%(table_name)s_%(constraint_name)s")),
            new IdentifierRules("\"", LIMIT, Set.of()));

    private static final RecordingContext CONTEXT = new RecordingContext(new DialectName("h2"), "", Map.of(), NAMING);

    private static List<String> names(Consumer<Operations> script) {
        Operations operations = new Operations(CONTEXT);
        script.accept(operations);
        return operations.recorded().stream().flatMap(NamingTest::names).toList();
    }

    private static Stream<String> names(Operation operation) {
        if (operation instanceof CompositeOperation several) {
            return several.operations().stream().flatMap(NamingTest::names);
        }
        if (operation instanceof CreateTable create) {
            return names(create.table());
        }
        if (operation instanceof DropTable drop) {
            return names(Objects.requireNonNull(drop.was()));
        }
        if (operation instanceof AddConstraint add) {
            return Stream.of(String.valueOf(add.constraint().name()));
        }
        if (operation instanceof DropConstraint drop) {
            return Stream.of(String.valueOf(drop.name()));
        }
        return Stream.of(
                operation instanceof DropIndex drop
                        ? drop.name()
                        : ((CreateIndex) operation).index().name());
    }

    private static Stream<String> names(Table table) {
        return Stream.concat(
                table.constraints().stream().map(Constraint::name).map(String::valueOf),
                table.indexes().stream().map(Index::name));
    }

    @Test
    void everyConstraintOfANewTableIsNamed() {
        assertThat(names(op -> op.createTable(
                        "t",
                        column("a", bigint()),
                        primaryKey("a"),
                        unnamedUnique("a"),
                        unique("mine", "a"),
                        check("positive", "a > 0"),
                        unnamedForeignKey("a").references("o", "id"),
                        index("i", "a"))))
                .containsExactly("pk_t", "uq_t_a", "mine", "ck_t_positive", "fk_t_a_o", "i");
    }

    @Test
    void addingAndDroppingByDefinitionGiveTheSameName() {
        assertThat(names(op -> op.addConstraint("t", unnamedUnique("a"))
                        .dropConstraint("t", unnamedUnique("a"))
                        .addConstraint("t", check("positive", "a > 0"))
                        .dropConstraint("t", check("positive", "a > 0"))
                        .dropConstraint("t", check("ck_t_positive", "a > 0"))
                        .dropConstraint("t", primaryKey("a"))))
                .containsExactly("uq_t_a", "uq_t_a", "ck_t_positive", "ck_t_positive", "ck_t_positive", "pk_t");
    }

    @Test
    void aNameThatIsDroppedIsFinal() {
        assertThat(names(op -> op.dropConstraint("t", "positive").dropIndex("i", "t")))
                .containsExactly("positive", "i");
    }

    @Test
    void aDroppedTableIsNamedAsItWasCreated() {
        assertThat(names(op -> op.dropTable("t", column("a", bigint()), primaryKey("a"))))
                .containsExactly("pk_t");
    }

    @Test
    void theChangesOfABatchAndOfABlockAreNamed() {
        assertThat(names(op -> op.batch(
                                "t", t -> t.addConstraint(unnamedUnique("a")).createIndex(null, "a"))
                        .outsideTransaction(outside -> outside.addConstraint("t", unnamedUnique("b")))))
                .containsExactly("uq_t_a", "ix_t_a", "uq_t_b");
    }

    @Test
    void aReverseDropsTheFinalName() {
        assertThat(names(op -> op.reverse(back ->
                        back.addConstraint("t", check("positive", "a > 0")).createIndex(null, "s.t", "a"))))
                .containsExactly("ix_s_t_a", "ck_t_positive");
    }

    @Test
    void exactNamesAreFinal() {
        assertThat(names(op -> op.exactNames(exact -> exact.addConstraint("t", check("positive", "a > 0"))
                                .addConstraint("t", unnamedUnique("a"))
                                .batch("t", t -> t.addConstraint(check("batched", "a > 0"))))
                        .outsideTransaction(outside ->
                                outside.exactNames(exact -> exact.addConstraint("t", check("outside", "a > 0"))))))
                .containsExactly("positive", "null", "batched", "outside");
    }

    @Test
    void anIndexWithoutANameIsNamedAlsoWithoutAConvention() {
        Operations operations = new Operations(new RecordingContext(new DialectName("h2"), "", Map.of()));

        operations.createIndex(null, "users", "email");

        assertThat(names(operations.recorded().get(0))).containsExactly("ix_users_email");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "positive",
                "a_name_that_is_much_too_long_for_it",
                "another_name_that_is_much_too_long",
                "ck_users_positive"
            })
    void recordingARecordedNameAgainChangesNothing(String given) {
        for (String table : List.of("t", "users", "a_table_whose_name_is_long_itself")) {
            String once =
                    names(op -> op.addConstraint(table, check(given, "a > 0"))).get(0);
            String twice =
                    names(op -> op.addConstraint(table, check(once, "a > 0"))).get(0);

            assertThat(twice).isEqualTo(once).hasSizeLessThanOrEqualTo(LIMIT);
        }
    }

    @Test
    void aLongNameIsShortenedAndDiffersFromOthers() {
        List<String> names = names(op -> op.addConstraint("t", unnamedUnique("a_column_with_a_quite_long_name"))
                .addConstraint("t", unnamedUnique("a_column_with_a_quite_long_tail")));

        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.length() == LIMIT);
    }

    @Test
    void aCheckWithoutANameIsRefusedIfItsTemplateNeedsOne() {
        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(() -> names(op -> op.addConstraint("t", unnamedCheck("a > 0"))))
                .withMessageContaining("'check (a > 0)' of t has no name")
                .withMessageContaining("ck_%(table_name)s_%(constraint_name)s");
    }

    @Test
    void whatRecordingWouldChangeIsKnown() {
        Operations operations = new Operations(CONTEXT);
        operations.exactNames(exact -> exact.addConstraint("t", check("positive", "a > 0"))
                .addConstraint("t", unnamedCheck("a > 0"))
                .dropConstraint("t", primaryKey("a"))
                .addConstraint("t", check("ck_t_positive", "a > 0"))
                .createTable("t", column("a", bigint()), primaryKey("a"))
                .createIndex("i", "t", "a"));

        assertThat(operations.recorded())
                .extracting(NAMING::changes)
                .containsExactly(true, true, true, false, true, false);
    }
}
