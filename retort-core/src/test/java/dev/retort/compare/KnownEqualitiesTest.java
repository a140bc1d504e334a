package dev.retort.compare;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.nativeType;
import static dev.retort.schema.Columns.text;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.schema.Constraints.check;
import static dev.retort.schema.Constraints.exclusion;
import static dev.retort.schema.Constraints.unnamedCheck;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.dialect.Definition;
import dev.retort.dialect.NormalForms;
import dev.retort.operation.GeneratedOperations;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KnownEqualitiesTest {

    private static final Column SIZE = column("size", integer());
    private static final Definition ONE = condition("size > 1", SIZE);
    private static final Definition OTHER = condition("1 < size", SIZE);
    private static final List<String> HERE = List.of("1.0", "plain", "server 7");

    private static final class Server {

        private final UnaryOperator<TableElement> wording;
        private final List<Definition> asked = new ArrayList<>();

        Server(UnaryOperator<TableElement> wording) {
            this.wording = wording;
        }

        NormalForms forms(Collection<Definition> definitions) {
            asked.addAll(definitions);
            Map<Definition, TableElement> forms = new HashMap<>();
            definitions.forEach(definition -> forms.put(definition, wording.apply(definition.element())));
            return new NormalForms(forms, true);
        }
    }

    private record Case(TableElement desired, TableElement actual) {

        /** A server that says everything as the database has it. */
        Server server() {
            return new Server(told -> actual instanceof ExclusionConstraint exclusion
                    ? Index.of("ex", exclusion.parts()).where(exclusion.where())
                    : actual);
        }
    }

    static List<Case> pairs() {
        return List.of(
                new Case(unnamedCheck("size > 1"), check("ck", "1 < size")),
                new Case(unnamedCheck("size > 1"), check("ck", "1 < size").validated(false)),
                new Case(
                        column("made", integer()).defaultsToSql("now() + 1"),
                        column("made", integer()).defaultsToSql("1 + now()")),
                new Case(
                        column("twice", integer()).storedAs("size * 2"),
                        column("twice", integer()).storedAs("2 * size")),
                new Case(
                        column("made", integer()).onUpdateSql("now()"),
                        column("made", integer()).onUpdateSql("current_timestamp")),
                new Case(column("kind", nativeType("tag")), column("kind", text())),
                new Case(
                        Index.of("ix", List.of(Index.Part.expression("size + 1")))
                                .where("size > 1"),
                        Index.of("ix", List.of(Index.Part.expression("1 + size")))
                                .where("1 < size")),
                new Case(
                        exclusion("ex").comparing("size", "=").where("size > 1"),
                        exclusion("ex").comparing("size", "=").where("1 < size")));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whatTheServerHasSaidToBeTheSameIsNotAskedForAgain(Case pair) {
        KnownEqualities first = knowing(Set.of());
        Server server = pair.server();
        assertThat(compared(pair, server, first).operations()).isEmpty();
        assertThat(server.asked).isNotEmpty();
        assertThat(first.used()).isNotEmpty().allMatch(hash -> hash.matches("[\\w-]{43}"));

        KnownEqualities second = knowing(first.used());
        Server silent = pair.server();
        assertThat(compared(pair, silent, second).operations()).isEmpty();
        assertThat(silent.asked).isEmpty();
        assertThat(second.used()).isEqualTo(first.used());
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whatTheServerSaysInOtherWordsIsAskedForAtEachComparison(Case pair) {
        KnownEqualities known = knowing(Set.of());
        Server literal = new Server(told -> told);

        assertThat(compared(pair, literal, known).isEmpty()).isFalse();
        assertThat(known.used()).isEmpty();
    }

    @Test
    void whatHasBecomeTheSameOnlyByItsTypeIsNotKnown() {
        Case pair = new Case(
                column("made", integer()).defaultsToSql("now() + 1"),
                column("made", text()).defaultsToSql("1 + now()"));
        KnownEqualities known = knowing(Set.of());

        compared(pair, pair.server(), known);

        assertThat(known.used()).isEmpty();
    }

    @Test
    void aPairIsKnownInTheSameCircumstancesAlone() {
        Set<String> pair = hashes(HERE, found -> true);

        assertThat(new KnownEqualities(HERE, found -> true, pair).has(ONE, OTHER))
                .isTrue();
        for (List<String> elsewhere : List.of(
                List.of("1.1", "plain", "server 7"),
                List.of("1.0", "plain", "server 8"),
                List.of("1.0", "plainserver 7"),
                List.of("1.0", "plain", "server", " 7"))) {
            assertThat(new KnownEqualities(elsewhere, found -> true, pair).has(ONE, OTHER))
                    .as(elsewhere.toString())
                    .isFalse();
        }
    }

    @Test
    void anotherPairIsNotKnown() {
        KnownEqualities known = knowing(hashes(HERE, found -> true));

        assertThat(known.has(OTHER, ONE)).isFalse();
        assertThat(known.has(ONE, ONE)).isFalse();
        assertThat(known.has(condition("size > 1", column("size", varchar(9))), OTHER))
                .isFalse();
        assertThat(known.has(ONE, condition("1 < size", column("size", varchar(9)))))
                .isFalse();
        assertThat(known.used()).isEmpty();
    }

    @Test
    void whatDoesNotLastIsNotRemembered() {
        assertThat(hashes(HERE, found -> !found.equals(OTHER))).isEmpty();
    }

    @Test
    void aComparisonThatKnowsNothingRemembersNothing() {
        KnownEqualities none = KnownEqualities.none();

        none.add(ONE, OTHER);

        assertThat(none.has(ONE, OTHER)).isFalse();
        assertThat(none.used()).isEmpty();
    }

    @Test
    void valuesHaveTheSameBytesOnlyWhereTheyAreEqual() {
        List<Object> values = List.of(
                List.of("a", "b"),
                List.of("ab"),
                List.of("a1:b"),
                List.of("a", "1:b"),
                List.of(List.of("a"), "b"),
                List.of("1"),
                List.of(1),
                List.of(1L),
                Map.of("a", "b"),
                SIZE,
                SIZE.named("Size"),
                SIZE.notNull(),
                SIZE.defaultsTo("1"),
                SIZE.defaultsTo(1),
                SIZE.defaultsToSql("1"),
                SIZE.comment("1"),
                SIZE.option("a", "b"),
                ONE,
                OTHER);
        RecordText text = new RecordText();
        Set<List<Byte>> different = new HashSet<>();
        for (Object value : values) {
            List<Byte> bytes = new ArrayList<>();
            for (byte one : text.bytes(value)) {
                bytes.add(one);
            }
            different.add(bytes);
        }

        assertThat(different).hasSize(values.size());
        assertThat(text.bytes(condition("size > 1", column("size", integer())))).isEqualTo(text.bytes(ONE));
    }

    private static KnownEqualities knowing(Set<String> hashes) {
        return new KnownEqualities(HERE, found -> true, hashes);
    }

    private static Set<String> hashes(List<String> circumstances, Predicate<Definition> lasting) {
        KnownEqualities known = new KnownEqualities(circumstances, lasting, Set.of());
        known.add(ONE, OTHER);
        return known.used();
    }

    private static Definition condition(String expression, Column column) {
        return new Definition(CheckConstraint.of(null, expression), List.of(column));
    }

    private static GeneratedOperations compared(Case pair, Server server, KnownEqualities known) {
        return new SchemaComparator(PlainDialect.rewording())
                .leavingUnsaid()
                .asking(server::forms)
                .knowing(known)
                .compare(schema(pair.desired()), schema(pair.actual()), object -> true)
                .upgrade();
    }

    private static SchemaSnapshot schema(TableElement element) {
        return SchemaSnapshot.of(Table.of(QualifiedName.of("t"), List.of(SIZE, element)));
    }
}
