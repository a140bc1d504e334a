package dev.retort.compare;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Constraints.check;
import static dev.retort.schema.Constraints.foreignKey;
import static dev.retort.schema.Constraints.unique;
import static dev.retort.schema.Constraints.unnamedCheck;
import static dev.retort.schema.Constraints.unnamedForeignKey;
import static dev.retort.schema.Constraints.unnamedUnique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.retort.schema.Constraint;
import dev.retort.schema.NamingConvention;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NamedConstraintsTest {

    private static final Table TABLE =
            Table.of(QualifiedName.of("t"), List.of(column("a", integer()), column("b", integer())));

    private final NamedConstraints names = new NamedConstraints(PlainDialect.create(), NamingConvention.NONE);

    static Stream<Arguments> replacedConstraints() {
        return Stream.of(
                arguments(check("x", "a > 0"), unnamedCheck("a > 1")),
                arguments(check("x", "a > b"), unnamedCheck("b > a + 1")),
                arguments(unique("x", "a"), unnamedUnique("a").comment("new")),
                arguments(
                        foreignKey("x", "a").references("other", "id"),
                        unnamedForeignKey("a").references("another", "id")));
    }

    @ParameterizedTest
    @MethodSource("replacedConstraints")
    void whatReplacesADroppedConstraintHasItsName(Constraint dropped, Constraint added) {
        names.take(SchemaSnapshot.of(TABLE.constraints(List.of(dropped))));

        assertThat(names.named(TABLE, added, List.of(dropped)).name()).isEqualTo("x");
    }

    static Stream<Arguments> otherConstraints() {
        return Stream.of(
                arguments(check("x", "a > 0"), unnamedCheck("b > 0")),
                arguments(check("x", "a > 0"), unnamedCheck("a > b")),
                arguments(check("x", "1 > 0"), unnamedCheck("2 > 0")),
                arguments(check("x", "a > 0"), unnamedUnique("a")),
                arguments(unique("x", "a"), unnamedUnique("a", "b")),
                arguments(check("x", "a > 0"), check("y", "a > 1")));
    }

    @ParameterizedTest
    @MethodSource("otherConstraints")
    void anotherConstraintHasAnotherName(Constraint dropped, Constraint added) {
        assertThat(names.named(TABLE, added, List.of(dropped)).name())
                .isNotNull()
                .isNotEqualTo("x");
    }

    @Test
    void aNameIsKeptByOneConstraintOnly() {
        List<Constraint> dropped = List.of(check("x", "a > 0"), check("y", "a > 1"));

        assertThat(Stream.of("a > 2", "a > 3", "a > 4")
                        .map(expression -> names.named(TABLE, unnamedCheck(expression), dropped)
                                .name()))
                .startsWith("x", "y")
                .doesNotHaveDuplicates()
                .doesNotContainNull();
    }
}
