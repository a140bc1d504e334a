package dev.retort.rows;

import static dev.retort.rows.RowFiles.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFileTest {

    private static final JsonFile FILE = json("rows.json");

    static List<Arguments> files() {
        return List.of(
                Arguments.of("[{\"a\": 1, \"b\": \"x\"}]", "[[1, x]]"),
                Arguments.of(
                        "\uFEFF\n [\n{\"a\": 1,\n\"b\": \"x\"},\n {\"b\": null, \"a\": true}\n]\n",
                        "[[1, x], [true, null]]"),
                Arguments.of("{\"a\": 1, \"b\": \"x\"}\n{\"b\": \"\"}\r\n\n{}\n", "[[1, x], [null, ], [null, null]]"),
                Arguments.of("{\"a\": -1.50, \"b\": 12345678901234567890}", "[[-1.50, 12345678901234567890]]"),
                Arguments.of("{\"a\": 1e3, \"b\": 0}", "[[1E+3, 0]]"),
                Arguments.of(
                        "{\"a\": {\"x\": [1.0, null, \"<\\u00fc>\", false]}, \"b\": []}",
                        "[[{\"x\":[1.0,null,\"<\u00fc>\",false]}, []]]"),
                Arguments.of(
                        "{\"a\": \"\\u2603\\ud834\\udd1e\", \"b\": \"\u2603\"}", "[[\u2603\ud834\udd1e, \u2603]]"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void hasTheseRows(String text, String rows) throws Exception {
        ReadRows read = ReadRows.of(FILE, text.getBytes(StandardCharsets.UTF_8));

        assertThat(read.problem()).isNull();
        assertThat(read.columns()).containsExactly("a", "b");
        assertThat(read.rows()).hasToString(rows);
    }

    @ParameterizedTest
    @MethodSource("files")
    void valuesHaveTheirKinds(String text, String rows) throws Exception {
        assertThat(ReadRows.of(FILE, text.getBytes(StandardCharsets.UTF_8)).rows())
                .allSatisfy(row -> assertThat(row)
                        .allSatisfy(value -> assertThat(value)
                                .satisfiesAnyOf(
                                        one -> assertThat(one).isNull(),
                                        one -> assertThat(one)
                                                .isInstanceOfAny(String.class, Number.class, Boolean.class))));
    }

    static List<Arguments> brokenFiles() {
        return List.of(
                Arguments.of("[{\"a\": 1},\n{\"a\": 2},\n{\"a\": }]", 3, "it is no JSON at $[2].a"),
                Arguments.of("[{\"a\": 1},\n{\"a\": 2}\n", 2, "its JSON has no end"),
                Arguments.of("[{\"a\": 1},\n5]", 2, "there is something else than an object"),
                Arguments.of("[{\"a\": 1}]\n\n{}", 3, "it is no JSON"),
                Arguments.of("[{\"a\": 1},\n{\"a\": 1,\n\"c\": 2}]", 3, "its key 'c' is none of the first object: a"),
                Arguments.of("\n{\"a\": 1}\n\n{\"b\": 1}", 4, "its key 'b' is none of the first object: a"),
                Arguments.of("{\"a\": 1}\n{\"a\": 1, \"a\": 2}", 2, "its key 'a' is there twice"),
                Arguments.of("{\"a\": 1} {\"a\": 2}", 1, "it is no JSON"),
                Arguments.of("{\"a\": 1}\n{\"a\": 'x'}", 2, "it is no JSON at $.a"),
                Arguments.of("{\"a\": 1}\n{\"a\": \"\u00e4\"}", 2, "it is not in UTF-8"),
                Arguments.of("{\"a\": 1}\n{\"a\": \"x\0\"}", 2, "it contains the character NUL"),
                Arguments.of("{\"a\": 1}\n{\"a\": \"x\\u0000\"}", 2, "it contains the character NUL"),
                Arguments.of("{}\n", 1, "the first object has no keys"),
                Arguments.of("{\"a\": 1e999999999}", 1, "its number 1e999999999 has more digits"));
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void isRefusedInThisLine(String text, long line, String problem) throws Exception {
        ReadRows read = ReadRows.of(FILE, text.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(read.problem()).startsWith(problem);
        assertThat(read.line()).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1}\n{\"a\": \"%s\"}\n", "[{\"a\": 1},\n{\"a\": [\"%s\", 1]}]"})
    void anObjectThatIsTooLongIsRefusedInItsLine(String format) throws Exception {
        String text = format.formatted("x".repeat(1 << 24));
        ReadRows read = ReadRows.of(FILE, text.getBytes(StandardCharsets.UTF_8));

        assertThat(read.problem()).isEqualTo("an object has more than 16777216 characters");
        assertThat(read.line()).isEqualTo(2);
    }

    @Test
    void longObjectsMayBeAsManyAsThereAre() throws Exception {
        String object = "{\"a\": \"" + "x".repeat((1 << 24) - 100) + "\"}";

        assertThat(ReadRows.skimmed(FILE, (object + "\n" + object).getBytes(StandardCharsets.UTF_8))
                        .problem())
                .isNull();
        assertThat(ReadRows.skimmed(FILE, ("[" + object + ",\n" + object + "]").getBytes(StandardCharsets.UTF_8))
                        .problem())
                .isNull();
    }

    @Test
    void aFileWithoutObjectsHasNoRows() throws Exception {
        for (String text : Arrays.asList("", "[]", "\n \n", " [ ] ")) {
            ReadRows read = ReadRows.of(FILE, text.getBytes(StandardCharsets.UTF_8));
            assertThat(read.problem()).as(text).isNull();
            assertThat(read.rows()).as(text).isEmpty();
        }
    }

    @Test
    void isWrittenAsItsJava() {
        assertThat(FILE.source()).isEqualTo("dev.retort.rows.RowFiles.json(\"rows.json\")");
    }
}
