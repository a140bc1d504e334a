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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The spellings that Hibernate uses, and others that people write by hand. */
class TypeSpellingsIT {

    private static final List<String> POSTGRESQL = List.of(
            "varchar(255)",
            "varchar(255) array",
            "varchar",
            "character varying(10)",
            "char(1)",
            "char",
            "bpchar",
            "text",
            "boolean",
            "bool",
            "bit",
            "bit(3)",
            "bit varying(8)",
            "varbit(4)",
            "smallint",
            "integer",
            "int4",
            "bigint",
            "int8",
            "float(53)",
            "float(24)",
            "float4",
            "float8",
            "double precision",
            "real",
            "numeric(38,2)",
            "numeric(21)",
            "decimal(10, 0)",
            "numeric",
            "timestamp(6) with time zone",
            "timestamp(6)",
            "timestamp",
            "timestamptz",
            "timestamptz(3)",
            "timestamp(0)",
            "time(6)",
            "time",
            "time(3) with time zone",
            "date",
            "uuid",
            "oid",
            "bytea",
            "json",
            "jsonb",
            "inet",
            "cidr",
            "money",
            "xml",
            "interval",
            "interval(3)",
            "tsvector",
            "int4range",
            "integer[]",
            "integer[][]",
            "text array",
            "numeric(10,2)[]",
            "timestamp(3) with time zone[]",
            "point",
            "\"char\"",
            "mood",
            "mood[]",
            "positive",
            "name",
            "macaddr");

    private static final List<String> MARIADB = List.of(
            "varchar(255)",
            "char(1)",
            "char",
            "bit",
            "bit(1)",
            "bit(8)",
            "boolean",
            "bool",
            "tinyint(1)",
            "tinyint",
            "tinyint(4)",
            "smallint",
            "integer",
            "int",
            "int(5)",
            "bigint",
            "bigint(20)",
            "int unsigned",
            "bigint(20) unsigned",
            "int(5) unsigned zerofill",
            "mediumint",
            "float",
            "float(53)",
            "float(24)",
            "float(10,2)",
            "double",
            "double precision",
            "real",
            "double(10,3)",
            "decimal(38,2)",
            "numeric(21,0)",
            "decimal",
            "decimal(12)",
            "datetime",
            "datetime(6)",
            "datetime(3)",
            "timestamp(6)",
            "timestamp",
            "date",
            "time",
            "time(6)",
            "year",
            "uuid",
            "json",
            "text",
            "tinytext",
            "mediumtext",
            "longtext",
            "blob",
            "tinyblob",
            "mediumblob",
            "longblob",
            "binary(16)",
            "varbinary(255)",
            "enum ('A','B')",
            "enum('it''s','b,c')",
            "set('a','b')",
            "inet6",
            "inet4",
            "point",
            "geometry");

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

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aTypeIsTheSameAsTheOneTheCatalogReportsForIt(DatabaseUnderTest kind) throws Exception {
        List<String> spellings = kind == DatabaseUnderTest.POSTGRESQL ? POSTGRESQL : MARIADB;
        try (Workbench bench = Workbench.on(kind)) {
            if (kind == DatabaseUnderTest.POSTGRESQL) {
                bench.sql(
                        "CREATE TYPE mood AS ENUM ('sad', 'it''s')",
                        "CREATE DOMAIN positive AS integer CHECK (value > 0)");
            }
            List<Column> columns = new ArrayList<>();
            for (String spelling : spellings) {
                String name = "c" + columns.size();
                bench.sql("CREATE TABLE t_" + name + " (" + name + " " + spelling + ")");
                columns.add(Columns.column(name, bench.dialect().types().parse(spelling)));
            }
            List<Table> found = bench.inspect().tables();
            List<String> different = new ArrayList<>();
            for (Table table : found) {
                Column actual = table.columns().get(0);
                Column desired = columns.get(Integer.parseInt(actual.name().substring(1)));
                if (!bench.dialect().comparison().sameType(desired, actual)) {
                    different.add(desired.type() + " is reported as " + actual.type());
                }
            }
            assertThat(different).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aTypeThatWasFoundMakesTheSameColumnAgain(DatabaseUnderTest kind) throws Exception {
        List<String> spellings = kind == DatabaseUnderTest.POSTGRESQL ? POSTGRESQL : MARIADB;
        try (Workbench bench = Workbench.on(kind)) {
            if (kind == DatabaseUnderTest.POSTGRESQL) {
                bench.sql(
                        "CREATE TYPE mood AS ENUM ('sad', 'it''s')",
                        "CREATE DOMAIN positive AS integer CHECK (value > 0)");
            }
            List<String> definitions = new ArrayList<>();
            for (String spelling : spellings) {
                definitions.add("c" + definitions.size() + " " + spelling);
            }
            bench.sql("CREATE TABLE t (" + String.join(", ", definitions) + ")");
            Table first = bench.table("t");

            QualifiedName copy = QualifiedName.of("copy");
            bench.run(new CreateTable(Table.of(copy, first.elements())));

            assertThat(bench.table("copy").columns()).isEqualTo(first.columns());
        }
    }

    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    void namedEnumTypesAreFoundWithTheirWords(DatabaseUnderTest kind) throws Exception {
        try (Workbench bench = Workbench.on(kind)) {
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
