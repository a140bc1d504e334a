package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;

class LiteralsTest {

    private final Literals literals = new Literals();

    @ParameterizedTest
    @NullSource
    @MethodSource
    void aPlainValueHasALiteral(@Nullable Object value) {
        assertThat(literals.has(value)).isTrue();
    }

    static List<Object> aPlainValueHasALiteral() {
        return List.of(
                "text",
                'c',
                true,
                (byte) 1,
                (short) 1,
                1,
                1L,
                1.5f,
                1.5,
                BigInteger.ONE,
                BigDecimal.ONE,
                new byte[] {1},
                TimeUnit.DAYS,
                new UUID(1, 1),
                Instant.EPOCH,
                LocalDate.EPOCH,
                LocalTime.NOON,
                LocalDateTime.MIN,
                OffsetTime.MIN,
                OffsetDateTime.MIN,
                Instant.EPOCH.atZone(ZoneOffset.UTC),
                Duration.ZERO,
                java.sql.Date.valueOf(LocalDate.EPOCH),
                Time.valueOf(LocalTime.NOON),
                Timestamp.from(Instant.EPOCH));
    }

    @ParameterizedTest
    @MethodSource
    void whatOnlyDescribesItselfHasNone(Object value) {
        assertThat(literals.has(value)).isFalse();
    }

    static List<Object> whatOnlyDescribesItselfHasNone() {
        return List.of(new Object(), List.of(1), new int[] {1}, Date.from(Instant.EPOCH), Optional.of(1), String.class);
    }
}
