package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.Column;
import dev.retort.schema.Columns;
import dev.retort.schema.SqlType;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DistinctTypesTest {

    @ParameterizedTest
    @MethodSource("differentTypes")
    void typesThatDifferStayDifferent(String name, SqlType one, SqlType other) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(name)) {
            ComparisonRules rules = database.dialect.comparison();
            assertThat(rules.sameType(Column.of("c", one), Column.of("c", other)))
                    .isFalse();
        }
    }

    static List<Arguments> differentTypes() {
        return List.of(
                Arguments.of("sqlite", Columns.integer(), Columns.bigint()),
                Arguments.of("sqlite", Columns.decimal(10, 2), Columns.decimal(10, 3)),
                Arguments.of("sqlite", Columns.text(), Columns.varchar()),
                Arguments.of("h2", Columns.integer(), Columns.bigint()),
                Arguments.of("h2", Columns.timestamp(), Columns.timestamp(3)),
                Arguments.of("h2", Columns.timestamp(), Columns.timestampWithTimeZone()),
                Arguments.of("h2", Columns.enumeration("a"), Columns.enumeration("a", "b")),
                Arguments.of("h2", Columns.decimal(10, 2), Columns.decimal(10, 3)),
                Arguments.of("h2", Columns.array(Columns.integer()), Columns.array(Columns.bigint())));
    }
}
