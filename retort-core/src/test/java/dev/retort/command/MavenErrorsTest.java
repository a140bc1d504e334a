package dev.retort.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenErrorsTest {

    @TempDir
    private Path directory;

    @Test
    void anErrorThatMavenTellsTwiceIsShownOnceWithItsLineAndACaret() throws IOException {
        Path source =
                Files.writeString(directory.resolve("Shop.java"), "class Shop {\n    Strin name;\n    int a = b;\n}\n");
        String output = """
                [ERROR] COMPILATION ERROR :\s
                [ERROR] %1$s:[2,5] cannot find symbol
                  symbol:   class Strin
                  location: class Shop
                [ERROR] %1$s:[3,13] error: cannot find symbol
                [ERROR] Failed to execute goal org.apache.maven.plugins:maven-compiler-plugin:3.14.0:compile: Compilation failure:\s
                [ERROR] %1$s:[2,5] cannot find symbol
                [ERROR]   symbol:   class Strin
                [ERROR]   location: class Shop
                [ERROR] %1$s:[3,13] cannot find symbol
                [ERROR] -> [Help 1]
                [ERROR]\s
                [ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.
                """.formatted(source);

        assertThat(MavenErrors.compilerErrors(output).lines())
                .containsExactly(
                        source + ":2: cannot find symbol; symbol: class Strin; location: class Shop",
                        "    Strin name;",
                        "    ^",
                        source + ":3: cannot find symbol",
                        "    int a = b;",
                        "            ^");
    }

    @Test
    void anErrorInAFileThatIsGoneIsShownWithItsPlace() {
        assertThat(MavenErrors.compilerErrors("[ERROR] /gone/Shop.java:[2,5] cannot find symbol"))
                .isEqualTo("/gone/Shop.java:2: cannot find symbol");
    }

    @Test
    void ofManyErrorsTheFirstAreShownAndTheOthersCounted() {
        String output = IntStream.rangeClosed(1, 30)
                .mapToObj(line -> "[ERROR] /gone/Shop.java:[" + line + ",5] package jakarta.persistence does not exist")
                .collect(Collectors.joining("\n"));

        assertThat(MavenErrors.compilerErrors(output).lines())
                .hasSize(6)
                .startsWith("/gone/Shop.java:1: package jakarta.persistence does not exist")
                .endsWith("/gone/Shop.java:5: package jakarta.persistence does not exist", "(25 more)");
    }

    @Test
    void anotherFailureOfTheBuildHasNone() {
        assertThat(MavenErrors.compilerErrors("[ERROR] Failed to execute goal: no such artifact"))
                .isEmpty();
    }
}
