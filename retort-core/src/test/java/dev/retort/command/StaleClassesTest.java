package dev.retort.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("jdk")
class StaleClassesTest {

    @TempDir
    Path directory;

    @Test
    void aSourceThatIsNewerThanItsClassIsStale() throws IOException {
        Path fresh = file("src/shop/Fresh.java", "class Fresh {}", 1);
        Path same = file("src/shop/Same.java", "class Same {}", 2);
        Path changed = file("src/shop/Changed.java", "class Changed {}", 3);
        file("classes/shop/Fresh.class", "", 2);
        file("classes/shop/Same.class", "", 2);
        file("classes/shop/Changed.class", "", 2);

        assertThat(stale()).containsExactly(changed).doesNotContain(fresh, same);
    }

    @Test
    void aSourceWithoutClassIsStale() throws IOException {
        Path uncompiled = file("src/shop/Uncompiled.java", "public record Uncompiled() {}", 1);

        assertThat(stale()).containsExactly(uncompiled);
    }

    @Test
    void aFileThatNeverHasAClassOfItsNameIsNotStale() throws IOException {
        file("src/shop/package-info.java", "package shop;", 9);
        file("src/module-info.java", "module shop {}", 9);
        file("src/shop/Helpers.java", "class Helper {}", 9);

        assertThat(stale()).isEmpty();
    }

    @Test
    void aNamedPipeIsNoSourceAndNoClass() throws Exception {
        for (String name : List.of("src/shop/Pipe.java", "classes/shop/Pipe.class")) {
            Path pipe = directory.resolve(name);
            Files.createDirectories(pipe.getParent());
            assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                    .isZero();
        }
        assertThat(stale()).isEmpty();
        assertThat(classes().orphans()).isEmpty();
    }

    @Test
    void theClassesOfSiblingModulesCount() throws IOException {
        file("src/shop/Fresh.java", "class Fresh {}", 1);
        file("sibling/shop/Fresh.class", "", 2);

        StaleClasses classes = new StaleClasses(
                List.of(directory.resolve("src"), directory.resolve("nowhere")),
                List.of(directory.resolve("classes"), directory.resolve("sibling")));

        assertThat(classes.sources()).isEmpty();
    }

    @Test
    void aClassOfAMappingWhoseSourceIsGoneIsAnOrphan() throws IOException {
        String mapping = "..Ljakarta/persistence/Entity;..Any.java..";
        file("src/shop/Kept.java", "class Kept {} class Beside {}", 1);
        file("classes/shop/Kept.class", mapping, 2);
        file("classes/shop/Beside.class", mapping, 2);
        file("classes/shop/Gone$Id.class", mapping, 2);
        file("classes/shop/NoMapping.class", "..", 2);
        file("classes/shop/OtherLanguage.class", mapping.replace(".java", ".kt"), 2);
        Path gone = file("classes/shop/Gone.class", mapping, 2);
        Path elsewhere = file("classes/other/Kept.class", mapping, 2);

        assertThat(classes().orphans()).containsExactly(elsewhere, gone);
    }

    private List<Path> stale() {
        return classes().sources();
    }

    private StaleClasses classes() {
        return new StaleClasses(List.of(directory.resolve("src")), List.of(directory.resolve("classes")));
    }

    private Path file(String name, String text, int minute) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Files.setLastModifiedTime(file, FileTime.fromMillis(minute * 60_000L));
    }
}
