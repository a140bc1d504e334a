package dev.retort.tests.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.tests.shell.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revisions of a Maven project that sets no {@code classpath}. */
@Tag("jdk")
class ApplicationClassesIT {

    private static final String REVISION = """
            package migrations.versions;

            import static dev.retort.schema.Columns.*;

            import com.example.pos.model.Customer;
            import dev.retort.migration.*;
            import jakarta.persistence.Table;

            /** Make the table of an entity. */
            @Revision(id = "0001")
            public final class V0001_table_of_an_entity implements Migration {

                @Override
                public void upgrade(Operations op) {
                    op.createTable(Customer.class.getAnnotation(Table.class).name(), column("id", integer()).notNull());
                }

                @Override
                public void downgrade(Operations op) {
                    op.dropTable(Customer.class.getAnnotation(Table.class).name());
                }
            }
            """;

    private static final String PLAIN = """
            package migrations.versions;

            import dev.retort.migration.*;

            /** Use nothing of the application. */
            @Revision(id = "0000")
            public final class V0000_plain implements Migration {

                @Override
                public void upgrade(Operations op) {}

                @Override
                public void downgrade(Operations op) {}
            }
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void aProjectWithoutRevisions() throws Exception {
        ExampleProject.copiedInto(directory);
    }

    @Test
    void mayUseEntitiesAndTheirLibrariesWhichAreAskedForOnce() throws Exception {
        write("V0001_table_of_an_entity", REVISION);

        Shell.Outcome first = run("retort upgrade head");
        assertThat(first.exitCode()).as(first.output()).isZero();
        assertThat(classPaths()).isEqualTo(1);

        Shell.Outcome withoutMaven =
                run("mvn() { exit 9; }\nretort downgrade base && retort upgrade head && retort current");
        assertThat(withoutMaven.exitCode()).as(withoutMaven.output()).isZero();
        assertThat(withoutMaven.output()).contains("0001 (head)");
    }

    @Test
    void areCompiledWithoutMavenWhereTheyUseNothingOfTheApplication() throws Exception {
        write("V0000_plain", PLAIN);

        Shell.Outcome outcome = run("retort upgrade head");

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(classPaths()).isZero();
    }

    private void write(String name, String text) throws Exception {
        Path versions = Files.createDirectories(directory.resolve("src/main/java/migrations/versions"));
        Files.writeString(versions.resolve(name + ".java"), text);
    }

    /** How many answers of Maven are remembered. */
    private long classPaths() throws Exception {
        try (Stream<Path> files = Files.list(directory.resolve(".retort"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("classpath-"))
                    .count();
        }
    }

    private Shell.Outcome run(String commands) throws Exception {
        return new Shell(directory, Map.of()).run(commands);
    }
}
