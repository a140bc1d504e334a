package dev.retort.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownPathsTest {

    private final ShownPaths paths = new ShownPaths(Path.of("/work/shop/sub/deeper"), Path.of("/work/shop"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /work/shop/sub/deeper/a.sql:3: no                    | a.sql:3: no
            /work/shop/retort.toml                               | ../../retort.toml
            There is no '/work/shop/a' (/work/shop/b).           | There is no '../../a' (../../b).
            /work/other/a.sql                                    | /work/other/a.sql
            /work/shopping/a.sql                                 | /work/shopping/a.sql
            The database jdbc:sqlite:/work/shop/a.db             | The database jdbc:sqlite:/work/shop/a.db
            in /work/shop or above it                            | in /work/shop or above it
            /mnt/work/shop/a.sql                                 | /mnt/work/shop/a.sql
            """)
    void aPathIsRelativeToTheWorkingDirectoryInTheProject(String text, String shown) {
        assertThat(paths.in(text)).isEqualTo(shown);
    }

    @Test
    void atTheRootOfTheDiskAPathIsAbsolute() {
        assertThat(new ShownPaths(Path.of("/"), Path.of("/")).in("/a.sql")).isEqualTo("/a.sql");
    }
}
