package dev.retort.script.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTextTest {

    @TempDir
    Path directory;

    @Test
    void isTheSameOnEveryOperatingSystem() throws IOException {
        assertThat(read("\uFEFFa\r\nb\rc\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("a\nb\nc\n");
    }

    @Test
    void keepsAReplacementCharacterThatTheFileReallyHolds() throws IOException {
        assertThat(read("a\uFFFDb".getBytes(StandardCharsets.UTF_8))).isEqualTo("a\uFFFDb");
    }

    @Test
    void namesTheByteThatIsNotUtf8() {
        assertThatThrownBy(() -> read("-- ä\n-- ü\n".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOfSatisfying(ScriptException.class, e -> {
                    assertThat(e.problem()).contains("not UTF-8").contains("offset 3");
                    assertThat(e.position()).contains(new SourcePosition("f.sql", 1));
                });
        byte[] cutShort = {'a', '\n', 'b', (byte) 0xC3};
        assertThatThrownBy(() -> read(cutShort))
                .isInstanceOfSatisfying(
                        ScriptException.class, e -> assertThat(e.position()).contains(new SourcePosition("f.sql", 2)));
    }

    @Test
    void refusesEmptyFiles() {
        assertThatThrownBy(() -> read(new byte[0]))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("empty");
        assertThatThrownBy(() -> read(" \r\n\t".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("empty");
    }

    @Test
    void refusesFilesThatCannotBeRead() {
        assertThatThrownBy(() -> SourceText.read(directory.resolve("none.sql"), "none.sql"))
                .isInstanceOfSatisfying(ScriptException.class, e -> {
                    assertThat(e.problem()).contains("cannot be read");
                    assertThat(e.position()).contains(SourcePosition.of("none.sql"));
                });
    }

    private String read(byte[] bytes) throws IOException {
        Path file = Files.write(directory.resolve("f.sql"), bytes);
        return SourceText.read(file, "f.sql").text();
    }
}
