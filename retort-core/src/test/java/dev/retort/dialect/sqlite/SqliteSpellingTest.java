package dev.retort.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.compare.SchemaComparator;
import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.InspectionScope;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.sql.Spelling;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How the words of entities meet those of a table that somebody else has made: SQLite reports what it was told, so that two spellings are
 * all that there is to compare.
 */
class SqliteSpellingTest {

    private final Dialect dialect = new SqliteProvider().create(DatabaseVersion.NEWEST);

    /** What entities say; the table; whether it is the same; whether the tokens alone say so. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            kind in ('NEW','PAID')                 | kind IN ('NEW', 'PAID')                | true  | true
            kind in ('NEW','PAID')                 | "kind" in ('NEW', 'PAID')              | true  | true
            "Kind" in ('NEW','PAID')               | [kind] in ('NEW','PAID')               | true  | true
            kind in ('NEW','PAID')                 | (Kind In ('NEW','PAID')) /* all */     | true  | true
            kind in ('NEW','PAID')                 | kind in ('PAID', 'NEW')                | true  | true
            kind in ('NEW')                        | kind = 'NEW'                           | true  | false
            kind in ('NEW','PAID')                 | kind = 'NEW' or kind = 'PAID'          | false | false
            kind in ('NEW','PAID')                 | kind in ('NEW', 'paid')                | false | false
            kind in ('NEW','PAID')                 | kind in ('NEW', 'PAID', 'GONE')        | false | false
            size between 0 and 2                   | size BETWEEN 0 AND 2                   | true  | true
            size between 0 and 2                   | size >= 0 AND size <= 2                | true  | false
            size between 0 and 2                   | size in (0, 1, 2)                      | false | false
            size in (0,1)                          | size IN (1, 0)                         | true  | true
            size>=1 and size<=10                   | (size >= 1) AND (size <= 10)           | true  | false
            size>=1 and size<=10                   | size >= 1 AND size <= 10               | true  | true
            size>=1 and size<=10                   | size BETWEEN 1 AND 10                  | true  | false
            size>=1                                | 1 <= size                              | false | false
            size > 0                               | size > 0.0                             | false | false
            size > 0                               | size > +0                              | true  | false
            kind <> ''                             | kind != ''                             | true  | false
            kind <> '' and size > 0                | kind<>''and size>0                     | true  | true
            kind <> '' or (size > 0 and open)      | kind <> '' or size > 0 and open        | true  | false
            (kind <> '' or size > 0) and open      | kind <> '' or size > 0 and open        | false | false
            size = 1                               | size == 1                              | false | false
            open = true                            | open = 1                               | false | false
            open                                   | open = 1                               | false | false
            not open                               | NOT (open)                             | true  | false
            kind is not null                       | kind NOT NULL                          | false | false
            kind is not null                       | not (kind is null)                     | true  | false
            not (kind is null)                     | not kind is null                       | true  | false
            kind not in ('A')                      | kind <> 'A'                            | true  | false
            length(trim(kind)) > 0                 | LENGTH( TRIM ( kind ) ) > 0            | true  | true
            kind <> 'it''s'                        | kind <> 'it''s'                        | true  | true
            kind = 'a'                             | kind = "a"                             | false | false
            (kind <> 'A') or (size is not null)    | kind <> 'A' or size is not null        | true  | false
            cast(kind as integer) > 0              | CAST(kind AS INTEGER) > 0              | true  | true
            kind like 'a%' escape '!'              | kind LIKE 'a%' ESCAPE '!'              | true  | true
            kind glob '[a-z]*'                     | kind GLOB '[a-z]*'                     | true  | true
            """)
    void aConditionIsTheOneOfTheTable(String text, String there, boolean same, boolean byTokens) throws SQLException {
        Table found = found("kind text, size integer, open boolean, CONSTRAINT ck CHECK (" + there + ")");
        Table desired = found.checks(List.of(CheckConstraint.of("ck", text)));

        assertThat(isSame(desired, found)).isEqualTo(same);
        assertThat(Spelling.same(text, there, SqliteProvider.SYNTAX)).isEqualTo(byTokens);
    }

    /** What entities say; the table; whether it is the same. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            1.50                 | 1.5                        | true
            100                  | (100)                      | true
            -1                   | -1                         | true
            -1                   | (-1)                       | true
            1                    | +1                         | true
            1000                 | 1e3                        | true
            0                    | 0.0                        | true
            1                    | '1'                        | false
            true                 | TRUE                       | true
            true                 | 1                          | true
            false                | 0                          | true
            true                 | 'true'                     | false
            'x'                  | 'x'                        | true
            'x'                  | ('x')                      | true
            'x'                  | "x"                        | false
            'x'                  | 'X'                        | false
            ''                   | ''                         | true
            'it''s'              | 'it''s'                    | true
            null                 | NULL                       | true
            current_timestamp    | CURRENT_TIMESTAMP          | true
            current_timestamp    | (CURRENT_TIMESTAMP)        | true
            current_timestamp    | (datetime('now'))          | false
            datetime('now')      | (DATETIME( 'now' ))        | true
            (datetime('now'))    | (datetime('now'))          | true
            (1 + 2)              | (1+2)                      | true
            (1 + 2)              | (3)                        | false
            (1 + 2)              | ((1) + 2)                  | false
            x'00ff'              | X'00ff'                    | true
            x'00ff'              | x'00FF'                    | false
            """)
    void aDefaultIsTheOneOfTheTable(String text, String there, boolean same) throws SQLException {
        Table found = found("value DEFAULT " + there);
        Column column = found.columns().get(0);
        Table desired = found.columns(List.of(column.withDefault(new DefaultValue.Expression(text))));

        assertThat(isSame(desired, found)).isEqualTo(same);
    }

    /** What is computed, indexed or a condition of an index is compared as the condition of a check is. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            price * 2            | Price*2                    | true
            price * 2            | (price * 2)                | true
            price + 1 + 2        | (price + 1) + 2            | true
            price + 1 + 2        | price + (1 + 2)            | false
            price - 1            | "price" -1                 | true
            coalesce(price, 0)   | COALESCE(price,0)          | true
            coalesce(price, 0)   | ifnull(price, 0)           | false
            """)
    void aComputationIsTheOneOfTheTable(String text, String there, boolean same) throws SQLException {
        Table found = found("price integer, sum integer GENERATED ALWAYS AS (" + there + ")");
        Table desired = found("price integer, sum integer GENERATED ALWAYS AS (" + text + ")");
        assertThat(isSame(desired, found)).isEqualTo(same);

        String index = "price integer); CREATE INDEX ix ON t (abs(%s)) WHERE %s > 0; --";
        assertThat(isSame(found(index.formatted(text, text)), found(index.formatted(there, there))))
                .isEqualTo(same);
    }

    private Table found(String body) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE t (" + body + ")");
            return dialect.inspector()
                    .inspect(connection, InspectionScope.DEFAULT_SCHEMA)
                    .tables()
                    .get(0);
        }
    }

    private boolean isSame(Table desired, Table found) {
        return new SchemaComparator(dialect)
                .leavingUnsaid()
                .compare(SchemaSnapshot.of(desired), SchemaSnapshot.of(found), all -> true)
                .isEmpty();
    }
}
