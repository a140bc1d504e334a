package dev.retort.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.migration.RevisionHeader;
import dev.retort.operation.GeneratedOperations;
import dev.retort.render.GeneratedRevision;
import dev.retort.render.JavaRevisionRenderer;
import dev.retort.render.SqlRevisionRenderer;
import dev.retort.render.SqlSection;
import dev.retort.script.java.JavaHeaderScanner;
import dev.retort.script.source.SourceText;
import dev.retort.script.sql.SqlHeaderScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the built-in templates write is what the scanners read. */
@Tag("jdk")
class RenderedRevisionsTest {

    private static final SqlSection EMPTY = new SqlSection(List.of(), List.of());

    private static final String[] PIECES = {
        "add",
        " ",
        " ",
        "points",
        "\n",
        "\n\n",
        "*/",
        "/*",
        "/**",
        "*",
        "@",
        "@see",
        "{@code x}",
        "<p>",
        "<br>",
        "&lt;",
        "&#64;",
        "\\u0041",
        "\\",
        "\"",
        "'",
        "--",
        "-- upgrade",
        ":",
        "revision: x",
        "ü",
        "𝒳",
        "$$",
        ";",
        "${x}",
        "%"
    };

    @TempDir
    Path base;

    @Test
    void everyMessageIsReadBackAsItWasWritten() {
        Random random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder message = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                message.append(PIECES[random.nextInt(PIECES.length)]);
            }
            RevisionHeader header = header(message.toString());
            String expected = normal(message.toString());

            assertThat(SqlHeaderScanner.scan(new SourceText("f.sql", sql(header)))
                            .message())
                    .isEqualTo(expected);
            RevisionHeader read = JavaHeaderScanner.scan(new SourceText("V1.java", java(header, "a.b", "V1")), "V1")
                    .header();
            assertThat(read).isNotNull().extracting(RevisionHeader::message).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theWholeHeaderIsReadBackAndTheScriptRecordsNothing(RevisionFormat format) throws IOException {
        ScriptFolder folder = new ScriptFolder(base);
        NewRevision revision = new NewRevision(
                "a1",
                List.of("p", "q"),
                List.of("r"),
                List.of("shop"),
                "Add \"points\" */\n\nto <b>customers</b>",
                format,
                null,
                ScriptFolder.NOON);

        RevisionFile written = folder.open().write(revision, RenderedRevisionsTest::render, folder.output::add);

        assertThat(written.header())
                .usingRecursiveComparison()
                .ignoringFields("position", "created")
                .isEqualTo(header("a1", revision));
        try (LoadedScripts scripts = folder.open().load(List.of("a1"))) {
            assertThat(scripts.script("a1").upgrade(ScriptFolder.context("h2")).operations())
                    .isEmpty();
            assertThat(scripts.script("a1")
                            .downgrade(ScriptFolder.context("h2"))
                            .operations())
                    .isEmpty();
        }
    }

    private static String render(RevisionDraft draft) {
        return draft.format() == RevisionFormat.SQL
                ? sql(draft.header())
                : java(draft.header(), draft.packageName(), draft.className());
    }

    private static String sql(RevisionHeader header) {
        return new SqlRevisionRenderer().render(header, EMPTY, EMPTY);
    }

    private static String java(RevisionHeader header, String packageName, String className) {
        return new JavaRevisionRenderer()
                .render(
                        new GeneratedRevision(header, GeneratedOperations.NONE, GeneratedOperations.NONE),
                        packageName,
                        className);
    }

    private static RevisionHeader header(String message) {
        return header(
                "a1",
                new NewRevision(
                        "a1", List.of(), List.of(), List.of(), message, RevisionFormat.SQL, null, ScriptFolder.NOON));
    }

    private static RevisionHeader header(String id, NewRevision revision) {
        return new RevisionHeader(
                id,
                revision.revises(),
                revision.dependsOn(),
                revision.labels(),
                revision.message(),
                revision.created(),
                1,
                null);
    }

    /** Lines without white space around them, and at most one empty line between two of them. */
    private static String normal(String message) {
        return message.lines()
                .map(String::strip)
                .collect(Collectors.joining("\n"))
                .replaceAll("\n{2,}", "\n\n")
                .strip();
    }
}
