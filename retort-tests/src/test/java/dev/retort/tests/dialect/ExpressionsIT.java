package dev.retort.tests.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.dialect.ComparisonRules;
import dev.retort.operation.CreateTable;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Columns;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.tests.server.DatabaseRows;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.ForDatabases;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers of different versions say the same expression with different words. */
class ExpressionsIT {

    /** Conditions that both servers read. */
    private static final List<String> CONDITIONS = List.of(
            "a in ('x','y') and b != 3",
            "lower(a) like 'a%' or not (b = 1)",
            "b not in (1,2) and a not in ('p','q')",
            "b between 1 and -2",
            "b not between 1 and 2",
            "n > 0 and r > 1.5 and b > 1.5",
            "bo = true and bo and not bo and bo is true",
            "d > '2020-01-01' and d < date '2021-01-01'",
            "case when b > 0 then 'p' else 'n' end = 'p'",
            "case b when 1 then true else false end",
            "extract(year from d) > 2000",
            "coalesce(b, 0) + 1 >= -500",
            "greatest(b, 1) > least(b, 2)",
            "round(n, 2) = n",
            "(a is null) = (b is null)",
            "bo is not false",
            "abs(b) > 1",
            "b & 1 = 0");

    private static final String POSTGRESQL_COLUMNS =
            "a varchar(20), b integer, n numeric, r double precision, bo boolean,"
                    + " d date, ts timestamptz, m mood, arr integer[], j jsonb, \"Mixed\" text, tx text, tz timestamp, ch char(4), va varchar(9)[]";

    private static final List<String> POSTGRESQL_CONDITIONS = List.of(
            "length(a)>3 and a ~ '^x' and a || 'z' <> 'it''s'",
            "ts > now() - interval '1 day'",
            "ts > current_timestamp",
            "d < current_date",
            "tz < localtimestamp(0)",
            "a is not distinct from 'y'",
            "extract(epoch from ts) > 0",
            "date_part('year', d) > 2000",
            "m in ('a','b')",
            "m = 'a'",
            "(b + 1) * 2 - -b > 0 and arr[1] = 2",
            "j ? 'a' and j->>'a' = 'x'",
            "j @> '{}'",
            "jsonb_typeof(j) = 'object'",
            "cast(b as bigint) > 1",
            "\"Mixed\" is null or \"Mixed\" ilike 'x'",
            "trim(both from tx) <> ''",
            "trim(leading 'x' from tx) <> ''",
            "btrim(tx) <> ''",
            "substring(tx from 1 for 2) = 'ab'",
            "substring(tx, 1, 2) = 'ab'",
            "position('x' in tx) > 0",
            "overlay(tx placing 'x' from 1) = 'x'",
            "tx collate \"C\" < 'x'",
            "nullif(tx, '') is not null",
            "b % 2 = 0",
            "mod(b, 2) = 0",
            "b = any (arr)",
            "array_length(arr, 1) > 0",
            "cardinality(arr) > 0",
            "tx ~* 'x' and tx !~ 'y'",
            "tx not like 'x%' and a not ilike 'y'",
            "char_length(a) > 0 and upper(a) = a",
            "num_nonnulls(a, b) = 1",
            "(a is null) <> (b is null)",
            "tx is normalized",
            "tx <> 'a' || 'b'",
            "b::text = tx",
            "row(a, b) is not null",
            "tx ^@ 'x'",
            "starts_with(tx, 'x')",
            "b / 2.0 > 1 and b::numeric / 2 > 1 and b / 2::numeric > 1",
            "b > n and n > r and b > r",
            "coalesce(b, 0.5) > 1 and coalesce(n, b, 0) > 1",
            "case when b > 1 then b else n end > 0",
            "b in (1.5, 2) and n in (1, -2) and b::numeric in (1, 2)",
            "a = tx and a = coalesce(a, 'x') and nullif(a, '') = 'y'",
            "coalesce(a, tx) = 'y'",
            "case when b > 1 then a else 'x' end = 'y'",
            "va[1] = 'x'",
            "ch = 'x' and ch || 'z' = 'xz' and lower(ch) = 'x' and ch in ('x', 'y')",
            "tx::text = 'x' and a::varchar = 'x' and a::varchar(5) = 'x'",
            "now() - interval '1 day' * b > ts",
            "length(a) / 2.0 > 1 and length(a)::numeric / 2 > 1",
            "-b > 1.5 and b - 1 between 0.5 and 2",
            "a = any (array['x', 'y'])",
            "a is distinct from 'x'",
            "b > 5000000000");

    private static final List<String> POSTGRESQL_DEFAULTS = List.of(
            "a varchar(9) DEFAULT 'x'",
            "b integer DEFAULT -1",
            "c numeric(10,2) DEFAULT 1.50",
            "d boolean DEFAULT true",
            "e timestamptz DEFAULT now()",
            "f timestamptz DEFAULT current_timestamp",
            "g date DEFAULT current_date",
            "h uuid DEFAULT gen_random_uuid()",
            "i jsonb DEFAULT '{}'",
            "k integer[] DEFAULT '{}'",
            "l text DEFAULT current_user",
            "m timestamp(3) DEFAULT localtimestamp",
            "n date DEFAULT date '2020-01-01'",
            "o interval DEFAULT interval '1 day'",
            "p text DEFAULT 'a' || 'b'",
            "r double precision DEFAULT random()",
            "s bigint DEFAULT 5000000000",
            "t integer[] DEFAULT array[1, 2]",
            "u text[] DEFAULT array[]::text[]",
            "v mood DEFAULT 'a'",
            "x bytea DEFAULT '\\x00'",
            "y text DEFAULT lower('X')",
            "z time DEFAULT localtime(0)");

    private static final String MARIADB_COLUMNS =
            "a varchar(20), b integer, n decimal(10,2), r double, bo boolean, d date, ts datetime(3), j json, tx text";

    private static final List<String> MARIADB_CONDITIONS = List.of(
            "char_length(a)>3 and a regexp '^x' and concat(a, 'z') <> 'it''s'",
            "year(d) > 2000",
            "cast(b as signed) > 1",
            "trim(a) <> ''",
            "trim(leading 'x' from a) <> ''",
            "substring(a, 1, 2) = 'ab'",
            "substring(a from 1 for 2) = 'ab'",
            "locate('x', a) > 0",
            "ifnull(b, 0) = 0",
            "nullif(a, '') is not null",
            "b div 2 = 0",
            "a not like 'x%'",
            "a <=> 'x'",
            "n >= 0.0 and n < 1e3",
            "a xor b",
            "json_valid(j)",
            "bo = true",
            "a <> 'it''s' and bo and not bo and a not like 'z%'",
            "a = \"it's\" /* why */",
            "a in ('y','x','y')",
            "cast(b as int) > 1",
            "not (a = 'x' and b = 2)",
            "json_extract(j, '$.a') = 1",
            "json_value(j, '$.a') = 'x'",
            "length(a) < 5 and octet_length(a) < 5",
            "upper(a) = a",
            "if(b > 1, 1, 0) = 1",
            "left(a, 1) = 'x' and right(a, 1) = 'y'",
            "replace(a, 'x', 'y') = a",
            "ts > timestamp'2020-01-01 00:00:00'",
            "hex(a) = 'FF'",
            "lpad(a, 5, '0') = a",
            "power(b, 2) > 1");

    private static final List<String> MARIADB_DEFAULTS = List.of(
            "a varchar(9) DEFAULT 'x'",
            "b integer DEFAULT -1",
            "c decimal(10,2) DEFAULT 1.50",
            "d boolean DEFAULT true",
            "e timestamp NULL DEFAULT now()",
            "f datetime(3) DEFAULT current_timestamp(3)",
            "g date DEFAULT curdate()",
            "h varchar(36) DEFAULT uuid()",
            "i json DEFAULT '{}'",
            "k bit(3) DEFAULT b'101'",
            "l varchar(99) DEFAULT current_user()",
            "n date DEFAULT '2020-01-01'",
            "p varchar(9) DEFAULT concat('a', 'b')",
            "q datetime DEFAULT utc_timestamp()",
            "r double DEFAULT rand()",
            "s bigint DEFAULT 5000000000",
            "t double DEFAULT 1e3",
            "u varchar(9) DEFAULT lower('X')",
            "v enum('a','b') DEFAULT 'a'",
            "x blob DEFAULT x'00ff'",
            "w datetime(6) DEFAULT current_timestamp",
            "y datetime(6) DEFAULT now(6)",
            "z integer DEFAULT (1 + 2)");

    /** What MySQL does not take of it. */
    private static final Set<String> NOT_ON_MYSQL =
            Set.of("cast(b as int) > 1", "case b when 1 then true else false end");

    /** A default that stands in parentheses on MySQL: a call, and whatever a long text has. */
    private static final Pattern CALL = Pattern.compile("(?!now|current_timestamp\\b)\\w+\\(.*\\)");

    private static List<String> conditions(DatabaseUnderTest kind) {
        if (kind == DatabaseUnderTest.POSTGRESQL) {
            return POSTGRESQL_CONDITIONS;
        }
        return MARIADB_CONDITIONS;
    }

    private static List<String> defaults(DatabaseUnderTest kind) {
        if (kind == DatabaseUnderTest.POSTGRESQL) {
            return POSTGRESQL_DEFAULTS;
        }
        return MARIADB_DEFAULTS.stream()
                .map(definition -> kind == DatabaseUnderTest.MARIADB ? definition : ofMysql(definition))
                .toList();
    }

    private static String ofMysql(String definition) {
        int value = definition.indexOf("DEFAULT ") + "DEFAULT ".length();
        String column = definition.substring(0, value);
        String written = definition.substring(value);
        boolean call = CALL.matcher(written).matches();
        boolean late = column.contains(" json ") || column.contains(" blob ");
        boolean present = written.equals("current_timestamp") && column.contains("(6)");
        return column + (call || late ? "(" + written + ")" : present ? written + "(6)" : written);
    }

    @ForDatabases
    void aListInAnotherOrderIsTheSameList(DatabaseUnderTest kind) throws Exception {
        try (Workbench bench = Workbench.on(kind)) {
            bench.sql("CREATE TABLE t (a varchar(9), CONSTRAINT c CHECK (a in ('x','y','z')))");
            Table table = bench.table("t");
            String reported = table.checks().get(0).expression();
            ComparisonRules rules = bench.dialect().comparison();

            assertThat(rules.sameExpression(bench.said("a in ('z','x','y')", table), reported))
                    .isTrue();
            assertThat(rules.sameExpression(bench.said("a in ('z','x')", table), reported))
                    .isFalse();
        }
    }

    @DatabaseRows("POSTGRESQL+MARIADB+MYSQL")
    void aConditionIsTheOneThatTheCatalogReports(DatabaseUnderTest kind) throws Exception {
        boolean postgresql = kind == DatabaseUnderTest.POSTGRESQL;
        try (Workbench bench = Workbench.on(kind)) {
            if (postgresql) {
                bench.sql("CREATE TYPE mood AS ENUM ('a', 'b')");
            }
            List<String> conditions = new ArrayList<>(CONDITIONS);
            conditions.addAll(conditions(kind));
            conditions.removeIf(condition -> kind == DatabaseUnderTest.MYSQL && NOT_ON_MYSQL.contains(condition));
            List<String> different = new ArrayList<>();
            for (String condition : conditions) {
                bench.sql(
                        "DROP TABLE IF EXISTS t",
                        "CREATE TABLE t (" + (postgresql ? POSTGRESQL_COLUMNS : MARIADB_COLUMNS)
                                + ", CONSTRAINT c CHECK (" + condition + "))");
                Table table = bench.table("t");
                String reported = condition(table);
                String said = bench.said(condition, table);
                if (!bench.dialect().comparison().sameExpression(said, reported)) {
                    different.add(condition + " is reported as " + reported);
                }
            }
            assertThat(different).isEmpty();
        }
    }

    private static String condition(Table table) {
        return table.checks().stream()
                .filter(check -> "c".equals(check.name()))
                .map(CheckConstraint::expression)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            b::numeric / 2 > 1                 | b / 2 > 1
            b / 2::numeric > 1                 | b / 2 > 1
            b / 2 > 1                          | b::numeric / 2 > 1
            b / 2 > 1                          | b / 2::numeric > 1
            b::double precision / 2 > 1        | b / 2 > 1
            b::numeric in (1, 2)               | b in (1, 2)
            abs(b::numeric) / 2 > 1            | abs(b) / 2 > 1
            greatest(b::numeric, 1) / 2 > 1    | greatest(b, 1) / 2 > 1
            round(r::numeric) > 1              | round(r) > 1
            b::text > '5'                      | b > '5'
            m::text = 'a'                      | m = 'a'
            ch::text = 'x'                     | ch = 'x'
            """)
    void aCastThatChangesTheMeaningIsADifference(String there, String text) throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            bench.sql("CREATE TYPE mood AS ENUM ('a', 'b')");
            bench.sql("CREATE TABLE t (" + POSTGRESQL_COLUMNS + ", CONSTRAINT c CHECK (" + there + "))");
            Table table = bench.table("t");

            assertThat(bench.dialect().comparison().sameExpression(bench.said(there, table), condition(table)))
                    .isTrue();
            assertThat(bench.dialect().comparison().sameExpression(bench.said(text, table), condition(table)))
                    .isFalse();
        }
    }

    private static final List<String> NUMBERS = List.of(
            "1.5e0",
            "1e3",
            "1E-3",
            "-1.5e0",
            "+1e2",
            "(2.5E+1)",
            "1e30",
            ".5",
            "5.",
            "5.e1",
            "1.50",
            "-0",
            "0e0",
            "5000000000");

    @ForDatabases
    void aNumberIsFoundAgainHoweverItIsWritten(DatabaseUnderTest kind) throws Exception {
        Table desired = Table.of(QualifiedName.of("t"), numbers(NUMBERS));
        try (Workbench bench = Workbench.on(kind)) {
            bench.run(new CreateTable(desired));

            assertThat(bench.differences(desired)).isEmpty();
            List<String> others = NUMBERS.stream()
                    .map(number -> number.replaceFirst("[0-9]", "7"))
                    .toList();
            Table other = Table.of(QualifiedName.of("t"), numbers(others));
            assertThat(bench.differences(other)).hasSize(NUMBERS.size());
        }
    }

    private static List<Column> numbers(List<String> numbers) {
        return IntStream.range(0, numbers.size())
                .mapToObj(i -> Columns.column("c" + i, Columns.nativeType("double precision"))
                        .defaultsToSql(numbers.get(i)))
                .toList();
    }

    @DatabaseRows("POSTGRESQL+MARIADB+MYSQL")
    void aDefaultIsTheOneThatTheCatalogReports(DatabaseUnderTest kind) throws Exception {
        boolean postgresql = kind == DatabaseUnderTest.POSTGRESQL;
        try (Workbench bench = Workbench.on(kind)) {
            if (postgresql) {
                bench.sql("CREATE TYPE mood AS ENUM ('a', 'b')");
            }
            List<String> definitions = defaults(kind);
            bench.sql("CREATE TABLE t (" + String.join(", ", definitions) + ")");
            Table table = bench.table("t");
            List<String> different = new ArrayList<>();
            for (int i = 0; i < definitions.size(); i++) {
                String written = definitions.get(i).replaceFirst(".* DEFAULT ", "");
                Column found = table.columns().get(i);
                Column desired =
                        Columns.column(found.name(), found.type()).withDefault(new DefaultValue.Expression(written));
                Column said = bench.said(desired, table);
                if (!bench.dialect().comparison().sameDefault(said, found)) {
                    different.add(written + " is reported as " + found.defaultValue());
                }
            }
            assertThat(different).isEmpty();
        }
    }
}
