package dev.retort.dialect.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MariadbLiteralsTest {

    private static final MariadbLiterals LITERALS = new MariadbLiterals();

    static Stream<Object> moments() {
        return Stream.of(
                Instant.EPOCH,
                OffsetDateTime.parse("2024-06-01T12:00:00+02:00"),
                ZonedDateTime.parse("2024-06-01T12:00:00+02:00[Europe/Berlin]"));
    }

    @ParameterizedTest
    @MethodSource("moments")
    void takesNoValueThatWouldMeanSomethingElseInAnotherZone(Object moment) {
        assertThatThrownBy(() -> LITERALS.value(moment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LocalDateTime");
    }

    @Test
    void takesALocalDateTimeAsItIs() {
        LocalDateTime moment = LocalDateTime.of(2024, 6, 1, 12, 0);

        assertThat(LITERALS.value(moment)).isEqualTo(moment);
    }
}
