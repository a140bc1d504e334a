package dev.retort.script.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.dialect.Dialects;
import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.script.source.SourceText;
import dev.retort.sql.SqlLexer;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlSyntaxes;
import dev.retort.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StatementSplitterTest {

    private static final SqlSyntaxes SYNTAXES =
            Dialects.loadedFrom(StatementSplitterTest.class.getClassLoader()).syntaxes();
    private static final String ANY = "postgresql h2 sqlite mariadb mysql sqlserver oracle";

    @ParameterizedTest
    @MethodSource
    void splitsAtSemicolonsAndNowhereElse(String databases, String text, List<String> expected) {
        for (String database : databases.split(" ", -1)) {
            assertThat(split(database, text))
                    .extracting(SqlStatement::text)
                    .as(database)
                    .isEqualTo(expected);
        }
    }

    static List<Arguments> splitsAtSemicolonsAndNowhereElse() {
        List<Arguments> rows = new ArrayList<>();
        plainStatements(rows);
        quotes(rows);
        comments(rows);
        routines(rows);
        names(rows);
        batches(rows);
        blocks(rows);
        return rows;
    }

    private static void plainStatements(List<Arguments> rows) {
        rows.add(row(ANY, ""));
        rows.add(row(ANY, " ;; ;\n;"));
        rows.add(row(ANY, "SELECT 1", "SELECT 1"));
        rows.add(row(ANY, "SELECT 1;SELECT 2;", "SELECT 1", "SELECT 2"));
        rows.add(row(ANY, "\n\n  SELECT\n  1\n  ;\n", "SELECT\n  1"));
        rows.add(row(ANY, "INSERT INTO t VALUES (1, (2));\nSELECT 3", "INSERT INTO t VALUES (1, (2))", "SELECT 3"));
        rows.add(row(
                "postgresql",
                "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2); SELECT 3",
                "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)",
                "SELECT 3"));
        rows.add(row("postgresql h2 sqlite mariadb mysql", "BEGIN; SELECT 1; COMMIT;", "BEGIN", "SELECT 1", "COMMIT"));
        rows.add(row("postgresql sqlite", "BEGIN TRANSACTION; SELECT 1; END;", "BEGIN TRANSACTION", "SELECT 1", "END"));
        rows.add(row(ANY, "SELECT CASE WHEN a THEN b END; SELECT 2", "SELECT CASE WHEN a THEN b END", "SELECT 2"));
        rows.add(row(
                ANY,
                "CREATE TABLE trigger_log (begin_at int); SELECT 2",
                "CREATE TABLE trigger_log (begin_at int)",
                "SELECT 2"));
        rows.add(row(
                ANY,
                "CREATE VIEW v AS SELECT CASE a WHEN 1 THEN 2 END FROM t; SELECT 2",
                "CREATE VIEW v AS SELECT CASE a WHEN 1 THEN 2 END FROM t",
                "SELECT 2"));
        rows.add(row(
                "mariadb mysql",
                "DROP TABLE IF EXISTS a; SELECT IF(a, 1, 2); SELECT 3",
                "DROP TABLE IF EXISTS a",
                "SELECT IF(a, 1, 2)",
                "SELECT 3"));
        rows.add(row("postgresql h2", "SELECT a[1]; SELECT ']'", "SELECT a[1]", "SELECT ']'"));
        rows.add(row("postgresql", "SELECT a #> '{b}'\n#- c; SELECT 2", "SELECT a #> '{b}'\n#- c", "SELECT 2"));
        rows.add(row(
                "postgresql", "PREPARE p AS SELECT $1 || $2; SELECT 2", "PREPARE p AS SELECT $1 || $2", "SELECT 2"));
        rows.add(row("sqlserver", "SELECT * FROM #t; SELECT 2", "SELECT * FROM #t", "SELECT 2"));
        rows.add(row(ANY, "SELECT ü, 名; SELECT 𝒳", "SELECT ü, 名", "SELECT 𝒳"));
    }

    private static void quotes(List<Arguments> rows) {
        rows.add(row(ANY, "SELECT ';'; SELECT 2", "SELECT ';'", "SELECT 2"));
        rows.add(row(ANY, "SELECT 'it''s;'; SELECT ''; SELECT ''''", "SELECT 'it''s;'", "SELECT ''", "SELECT ''''"));
        rows.add(row(ANY, "SELECT \"a;b\"\"c;\"; SELECT 2", "SELECT \"a;b\"\"c;\"", "SELECT 2"));
        rows.add(row(ANY, "SELECT '\n;\n'; SELECT 2", "SELECT '\n;\n'", "SELECT 2"));
        rows.add(
                row(ANY, "SELECT '-- ;'; SELECT '/* ;'; SELECT '*/'", "SELECT '-- ;'", "SELECT '/* ;'", "SELECT '*/'"));
        rows.add(row("mariadb mysql sqlite", "SELECT `a;``b`; SELECT 2", "SELECT `a;``b`", "SELECT 2"));
        rows.add(row("sqlite sqlserver", "SELECT [a;b]; SELECT 2", "SELECT [a;b]", "SELECT 2"));
        rows.add(row("sqlserver", "SELECT [a]];b]; SELECT 2", "SELECT [a]];b]", "SELECT 2"));
        rows.add(row(
                "mariadb mysql",
                "SELECT 'it\\'s;'; SELECT \"\\\";\"; SELECT '\\\\'; SELECT 4",
                "SELECT 'it\\'s;'",
                "SELECT \"\\\";\"",
                "SELECT '\\\\'",
                "SELECT 4"));
        rows.add(row("postgresql h2 sqlite sqlserver oracle", "SELECT 'C:\\'; SELECT 2", "SELECT 'C:\\'", "SELECT 2"));
        rows.add(row(
                "postgresql", "SELECT E'it\\'s;' || e'\\\\'; SELECT 2", "SELECT E'it\\'s;' || e'\\\\'", "SELECT 2"));
        rows.add(row("postgresql", "SELECT name'C:\\'; SELECT 2", "SELECT name'C:\\'", "SELECT 2"));
        rows.add(row(
                "postgresql",
                "SELECT N';', B'1', U&'d\\0061t;'; SELECT 2",
                "SELECT N';', B'1', U&'d\\0061t;'",
                "SELECT 2"));
        rows.add(row("postgresql h2", "SELECT $$;'$$; SELECT 2", "SELECT $$;'$$", "SELECT 2"));
        rows.add(row("postgresql", "SELECT $a$;$$;$b$;$a$; SELECT 2", "SELECT $a$;$$;$b$;$a$", "SELECT 2"));
        rows.add(row("postgresql", "SELECT $é_1$ ; $é_1$; SELECT 2", "SELECT $é_1$ ; $é_1$", "SELECT 2"));
        rows.add(row("postgresql", "SELECT a$b$c; SELECT d$b$e", "SELECT a$b$c", "SELECT d$b$e"));
        rows.add(row(
                "postgresql",
                "DO $$ BEGIN PERFORM 1; END; $$; SELECT 2",
                "DO $$ BEGIN PERFORM 1; END; $$",
                "SELECT 2"));
        rows.add(row(
                "mariadb mysql sqlite", "SELECT a$$; SELECT '$$'; SELECT 3", "SELECT a$$", "SELECT '$$'", "SELECT 3"));
        rows.add(row(
                "oracle",
                "SELECT q'[it's; ok]' || Q'!;'!' FROM dual; SELECT 2",
                "SELECT q'[it's; ok]' || Q'!;'!' FROM dual",
                "SELECT 2"));
    }

    private static void comments(List<Arguments> rows) {
        rows.add(row(
                ANY,
                "-- one; two\nSELECT 1 -- it's; fine\n, 2; -- done;\n-- end of all",
                "SELECT 1 -- it's; fine\n, 2"));
        rows.add(row(ANY, "/* ; */ SELECT /* it's; */ 1 /* ; */; /* ; */", "SELECT /* it's; */ 1"));
        rows.add(row("postgresql h2 sqlserver", "SELECT 1 /* a /* ; */ ; */; SELECT 2", "SELECT 1", "SELECT 2"));
        rows.add(row("sqlite mariadb mysql oracle", "SELECT 1 /* a /* ; */; SELECT 2", "SELECT 1", "SELECT 2"));
        rows.add(row("mariadb mysql", "# it's; fine\nSELECT 1 # it's; fine\n; SELECT 2", "SELECT 1", "SELECT 2"));
        rows.add(row("mariadb mysql", "SELECT 5--1; SELECT 2", "SELECT 5--1", "SELECT 2"));
        rows.add(row("postgresql h2 sqlite", "SELECT 5--1; SELECT 2", "SELECT 5"));
        rows.add(row(
                "mariadb mysql",
                "/*!40101 SET NAMES utf8 */; /*M! SET a=1; */; SELECT 2",
                "/*!40101 SET NAMES utf8 */",
                "/*M! SET a=1; */",
                "SELECT 2"));
        rows.add(row(
                "oracle", "SELECT /*+ FULL(t) */ 1 FROM t; SELECT 2", "SELECT /*+ FULL(t) */ 1 FROM t", "SELECT 2"));
        rows.add(row(ANY, "-- to upgrade the customers\nSELECT 1; -- statement of account\n-- ends here", "SELECT 1"));
        rows.add(row(ANY, "SELECT 1 -- end\n; SELECT 2", "SELECT 1", "SELECT 2"));
    }

    private static void routines(List<Arguments> rows) {
        rows.add(row(
                "sqlite mariadb mysql h2",
                "CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM b; DELETE FROM c; END; SELECT 2",
                "CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM b; DELETE FROM c; END",
                "SELECT 2"));
        rows.add(row(
                "sqlite",
                "create temp trigger if not exists t update of x on a begin select case when 1 then 2 end; select 3; end;SELECT 2",
                "create temp trigger if not exists t update of x on a begin select case when 1 then 2 end; select 3; end",
                "SELECT 2"));
        String nested = """
                CREATE DEFINER=`a`@`%` PROCEDURE p(IN begin_x INT)
                BEGIN
                  DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; END;
                  IF x = 1 THEN SET y = IF(a, b, c); ELSEIF x = 2 THEN SET y = 2; ELSE IF z THEN SET y = 3; END IF; END IF;
                  CASE x WHEN 1 THEN SELECT 1; ELSE BEGIN END; END CASE;
                  l: LOOP LEAVE l; END LOOP l;
                  WHILE x < 3 DO SET x = x + 1; END WHILE;
                  REPEAT SET x = REPEAT('a', 3); UNTIL x > 5 END REPEAT;
                  SELECT CASE WHEN a THEN CASE b WHEN 1 THEN 2 END ELSE NEW.end END, t.begin FROM t;
                  DROP TABLE IF EXISTS tmp;
                END""";
        rows.add(row("mariadb mysql", nested + ";\nSELECT 2;", nested, "SELECT 2"));
        String bareIf = "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW IF NEW.b < 0 THEN SET NEW.b = 0; END IF";
        rows.add(row("mariadb mysql", bareIf + "; SELECT 2", bareIf, "SELECT 2"));
        String bareCase = "CREATE PROCEDURE p(x INT) CASE x WHEN 1 THEN SELECT 1; ELSE SELECT 2; END CASE";
        rows.add(row("mariadb mysql", bareCase + "; SELECT 2", bareCase, "SELECT 2"));
        String bareLoop = "CREATE PROCEDURE p() WHILE f() DO SELECT 1; END WHILE";
        rows.add(row("mariadb mysql", bareLoop + "; SELECT 2", bareLoop, "SELECT 2"));
        String parenthesized = "CREATE PROCEDURE p() BEGIN IF (a) THEN IF (b) THEN SELECT 1; END IF; END IF; END";
        rows.add(row("mariadb mysql", parenthesized + "; SELECT 2", parenthesized, "SELECT 2"));
        String forLoop =
                "CREATE PROCEDURE p() BEGIN FOR i IN 1..3 DO SELECT i; END FOR; SELECT CASE 1 WHEN 1 THEN 2 END FOR UPDATE; END";
        rows.add(row("mariadb", forLoop + "; SELECT 2", forLoop, "SELECT 2"));
        rows.add(row(
                "mariadb",
                "BEGIN NOT ATOMIC SELECT 1; SELECT 2; END; SELECT 3",
                "BEGIN NOT ATOMIC SELECT 1; SELECT 2; END",
                "SELECT 3"));
        rows.add(row(
                "mariadb mysql",
                "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN SELECT 1; END; SELECT 2",
                "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN SELECT 1; END",
                "SELECT 2"));
        rows.add(row(
                "mariadb mysql",
                "ALTER EVENT e DO BEGIN SELECT 1; END; SELECT 2",
                "ALTER EVENT e DO BEGIN SELECT 1; END",
                "SELECT 2"));
        rows.add(row(
                "mariadb mysql",
                "CREATE FUNCTION f() RETURNS INT DETERMINISTIC RETURN 1; SELECT 2",
                "CREATE FUNCTION f() RETURNS INT DETERMINISTIC RETURN 1",
                "SELECT 2"));
        String atomic =
                "CREATE OR REPLACE FUNCTION f(a int) RETURNS int LANGUAGE SQL\nBEGIN ATOMIC\n SELECT CASE a WHEN 1 THEN 2 END;\n SELECT 3;\nEND";
        rows.add(row("postgresql", atomic + "; SELECT 2", atomic, "SELECT 2"));
        String dollars = "CREATE FUNCTION f() RETURNS trigger AS $f$ BEGIN RETURN NEW; END; $f$ LANGUAGE plpgsql";
        rows.add(row(
                "postgresql",
                dollars + ";CREATE TRIGGER t BEFORE UPDATE ON a EXECUTE FUNCTION f(); SELECT 3",
                dollars,
                "CREATE TRIGGER t BEFORE UPDATE ON a EXECUTE FUNCTION f()",
                "SELECT 3"));
        rows.add(row(
                "h2",
                "CREATE ALIAS f AS $$ int f() { return 1; } $$; SELECT 2",
                "CREATE ALIAS f AS $$ int f() { return 1; } $$",
                "SELECT 2"));
        rows.add(row(
                "postgresql",
                "CREATE CAST (a AS b) WITH FUNCTION f(a); CREATE OPERATOR CLASS c FOR TYPE t USING btree AS FUNCTION 1 f; SELECT 3",
                "CREATE CAST (a AS b) WITH FUNCTION f(a)",
                "CREATE OPERATOR CLASS c FOR TYPE t USING btree AS FUNCTION 1 f",
                "SELECT 3"));
        rows.add(row(
                "mariadb mysql",
                "DROP PROCEDURE IF EXISTS p; CREATE PROCEDURE p() SELECT 1; SELECT 2",
                "DROP PROCEDURE IF EXISTS p",
                "CREATE PROCEDURE p() SELECT 1",
                "SELECT 2"));
    }

    /** The words of blocks where they are names. */
    private static void names(List<Arguments> rows) {
        List<String> postgresql = List.of(
                "CREATE FUNCTION f() RETURNS SETOF int LANGUAGE sql BEGIN ATOMIC SELECT 1 AS end; SELECT 2 end; END",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT begin FROM t; SELECT t.begin, case FROM t; END",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1 AS case; SELECT CASE WHEN (SELECT 1 end) = 1 THEN 2 END; END",
                "CREATE PROCEDURE p(begin int) LANGUAGE sql BEGIN ATOMIC INSERT INTO t (begin) VALUES (p.begin); END",
                "CREATE PROCEDURE p() BEGIN ATOMIC END",
                "CREATE OR REPLACE FUNCTION begin(begin int) RETURNS int RETURN begin + 1",
                "CREATE FUNCTION f(begin int) RETURNS int RETURN CASE WHEN begin = 1 THEN begin END",
                "CREATE TRIGGER t BEFORE UPDATE OF a, begin ON data FOR EACH ROW EXECUTE FUNCTION f()",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT if, loop, repeat FROM t; END");
        postgresql.forEach(sql -> rows.add(row("postgresql", sql + "; SELECT 2", sql, "SELECT 2")));
        List<String> sqlite = List.of(
                "CREATE TRIGGER t AFTER UPDATE OF begin ON a BEGIN SELECT begin, end FROM b; SELECT 1 AS end; END",
                "CREATE TRIGGER t AFTER DELETE ON begin BEGIN UPDATE b SET begin = old.begin, end = 1 WHERE end > 2; END",
                "CREATE TRIGGER t INSERT ON a WHEN new.begin > 1 BEGIN SELECT CASE end WHEN 1 THEN 2 END; END");
        sqlite.forEach(sql -> rows.add(row("sqlite", sql + "; SELECT 2", sql, "SELECT 2")));
        List<String> mariadb = List.of(
                "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET NEW.begin = 1; UPDATE b SET begin = 1, end = 2; END",
                "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW UPDATE b SET begin = 1",
                "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW FOLLOWS u BEGIN SELECT 1 INTO @end; SET @begin = 1; END",
                "CREATE PROCEDURE p() SELECT begin, end FROM t",
                "CREATE PROCEDURE p() BEGIN SELECT 1 AS end; SELECT begin, end FROM t; SELECT IF(a, 1, 2); END",
                "CREATE PROCEDURE p() BEGIN SELECT CASE WHEN a THEN CASE WHEN b THEN IF(c, 1, 2) END ELSE IF(c, 1, 2) END; END",
                "CREATE PROCEDURE p() BEGIN IF CASE WHEN a THEN 1 ELSE 2 END = 1 THEN SELECT 1; END IF; END",
                "CREATE PROCEDURE p() BEGIN DECLARE EXIT HANDLER FOR NOT FOUND, SQLSTATE VALUE '23000' BEGIN SET a = 1; END; SELECT 1; END",
                "CREATE PROCEDURE p() BEGIN DECLARE CONTINUE HANDLER FOR 1062 IF a THEN SET b = 1; END IF; SELECT 1; END",
                "CREATE PROCEDURE p() BEGIN REPEAT SET a = 1; UNTIL a > 1 END REPEAT; END",
                "CREATE PROCEDURE p() l: BEGIN m: LOOP LEAVE m; END LOOP m; END l",
                "CREATE FUNCTION f() RETURNS VARCHAR(9) READS SQL DATA BEGIN FOR r IN (SELECT a FROM t) DO SET b = 1; END FOR; RETURN 1; END");
        mariadb.forEach(sql -> rows.add(row("mariadb mysql", sql + "; SELECT 2", sql, "SELECT 2")));
    }

    private static void batches(List<Arguments> rows) {
        rows.add(row(
                "oracle",
                "CREATE OR REPLACE PROCEDURE p AS\n x INT;\nBEGIN\n NULL;\nEND;\n/\nSELECT 1 FROM dual;",
                "CREATE OR REPLACE PROCEDURE p AS\n x INT;\nBEGIN\n NULL;\nEND;",
                "SELECT 1 FROM dual"));
        rows.add(row(
                "oracle",
                "DECLARE x INT; BEGIN x := 4 / 2; END;\n/\nBEGIN NULL; END;\n/\n",
                "DECLARE x INT; BEGIN x := 4 / 2; END;",
                "BEGIN NULL; END;"));
        rows.add(row(
                "sqlserver",
                "CREATE PROCEDURE p AS\nSELECT 1;\nSELECT 2;\nGO\nSELECT 3\ngo\nSELECT 4;",
                "CREATE PROCEDURE p AS\nSELECT 1;\nSELECT 2;",
                "SELECT 3",
                "SELECT 4"));
        rows.add(row(
                "sqlserver",
                "CREATE OR ALTER TRIGGER t ON a AFTER INSERT AS BEGIN SELECT 1; END;",
                "CREATE OR ALTER TRIGGER t ON a AFTER INSERT AS BEGIN SELECT 1; END;"));
        rows.add(row("postgresql", "SELECT 4\n/\n2; SELECT 1", "SELECT 4\n/\n2", "SELECT 1"));
    }

    private static void blocks(List<Arguments> rows) {
        rows.add(row(ANY, "-- statement\nCREATE x; y 'z\n  -- end\nSELECT 2;", "CREATE x; y 'z", "SELECT 2"));
        rows.add(row(
                ANY,
                "SELECT 1;\n--STATEMENT\n\n a;\n\n b;\n\n--   End  \n-- statement\nc\n-- end",
                "SELECT 1",
                "a;\n\n b;",
                "c"));
        rows.add(row(
                ANY,
                "-- outside transaction\nVACUUM;\n-- statement\na;b\n-- end\nVACUUM\n-- end\nSELECT 2",
                "VACUUM",
                "a;b",
                "VACUUM",
                "SELECT 2"));
    }

    @Test
    void keepsTheRowsOfACopyWithIt() {
        String copy = "COPY t (a, b) FROM stdin;\n1\tit's; -- x\n\\\\.\t$$\n-- end\n\n\\.";

        assertThat(split("postgresql", "SELECT 1;\n" + copy + "\n\n-- done\nSELECT 2;\n"))
                .extracting(SqlStatement::text)
                .containsExactly("SELECT 1", copy, "SELECT 2");
        assertThat(split("postgresql", "copy t from STDIN with (format csv);\n\\.\nCOPY t FROM '/rows';"))
                .extracting(SqlStatement::text)
                .containsExactly("copy t from STDIN with (format csv);\n\\.", "COPY t FROM '/rows'");
    }

    @Test
    void leavesOutWhatPsqlWritesAroundADump() {
        assertThat(split("postgresql", "\\restrict aB3\n\nSELECT 1;\n\n\\unrestrict aB3\n"))
                .extracting(SqlStatement::text)
                .containsExactly("SELECT 1");
    }

    @ParameterizedTest
    @CsvSource({
        "'SELECT 1;\n\\connect shop\nSELECT 2;', 4, \\connect shop",
        "'SELECT 1 \\gexec', 3, \\gexec",
        "'\n.mode csv', 4, .mode csv",
        "'CREATE TABLE t (a int)\nGO\nSELECT 2', 4, GO",
        "'source other.sql', 3, source other.sql",
        "'SELECT 1;\nCOPY t FROM stdin;\n1\n2\n', 4, not closed",
        "'COPY t FROM stdin; SELECT 2;\n\\.', 3, not closed"
    })
    void refusesWhatOnlyAClientUnderstandsWithItsLine(String text, int line, String problem) {
        assertThatThrownBy(() -> split("postgresql", text)).isInstanceOfSatisfying(ScriptException.class, e -> {
            assertThat(e.problem()).contains(problem);
            assertThat(e.position().map(SourcePosition::line)).contains(line);
        });
    }

    @Test
    void knowsThePlaceOfEachStatementAndWhichRunOutsideATransaction() {
        String text =
                "-- revision: a\n\n-- upgrade\nSELECT 1;\n\n-- why\nSELECT\n2; SELECT 3;\n-- outside transaction\n"
                        + "VACUUM;\n-- statement\n\nx;\n-- end\n-- end\nSELECT 4\n-- downgrade\nSELECT 5";
        SqlScript script = SqlScript.parse(new SourceText("f.sql", text));

        assertThat(script.statements(script.sections().get(0), SqlSyntax.COMMON))
                .containsExactly(
                        new SqlStatement("SELECT 1", new SourcePosition("f.sql", 4, 1), false),
                        new SqlStatement("SELECT\n2", new SourcePosition("f.sql", 7, 1), false),
                        new SqlStatement("SELECT 3", new SourcePosition("f.sql", 8, 4), false),
                        new SqlStatement("VACUUM", new SourcePosition("f.sql", 10, 1), true),
                        new SqlStatement("x;", new SourcePosition("f.sql", 13, 1), true),
                        new SqlStatement("SELECT 4", new SourcePosition("f.sql", 16, 1), false));
        assertThat(script.statements(script.sections().get(1), SqlSyntax.COMMON))
                .containsExactly(new SqlStatement("SELECT 5", new SourcePosition("f.sql", 18, 1), false));
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatIsNotClosed(String database, String text, int line, String problem) {
        assertThatThrownBy(() -> split(database, text)).isInstanceOfSatisfying(ScriptException.class, e -> {
            assertThat(e.problem()).contains(problem);
            assertThat(e.position().map(SourcePosition::line)).contains(line + 2);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT $$\\n-- downgrade\\n$$; | 1 | A section begins in line 4.",
                "COPY t FROM stdin;\\n-- downgrade\\n\\. | 1 | A section begins in line 4.",
                "CREATE TRIGGER t AFTER INSERT ON a BEGIN\\n-- downgrade\\nSELECT 1; END; | 1 | A section begins in line 4.",
                "-- statement\\nSELECT 1\\n-- downgrade\\n-- end | 1 | A section begins in line 5.",
                "-- statement\\nSELECT 1\\n-- statement\\n-- end | 1 | before the line '-- statement' of line 5",
                "-- statement\\nSELECT $$\\n-- end\\n$$\\n-- end | 4 | of line 3 ends at the first '-- end', in line 5",
                "-- statement\\nSELECT 1\\n-- end\\n-- end | 4 | of line 3 ends at the first '-- end', in line 5"
            })
    void saysWhichMarkerMayHaveCutIt(String text, int line, String remedy) {
        assertThatThrownBy(() -> split("postgresql", text.replace("\\n", "\n")))
                .isInstanceOfSatisfying(ScriptException.class, e -> {
                    assertThat(e.position().map(SourcePosition::line)).contains(line + 2);
                    assertThat(e.hint().orElseThrow()).contains(remedy);
                });
    }

    static List<Arguments> refusesWhatIsNotClosed() {
        return List.of(
                Arguments.of("h2", "SELECT\n 'a;", 2, "quote is opened here"),
                Arguments.of("h2", "SELECT \"a;\n\n-- x", 1, "quote is opened here"),
                Arguments.of("postgresql", "SELECT 1;\nSELECT $a$ $b$;", 2, "quote is opened here"),
                Arguments.of("mysql", "SELECT 'a\\';", 1, "quote is opened here"),
                Arguments.of("oracle", "SELECT q'[a]", 1, "quote is opened here"),
                Arguments.of("h2", "SELECT 1;\n/* a", 2, "comment is opened here"),
                Arguments.of("postgresql", "/* /* */ SELECT 1;", 1, "comment is opened here"),
                Arguments.of("h2", "SELECT 1;\nINSERT INTO a\n VALUES (1;\nSELECT 2;", 3, "parenthesis is opened here"),
                Arguments.of("sqlite", "SELECT 1;\nCREATE TRIGGER t AFTER INSERT ON a BEGIN\n SELECT 1;", 2, "body"),
                Arguments.of("mysql", "CREATE PROCEDURE p() BEGIN IF a THEN SELECT 1; END IF;", 1, "body"),
                Arguments.of("h2", "SELECT 1;\n-- end", 2, "'-- end' closes nothing"),
                Arguments.of("h2", "-- statement\nSELECT 1;\n-- end\n-- end", 4, "'-- end' closes nothing"),
                Arguments.of("h2", "SELECT 1;\n-- statement\nSELECT 2;", 2, "'-- statement' is not closed"),
                Arguments.of("h2", "-- statement", 1, "'-- statement' is not closed"),
                Arguments.of("h2", "-- statement\na\n-- statement\nb\n-- end", 1, "'-- statement' is not closed"),
                Arguments.of("h2", "-- statement\n\n-- end", 1, "contains no statement"),
                Arguments.of("h2", "SELECT 1\n-- statement\na\n-- end", 2, "inside the statement of line 3"),
                Arguments.of("h2", "SELECT 1\n-- outside transaction\na\n-- end", 2, "inside the statement of line 3"),
                Arguments.of("h2", "-- outside transaction\nVACUUM;", 1, "never closed"),
                Arguments.of(
                        "h2", "-- outside transaction\n-- outside transaction\n-- end", 2, "inside the one of line 3"),
                Arguments.of(
                        "mysql",
                        "CREATE PROCEDURE p() BEGIN\n-- statement\nSELECT 1; END;",
                        2,
                        "body of the statement of line 3"),
                Arguments.of(
                        "sqlite",
                        "-- outside transaction\nCREATE TRIGGER t AFTER INSERT ON a BEGIN\n-- end\nSELECT 1; END;\n-- end",
                        3,
                        "body of the statement of line 4"),
                Arguments.of("h2", "SELECT 1;\nDELIMITER //\nCREATE x//", 2, "DELIMITER"));
    }

    @Test
    void neverLosesNorInventsASignificantCharacter() {
        Random random = new Random(7);
        String[] pieces = {
            "a",
            "'x;'",
            "\"y;\"",
            "(b;c)",
            ")",
            ";",
            "-- c;\n",
            "/* d; */",
            " ",
            "\n",
            "$$z;$$",
            "1",
            ",",
            "BEGIN",
            "END",
            "CASE"
        };
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder("SELECT ");
            for (int i = random.nextInt(30); i > 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]).append(' ');
            }
            String whole = text.toString();
            StringBuilder joined = new StringBuilder();
            for (SqlStatement statement : split("postgresql", whole)) {
                joined.append(statement.text()).append('\n');
            }
            assertThat(significant(joined.toString())).isEqualTo(significant(whole));
        }
    }

    /** All tokens but comments and separators. */
    private static List<String> significant(String text) {
        SqlLexer lexer = new SqlLexer(text, SqlSyntax.COMMON);
        List<String> tokens = new ArrayList<>();
        for (SqlToken token = lexer.next(); !token.isEnd(); token = lexer.next()) {
            if (!token.isComment() && !token.is(";")) {
                tokens.add(token.text());
            }
        }
        return tokens;
    }

    private static Arguments row(String databases, String text, String... expected) {
        return Arguments.of(databases, text, List.of(expected));
    }

    private static List<SqlStatement> split(String database, String text) {
        SqlScript script = SqlScript.parse(new SourceText("f.sql", "-- revision: a\n-- upgrade\n" + text));
        return script.statements(script.sections().get(0), SYNTAXES.of(database));
    }
}
