package dev.retort.script.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.Advice;
import dev.retort.error.EntityModelException;
import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("jdk")
class ScriptCompilerTest {

    private static final ScriptClassPath NOTHING = ScriptClassPath.of(List.of());

    @TempDir
    Path base;

    @Test
    void needsNoCompilerForWhatWasCompiledBefore() throws IOException {
        Path file = Files.writeString(base.resolve("V1.java"), "public class V1 {}");
        List<CompilationUnit> units = List.of(new CompilationUnit(file, base, "V1"));

        try (CompileCache cache = new CompileCache(base.resolve("cache"))) {
            assertThat(new ScriptCompiler(Path::toString, NOTHING, cache)
                            .compile(units)
                            .directories())
                    .containsKey("V1");
        }
        try (CompileCache cache = new CompileCache(base.resolve("cache"))) {
            assertThat(new ScriptCompiler(Path::toString, NOTHING, cache, () -> false)
                            .compile(units)
                            .directories())
                    .containsKey("V1");
        }
        try (CompileCache cache = new CompileCache(base.resolve("other"))) {
            assertThatThrownBy(() -> new ScriptCompiler(Path::toString, NOTHING, cache, () -> false).compile(units))
                    .isInstanceOfSatisfying(ScriptException.class, e -> {
                        assertThat(e.problem()).contains("no Java compiler").contains("V1.java");
                        assertThat(e.hint().orElseThrow()).contains("JDK", "Retort.index", "SQL");
                    });
        }
    }

    @Test
    void asksForTheRestOfTheClassPathOnlyForWhatDoesNotCompileWithoutIt() throws IOException {
        Path library = library();
        List<CompilationUnit> alone = List.of(unit("V1", "public class V1 {}"));
        List<CompilationUnit> using = List.of(unit("V2", "public class V2 { Library used; }"));

        assertThat(compile(alone, () -> {
                            throw new AssertionError("asked for nothing");
                        })
                        .libraries())
                .isEmpty();
        assertThat(compile(using, () -> List.of(library)).libraries()).containsExactly(library);
    }

    @Test
    void remembersWhatItHadToAskForUntilThatChanges() throws IOException {
        Path library = library();
        List<CompilationUnit> using = List.of(unit("V2", "public class V2 { Library used; }"));
        AtomicInteger asked = new AtomicInteger();
        Supplier<List<Path>> rest = () -> {
            asked.incrementAndGet();
            return List.of(library);
        };

        compile(using, rest);
        assertThat(compile(using, rest).libraries()).containsExactly(library);
        assertThat(asked).hasValue(1);

        Files.setLastModifiedTime(library, FileTime.from(Instant.now().plusSeconds(60)));
        compile(using, rest);
        assertThat(asked).hasValue(2);
    }

    @Test
    void anErrorThatNoClassPathExplainsIsReportedAtOnce() throws IOException {
        List<CompilationUnit> broken = List.of(unit("V3", "public class V3 { int number = true; }"));

        assertThatThrownBy(() -> compile(broken, () -> {
                    throw new AssertionError("asked for nothing");
                }))
                .isInstanceOfSatisfying(
                        ScriptException.class, e -> assertThat(e.problem()).contains("incompatible types"));
    }

    @Test
    void everyErrorIsShownOnceWithItsLineAndACaret() throws IOException {
        List<CompilationUnit> broken = List.of(
                unit("V7", "public class V7 {\n\tint number = true;\n    Object o = (String) 1;\n}\n"),
                unit("V8", "public class V8 { int number = true; }"));

        assertThatThrownBy(() -> compile(broken, List::of)).isInstanceOfSatisfying(ScriptException.class, e -> {
            assertThat(e.position().orElseThrow().line()).isEqualTo(2);
            assertThat(e.problem().lines())
                    .containsExactly(
                            "The compiler says: incompatible types: boolean cannot be converted to int.",
                            "    int number = true;",
                            "                 ^",
                            base.resolve("V7.java")
                                    + ":3: incompatible types: int cannot be converted to java.lang.String.",
                            "    Object o = (String) 1;",
                            "                        ^",
                            base.resolve("V8.java") + ":1: incompatible types: boolean cannot be converted to int.",
                            "    public class V8 { int number = true; }",
                            "                                   ^");
        });
    }

    @Test
    void forAMisspeltMethodOfAKnownClassNoOtherClassesAreAskedFor() throws IOException {
        List<CompilationUnit> misspelt = List.of(unit("V8", "public class V8 { String used = String.valeOf(1); }"));

        assertThatThrownBy(() -> compile(misspelt, () -> {
                    throw new EntityModelException("Maven is away.", Advice.NONE, null);
                }))
                .isInstanceOfSatisfying(ScriptException.class, e -> {
                    assertThat(e.problem()).contains("valeOf");
                    assertThat(e.hint()).contains("Nothing was run. Correct the script.");
                });
    }

    @Test
    void anErrorThatTheBuildTellsTooIsToldOnce() throws IOException {
        List<CompilationUnit> using = List.of(unit("V9", "public class V9 { Unknown used; }"));

        assertThatThrownBy(() -> compile(using, () -> {
                    throw new EntityModelException(
                            base.resolve("V9.java") + ":1: cannot find symbol", Advice.NONE, null);
                }))
                .isInstanceOfSatisfying(ScriptException.class, e -> {
                    assertThat(e.problem()).containsOnlyOnce("cannot find symbol");
                    assertThat(e.hint().orElseThrow()).doesNotContain("cannot find symbol");
                });
    }

    @Test
    void aByteOrderMarkIsReportedInARevisionAndInAHelper() throws IOException {
        List<CompilationUnit> marked = List.of(unit("V5", "\uFEFFpublic class V5 {}"));
        Files.writeString(base.resolve("Words.java"), "\uFEFFclass Words {}");
        List<CompilationUnit> using = List.of(unit("V6", "public class V6 { Words used; }"));

        Map.of("V5.java", marked, "Words.java", using)
                .forEach((name, units) -> assertThatThrownBy(() -> compile(units, List::of))
                        .isInstanceOfSatisfying(ScriptException.class, e -> {
                            assertThat(e.problem()).contains("byte order mark");
                            assertThat(e.position())
                                    .contains(new SourcePosition(
                                            base.resolve(name).toString(), 1));
                            assertThat(e.hint().orElseThrow()).contains("UTF-8 without");
                        }));
    }

    @Test
    void aNameThatIsUnknownEverywhereIsReportedWithWhyNobodyCouldBeAsked() throws IOException {
        List<CompilationUnit> using = List.of(unit("V4", "public class V4 { Unknown used; }"));

        assertThatThrownBy(() -> compile(using, List::of)).isInstanceOfSatisfying(ScriptException.class, e -> {
            assertThat(e.problem()).contains("cannot find symbol", "Unknown");
            assertThat(e.hint().orElseThrow()).contains("classpath");
        });
        assertThatThrownBy(() -> compile(using, () -> {
                    throw new EntityModelException("Maven is away.", Advice.NONE, null);
                }))
                .isInstanceOfSatisfying(ScriptException.class, e -> {
                    assertThat(e.problem()).contains("cannot find symbol", "Unknown");
                    assertThat(e.hint().orElseThrow()).contains("classpath", "Maven is away.");
                });
    }

    private CompiledScripts compile(List<CompilationUnit> units, Supplier<List<Path>> rest) {
        try (CompileCache cache = new CompileCache(base.resolve("cache"))) {
            return new ScriptCompiler(Path::toString, new ScriptClassPath(List.of(), rest), cache).compile(units);
        }
    }

    private CompilationUnit unit(String name, String text) throws IOException {
        return new CompilationUnit(Files.writeString(base.resolve(name + ".java"), text), base, name);
    }

    /** A directory with the class {@code Library}, which no source path leads to. */
    private Path library() throws IOException {
        Path sources = Files.createDirectory(base.resolve("sources"));
        Path source = Files.writeString(sources.resolve("Library.java"), "public class Library {}");
        try (CompileCache cache = new CompileCache(base.resolve("library"))) {
            CompiledScripts compiled = new ScriptCompiler(Path::toString, NOTHING, cache)
                    .compile(List.of(new CompilationUnit(source, sources, "Library")));
            return compiled.directories().values().iterator().next();
        }
    }
}
