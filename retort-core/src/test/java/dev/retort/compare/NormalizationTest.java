package dev.retort.compare;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.schema.Constraints.check;
import static dev.retort.schema.Constraints.exclusion;
import static dev.retort.schema.Constraints.unnamedCheck;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.dialect.Definition;
import dev.retort.dialect.NormalForms;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.GeneratedOperations;
import dev.retort.operation.Hazard;
import dev.retort.operation.Hazard.Kind;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizationTest {

    private static final Column SIZE = column("size", integer());

    private record Case(String what, TableElement desired, TableElement actual, String sentence) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Case> texts() {
        return Stream.of(
                new Case(
                        "default",
                        column("made", integer()).defaultsToSql("now() + 1"),
                        column("made", integer()).defaultsToSql("1 + now()"),
                        "the default of column made of t is to be now() + 1 and is 1 + now()."),
                new Case(
                        "a value where an expression is",
                        column("made", varchar(9)).defaultsTo("a"),
                        column("made", varchar(9)).defaultsToSql("lower('A')"),
                        "the default of column made of t is to be 'a' and is lower('A')."),
                new Case(
                        "computation",
                        column("twice", integer()).storedAs("size * 2"),
                        column("twice", integer()).storedAs("2 * size"),
                        "the computation of column twice of t is to be size * 2 and is 2 * size."),
                new Case(
                        "ON UPDATE",
                        column("made", integer()).onUpdateSql("now()"),
                        column("made", integer()).onUpdateSql("current_timestamp"),
                        "ON UPDATE of column made of t is to be now() and is current_timestamp."),
                new Case(
                        "check",
                        check("ck", "size > 1"),
                        check("ck", "1 < size"),
                        "ck of t is to be size > 1 and is 1 < size."),
                new Case(
                        "check without a name",
                        unnamedCheck("size > 1"),
                        check("t_check", "1 < size"),
                        "check (size > 1) of t is to be size > 1 and is 1 < size."),
                new Case(
                        "condition of an index",
                        Index.of("ix", "size").where("size > 1"),
                        Index.of("ix", "size").where("1 < size"),
                        "the condition of ix of t is to be size > 1 and is 1 < size."),
                new Case(
                        "part of an index",
                        Index.of("ix", List.of(Index.Part.expression("size + 1"))),
                        Index.of("ix", List.of(Index.Part.expression("1 + size"))),
                        "a part of ix of t is to be size + 1 and is 1 + size."),
                new Case(
                        "condition of an exclusion constraint",
                        exclusion("ex").comparing("size", "=").where("size > 1"),
                        exclusion("ex").comparing("size", "=").where("1 < size"),
                        "the condition of ex of t is to be size > 1 and is 1 < size."));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textsThatDifferAreNotComparedWhereTheServerIsNotAsked(Case texts) {
        GeneratedOperations found =
                compared(List.of(texts.desired()), List.of(texts.actual()), definitions -> NormalForms.NOT_ASKED);

        assertThat(found.operations()).isEmpty();
        assertThat(found.notices())
                .containsExactly(new Hazard(
                        Kind.NOT_COMPARED,
                        null,
                        "Not compared, since the server was not asked how it writes it: " + texts.sentence()));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textsThatDifferAreDifferentWhereTheServerHasNoOtherWordsForThem(Case texts) {
        GeneratedOperations found =
                compared(List.of(texts.desired()), List.of(texts.actual()), NormalizationTest::asTheyAre);

        assertThat(found.isEmpty()).isFalse();
        assertThat(found.notices()).extracting(Hazard::kind).doesNotContain(Kind.NOT_COMPARED);
    }

    private static NormalForms asTheyAre(Collection<Definition> definitions) {
        return new NormalForms(
                definitions.stream().collect(Collectors.toMap(definition -> definition, Definition::element)), true);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textsThatTheServerRefusesOnBothSidesAreNotCompared(Case texts) {
        GeneratedOperations found = compared(
                List.of(texts.desired()), List.of(texts.actual()), definitions -> new NormalForms(Map.of(), true));

        assertThat(found.operations()).isEmpty();
        assertThat(found.notices())
                .containsExactly(new Hazard(
                        Kind.NOT_COMPARED,
                        null,
                        "Not compared, since the server refuses it on a scratch table: " + texts.sentence()));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textsThatSpellTheSameAreEqualWithoutTheServer(Case texts) {
        GeneratedOperations found =
                compared(List.of(texts.desired()), List.of(texts.desired()), definitions -> NormalForms.NOT_ASKED);

        assertThat(found.isEmpty()).isTrue();
    }

    static Stream<Case> spellings() {
        return Stream.of(
                new Case("check", unnamedCheck("size>0"), check("ck", "size > 0"), ""),
                new Case("expression", column("made", integer()).defaultsToSql("now( )"), made("now()"), ""),
                new Case(
                        "computation",
                        column("twice", integer()).storedAs("size*2"),
                        column("twice", integer()).storedAs("size * 2"),
                        ""),
                new Case(
                        "ON UPDATE",
                        column("made", integer()).onUpdateSql("now( )"),
                        column("made", integer()).onUpdateSql("now()"),
                        ""),
                new Case(
                        "index",
                        Index.of("ix", List.of(Index.Part.expression("size+1"))).where("size>1"),
                        Index.of("ix", List.of(Index.Part.expression("size + 1")))
                                .where("size > 1"),
                        ""),
                new Case(
                        "exclusion constraint",
                        exclusion("ex").comparing("size", "=").where("size>1"),
                        exclusion("ex").comparing("size", "=").where("size > 1"),
                        ""));
    }

    private static Column made(String expression) {
        return column("made", integer()).defaultsToSql(expression);
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void theServerIsNotAskedForWhatIsOnlySpelledInAnotherWay(Case spelling) {
        GeneratedOperations found = compared(List.of(spelling.desired()), List.of(spelling.actual()), definitions -> {
            throw new AssertionError("asked for " + definitions);
        });

        assertThat(found.isEmpty()).isTrue();
    }

    /** PlainDialect takes all of these for the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "title <> '\\ '",
                "\"title\" <> 'a'",
                "`title` <> 'a'",
                "title <> 'a' -- and size > 0",
                "title <> 'a' /*! and size > 0 */",
                "title <> 'a' # and size > 0",
                "size < @ 1",
                "title <> '\u00e4'"
            })
    void theServerIsAskedForWhatASessionMayReadInItsOwnWay(String condition) {
        List<Definition> asked = new ArrayList<>();

        compared(List.of(check("ck", condition)), List.of(check("ck", condition.replace(" ", ""))), definitions -> {
            asked.addAll(definitions);
            return NormalForms.NOT_ASKED;
        });

        assertThat(asked).hasSize(1);
    }

    @Test
    void whatIsDecidedWithoutTheServerIsADifference() {
        List<TableElement> desired = List.of(
                column("a", integer()).defaultsTo(1),
                column("b", integer()).defaultsTo(1),
                check("ck_one", "size > 1"),
                check("ck_two", "size > 2"),
                Index.of("ix", "size"));
        List<TableElement> actual = List.of(
                column("a", integer()).defaultsTo(2),
                column("b", integer()),
                check("ck_one", "1 < size"),
                Index.of("ix", "size", "a"));

        GeneratedOperations found = compared(desired, actual, definitions -> NormalForms.NOT_ASKED);

        assertThat(found.operations())
                .hasSize(5)
                .hasAtLeastOneElementOfType(AlterColumn.class)
                .hasAtLeastOneElementOfType(CreateIndex.class)
                .filteredOn(AddConstraint.class::isInstance)
                .containsExactly(new AddConstraint(QualifiedName.of("t"), check("ck_two", "size > 2")));
        assertThat(found.notices()).extracting(Hazard::kind).containsExactly(Kind.NOT_COMPARED);
    }

    @Test
    void theServersWordsDecideAndTheDesiredOnesGoIntoTheOperation() {
        Function<Collection<Definition>, NormalForms> server = definitions -> {
            Definition asked = definitions.iterator().next();
            return new NormalForms(Map.of(asked, CheckConstraint.of(null, "(size > 1)")), true);
        };

        assertThat(compared(List.of(unnamedCheck("1 < size")), List.of(check("ck", "(size > 1)")), server)
                        .isEmpty())
                .isTrue();
        assertThat(compared(List.of(check("ck", "1 < size")), List.of(check("ck", "(size > 2)")), server)
                        .operations())
                .contains(new AddConstraint(QualifiedName.of("t"), check("ck", "1 < size")));
    }

    @Test
    void aDefinitionIsAskedForOnce() {
        List<Definition> asked = new ArrayList<>();
        CachedNormalizer server = new CachedNormalizer(definitions -> {
            asked.addAll(definitions);
            return NormalForms.NOT_ASKED;
        });
        Definition one = new Definition(CheckConstraint.of(null, "size > 1"), List.of(SIZE));
        Definition other = new Definition(CheckConstraint.of(null, "size > 2"), List.of(SIZE));

        server.apply(List.of(one));

        assertThat(server.apply(List.of(one, other)).asked()).isFalse();
        assertThat(asked).containsExactly(one, other);
    }

    private static GeneratedOperations compared(
            List<TableElement> desired,
            List<TableElement> actual,
            Function<Collection<Definition>, NormalForms> server) {
        return new SchemaComparator(PlainDialect.rewording())
                .asking(server)
                .compare(schema(desired), schema(actual), object -> true)
                .upgrade();
    }

    private static SchemaSnapshot schema(List<TableElement> elements) {
        return SchemaSnapshot.of(Table.of(
                QualifiedName.of("t"),
                Stream.concat(Stream.of(SIZE), elements.stream()).toList()));
    }
}
