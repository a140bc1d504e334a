package dev.retort.script.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.dialect.Dialects;
import dev.retort.error.SourcePosition;
import dev.retort.script.source.SourceText;
import dev.retort.sql.SqlSyntaxes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only one database reads so, found by scripts that its server runs. */
class DialectStatementsTest {

    private static final SqlSyntaxes SYNTAXES =
            Dialects.loadedFrom(DialectStatementsTest.class.getClassLoader()).syntaxes();

    /** {@code ⏎} is a line break, and {@code ~} separates the expected statements. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    postgresql | SELECT 1 ` 2; SELECT 3 ` 4                                 | SELECT 1 ` 2~SELECT 3 ` 4
                    postgresql | SELECT E'a\\';'⏎ 'b\\';'; SELECT 'c\\'                       | SELECT E'a\\';'⏎ 'b\\';'~SELECT 'c\\'
                    postgresql | COPY t FROM stdin; -- rows⏎1⏎\\.⏎SELECT 1;                 | COPY t FROM stdin; -- rows⏎1⏎\\.~SELECT 1
                    h2         | // it's;⏎SELECT 1; // SELECT ;⏎SELECT 2                      | SELECT 1~SELECT 2
                    hsqldb     | // it's;⏎SELECT 1; // SELECT ;⏎SELECT 2                      | SELECT 1~SELECT 2
                    hsqldb     | ALTER SPECIFIC ROUTINE f BEGIN ATOMIC SET a = 1; END; CALL f() | ALTER SPECIFIC ROUTINE f BEGIN ATOMIC SET a = 1; END~CALL f()
                    postgresql | ALTER ROUTINE begin() STABLE; SELECT 1                     | ALTER ROUTINE begin() STABLE~SELECT 1
                    mariadb    | IF a THEN SELECT 1; ELSE SELECT 2; END IF; SELECT 3         | IF a THEN SELECT 1; ELSE SELECT 2; END IF~SELECT 3
                    mariadb    | WHILE a DO SELECT 1; END WHILE; CASE a WHEN 1 THEN SELECT 1; END CASE; SELECT 3 | WHILE a DO SELECT 1; END WHILE~CASE a WHEN 1 THEN SELECT 1; END CASE~SELECT 3
                    mariadb    | REPEAT SELECT 1; UNTIL 1 END REPEAT; FOR i IN 1..2 DO SELECT 1; END FOR; LOOP SELECT 1; END LOOP; SELECT 3 | REPEAT SELECT 1; UNTIL 1 END REPEAT~FOR i IN 1..2 DO SELECT 1; END FOR~LOOP SELECT 1; END LOOP~SELECT 3
                    mariadb    | SELECT 1 /*!50000 , '*/;' */; SELECT 2                       | SELECT 1 /*!50000 , '*/;' */~SELECT 2
                    mariadb    | DROP PACKAGE p; SELECT 2                                     | DROP PACKAGE p~SELECT 2
                    """)
    void areSplitAsTheServerReadsThem(String database, String text, String expected) {
        SqlScript script =
                SqlScript.parse(new SourceText("f.sql", "-- revision: a\n-- upgrade\n" + text.replace('⏎', '\n')));
        script.requireWhole(SqlMarker.Kind.UPGRADE, database, SYNTAXES);

        assertThat(script.statements(script.sections().get(0), SYNTAXES.of(database)))
                .extracting(SqlStatement::text)
                .containsExactly(expected.replace('⏎', '\n').split("~", -1));
    }

    @Test
    void aPlaceBehindATextCountsItsLinesAndCharacters() {
        SourcePosition begin = new SourcePosition("f.sql", 3, 5);

        assertThat(begin.after("")).isEqualTo(begin);
        assertThat(begin.after("a😀")).isEqualTo(new SourcePosition("f.sql", 3, 7));
        assertThat(begin.after("a\n😀\n ")).isEqualTo(new SourcePosition("f.sql", 5, 2));
        assertThat(new SourcePosition("f.sql", 3).after("a\nb")).hasToString("f.sql:3");
        assertThat(begin).hasToString("f.sql:3:5");
    }
}
