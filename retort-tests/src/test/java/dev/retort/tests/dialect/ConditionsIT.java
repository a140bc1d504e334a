package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.nativeType;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.tests.server.DatabaseUnderTest;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions as people write them, against those that PostgreSQL has. */
class ConditionsIT {

    private static final Table EMPTY = Table.of(
            QualifiedName.of("t"),
            List.of(
                    column("a", nativeType("varchar(20)")),
                    column("b", nativeType("integer")),
                    column("B", nativeType("integer")),
                    column("c", nativeType("character(4)")),
                    column("n", nativeType("numeric(10, 2)")),
                    column("r", nativeType("double precision")),
                    column("tx", nativeType("text")),
                    column("bo", nativeType("boolean")),
                    column("d", nativeType("date")),
                    column("ts", nativeType("timestamp")),
                    column("m", nativeType("mood")),
                    column("arr", nativeType("integer[]")),
                    column("j", nativeType("jsonb")),
                    column("bt", nativeType("bit(3)")),
                    column("Mixed", nativeType("text"))));

    private static Workbench bench;

    @BeforeAll
    static void begin() throws SQLException {
        bench = Workbench.on(DatabaseUnderTest.POSTGRESQL);
        bench.sql("CREATE TYPE mood AS ENUM ('a', 'b')");
    }

    @AfterAll
    static void end() throws SQLException {
        bench.close();
    }

    /** What is written, and how the server has been told of it or reports it. */
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
                "a <> $$it's$$ and a <> E'\\\\' /* why */⇒(((a)::text <> 'it''s'::text) AND ((a)::text <> '\\'::text))",
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
    void aConditionIsTheOneThatTheServerReports(String written, String reported) throws SQLException {
        assertThat(differences(written, reported)).isEmpty();
        assertThat(differences(written, written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '⇒',
            quoteCharacter = '~',
            value = {
                "a in ('x','y')⇒((a)::text = ANY ((ARRAY['x'::character varying, 'Y'::character varying])::text[]))",
                "a in ('x','y')⇒((a)::text = ANY ((ARRAY['x'::character varying, 'z'::character varying])::text[]))",
                "b > 0⇒(b >= 0)",
                "b > 1⇒(b > '-1'::integer)",
                "cast(b as integer) > 1⇒((b)::bigint > 1)",
                "a like 'x%'⇒(a ~~* 'x%'::text)",
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
                "b + 1 > 2⇒((b + (1)::bigint) > 2)",
                "b - (n - r) > 0⇒(((b)::double precision - (n)::double precision) - r) > 0",
                "a = 'x' and b = 1 or c = '2'⇒a = 'x' and (b = 1 or c = '2')",
                "b = 1⇒\"B\" = 1"
            })
    void anotherConditionIsAnother(String written, String there) throws SQLException {
        assertThat(differences(written, there)).hasSize(2);
    }

    private static List<Operation> differences(String desired, String there) throws SQLException {
        bench.sql("DROP TABLE IF EXISTS t");
        bench.run(new CreateTable(with(there)));
        return bench.differences(with(desired));
    }

    private static Table with(String condition) {
        return EMPTY.checks(List.of(CheckConstraint.of("ck", condition)));
    }
}
