package dev.retort.tests.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.CreateTable;
import dev.retort.schema.ArrayType;
import dev.retort.schema.Column;
import dev.retort.schema.Columns;
import dev.retort.schema.EnumType;
import dev.retort.schema.NativeType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.tests.server.DatabaseUnderTest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What belongs to a type and one product alone has. */
class ColumnTypesIT {

    @ParameterizedTest
    @CsvSource({
        "varchar(10), ascii,",
        "varchar(10), utf8mb3, utf8mb3_bin",
        "mediumtext, , utf8mb4_bin",
        "varchar(10), latin1, latin1_german1_ci"
    })
    void aCollationIsTheSameAsTheOneThatMariadbReportsForIt(
            String type, @Nullable String characterSet, @Nullable String collation) throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            Column desired = Columns.column("c", bench.dialect().types().parse(type))
                    .characterSet(characterSet)
                    .collate(collation == null ? null : QualifiedName.of(collation));
            bench.run(new CreateTable(Table.of(QualifiedName.of("t"), List.of(desired))));
            Column found = bench.table("t").columns().get(0);

            assertThat(bench.dialect().comparison().sameCollation(desired, found))
                    .isTrue();
            assertThat(bench.dialect().comparison().sameCollation(Columns.column("c", desired.type()), found))
                    .isFalse();
        }
    }

    @Test
    void namedEnumTypesOfPostgresqlAreFoundWithTheirWords() throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            bench.sql(
                    "CREATE SCHEMA other",
                    "CREATE TYPE mood AS ENUM ('sad', 'it''s')",
                    "CREATE TYPE other.\"Mood\" AS ENUM ('x')",
                    "CREATE TABLE t (a mood, b mood[], c other.\"Mood\")");

            SqlType mood = new EnumType(QualifiedName.of("mood"), List.of("sad", "it's"));
            SqlType other = new EnumType(new QualifiedName("other", "Mood"), List.of("x"));
            assertThat(bench.table("t").columns().stream().map(Column::type))
                    .containsExactly(mood, new ArrayType(mood), other);
            assertThat(bench.dialect()
                            .comparison()
                            .sameType(
                                    Columns.column("c", new NativeType("other.\"Mood\"")),
                                    bench.table("t").column("c").orElseThrow()))
                    .isTrue();
        }
    }
}
