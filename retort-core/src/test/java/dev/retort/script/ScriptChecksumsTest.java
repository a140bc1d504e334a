package dev.retort.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScriptChecksumsTest {

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

    private static String java(String text, String className) {
        return ScriptChecksums.ofJava(new SourceText(className + ".java", text), className)
                .upgrade("any")
                .orElseThrow();
    }

    private static ScriptChecksums sql(String text) {
        return ScriptChecksums.ofSql(new SourceText("f.sql", text));
    }
}
