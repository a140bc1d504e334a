package dev.retort.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.dialect.Dialects;
import dev.retort.script.source.SourceText;
import dev.retort.script.sql.SqlScript;
import dev.retort.sql.SqlSyntaxes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptChecksumsTest {

    @TempDir
    private Path folder;

    private static final SqlSyntaxes SYNTAXES =
            Dialects.loadedFrom(ScriptChecksumsTest.class.getClassLoader()).syntaxes();
    private static final String JAVA = """
            package a;
            import b.C;
            /** Message. */
            @Revision(id = "x", revises = {"y"})
            public final class V1 implements Migration {
                @Override public void upgrade(Operations op) { op.execute("SELECT 1"); int i = a - --b; }
                V1 self = new V1();
            }
            """;

    private static final String SQL =
            "-- revision: a\n-- upgrade\nSELECT 1;\n-- upgrade h2, mysql\nSELECT 'x', 2;\n-- downgrade\nDROP TABLE a;\n";

    @ParameterizedTest
    @MethodSource
    void aJavaRevisionIsTheSameWhateverItsFormAndPlace(String from, String to) {
        assertThat(java(JAVA.replace(from, to), "V1")).isEqualTo(java(JAVA, "V1"));
    }

    static List<Arguments> aJavaRevisionIsTheSameWhateverItsFormAndPlace() {
        return List.of(
                Arguments.of("\n", "\r\n"),
                Arguments.of("    ", "\t"),
                Arguments.of("/** Message. */", "// other"),
                Arguments.of("package a;", "package c.d;"),
                Arguments.of("import b.C;", "import b.*; import static e.F.*;"),
                Arguments.of(
                        "@Revision(id = \"x\", revises = {\"y\"})", "@dev.retort.migration.Revision(id = (\"z\"))"),
                Arguments.of("\"SELECT 1\"", "\"\"\"\n      SELECT 1\\\n      \"\"\""),
                Arguments.of("op.execute", "op . /* here */ execute"),
                Arguments.of("execute", "exec\\u0075te"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1\t-- a\n", "1\t-- b \n", "1\t-- b\n2\tc\n", "1\t\t-- b\n", ""})
    void everyCharacterOfTheRowsOfACopyCounts(String rows) {
        for (String section : List.of("-- upgrade", "-- upgrade postgresql")) {
            String file = "-- revision: a\n" + section + "\nCOPY t FROM stdin;\n1\t-- b\n\\.\nSELECT 1;\n";
            assertThat(sql(file.replace("1\t-- b\n", rows)).entries())
                    .isNotEqualTo(sql(file).entries());
            assertThat(sql(file.replace("SELECT 1;", "-- note\n\nSELECT  1;")).entries())
                    .isEqualTo(sql(file).entries());
        }
    }

    @Test
    void aJavaRevisionIsTheSameUnderAnotherName() {
        assertThat(java(JAVA.replace("V1", "V2"), "V2")).isEqualTo(java(JAVA, "V1"));
    }

    @ParameterizedTest
    @MethodSource
    void aJavaRevisionIsAnotherWhenItDoesSomethingElse(String from, String to) {
        assertThat(JAVA.replace(from, to)).isNotEqualTo(JAVA);
        assertThat(java(JAVA.replace(from, to), "V1")).isNotEqualTo(java(JAVA, "V1"));
    }

    static List<Arguments> aJavaRevisionIsAnotherWhenItDoesSomethingElse() {
        return List.of(
                Arguments.of("SELECT 1", "SELECT  1"),
                Arguments.of("a - --b", "a-- - b"),
                Arguments.of("@Override", ""),
                Arguments.of("@Override", "@Other"),
                Arguments.of("final", ""),
                Arguments.of("i = a", "i = V1"),
                Arguments.of("1\"", "\" + 1"));
    }

    @ParameterizedTest
    @MethodSource
    void sqlSectionsAreTheSameWhateverTheirForm(String from, String to) {
        assertThat(SQL.replace(from, to)).isNotEqualTo(SQL);
        assertThat(sql(SQL.replace(from, to)).entries()).isEqualTo(sql(SQL).entries());
    }

    static List<Arguments> sqlSectionsAreTheSameWhateverTheirForm() {
        return List.of(
                Arguments.of("\n", "\r\n"),
                Arguments.of("SELECT 1", "SELECT /* why */\n  1 -- because\n"),
                Arguments.of("-- revision: a", "-- revision: b\n-- labels: c"),
                Arguments.of("-- downgrade", "-- Downgrade  "));
    }

    @Test
    void aChangeOfOneSectionIsAChangeOfThatSectionOnly() {
        ScriptChecksums before = sql(SQL);
        ScriptChecksums after = sql(SQL.replace("'x'", "'X'"));

        assertThat(after.upgrade("h2")).isNotEqualTo(before.upgrade("h2")).isPresent();
        assertThat(after.upgrade("mysql")).isEqualTo(after.upgrade("h2"));
        assertThat(after.upgrade("sqlite")).isEqualTo(before.upgrade("sqlite")).isPresent();
        assertThat(after.downgrade("h2")).isEqualTo(before.downgrade("h2")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/*!50003 CREATE TRIGGER %s */",
                "/*M!100100 SELECT %s */",
                "SELECT 'it\\'s -- %s'",
                "SELECT 'it\\'s', '\n-- %s\n'",
                "SELECT 5--%s",
                "SELECT \"a\\\" -- %s\"",
                "/* /* */ SELECT %s; */",
                "SELECT q'[it's -- %s]'",
                "SELECT [a -- %s]",
                "SELECT [it's], 1 /* %s' */",
                "SELECT $$it's$$, 1 /* ' + %s */"
            })
    void whatSomeDatabaseExecutesCountsWhereTheSyntaxIsNotKnown(String statement) {
        for (String databases : List.of("", " db2", " h2, mysql")) {
            String section = "-- revision: a\n-- upgrade" + databases + "\n" + statement + ";\n";
            assertThat(sql(section.formatted("x")).entries())
                    .isNotEqualTo(sql(section.formatted("y")).entries());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1 -- don't %s",
                "/* it's %s */ SELECT 'it''s'",
                "SELECT a#>'{c}' -- %s",
                "SELECT \"it's\" /* %s */",
                "SELECT `a`, 'b' --\t%s"
            })
    void aCommentOfAllDatabasesDoesNotCount(String statement) {
        String section = "-- revision: a\n-- upgrade\n" + statement + ";\n";

        assertThat(sql(section.formatted("x")).entries())
                .isEqualTo(sql(section.formatted("y")).entries());
    }

    @Test
    void aCommentCountsInNoSectionForOneSyntax() {
        String section = "-- revision: a\n-- upgrade postgresql\nSELECT $$it's$$ -- %s\n;\n";

        assertThat(sql(section.formatted("x")).entries())
                .isEqualTo(sql(section.formatted("y")).entries());
    }

    @Test
    void leavingTheTransactionIsAChange() {
        assertThat(sql("-- revision: a\n-- upgrade\n-- outside transaction\nVACUUM;\n-- end\n")
                        .upgrade("h2"))
                .isNotEqualTo(sql("-- revision: a\n-- upgrade\nVACUUM;\n").upgrade("h2"));
    }

    @Test
    void namesItsAlgorithmAndStaysTheSameForEver() {
        assertThat(sql("-- revision: a\n-- upgrade\nSELECT 1;\n").upgrade("h2"))
                .contains("sha256-tokens-1:2e9be1158eacad299f315900d905445fecfcf452feebd7560b51595484d69f2c");
        assertThat(sql("-- revision: a\n-- upgrade\n").downgrade("h2")).isEmpty();
        assertThat(ScriptChecksums.ofJava(new SourceText("V1.java", JAVA), "V1").downgrade("any"))
                .contains(java(JAVA, "V1"));
    }

    @ParameterizedTest
    @MethodSource
    void theChecksumOfEveryKindOfTokenStaysTheSameForEver(String database, String statement, String expected) {
        assertThat(sql("-- revision: a\n-- upgrade " + database + "\n" + statement + ";\n")
                        .upgrade(database))
                .contains("sha256-tokens-1:" + expected);
    }

    static List<Arguments> theChecksumOfEveryKindOfTokenStaysTheSameForEver() {
        return List.of(
                Arguments.of(
                        "h2",
                        "SELECT 1.5, .5, 1., 1e-3, 2E+5, 0x1F, 0xFE-1, 1_000, 12ab, a1, 1.e2, 1..9",
                        "6a8148463e4af02ba505a8d860becea791fbf7845af9d924dbaa7a41cf9bae5a"),
                Arguments.of(
                        "h2",
                        "SELECT a<=b, a <> -1, a||b, x := 5, y::text, $1, a[1], a.b, t.5, :p, ?",
                        "683e1a2bcad872c2d0670ac8eb9695429f03f5a2f148b1eb12c41eb9f1649f04"),
                Arguments.of(
                        "postgresql",
                        "SELECT a->>'b', a#>'{c}', a @> b, 5--1\n, 'it''s', E'\\'', \"a\"\"b\"",
                        "6ca5113c7e19d14d36971c686bdd1c8781f301c03140d27f2b7ef3a3384dc3f0"),
                Arguments.of(
                        "postgresql",
                        "SELECT $$it's$$, $a$ $$ $a$, $x, a$b, 1.e'\\'', /* a /* b */ c */ U&'\\00e9'",
                        "80a53d6bd0f2960588d54ec8a75c2afbc98681fb3543c624765e47a32b376f0a"),
                Arguments.of(
                        "mysql",
                        "SELECT 'it\\'s', \"a\\\"b\", `a``b`, 5--1, 0xFE--1, /*! 6 */ $$, #c\n `a\\`",
                        "724238f4fa33fc0bafd82cfa93a1fcd76e7b3bf64621e66086a5d2c676474ff4"),
                Arguments.of(
                        "sqlite",
                        "SELECT [a b], 'x\\', `y`, /* a /* b */ $z, größe, 𝒳",
                        "7a4bfa241a143780a9540c2291924589e357e7be022d753826887781245cadfc"),
                Arguments.of(
                        "sqlserver",
                        "SELECT [a]]b], N'x', #t, @v\nGO\nSELECT 2",
                        "4d63fc3a90fe5ddc23993538d7a1ec24187dad678774ef12d8d7ca031b719d5f"),
                Arguments.of(
                        "oracle",
                        "BEGIN q := q'[it's]' || nq'x'; END;\n/\nSELECT 1.END FROM dual",
                        "046a91d1e9a8e4c491839a5999984712a5b02c972682a8d20d3562881a3ee453"),
                Arguments.of(
                        "mysql",
                        "SELECT 1;\n--statement\nSELECT 2; SELECT 3;\n--end\nSELECT 4",
                        "75dc1106fe0bb0a47a11c27c0677672917f492c4dca25f419d6ee8c4c0eefecf"));
    }

    @Test
    void aFileOfRowsCountsWhereItIsInserted() throws IOException {
        String inserting = "class A { void upgrade() { op.bulkInsert(\"t\", csv(\"rows.csv\").nullAs(\"-\")); } }";
        String naming = "class A { void upgrade() { op.bulkInsert(\"t\", rows()); op.execute(\"rows.csv\"); } }";
        String withoutFile = java(inserting, "A");
        Files.writeString(folder.resolve("rows.csv"), "a\n1\n");

        assertThat(java(inserting, "A"))
                .isEqualTo("sha256-tokens-1:d105ba7140186af9ecacca54219f75ae6f5b5b7ea3d8e1191e05303598a200d0")
                .isNotEqualTo(withoutFile);
        String before = java(inserting, "A");
        String ofNaming = java(naming, "A");
        Files.writeString(folder.resolve("rows.csv"), "a\r\n1\r\n");
        assertThat(java(inserting, "A")).isEqualTo(before);
        Files.writeString(folder.resolve("rows.csv"), "a\n2\n");

        assertThat(java(inserting, "A")).isNotEqualTo(before);
        assertThat(java(naming, "A")).isEqualTo(ofNaming);
    }

    private String java(String text, String className) {
        return ScriptChecksums.ofJava(new SourceText(className + ".java", text), className, folder)
                .upgrade("any")
                .orElseThrow();
    }

    private static ScriptChecksums sql(String text) {
        return ScriptChecksums.ofSql(SqlScript.parse(new SourceText("f.sql", text)), SYNTAXES);
    }
}
