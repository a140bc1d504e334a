package dev.retort.script.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.migration.RevisionHeader;
import dev.retort.script.source.SourceText;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaHeaderScannerTest {

    private static final String WHOLE = """
            /* A licence with class Words implements Migration in it. */
            package migrations.versions;

            import static dev.retort.schema.Columns.*;
            import dev.retort.migration.*;

            /**
             * Add loyalty points
             * to {@code customers}.
             *
             * <p>Points &lt; 0 are <b>debts</b> &amp; kept. See {@link java.util.List the list}.<p>Third.
             *
             * @since 1
             */
            @Deprecated(since = "1")
            @Revision(
                    id = "196993effbf8", // the id
                    revises = {"4b1c0d9e2f77", "a\\u0062c",},
                    dependsOn = "shop",
                    labels = {},
                    created = "2025-06-06T17:15:00+02:00",
                    apiLevel = 1)
            public final class V1 implements Migration {
                this need not even be Java: "
            """;

    @Test
    void readsTheWholeHeaderAndNothingOfTheBody() {
        JavaSource source = scan(WHOLE);

        assertThat(source.qualifiedName()).isEqualTo("migrations.versions.V1");
        assertThat(source.header())
                .isEqualTo(new RevisionHeader(
                        "196993effbf8",
                        List.of("4b1c0d9e2f77", "abc"),
                        List.of("shop"),
                        List.of(),
                        "Add loyalty points\nto customers.\n\nPoints < 0 are <b>debts</b> & kept. See the list.\n\nThird.",
                        Instant.parse("2025-06-06T15:15:00Z"),
                        1,
                        new SourcePosition("V1.java", 16)));
    }

    @Test
    void readsAnnotationsThatAreSpelledWithTheirPackage() {
        JavaSource source = scan("@dev.retort.migration.Revision(id = \"\"\"\n  a\\\n  b\"\"\") public class V1 {");

        assertThat(source.header()).isEqualTo(headerAt(1, "ab", ""));
        assertThat(source.packageName()).isEmpty();
    }

    @Test
    void takesSignsThatBeginNoLineForWhatTheyAre() {
        assertThat(
                        scan("/*\n=======\n*/ @Revision(id = \"x\") public class V1 { // <<<<<<< HEAD\n >>>>>>> b\n<<<<<<<\n")
                                .header())
                .isEqualTo(headerAt(3, "x", ""));
    }

    @Test
    void takesTheCommentNearestToTheClassForTheMessage() {
        assertThat(scan("/** Not this. */ package a; /** Nor this. */ import b.C; /** This. */"
                                + " @Revision(id = \"x\") /* nor that */ public class V1 {")
                        .header())
                .isEqualTo(headerAt(1, "x", "This."));
    }

    @Test
    void findsTheRevisionBehindAHelperClass() {
        assertThat(scan("class A { int a = '}'; String b = \"}\"; }\nenum B { C { void d() {} } }\nrecord E(int f) {}\n"
                                + "@interface G {}\n@Revision(id = \"x\") public class V1 {")
                        .header())
                .isEqualTo(headerAt(5, "x", ""));
    }

    @ParameterizedTest
    @MethodSource
    void takesFilesWithoutRevisionForHelpers(String text) {
        assertThat(scan(text).header()).isNull();
    }

    static List<String> takesFilesWithoutRevisionForHelpers() {
        return List.of(
                "package a; final class Names { static final String USERS = \"users\"; }",
                "// @Revision(id = \"x\")\nclass A {}",
                "class A { String s = \"@Revision\"; /* implements Migration */ }",
                "abstract class Base implements dev.retort.migration.Migration { }",
                "class A { static abstract class Base implements dev.retort.migration.Migration { } }",
                "import com.acme.Migration; class A implements Migration { }",
                "class A implements com.acme.Migration { }",
                "import org.history.Revision; @Revision(7) class A { }",
                "interface Step extends dev.retort.migration.Migration { }",
                "class A implements Comparable<A> { public int compareTo(A b) { return 0; } }");
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatCannotBeAHeader(String text, int line, String problem) {
        assertThatThrownBy(() -> scan(text)).isInstanceOfSatisfying(ScriptException.class, e -> {
            assertThat(e.position()).contains(new SourcePosition("V1.java", line));
            assertThat(e.problem()).contains(problem);
        });
    }

    static List<Arguments> refusesWhatCannotBeAHeader() {
        return List.of(
                refused("@Revision public class V1 {", 1, "no id"),
                refused("@Revision() public class V1 {", 1, "no id"),
                refused("@Revision(revises = \"a\") public class V1 {", 1, "no id"),
                refused("@Revision(id = \"\") public class V1 {", 1, "empty"),
                refused("@Revision(\"a\") public class V1 {", 1, "no attribute '\"a\"'"),
                refused("@Revision(id = \"a\",\n revise = \"b\") public class V1 {", 2, "no attribute 'revise'"),
                refused("@Revision(id = \"a\",\n id = \"b\") public class V1 {", 2, "twice"),
                refused("@Revision(id \"a\") public class V1 {", 1, "no value"),
                refused("@Revision(id =\n ID) public class V1 {", 2, "not a plain literal, near 'ID'"),
                refused("@Revision(id = \"a\" + \"b\") public class V1 {", 1, "not a plain literal, near '+'"),
                refused("@Revision(id = (\"a\")) public class V1 {", 1, "not a plain literal, near '('"),
                refused("@Revision(id = {\"a\"}) public class V1 {", 1, "not a plain literal, near '{'"),
                refused("@Revision(id = \"a\", revises = {A.B}) public class V1 {", 1, "not a plain literal, near 'A'"),
                refused("@Revision(id = \"a\", revises = {\"b\" \"c\"}) public class V1 {", 1, "not a plain literal"),
                refused("@Revision(id = \"a\", revises = null) public class V1 {", 1, "not a plain literal"),
                refused("@Revision(id = \"a\", revises = {\"\"}) public class V1 {", 1, "empty entry"),
                refused("@Revision(id = \"a\\q\") public class V1 {", 1, "escape"),
                refused("@Revision(id = \"a\", apiLevel = 0) public class V1 {", 1, "API level"),
                refused("@Revision(id = \"a\", apiLevel = 1L) public class V1 {", 1, "API level"),
                refused("@Revision(id = \"a\", apiLevel = -1) public class V1 {", 1, "not a plain literal"),
                refused("@Revision(id = \"a\", apiLevel = 99) public class V1 {", 1, "written for API level 99"),
                refused("@Revision(id = \"a\", created = \"today\") public class V1 {", 1, "not a creation date"),
                refused(
                        "@Revision(id = \"a\", created = \"2025-06-06T15:15:00\") public class V1 {",
                        1,
                        "not a creation date"),
                refused("@Revision(id = \"a\"", 1, "ends within @Revision"),
                refused("@Revision(id = \"a)\n public class V1 {", 1, "string is opened here"),
                refused("\n\ngarbage {{{", 1, "no type"),
                refused("package a;", 1, "no type"),
                refused("// class A {}", 1, "no type"),
                refused("module shop { requires a.b; }", 1, "no type"),
                refused("\n\n/* @Revision(id = \"a\") public class V1 {", 3, "comment is opened here"),
                refused("@Revision(id = \"\"\"\n a) public class V1 {", 1, "text block is opened here"),
                refused("@Revision(id = 'a) public class V1 {", 1, "character literal is opened here"),
                refused("@Revision(id = \"a\")\n@Revision(id = \"b\") public class V1 {", 2, "second @Revision"),
                refused(
                        "<<<<<<< HEAD\n@Revision(id = \"a\")\n=======\n@Revision(id = \"b\")\n>>>>>>> other\npublic class V1 {",
                        1,
                        "conflict"),
                refused("@Revision(id = \"a\")\n=======\npublic class V1 {", 2, "conflict"),
                refused("@Revision(id = \"a\")\npublic class V1 {\n>>>>>>> other\n}", 3, "conflict"),
                refused("/**\n<<<<<<< HEAD\n*/\n@Revision(id = \"a\")\npublic class V1 {", 2, "conflict"),
                refused("class Words {}\n=======", 2, "conflict"),
                refused("@Revision(id = \"a\")\n", 1, "belongs to no class"),
                refused("@Revision(id = \"a\")\npublic class V1", 2, "ends within the declaration"),
                refused("@Revision(id = \"a\")\nclass V1 {", 2, "not public"),
                refused("@Revision(id = \"a\")\npublic abstract class V1 {", 2, "abstract"),
                refused("@Revision(id = \"a\")\npublic interface V1 {", 1, "is on the interface"),
                refused("@Revision(id = \"a\")\npublic @interface V1 {", 1, "is on the @interface"),
                refused("@Revision(id = \"a\")\npublic class V2 {", 2, "'V2' does not have the name of its file"),
                refused(
                        "@Revision(id = \"a\") public class V1 { }\n@Revision(id = \"b\") class V2 { }",
                        2,
                        "second @Revision"),
                refused(
                        "import dev.retort.migration.*;\npublic class V1 implements Migration {",
                        2,
                        "has no @Revision"),
                refused(
                        "public class V1 implements A<B>, dev.retort.migration.ReversibleMigration {",
                        1,
                        "no @Revision"),
                refused("public class V1 {\n static class C implements Migration {", 2, "has no @Revision"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@revision(id = \"a\")", "@Revison(id = \"a\")", "@Revisions(id = \"a\")"})
    void refusesAMisspeltAnnotationWhichWouldMakeTheRevisionAHelper(String annotation) {
        assertThatThrownBy(() -> scan("\n" + annotation + "\npublic final class F extends Base {}"))
                .isInstanceOfSatisfying(ScriptException.class, e -> {
                    assertThat(e.position().orElseThrow().line()).isEqualTo(2);
                    assertThat(e.hint()).contains("Did you mean '@Revision'?");
                });
        assertThat(scan("import org.example.Revison;\n@Revison(1) class F {}").header())
                .isNull();
    }

    @Test
    void mentionsTheKnownAttributeThatIsNearest() {
        assertThatThrownBy(() -> scan("@Revision(id = \"a\", dependson = \"b\") public class V1 {"))
                .isInstanceOfSatisfying(
                        ScriptException.class, e -> assertThat(e.hint()).contains("Did you mean 'dependsOn'?"));
    }

    private static Arguments refused(String text, int line, String problem) {
        return Arguments.of(text, line, problem);
    }

    private static RevisionHeader headerAt(int line, String id, String message) {
        return new RevisionHeader(
                id, List.of(), List.of(), List.of(), message, null, 1, new SourcePosition("V1.java", line));
    }

    private static JavaSource scan(String text) {
        return JavaHeaderScanner.scan(new SourceText("V1.java", text), "V1");
    }
}
