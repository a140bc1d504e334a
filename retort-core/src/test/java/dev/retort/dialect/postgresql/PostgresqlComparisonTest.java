package dev.retort.dialect.postgresql;

import static dev.retort.schema.Columns.bool;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.text;
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

    private final Dialect dialect = new PostgresqlProvider().create(DatabaseVersion.NEWEST);
    private final ComparisonRules rules = dialect.comparison();

    @ParameterizedTest
    @CsvSource(
            delimiter = '⇒',
            quoteCharacter = '~',
            value = {
                "b > 1⇒(b > 1)⇒true",
                "B>1 AND a IS NULL⇒b > 1 and A is null /* why */⇒true",
                "\"b\" > 1⇒b > 1⇒true",
                "\"B\" > 1⇒b > 1⇒false",
                "\"B\" > 1⇒\"b\" > 1⇒false",
                "a = 'x'⇒a = 'X'⇒false",
                "(b > 1) and (b < 3)⇒((b > 1) AND (b < 3))⇒true",
                "b > 1 and b < 3⇒(b > 1) and (b < 3)⇒false"
            })
    void withoutTheServerAnExpressionIsWhatIsWritten(String one, String other, boolean same) {
        assertThat(rules.sameExpression(one, other)).isEqualTo(same);
        assertThat(rules.sameExpression(other, one)).isEqualTo(same);
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
                "timestamp⇒date '2020-01-01'⇒'2020-01-01'::date",
                "integer⇒(-1)⇒'-1'::integer",
                "varchar(9)⇒('x')⇒(('x')::varchar)",
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
                "varchar(9)⇒'x'⇒('x'::text || lower('y'::text))",
                "boolean⇒'x'⇒('x'::text IS NULL)",
                "varchar(9)⇒'x'⇒('x'::text COLLATE \"C\")",
                "integer⇒1⇒(1 + 2)",
                "integer⇒-1⇒- f(1)",
                "integer⇒5⇒(- '5'::integer)",
                "timestamp⇒now()⇒clock_timestamp()",
                "text⇒'now()'⇒now()",
                "integer⇒1⇒2",
                "bigint⇒nextval('s')⇒nextval('t'::regclass)"
            })
    void anotherDefaultIsAnother(String type, String written, String reported) {
        assertThat(rules.sameDefault(withDefault(type, written), withDefault(type, reported)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"varchar(9), true", "varchar(9)[], true", "own_type, false"})
    void nullAsDefaultIsNoneUnlessTheTypeMayHaveOneOfItsOwn(String type, boolean same) {
        Column without = column("c", dialect.types().parse(type));
        assertThat(rules.sameDefault(withDefault(type, "NULL"), without)).isEqualTo(same);
        assertThat(rules.sameDefault(without, withDefault(type, "NULL"))).isEqualTo(same);
        assertThat(rules.sameDefault(withDefault(type, "NULL"), withDefault(type, "'NULL'")))
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
        Table reported = rules.normalize(SchemaSnapshot.of(table)).tables().get(0);

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
        Table wanted = Table.of(QualifiedName.of("t"), List.of(ColumnText.column("a", desired, dialect.types())));
        Column reported = rules.normalize(SchemaSnapshot.of(wanted))
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
        Column wanted = column("a", integer()).defaultsTo(0);
        Column found = column("a", bool()).defaultsTo(false);

        assertThat(new SchemaComparator(dialect)
                        .compare(snapshot(wanted), snapshot(found), table -> true)
                        .upgrade()
                        .operations())
                .extracting(Operation::describe)
                .containsExactly("alter column t.a (type, default)");
    }

    private static SchemaSnapshot snapshot(Column column) {
        return SchemaSnapshot.of(Table.of(QualifiedName.of("t"), List.of(column)));
    }
}
