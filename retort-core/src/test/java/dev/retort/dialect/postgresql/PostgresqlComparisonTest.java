package dev.retort.dialect.postgresql;

import static dev.retort.schema.Columns.bool;
import static dev.retort.schema.Columns.character;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.decimal;
import static dev.retort.schema.Columns.doublePrecision;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.text;
import static dev.retort.schema.Columns.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.compare.SchemaComparator;
import dev.retort.dialect.ColumnText;
import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.Dialect;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.Constraints;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresqlComparisonTest {

    private static final List<Column> COLUMNS = List.of(
            column("a", varchar(20)),
            column("b", integer()),
            column("c", character(4)),
            column("n", decimal(10, 2)),
            column("r", doublePrecision()),
            column("tx", text()));

    private final Dialect dialect = new PostgresqlProvider().create(DatabaseVersion.NEWEST);
    private final ComparisonRules rules = dialect.comparison();

    @ParameterizedTest
    @CsvSource(
            delimiter = '⇒',
            quoteCharacter = '~',
            value = {
                "a in ('x','y') and b != 3⇒(((a)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[])) AND (b <> 3))",
                "lower(a) like 'a%' or not (b = 1)⇒((lower((a)::text) ~~ 'a%'::text) OR (NOT (b = 1)))",
                "a in ('x')⇒((a)::text = 'x'::text)",
                "a in ('y','x')⇒((a)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[]))",
                "b not in (3,-1,20)⇒(b <> ALL (ARRAY['-1'::integer, 20, 3]))",
                "b not in (1,2) and a not in ('p','q')⇒((b <> ALL (ARRAY[1, 2])) AND ((a)::text <> ALL ((ARRAY['p'::character varying, 'q'::character varying])::text[])))",
                "b between 1 and -2⇒((b >= 1) AND (b <= '-2'::integer))",
                "b not between 1 and 2⇒((b < 1) OR (b > 2))",
                "n > 0 and r > 1.5 and b > 1.5⇒((n > (0)::numeric) AND (r > (1.5)::double precision) AND ((b)::numeric > 1.5))",
                "bo = true and bo and not bo and bo is true⇒((bo = true) AND bo AND (NOT bo) AND (bo IS TRUE))",
                "length(a)>3 and a ~ '^x' and a || 'z' <> 'it''s'⇒((length((a)::text) > 3) AND ((a)::text ~ '^x'::text) AND (((a)::text || 'z'::text) <> 'it''s'::text))",
                "d > '2020-01-01' and d < date '2021-01-01'⇒((d > '2020-01-01'::date) AND (d < '2021-01-01'::date))",
                "case when b > 0 then 'p' else 'n' end = 'p'⇒(CASE WHEN (b > 0) THEN 'p'::text ELSE 'n'::text END = 'p'::text)",
                "ts > now() - interval '1 day'⇒(ts > (now() - '1 day'::interval))",
                "a is not distinct from 'y'⇒(NOT ((a)::text IS DISTINCT FROM 'y'::text))",
                "extract(year from d) > 2000⇒(EXTRACT(year FROM d) > (2000)::numeric)",
                "m in ('a','b')⇒(m = ANY (ARRAY['a'::mood, 'b'::mood]))",
                "(b + 1) * 2 - -b > 0 and arr[1] = 2⇒(((((b + 1) * 2) - (- b)) > 0) AND (arr[1] = 2))",
                "j ? 'a' and j->>'a' = 'x'⇒((j ? 'a'::text) AND ((j ->> 'a'::text) = 'x'::text))",
                "cast(b as bigint) > 1⇒((b)::bigint > 1)",
                "a <> $$it's$$ and a <> E'\\\\' -- why⇒(((a)::text <> 'it''s'::text) AND ((a)::text <> '\\'::text))",
                "b / 2.0 > 1⇒(((b)::numeric / 2.0) > (1)::numeric)",
                "b::numeric / 2 > 1⇒(((b)::numeric / (2)::numeric) > (1)::numeric)",
                "b / 2::numeric > 1⇒(((b)::numeric / (2)::numeric) > (1)::numeric)",
                "n / 2 > b and n > -1⇒(((n / (2)::numeric) > (b)::numeric) AND (n > ('-1'::integer)::numeric))",
                "b in (1.5, 2)⇒((b)::numeric = ANY (ARRAY[1.5, (2)::numeric]))",
                "coalesce(n, b, 0) > 1⇒(COALESCE(n, (b)::numeric, (0)::numeric) > (1)::numeric)",
                "case when b > 1 then b else n end > 0⇒(CASE WHEN (b > 1) THEN (b)::numeric ELSE n END > (0)::numeric)",
                "coalesce(a, tx) = 'y'⇒((COALESCE(a, (tx)::character varying))::text = 'y'::text)",
                "case when b > 1 then a else 'x' end = 'y'⇒((CASE WHEN (b > 1) THEN a ELSE 'x'::character varying END)::text = 'y'::text)",
                "lower(c) || c = 'x'⇒((lower((c)::text) || (c)::text) = 'x'::text)",
                "tx::text = a::varchar(20)⇒(tx = (a)::text)",
                "a::varchar = 'x'⇒(((a)::character varying)::text = 'x'::text)",
                "b > 5000000000⇒(b > '5000000000'::bigint)",
                "bt = b'101'⇒(bt = '101'::\"bit\")",
                "\"Mixed\" is null or \"Mixed\" ilike 'x'⇒((\"Mixed\" IS NULL) OR (\"Mixed\" ~~* 'x'::text))"
            })
    void anExpressionIsTheOneTheServerReports(String written, String reported) {
        assertThat(rules.sameExpression(written, reported, COLUMNS)).isTrue();
        assertThat(rules.sameExpression(reported, reported, COLUMNS)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '⇒',
            quoteCharacter = '~',
            value = {
                "a in ('x','y')⇒((a)::text = ANY ((ARRAY['x'::character varying, 'Y'::character varying])::text[]))",
                "a in ('x','y')⇒((a)::text = ANY ((ARRAY['x'::character varying, 'z'::character varying])::text[]))",
                "a in (b,c)⇒(a = ANY (ARRAY[c, b]))",
                "b > 0⇒(b >= 0)",
                "b > 1⇒(b > '-1'::integer)",
                "a = 'x' and b = 1 or c = 2⇒((a = 'x') AND ((b = 1) OR (c = 2)))",
                "a - (b - c) > 0⇒(((a - b) - c) > 0)",
                "cast(b as integer) > 1⇒((b)::bigint > 1)",
                "a like 'x%'⇒(a ~~* 'x%'::text)",
                "not (a = 1)⇒(a = 1)",
                "a = 'x'⇒(\"A\" = 'x'::text)",
                "exists (select 1)⇒(a > 0)",
                "b / 2 > 1⇒(((b)::numeric / (2)::numeric) > (1)::numeric)",
                "b / 2 > 1⇒(((b)::numeric / '2'::numeric) > (1)::numeric)",
                "b / 2::numeric > 1⇒((b / 2) > 1)",
                "b / '2'::numeric > 1⇒((b / 2) > 1)",
                "b * (1 / 2) > 0⇒(((b)::numeric * ((1)::numeric / (2)::numeric)) > (0)::numeric)",
                "abs(b) / 2 > 1⇒((abs((b)::numeric) / (2)::numeric) > (1)::numeric)",
                "greatest(b, 1) / 2 > 1⇒((GREATEST((b)::numeric, (1)::numeric) / (2)::numeric) > (1)::numeric)",
                "case when b > 1 then b else 0 end / 2 > 1⇒((CASE WHEN (b > 1) THEN (b)::numeric ELSE (0)::numeric END / (2)::numeric) > (1)::numeric)",
                "b in (1, 2)⇒((b)::numeric = ANY (ARRAY[(1)::numeric, (2)::numeric]))",
                "round(r) > 1⇒(round((r)::numeric) > (1)::numeric)",
                "b > '5'⇒((b)::text > '5'::text)",
                "c = 'x'⇒((c)::text = 'x'::text)",
                "u = 'x'⇒((u)::text = 'x'::text)",
                "b + 1 > 2⇒((b + (1)::bigint) > 2)"
            })
    void anotherExpressionIsAnother(String written, String reported) {
        assertThat(rules.sameExpression(written, reported, COLUMNS)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '⇒',
            quoteCharacter = '~',
            value = {
                "varchar(9)⇒'x'⇒'x'::character varying",
                "integer⇒-1⇒'-1'::integer",
                "numeric(10,2)⇒5⇒5.00",
                "bigint⇒'5'⇒'5'::bigint",
                "boolean⇒'t'⇒true",
                "timestamp⇒'2020-01-01'⇒'2020-01-01 00:00:00'::timestamp without time zone",
                "jsonb⇒'{}'⇒'{}'::jsonb",
                "timestamp⇒current_timestamp⇒CURRENT_TIMESTAMP",
                "timestamp⇒timezone('utc', now())⇒timezone('utc'::text, now())",
                "bigint⇒nextval('s')⇒nextval('s'::regclass)",
                "text⇒null⇒NULL::text",
                "integer[]⇒'{1}'⇒'{1}'::integer[]"
            })
    void aDefaultIsTheOneTheServerReports(String type, String written, String reported) {
        assertThat(rules.sameDefault(withDefault(type, written), withDefault(type, reported)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '⇒',
            quoteCharacter = '~',
            value = {
                "varchar(9)⇒'x'⇒'X'::character varying",
                "timestamp⇒now()⇒clock_timestamp()",
                "text⇒'now()'⇒now()",
                "integer⇒1⇒2",
                "bigint⇒nextval('s')⇒nextval('t'::regclass)"
            })
    void anotherDefaultIsAnother(String type, String written, String reported) {
        assertThat(rules.sameDefault(withDefault(type, written), withDefault(type, reported)))
                .isFalse();
    }

    private Column withDefault(String type, String sql) {
        return column("c", dialect.types().parse(type)).defaultsToSql(sql);
    }

    @Test
    void longNamesAreCutByBytesAndAUniqueOverTheKeyIsGone() {
        String name = "ü".repeat(40);
        Table table = Table.of(
                QualifiedName.of(name),
                List.of(
                        column("id", dialect.types().parse("integer")),
                        Constraints.primaryKey("id"),
                        Constraints.unique("uq", "id")));
        Table reported = rules.asReported(SchemaSnapshot.of(table)).tables().get(0);

        assertThat(reported.name().name()).isEqualTo("ü".repeat(31));
        assertThat(reported.primaryKey()).isEqualTo(Constraints.namedPrimaryKey("uq", "id"));
        assertThat(reported.uniqueConstraints()).isEmpty();
        assertThat(reported.columns().get(0).nullable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oid | text",
                "oid | bytea",
                "text | bytea",
                "uuid | bigint",
                "integer | date",
                "time | timestamp",
                "integer[] | integer",
                "timestamptz[] | timestamp[]",
                "jsonb | boolean"
            })
    void aTypeWithoutAConversionThatKeepsTheMeaningIsNeverGenerated(String one, String other) {
        assertThat(rules.keepsMeaning(type(one), type(other))).isFalse();
        assertThat(rules.keepsMeaning(type(other), type(one))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oid | bigint",
                "text | uuid",
                "boolean | smallint",
                "date | timestamptz",
                "json | jsonb",
                "varchar(5)[] | integer[]",
                "inet | cidr",
                "mood | varchar(20)"
            })
    void aTypeWithAConversionIsGeneratedBothWays(String one, String other) {
        assertThat(rules.keepsMeaning(type(one), type(other))).isTrue();
        assertThat(rules.keepsMeaning(type(other), type(one))).isTrue();
    }

    private SqlType type(String text) {
        return dialect.types().parse(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "varchar(12) | varchar(12) COLLATE \"C\" | false",
                "character varying(12) collate \"C\" | varchar(12) COLLATE \"C\" | true",
                "varchar(12) collate pg_catalog.\"C\" | varchar(12) COLLATE \"C\" | true",
                "varchar(12) collate mine | varchar(12) COLLATE public.mine | true",
                "varchar(12) collate \"default\" | varchar(12) | true",
                "varchar(12) collate \"C\" | varchar(12) | false",
                "varchar(12) collate \"POSIX\" | varchar(12) COLLATE \"C\" | false",
                "varchar(12) collate \"default\" | varchar(12) COLLATE \"C\" | false",
                "varchar(13) | varchar(12) COLLATE \"C\" | false"
            })
    void aCollationIsTheOneOfItsName(String desired, String actual, boolean same) {
        Table wish = Table.of(QualifiedName.of("t"), List.of(ColumnText.column("a", desired, dialect.types())));
        Column reported = rules.asReported(SchemaSnapshot.of(wish))
                .tables()
                .get(0)
                .columns()
                .get(0);

        Column found = ColumnText.column("a", actual, dialect.types());
        assertThat(rules.sameType(reported, found) && rules.sameCollation(reported, found))
                .isEqualTo(same);
    }

    @Test
    void aDefaultIsChangedWhereTheNewTypeTellsItFromTheOldOne() {
        Column wish = column("a", integer()).defaultsTo(0);
        Column found = column("a", bool()).defaultsTo(false);

        assertThat(new SchemaComparator(dialect)
                        .compare(snapshot(wish), snapshot(found), table -> true)
                        .upgrade()
                        .operations())
                .extracting(Operation::describe)
                .containsExactly("alter column t.a (type, default)");
    }

    private static SchemaSnapshot snapshot(Column column) {
        return SchemaSnapshot.of(Table.of(QualifiedName.of("t"), List.of(column)));
    }
}
