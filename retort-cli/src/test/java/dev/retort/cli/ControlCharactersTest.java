package dev.retort.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.error.ControlCharacters;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters that a terminal obeys, or that let a reader see another text: never written, shown as their code. */
class ControlCharactersTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "revision -m 'red \u001b[31m'",
                "revision -m 'turned \u202e round'",
                "revision -m 'more \u0007'",
                "revision -m 'hidden \u200b blank'",
                "revision -m ok --branch-label 'a\nb'",
                "revision -m ok --branch-label 'a\u2066b'",
                "revision -m ok --rev-id ..",
                "revision -m ok --rev-id .",
                "revision -m ok --rev-id a..b",
                "revision -m ok --rev-id .a",
                "revision -m ok --rev-id a.",
                "revision -m ok --rev-id 'a\nb'",
                "revision -m ok --rev-id 'a\u001b[1m'",
                "merge -m 'red \u001b[31m' 001 002",
                "stamp 'a\u001b[31m'",
                "accept 001 --reason 'red \u001b[31m'",
                "init 'red \u001b[31m'"
            })
    void areRefusedBeforeAnythingIsWritten(String call) throws Exception {
        ScriptedProject project = project();
        String before = project.run("ls").out();

        ScriptedProject.Answer answer = project.run("retort " + call);

        assertThat(answer.exitCode()).isNotZero();
        assertThat(answer.out() + answer.err()).startsWith("error: ").doesNotContain("did not foresee");
        assertThat((answer.out() + answer.err()).replace("\n", "").codePoints())
                .allMatch(point -> ControlCharacters.isWithout(Character.toString(point)));
        assertThat(project.run("ls").out()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"history", "history --verbose", "show 001", "heads --verbose", "history --json", "upgrade 001"})
    void ofAFileAreShownAsTheirCode(String call) throws Exception {
        ScriptedProject project = project();
        project.write("migrations/versions/001.sql", """
                -- revision: 001
                -- message: a\u001b[31m\u202eb
                -- upgrade
                -- downgrade
                """);

        ScriptedProject.Answer answer = project.run("retort " + call);

        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.out() + answer.err())
                .doesNotContain("\u001b", "\u202e")
                .contains("\\u202e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"revision: a\u202eb", "labels: red\u202el"})
    void areRefusedInTheNameThatAFileHas(String line) throws Exception {
        ScriptedProject project = project();
        project.write("migrations/versions/003.sql", "-- revises: 002\n-- " + line + "\n-- upgrade\n");

        ScriptedProject.Answer answer = project.run("retort heads");

        assertThat(answer.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(answer.err())
                .startsWith("error: migrations/versions/003.sql:2: ")
                .contains("\\u202e")
                .doesNotContain("\u202e");
    }

    @ParameterizedTest
    @CsvSource({"OutOfMemoryError, out_of_memory", "StackOverflowError, out_of_memory", "VerifyError, unexpected"})
    void anErrorOfJavaIsSaidLikeAnException(String error, String kind) throws Exception {
        ScriptedProject project = project();
        project.write("migrations/Failing.java", """
                package migrations;

                import dev.retort.spi.*;
                import java.util.List;

                public final class Failing implements RetortEnvironment {
                    @Override
                    public MigrationListener listener() {
                        return new MigrationListener() {
                            @Override
                            public void planned(String database, List<MigrationStep> steps) {
                                throw new ERROR("heap");
                            }
                        };
                    }
                }
                """.replace("ERROR", error));

        ScriptedProject.Answer said = project.run("retort upgrade 001 --set environment=migrations.Failing");
        ScriptedProject.Answer json = project.run("retort upgrade 001 --set environment=migrations.Failing --json");

        assertThat(said.err()).startsWith("error: ").doesNotContain("\tat ");
        assertThat(json.out()).startsWith("{\"error\":{\"kind\":\"" + kind + "\"");
        assertThat(json.exitCode()).isEqualTo(ExitCode.FAILURE);
    }

    @Test
    void aScriptForADatabaseIsPrintedAsItIs() throws Exception {
        ScriptedProject project = project();
        project.write("migrations/versions/001.sql", """
                -- revision: 001
                -- upgrade
                INSERT INTO a VALUES ('\u200b');
                -- downgrade
                """);

        assertThat(project.run("retort upgrade 001 --sql").out()).contains("('\u200b')");
    }

    private ScriptedProject project() throws Exception {
        ScriptedProject project = new ScriptedProject(directory);
        project.write("retort.toml", "url = \"${DATABASE_URL}\"\nscript_location = \"migrations\"\n");
        for (String id : new String[] {"001", "002"}) {
            project.write("migrations/versions/" + id + ".sql", "-- revision: " + id + "\n-- upgrade\n-- downgrade\n");
        }
        return project;
    }
}
