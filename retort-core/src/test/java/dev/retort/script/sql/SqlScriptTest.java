package dev.retort.script.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.dialect.Dialects;
import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.script.source.SourceText;
import dev.retort.script.sql.SqlMarker.Kind;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlSyntax.Feature;
import dev.retort.sql.SqlSyntaxes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlScriptTest {

    private static final SqlSyntaxes SYNTAXES =
            Dialects.loadedFrom(SqlScriptTest.class.getClassLoader()).syntaxes();

    private static final String FILE = """
            -- revision: a
            -- a comment that explains

            -- upgrade
            SELECT 'plain';
            --  Upgrade   PostgreSQL ,h2
            SELECT 'named';
               -- downgrade sqlite
            -- downgrade mysql
            SELECT 'back';
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n\n<<<<<<< HEAD\nSELECT 1;\n=======\nSELECT 2;\n>>>>>>> other\n",
                "\n\n>>>>>>> other\n",
                "\n\n=======\nSELECT 2;\n",
                "SELECT '\n\n<<<<<<< HEAD\n';",
                "\n/*\n<<<<<<< HEAD */",
            })
    void refusesWhatGitCouldNotMerge(String body) {
        assertThatThrownBy(() -> parse("-- revision: a\n-- upgrade\n" + body).upgrade("h2", SqlSyntax.COMMON))
                .isInstanceOfSatisfying(ScriptException.class, e -> {
                    assertThat(e.problem()).contains("conflict");
                    assertThat(e.position().orElseThrow().line()).isEqualTo(5);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            mariadb    | create table t2(a text);¶/* What they need:¶-- upgrade mariadb¶drop table t;¶*/               | 5 | begins inside
            sqlite     | create table t2(a text);¶/* on it:¶-- upgrade sqlite¶delete from t;¶-- all */¶select 1;        | 5 | begins inside
            postgresql | create function f() returns void language sql as $$¶-- upgrade postgresql¶delete from t;¶$$; | 4 | begins inside
            h2         | insert into t values ('a¶-- downgrade¶b');                                                   | 4 | begins inside
            sqlite     | delete from t¶-- downgrade¶where a = 'keep';                                                 | 4 | 'where' begins none
            postgresql | update t set a = 'x'¶-- downgrade¶-- of all¶where a = 'keep';                                | 4 | 'where' begins none
            postgresql | delete from t¶-- upgrade mariadb¶where a = 'keep';                                           | 4 | 'where' begins none
            mariadb    | delete from t¶-- upgrade mariadb¶where a = 'keep';                                           | 4 | 'where' begins none
            h2         | select (1¶-- downgrade¶);                                                                    | 4 | ')' begins none
            """)
    void aSectionThatBeginsInTheMiddleOfSomethingIsRefused(String database, String body, int line, String problem) {
        SqlScript script = parse("-- revision: s1\n-- upgrade\n" + body.strip().replace('¶', '\n'));

        assertThatThrownBy(() -> requireWhole(script, database)).isInstanceOfSatisfying(ScriptException.class, e -> {
            assertThat(e.getMessage()).contains(problem);
            assertThat(e.position().orElseThrow().line()).isEqualTo(line);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from t\n-- downgrade\ninsert into t values (1)",
                "delete from t;\n-- downgrade\n",
                "insert into t values ('it\\'s');\n-- upgrade postgresql\ninsert into t values ('it''s');",
                "create function f() as $$ it's $$;\n-- upgrade sqlite\nselect 1;",
                "copy t from stdin;\nit's\n\\.\n-- downgrade\ndelete from t;",
                "with a as (select 1) select * from a;\n-- downgrade\nvalues (1);"
            })
    void aSectionThatIsWholeAsSomeDatabaseReadsItIsTaken(String body) {
        SqlScript script = parse("-- revision: s1\n-- upgrade\n" + body);

        for (String database : SYNTAXES.names()) {
            assertThatCode(() -> requireWhole(script, database)).doesNotThrowAnyException();
        }
    }

    @Test
    void takesSignsInAQuoteOrACommentForWhatTheyAre() {
        assertThat(parse("-- revision: a\n-- upgrade\n/*\n=======\n*/ SELECT '\n=======\n', 1\n= 1;")
                        .upgrade("h2", SqlSyntax.COMMON)
                        .orElseThrow())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "UPGRADE, sqlite, plain",
        "UPGRADE, postgresql, named",
        "UPGRADE, h2, named",
        "DOWNGRADE, mysql, back",
        "DOWNGRADE, sqlite, ''",
        "DOWNGRADE, h2, none"
    })
    void prefersTheSectionThatNamesTheDatabase(Kind kind, String database, String expected) {
        SqlScript script = parse(FILE);

        Optional<String> text = script.section(kind, database)
                .map(section -> script.statements(section, SqlSyntax.COMMON).stream()
                        .map(SqlStatement::text)
                        .findFirst()
                        .orElse(""));

        assertThat(text)
                .isEqualTo(
                        switch (expected) {
                            case "none" -> Optional.empty();
                            case "" -> Optional.of("");
                            default -> Optional.of("SELECT '" + expected + "'");
                        });
    }

    @Test
    void hasNoSectionWhenThereIsOnlyAHeader() {
        assertThat(parse("-- revision: a\n/* nothing */").sections()).isEmpty();
    }

    @Test
    void opensASectionEvenInsideAQuoteSoThatNoDowngradeIsCarriedIntoAnUpgrade() {
        SqlScript script = parse("-- revision: a\n-- upgrade\nSELECT 'it\\'s';\n-- downgrade\nDROP TABLE a;\n");

        assertThat(script.sections()).extracting(SqlSection::line).containsExactly(2, 4);
        assertThatThrownBy(() -> script.statements(script.sections().get(0), SqlSyntax.COMMON))
                .isInstanceOfSatisfying(
                        ScriptException.class,
                        e -> assertThat(e.position()).contains(new SourcePosition("f.sql", 3, 14)));
        assertThat(script.statements(script.sections().get(0), SqlSyntax.COMMON.with(Feature.BACKSLASHES)))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'-- revision: a\nSELECT 1;\n-- upgrade\n', 2, before the first section",
        "'-- revision: a\n-- end\nSELECT 1;', 3, before the first section",
        "'-- revision: a\n-- upgrade\n-- upgrade\n', 3, second section '-- upgrade' begins",
        "'-- revision: a\n-- upgrade h2, mysql\n-- upgrade\n-- upgrade mysql', 4, for mysql",
        "'-- revision: a\n-- upgrade\n-- downgrade\n-- downgrade', 4, the first is in line 3"
    })
    void refusesStraySections(String text, int line, String problem) {
        assertThatThrownBy(() -> parse(text)).isInstanceOfSatisfying(ScriptException.class, e -> {
            assertThat(e.problem()).contains(problem);
            assertThat(e.position()).contains(new SourcePosition("f.sql", line));
        });
    }

    /** Whatever it stands inside of, the line begins a section; the refusal says where and inside of what. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE FUNCTION f() RETURNS int AS $$\\nBEGIN\\nMARK\\nEND $$ LANGUAGE plpgsql; | the dollar quotes of line 3",
                "CREATE FUNCTION f() RETURNS int AS $body$\\n'\\nMARK\\n$body$ LANGUAGE sql; | the dollar quotes of line 3",
                "INSERT INTO a VALUES ('one\\ntwo\\nMARK\\n'); | the text of line 3",
                "SELECT 1 AS \"a\\n\\nMARK\\n\"; | the quotes of line 3",
                "/* why\\n\\nMARK\\n*/ SELECT 1; | the comment of line 3",
                "COPY a FROM stdin;\\nx\\nMARK\\n\\.\\n | the rows of COPY of line 3",
                "CREATE TRIGGER g AFTER INSERT ON a BEGIN\\nSELECT 1;\\nMARK\\nEND; | the body of a routine of line 3",
                "-- statement\\nSELECT 1\\nMARK\\n-- end | the block of '-- statement' of line 3"
            })
    void saysWhatAMarkerStandsInsideOf(String statement, String inside) {
        for (String mark : List.of("-- upgrade", "-- downgrade", "-- downgrade h2", "-- rollback", "x -- upgrade")) {
            String text = "-- revision: a\n-- upgrade\n"
                    + statement.replace("\\n", "\n").replace("MARK", mark) + "\n-- downgrade\n-- downgrade h2\n";
            assertThatThrownBy(() -> parse(text)).isInstanceOfSatisfying(ScriptException.class, e -> {
                assertThat(e.problem()).contains("inside " + inside);
                assertThat(e.position()).contains(new SourcePosition("f.sql", 5));
                assertThat(e.hint().orElseThrow()).contains("differently", "Java");
            });
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-- upgrade, UPGRADE",
        "--upgrade, UPGRADE",
        "-- DOWNGRADE h2, DOWNGRADE",
        "-- outside transaction, OUTSIDE_TRANSACTION",
        "-- end, END",
        "-- statement, STATEMENT"
    })
    void knowsMarkersInAnySpelling(String line, Kind kind) {
        assertThat(SqlMarker.of(line)).map(SqlMarker::kind).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- downgrade:",
                "-- downgrade: h2",
                "-- downgrade h2 mysql",
                "-- Downgrade (h2)",
                "--upgrade the customers",
                "-- upgrade h2,",
                "-- downgraed",
                "-- Upgrad",
                "--- downgrade",
                "-- == downgrade ==",
                "-- *** Downgrade h2 ***",
                "--\u00a0downgrade",
                "/* downgrade */",
                "# downgrade",
                "-- down",
                "-- @UNDO",
                "-- rollback",
                "-- Revert",
                "-- section: downgrade",
                "-- begin of the downgrade",
                "-- migrate:down",
                "-- +goose Down",
                "-- +migrate Down"
            })
    void refusesCommentsThatBeginLikeASection(String line) {
        assertThatThrownBy(() -> parse("-- revision: a\n-- upgrade\nSELECT 1;\n  " + line + "\nDROP TABLE a;"))
                .isInstanceOfSatisfying(ScriptException.class, e -> {
                    assertThat(e.problem()).contains(line).contains("looks like a section");
                    assertThat(e.position()).contains(new SourcePosition("f.sql", 4));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE a (i integer); -- downgrade",
                "CREATE TABLE a (i integer) -- Downgrade h2",
                "CREATE TABLE a (i integer); /* downgrade */",
                ") --downgrade"
            })
    void refusesASectionBehindSomethingElse(String line) {
        assertThatThrownBy(() -> parse("-- revision: a\n-- upgrade\n" + line + "\n;DROP TABLE a;"))
                .isInstanceOfSatisfying(ScriptException.class, e -> {
                    assertThat(e.problem()).contains("is after other text");
                    assertThat(e.position()).contains(new SourcePosition("f.sql", 3));
                });
    }

    @Test
    void takesACommentBehindAStatementForOne() {
        SqlScript script = parse("""
                -- revision: a
                -- upgrade
                SELECT 1; -- upgrade the customers
                SELECT ' -- downgrade'; --rollback drop table a
                """);

        assertThat(script.upgrade("h2", SqlSyntax.COMMON).orElseThrow()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- outside_transaction",
                "-- outside transaction:",
                "-- outside transactions",
                "-- outside a transaction",
                "-- no transaction",
                "/* outside transaction */",
                "-- outside transactoin"
            })
    void refusesCommentsThatReadLikeOutsideTransaction(String line) {
        SqlScript script = parse("-- revision: a\n-- upgrade\n" + line + "\nVACUUM;");
        assertThatThrownBy(() -> script.upgrade("h2", SqlSyntax.COMMON))
                .isInstanceOfSatisfying(ScriptException.class, e -> {
                    assertThat(e.problem()).contains(line).contains("'-- outside transaction'");
                    assertThat(e.position()).contains(new SourcePosition("f.sql", 3, 1));
                });
    }

    @Test
    void refusesSectionsForDatabasesThatDoNotExist() {
        SqlScript script = parse("-- revision: a\n-- upgrade\n-- upgrade h2, postgres\nSELECT 1;");

        script.requireKnown(Set.of("h2", "postgres"));
        assertThatThrownBy(() -> script.requireKnown(Set.of("h2", "postgresql")))
                .isInstanceOfSatisfying(ScriptException.class, e -> {
                    assertThat(e.problem()).contains("no database 'postgres'");
                    assertThat(e.hint()).contains("Did you mean 'postgresql'?");
                    assertThat(e.position()).contains(new SourcePosition("f.sql", 3));
                });
    }

    @Test
    void takesOrdinaryCommentsForComments() {
        for (String line : List.of(
                "-- upgrade the customers",
                "-- end of all",
                "-- end;",
                "-- upgrades",
                "-- statements",
                "-- upgrade a,",
                "-- outside",
                "SELECT 1",
                "")) {
            assertThat(SqlMarker.of(line)).as(line).isEmpty();
        }
    }

    private static SqlScript parse(String text) {
        return SqlScript.parse(new SourceText("f.sql", text));
    }

    private static void requireWhole(SqlScript script, String database) {
        script.requireWhole(SqlMarker.Kind.UPGRADE, database, SYNTAXES);
        script.requireWhole(SqlMarker.Kind.DOWNGRADE, database, SYNTAXES);
    }
}
