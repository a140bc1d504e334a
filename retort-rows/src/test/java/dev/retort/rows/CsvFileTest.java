package dev.retort.rows;

import static dev.retort.rows.RowFiles.csv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CsvFileTest {

    private static final CsvFile PLAIN = csv("rows.csv");

    static List<Arguments> files() {
        return List.of(
                Arguments.of(PLAIN, "a,b\n1,2\n", "[[1, 2]]"),
                Arguments.of(PLAIN, "a,b\r\n1,2\r\n3,4", "[[1, 2], [3, 4]]"),
                Arguments.of(PLAIN, "\uFEFFa,b\n1,2\n", "[[1, 2]]"),
                Arguments.of(PLAIN, "a,b\n", "[]"),
                Arguments.of(PLAIN, "a,b\n,\"\"\n", "[[null, ]]"),
                Arguments.of(PLAIN, "a,b\n x , \"\n", "[[ x ,  \"]]"),
                Arguments.of(PLAIN, "a,b\n\"say \"\"hi\"\"\",\"1,2\n3\"\n", "[[say \"hi\", 1,2\n3]]"),
                Arguments.of(PLAIN, "a,b\n\n1,2\n\n", "[[1, 2]]"),
                Arguments.of(PLAIN, "a,b\n\u00fc,\u2603\ud834\udd1e\n", "[[\u00fc, \u2603\ud834\udd1e]]"),
                Arguments.of(PLAIN, "a,b\n'x',\\N\n", "[['x', \\N]]"),
                Arguments.of(PLAIN.booleans("b"), "a,b\nyes,yes\n0,OFF\nx,\n", "[[yes, true], [0, false], [x, null]]"),
                Arguments.of(
                        PLAIN.numbers("b"),
                        "a,b\n1,7\n0,-1.50\nx,\n1,1e3\n",
                        "[[1, 7], [0, -1.50], [x, null], [1, 1E+3]]"),
                Arguments.of(PLAIN.separatedBy(';'), "a;b\n1,5;2\n", "[[1,5, 2]]"),
                Arguments.of(PLAIN.separatedBy('\t'), "a\tb\n1\t\n", "[[1, null]]"),
                Arguments.of(PLAIN.nullAs("\\N"), "a,b\n\\N,\n\"\\N\",x\n", "[[null, ], [\\N, x]]"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void hasTheseRows(CsvFile file, String text, String rows) throws Exception {
        ReadRows read = ReadRows.of(file, text.getBytes(StandardCharsets.UTF_8));

        assertThat(read.columns()).containsExactly("a", "b");
        assertThat(read.rows()).hasToString(rows);
        assertThat(read.problem()).isNull();
    }

    static List<Arguments> brokenFiles() {
        return List.of(
                Arguments.of("", 1, "the names of the columns are missing"),
                Arguments.of("a,b\n1,2\n\"x,3\n4,5\n", 3, "it has a quote that is not closed, or text behind one"),
                Arguments.of("a,b\n1,2\n\n\"x\"y,3\n4,5\n", 4, "it has a quote that is not closed, or text behind one"),
                Arguments.of("a,b\n\"1\n2\",3\n4,\"\n", 4, "it has a quote that is not closed, or text behind one"),
                Arguments.of("a\n1\n\n2\n", 3, "an empty line in a file of one column may be NULL"),
                Arguments.of("a,b\n1,2\n\u00e4,3\n", 3, "it is not in UTF-8"),
                Arguments.of("a,b\n1,2\n3,\u00e4", 3, "it is not in UTF-8"),
                Arguments.of("a,b\n1,2\n3,x\0y\n", 3, "it contains the character NUL"),
                Arguments.of("a,b\n1,2\n\"\0\",3\n", 3, "it contains the character NUL"));
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void isRefusedInThisLine(String text, long line, String problem) throws Exception {
        ReadRows read = ReadRows.of(PLAIN, text.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(read.problem()).startsWith(problem);
        assertThat(read.line()).isEqualTo(line);
    }

    @Test
    void aFieldMayHaveMillionsOfCharacters() throws Exception {
        String huge = "x\"\"\n".repeat(3_000_000);

        ReadRows read = ReadRows.of(PLAIN, ("a,b\n1,\"" + huge + "\"\n").getBytes(StandardCharsets.UTF_8));

        assertThat(read.problem()).isNull();
        assertThat(read.rows().get(0).get(1)).isEqualTo(huge.replace("\"\"", "\""));
    }

    @Test
    void aFieldThatIsTooLongIsRefusedInItsLine() throws Exception {
        String huge = "x".repeat(17_000_000);

        ReadRows read = ReadRows.of(PLAIN, ("a,b\n1,2\n3," + huge + "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(read.problem()).contains("a field of more than 16777216 characters");
        assertThat(read.line()).isEqualTo(3);
    }

    /** As a file is read while a revision is recorded, when nobody needs its values. */
    @ParameterizedTest
    @MethodSource("brokenFiles")
    void isRefusedInThisLineWithoutItsValues(String text, long line, String problem) throws Exception {
        ReadRows read = ReadRows.skimmed(PLAIN, text.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(read.problem()).startsWith(problem);
        assertThat(read.line()).isEqualTo(line);
    }

    @Test
    void linesAreCountedThroughLongFiles() throws Exception {
        String text = "a,b\n" + "some text,\"two\nlines\"\n".repeat(50_000) + "\u00e4,1\n";

        ReadRows read = ReadRows.of(PLAIN, text.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(read.rows()).hasSize(50_000);
        assertThat(read.line()).isEqualTo(100_002);
    }

    @Test
    void whatIsNoBooleanIsRefusedInItsLine() throws Exception {
        CsvFile file = PLAIN.booleans("b");

        ReadRows maybe = ReadRows.skimmed(file, "a,b\n1,true\n2,maybe\n".getBytes(StandardCharsets.UTF_8));
        ReadRows absent = ReadRows.skimmed(file, "a,c\n1,true\n".getBytes(StandardCharsets.UTF_8));

        assertThat(maybe.problem()).isEqualTo("its b is neither true nor false: 'maybe'");
        assertThat(maybe.line()).isEqualTo(3);
        assertThat(absent.problem()).isEqualTo("it has no column b, whose values are to be booleans");
        assertThat(absent.line()).isEqualTo(1);
    }

    @Test
    void isWrittenAsItsJava() {
        assertThat(PLAIN.source()).isEqualTo("dev.retort.rows.RowFiles.csv(\"rows.csv\")");
        assertThat(PLAIN.booleans("a", "b").numbers("c").source())
                .isEqualTo("dev.retort.rows.RowFiles.csv(\"rows.csv\").booleans(\"a\", \"b\").numbers(\"c\")");
        assertThat(csv("a\"b.csv").separatedBy('\t').nullAs("\\N").source())
                .isEqualTo("dev.retort.rows.RowFiles.csv(\"a\\\"b.csv\").separatedBy('\\u0009').nullAs(\"\\\\N\")");
    }

    @Test
    void aQuoteSeparatesNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> PLAIN.separatedBy('"'));
    }
}
