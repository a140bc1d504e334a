package dev.retort.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SqliteLiteralsTest {

    private static final SqliteLiterals LITERALS = new SqliteLiterals();

    static Stream<Arguments> pointsInTime() {
        return Stream.of(
                Arguments.of(LocalDate.of(2024, 2, 29), "2024-02-29", "date"),
                Arguments.of(LocalTime.MIDNIGHT, "00:00:00.000", "time"),
                Arguments.of(LocalTime.of(8, 5, 7), "08:05:07.000", "time"),
                Arguments.of(LocalDateTime.of(2024, 3, 10, 2, 30), "2024-03-10 02:30:00.000", "datetime"),
                Arguments.of(
                        LocalDateTime.of(2024, 3, 10, 2, 30, 0, 123_456_000), "2024-03-10 02:30:00.123456", "datetime"),
                Arguments.of(Instant.parse("2024-06-01T12:00:00Z"), "2024-06-01 12:00:00.000", "datetime"),
                Arguments.of(OffsetDateTime.parse("2024-06-01T12:00:00+02:00"), "2024-06-01 10:00:00.000", "datetime"),
                Arguments.of(
                        Instant.parse("2024-06-01T12:00:00Z").atZone(ZoneId.of("Europe/Berlin")),
                        "2024-06-01 12:00:00.000",
                        "datetime"));
    }

    @ParameterizedTest
    @MethodSource("pointsInTime")
    void aPointInTimeIsTheTextThatItsOwnFunctionsReadBoundOrWritten(Object value, String text, String function)
            throws SQLException {
        assertThat(LITERALS.value(value)).isEqualTo(text);
        assertThat(LITERALS.write(value)).isEqualTo("'" + text + "'");

        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                PreparedStatement query = connection.prepareStatement("SELECT " + function + "(?)")) {
            query.setObject(1, LITERALS.value(value));
            try (ResultSet row = query.executeQuery()) {
                assertThat(text).startsWith(row.getString(1));
            }
        }
    }
}
