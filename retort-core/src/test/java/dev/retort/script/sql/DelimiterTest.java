package dev.retort.script.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.dialect.Dialects;
import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.script.source.SourceText;
import dev.retort.sql.SqlSyntax.Feature;
import dev.retort.sql.SqlSyntaxes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command DELIMITER means what it means to the programs mariadb and mysql. */
class DelimiterTest {

    private static final SqlSyntaxes SYNTAXES =
            Dialects.loadedFrom(DelimiterTest.class.getClassLoader()).syntaxes();

    /** {@code \n} is a line break, and {@code ~} separates the expected statements. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    DELIMITER //\\nSELECT 1; SELECT 2//\\nSELECT 3//\\nDELIMITER ;\\nSELECT 4; SELECT 5 | SELECT 1; SELECT 2~SELECT 3~SELECT 4~SELECT 5
                    delimiter $$\\nSELECT 1$$ SELECT a$$b $$\\nDelimiter ; \\nSELECT 2;                   | SELECT 1~SELECT a~b~SELECT 2
                    DELIMITER ;;\\nSELECT 1;\\nSELECT 2;;\\n;; ;;\\nDELIMITER ;\\nSELECT 3               | SELECT 1;\\nSELECT 2~SELECT 3
                    SELECT 0;\\n  DELIMITER\\t//  -- until below\\nSELECT 1//                            | SELECT 0~SELECT 1
                    DELIMITER //\\nSELECT '//', "//", `//`, '\\'//' -- //\\n, 1 /* // */ # //\\n//      | SELECT '//', "//", `//`, '\\'//' -- //\\n, 1
                    DELIMITER //\\nSELECT (1//\\nSELECT 2)//                                             | SELECT (1~SELECT 2)
                    DELIMITER //\\nCREATE PROCEDURE p() BEGIN IF 1 THEN SELECT 1; //\\nSELECT 2//        | CREATE PROCEDURE p() BEGIN IF 1 THEN SELECT 1;~SELECT 2
                    DELIMITER go\\nSELECT category GO 1go SELECT 2 go\\n                                  | SELECT cate~ry GO 1~SELECT 2
                    DELIMITER '//'\\nSELECT 1//\\nDELIMITER "x y"\\nSELECT 2x y\\nDELIMITER ;;            | SELECT 1~SELECT 2
                    DELIMITER #\\nSELECT 1#SELECT 2;#                                                    | SELECT 1~SELECT 2;
                    DELIMITER ^^\\nSELECT 1^^/*!50003 CREATE*/ /*!50017 x*/ /*!50003 TRIGGER t ^^; END */^^ | SELECT 1~/*!50003 CREATE*/ /*!50017 x*/ /*!50003 TRIGGER t ^^; END */
                    -- note\\n/* note */\\nDELIMITER //\\n-- note\\nDELIMITER ;\\nSELECT 1;              | SELECT 1
                    DELIMITER //\\n-- statement\\nSELECT 1//\\n-- end\\nSELECT 2//                      | SELECT 1//~SELECT 2
                    CREATE TABLE t (\\ndelimiter CHAR(1),\\n delimiter2 INT); SELECT\\ndelimiter\\nFROM t | CREATE TABLE t (\\ndelimiter CHAR(1),\\n delimiter2 INT)~SELECT\\ndelimiter\\nFROM t
                    UPDATE t SET\\nDELIMITER = '//'\\nWHERE\\ndelimiter < 'a';                           | UPDATE t SET\\nDELIMITER = '//'\\nWHERE\\ndelimiter < 'a'
                    """)
    void endsStatementsAsTheProgramsDo(String text, String expected) {
        for (String database : List.of("mariadb", "mysql")) {
            assertThat(split(database, lines(text)))
                    .extracting(SqlStatement::text)
                    .containsExactly(lines(expected).split("~", -1));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    SELECT 1;\\nDELIMITER                          | 2 | names no delimiter
                    DELIMITER ''\\n                                | 1 | names no delimiter
                    DELIMITER \\\\\\n                              | 1 | with a backslash
                    DELIMITER --                                   | 1 | begins a comment
                    DELIMITER 0123456789abcdef                     | 1 | more than 15 characters
                    SELECT 1; DELIMITER //                         | 1 | is a command of a client program
                    SELECT 1\\nDELIMITER //                        | 2 | inside the statement of line 3
                    DELIMITER //\\nSELECT 1\\nDELIMITER ;          | 3 | inside the statement of line 4
                    CREATE PROCEDURE p() BEGIN\\nSELECT 1;\\nDELIMITER // | 3 | inside the body of the statement of line 3
                    DELIMITER //\\nSELECT 1//\\nSELECT\\n2;        | 3 | not ended by the delimiter '//' at the end of the section
                    DELIMITER //\\n-- outside transaction\\nSELECT 1\\n-- end\\n// | 3 | not ended by the delimiter '//' at '-- end'
                    DELIMITER //\\nSELECT 'a//                     | 2 | quote is opened here
                    SELECT 1\\\\G                                  | 1 | is a command of a client program
                    """)
    void refusesWhatTheProgramsRejectOrReadOtherwise(String text, int line, String problem) {
        for (String database : List.of("mariadb", "mysql")) {
            assertThatThrownBy(() -> split(database, lines(text))).isInstanceOfSatisfying(ScriptException.class, e -> {
                assertThat(e.problem()).contains(problem);
                assertThat(e.position().map(SourcePosition::line)).contains(line + 2);
            });
        }
    }

    @Test
    void otherProgramsDoNotHaveIt() {
        assertThat(SYNTAXES.names())
                .filteredOn(database -> !SYNTAXES.of(database).has(Feature.DELIMITER_COMMAND))
                .hasSizeGreaterThan(3)
                .allSatisfy(database -> assertThatThrownBy(() -> split(database, "DELIMITER //\nSELECT 1//"))
                        .isInstanceOfSatisfying(ScriptException.class, e -> {
                            assertThat(e.problem()).contains("'DELIMITER //' is a command of a client program");
                            assertThat(e.hint())
                                    .hasValueSatisfying(hint -> assertThat(hint).contains("Remove it"));
                        }));
    }

    @Test
    void aSectionBeginsWithTheSemicolon() {
        SqlScript script = script("DELIMITER //\nSELECT 1//\n-- downgrade\nSELECT 2; SELECT 3;");

        script.requireWhole(SqlMarker.Kind.DOWNGRADE, "mysql", SYNTAXES);
        assertThat(script.statements(script.sections().get(1), SYNTAXES.of("mysql")))
                .extracting(SqlStatement::text)
                .containsExactly("SELECT 2", "SELECT 3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    DELIMITER //\\nSELECT 1//SELECT 2// | delimiter   // \\n SELECT  1 -- note\\n //\\nSELECT 2\\n//
                    DELIMITER $$\\nSELECT 1$$            | DELIMITER $$\\n-- note\\nSELECT  1 $$
                    DELIMITER //\\nSELECT 1//\\nDELIMITER ;\\nSELECT 2 | DELIMITER //\\nSELECT 1//\\n\\nDELIMITER   ;\\nSELECT\\n2
                    """)
    void whiteSpaceAndCommentsDoNotCountInAChecksum(String one, String other) {
        for (String databases : List.of("", " mysql", " mariadb, postgresql")) {
            assertThat(checksums(databases, lines(one))).isEqualTo(checksums(databases, lines(other)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    DELIMITER //\\nSELECT 4 // SELECT 2//    | DELIMITER //\\nSELECT 4 / / SELECT 2//
                    DELIMITER //\\nSELECT 4 // SELECT 2//    | DELIMITER / /\\nSELECT 4 // SELECT 2//
                    DELIMITER //\\nSELECT 4; SELECT 2//      | DELIMITER ;\\nSELECT 4; SELECT 2//
                    DELIMITER ;;\\nSELECT 1; SELECT 2;;      | DELIMITER ;\\n;SELECT 1; SELECT 2;;
                    DELIMITER $$\\nSELECT 1$$ SELECT 2$$     | DELIMITER $$\\nSELECT 1$ $ SELECT 2$$
                    DELIMITER #\\nSELECT 1#SELECT 2#         | DELIMITER #\\nSELECT 1#SELECT 3#
                    """)
    void whatMakesOtherStatementsCountsInAChecksum(String one, String other) {
        for (String databases : List.of("", " mysql", " mariadb, postgresql")) {
            assertThat(checksums(databases, lines(one))).isNotEqualTo(checksums(databases, lines(other)));
        }
    }

    private static Object checksums(String databases, String text) {
        return SqlScript.parse(new SourceText("f.sql", "-- revision: a\n-- upgrade" + databases + "\n" + text))
                .checksums(SYNTAXES);
    }

    private static List<SqlStatement> split(String database, String text) {
        SqlScript script = script(text);
        script.requireWhole(SqlMarker.Kind.UPGRADE, database, SYNTAXES);
        return script.statements(script.sections().get(0), SYNTAXES.of(database));
    }

    private static SqlScript script(String text) {
        return SqlScript.parse(new SourceText("f.sql", "-- revision: a\n-- upgrade\n" + text));
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n").replace("\\t", "\t");
    }
}
