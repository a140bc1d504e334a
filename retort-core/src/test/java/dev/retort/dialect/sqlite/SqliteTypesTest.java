package dev.retort.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.Columns;
import dev.retort.schema.NativeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteTypesTest {

    private final SqliteTypes types = new SqliteTypes();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FLOAT",
                "DATETIME",
                "NUMERIC",
                "NUMERIC(10,2)",
                "TEXT(100)",
                "int",
                "NVARCHAR(40)",
                "CLOB",
                "BIG THING"
            })
    void aWordOfTheSourceIsWrittenAsItWasSaid(String text) {
        assertThat(types.render(types.parse(text))).isEqualTo(text);
        assertThat(types.render(new NativeType(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FLOAT | double precision",
                "NUMERIC(10,2) | decimal(10, 2)",
                "int | integer",
                "TEXT(100) | text",
                "DATETIME | timestamp",
                "VARCHAR( 20 ) | varchar(20)",
                "Decimal (10,2) | decimal(10, 2)"
            })
    void anotherWordForTheSameIsNoDifference(String one, String other) {
        assertThat(types.canonical(types.parse(one))).isEqualTo(types.canonical(types.parse(other)));
    }

    @Test
    void whatIsSaidInTheUsualWordIsThatType() {
        assertThat(types.parse("VARCHAR( 20 )")).isEqualTo(Columns.varchar(20));
        assertThat(types.parse("Decimal (10, 2)")).isEqualTo(Columns.decimal(10, 2));
    }

    @Test
    void whatStandsInQuotesKeepsItsCase() {
        assertThat(types.canonical(new NativeType("TEXT  AS (LOWER(s) || ' X  y' || \"Q\")")))
                .isEqualTo(new NativeType("text as (lower(s) || ' X  y' || \"Q\")"));
    }
}
