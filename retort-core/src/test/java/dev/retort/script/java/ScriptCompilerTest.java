package dev.retort.script.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.ScriptException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptCompilerTest {

    @TempDir
    Path base;

    @Test
    void needsNoCompilerForWhatWasCompiledBefore() throws IOException {
        Path file = Files.writeString(base.resolve("V1.java"), "public class V1 {}");
        List<CompilationUnit> units = List.of(new CompilationUnit(file, base, "V1"));

        try (CompileCache cache = new CompileCache(base.resolve("cache"))) {
            assertThat(new ScriptCompiler(Path::toString, List.of(), cache).compile(units))
                    .containsKey("V1");
        }
        try (CompileCache cache = new CompileCache(base.resolve("cache"))) {
            assertThat(new ScriptCompiler(Path::toString, List.of(), cache, () -> false).compile(units))
                    .containsKey("V1");
        }
        try (CompileCache cache = new CompileCache(base.resolve("other"))) {
            assertThatThrownBy(() -> new ScriptCompiler(Path::toString, List.of(), cache, () -> false).compile(units))
                    .isInstanceOfSatisfying(ScriptException.class, e -> {
                        assertThat(e.problem()).contains("no Java compiler").contains("V1.java");
                        assertThat(e.hint().orElseThrow()).contains("JDK", "retort index", "SQL");
                    });
        }
    }
}
