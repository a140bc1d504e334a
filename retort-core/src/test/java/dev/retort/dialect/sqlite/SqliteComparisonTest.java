package dev.retort.dialect.sqlite;

import static dev.retort.schema.Columns.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.Dialect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteComparisonTest {

    private final Dialect dialect = new SqliteProvider().create(DatabaseVersion.NEWEST);

    @ParameterizedTest
    @CsvSource(
            delimiter = '⇒',
            value = {
                "char(1)⇒char⇒true",
                "char(1)⇒CHARACTER⇒true",
                "char(2)⇒char⇒false",
                "decimal(5)⇒decimal(5,0)⇒true",
                "varchar(1)⇒varchar⇒false"
            })
    void typesAreComparedWithWhatGoesWithoutSaying(String wished, String reported, boolean same) {
        assertThat(dialect.comparison()
                        .sameType(
                                column("c", dialect.types().parse(wished)),
                                column("c", dialect.types().parse(reported))))
                .isEqualTo(same);
    }
}
