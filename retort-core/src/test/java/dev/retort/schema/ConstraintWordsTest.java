package dev.retort.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Words for what constraints and indexes mostly have. */
class ConstraintWordsTest {

    static Stream<Arguments> words() {
        UniqueConstraint unique = Constraints.unique("uq", "a");
        PrimaryKey key = Constraints.namedPrimaryKey("pk", "a");
        ForeignKey reference = Constraints.foreignKey("fk", "a").references("p", "id");
        ExclusionConstraint exclusion = Constraints.exclusion("ex").comparing("a", "=");
        CheckConstraint check = Constraints.check("ck", "a > 0");
        Index index = Constraints.index("ix", "a");
        return Stream.of(
                Arguments.of(unique.nullsNotDistinct(), unique.nullsDistinct(false)),
                Arguments.of(index.nullsNotDistinct(), index.nullsDistinct(false)),
                Arguments.of(reference.notValid(), reference.validated(false)),
                Arguments.of(check.notValid(), check.validated(false)),
                Arguments.of(unique.including("b", "c"), unique.including(List.of("b", "c"))),
                Arguments.of(index.including("b", "c"), index.including(List.of("b", "c"))),
                Arguments.of(key.including("b"), key.including(List.of("b"))),
                Arguments.of(exclusion.including("b"), exclusion.including(List.of("b"))),
                Arguments.of(unique.deferrable(), unique.deferrability(Deferrability.INITIALLY_IMMEDIATE)),
                Arguments.of(key.initiallyDeferred(), key.deferrability(Deferrability.INITIALLY_DEFERRED)),
                Arguments.of(reference.deferrable(), reference.deferrability(Deferrability.INITIALLY_IMMEDIATE)),
                Arguments.of(exclusion.initiallyDeferred(), exclusion.deferrability(Deferrability.INITIALLY_DEFERRED)));
    }

    @ParameterizedTest
    @MethodSource("words")
    void aWordSaysWhatTheGeneralFormSays(Object word, Object general) {
        assertThat(word).isEqualTo(general);
    }
}
