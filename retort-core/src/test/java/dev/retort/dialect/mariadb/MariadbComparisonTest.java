package dev.retort.dialect.mariadb;

import static dev.retort.schema.Columns.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.dialect.ColumnText;
import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.Dialect;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.SqlType;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MariadbComparisonTest {

    private final Dialect dialect = new MariadbProvider().create(DatabaseVersion.NEWEST);
    private final ComparisonRules rules = dialect.comparison();

    @ParameterizedTest
    @CsvSource(
            delimiter = '⇒',
            quoteCharacter = '~',
            value = {
                "b is not null and coalesce(b,1) > 0⇒`b` is not null and coalesce(`b`,1) > 0",
                "b >= 0 and b <= 10 and (b + 1) * 2 > 0⇒`b` >= 0 and `b` <= 10 and (`b` + 1) * 2 > 0",
                "b between 0 and 2⇒`b` between 0 and 2",
                "a in ('y','x','y')⇒`a` in ('x','y')",
                "a = \"it's\" /* why */⇒`a` = 'it\\'s'"
            })
    void anExpressionInAnotherSpellingIsTheSame(String written, String reported) {
        assertThat(rules.sameExpression(written, reported)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '⇒',
            quoteCharacter = '~',
            value = {
                "a in ('x','y')⇒`a` in ('x','Y')",
                "a = 'x\\\\'⇒`a` = 'x'",
                "b > 0⇒`b` >= 0",
                "a in (b,c)⇒`a` in (`c`,`b`)",
                "a = 1 and b = 1 or c = 1⇒`a` = 1 and (`b` = 1 or `c` = 1)"
            })
    void anotherExpressionIsAnother(String written, String reported) {
        assertThat(rules.sameExpression(written, reported)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '⇒',
            quoteCharacter = '~',
            value = {
                "boolean⇒true⇒1",
                "bit(1)⇒true⇒b'1'",
                "int⇒'5'⇒5",
                "decimal(10,2)⇒5⇒5.00",
                "datetime(6)⇒'2020-01-01'⇒'2020-01-01 00:00:00.000000'",
                "time(2)⇒'10:00:00.5'⇒'10:00:00.50'",
                "int⇒1 + 2⇒(1 + 2)",
                "varchar(9)⇒'it''s'⇒'it\\'s'",
                "varchar(9)⇒null⇒NULL"
            })
    void aDefaultIsTheOneTheServerReports(String type, String written, String reported) {
        assertThat(rules.sameDefault(withDefault(type, written), withDefault(type, reported)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '⇒',
            quoteCharacter = '~',
            value = {"boolean⇒true⇒0", "varchar(9)⇒'x'⇒'X'", "varchar(9)⇒'uuid()'⇒uuid()"})
    void anotherDefaultIsAnother(String type, String written, String reported) {
        assertThat(rules.sameDefault(withDefault(type, written), withDefault(type, reported)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '⇒',
            quoteCharacter = '~',
            value = {
                "int⇒int(11)⇒true",
                "int unsigned⇒int(10) unsigned⇒true",
                "int⇒int unsigned⇒false",
                "text⇒longtext⇒false",
                "datetime⇒datetime(6)⇒false",
                "enum('a','b')⇒enum('b','a')⇒false",
                "varchar(5)⇒varchar(5) COLLATE utf8mb4_bin⇒false",
                "varchar(5) collate utf8mb4_bin⇒varchar(5) COLLATE utf8mb4_bin⇒true",
                "varchar(5) collate uca1400_ai_ci⇒varchar(5) COLLATE utf8mb4_uca1400_ai_ci⇒true",
                "varchar(5) collate utf8mb4_bin⇒varchar(5) COLLATE utf8mb4_general_ci⇒false",
                "varchar(10) character set ascii⇒varchar(10) COLLATE ascii_general_ci⇒true",
                "varchar(10) charset utf8⇒varchar(10) COLLATE utf8mb3_general_ci⇒true",
                "MEDIUMTEXT CHARACTER SET utf8mb4⇒mediumtext COLLATE latin1_bin⇒false",
                "varchar(10) character set ascii⇒varchar(11) COLLATE ascii_general_ci⇒false",
                "enum('a') collate utf8mb4_bin⇒enum('a') COLLATE utf8mb4_bin⇒true",
                "enum('a','b')⇒enum('a')⇒false",
                "numeric⇒decimal(10,0)⇒true"
            })
    void typesAreComparedByWhatIsStored(String written, String reported, boolean same) {
        Column desired = ColumnText.column("c", written, dialect.types());
        Column actual = ColumnText.column("c", reported, dialect.types());
        assertThat(rules.sameType(desired, actual) && rules.sameCollation(desired, actual))
                .isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "datetime, CURRENT_TIMESTAMP(), current_timestamp(), true",
        "timestamp(3), Current_Timestamp( 3 ), current_timestamp(3), true",
        "timestamp(3), now(), current_timestamp(3), false",
        "timestamp(3), now(3), , false",
        "datetime, , current_timestamp(), false"
    })
    void whatAnUpdateSetsIsComparedByItsSpelling(String type, String written, String reported, boolean same) {
        Column column = column("c", dialect.types().parse(type));
        assertThat(rules.sameOnUpdate(column.onUpdateSql(written), column.onUpdateSql(reported)))
                .isEqualTo(same);
    }

    private Column withDefault(String type, String sql) {
        return column("c", dialect.types().parse(type)).defaultsToSql(sql);
    }

    @ParameterizedTest
    @CsvSource({"tinyint, false", "int unsigned, false", "mediumint, false", "mediumtext, true", "varchar(20), true"})
    void aNumberThatOnlyThisDatabaseKnowsIsNoWordEither(String type, boolean kept) {
        SqlType words = new EnumType(null, List.of("A", "B"));

        assertThat(rules.keepsMeaning(dialect.types().parse(type), words)).isEqualTo(kept);
        assertThat(rules.keepsMeaning(words, dialect.types().parse(type))).isEqualTo(kept);
    }
}
