package dev.retort.script.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.migration.RevisionHeader;
import dev.retort.script.source.SourceText;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlHeaderScannerTest {

    @Test
    void readsEveryKey() {
        String text = """
                /* A licence: with a colon
                   -- revision: not this
                */
                -- see https://example.org/issues/7
                -- Revision: 196993effbf8
                -- revises: 4b1c0d9e2f77,  a.b
                -- depends on: shop
                --labels: payments , billing

                -- created: 2025-06-06T15:15:00Z
                -- message: add loyalty points: all of them
                -- message: to customers
                -- message:
                -- message: second paragraph
                -- api level: 1
                -- just a comment

                -- upgrade
                -- labels: later
                """;

        assertThat(scan(text))
                .isEqualTo(new RevisionHeader(
                        "196993effbf8",
                        List.of("4b1c0d9e2f77", "a.b"),
                        List.of("shop"),
                        List.of("payments", "billing"),
                        "add loyalty points: all of them\nto customers\n\nsecond paragraph",
                        Instant.parse("2025-06-06T15:15:00Z"),
                        1,
                        new SourcePosition("f.sql", 5)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- revision: a",
                "-- revision: a\nSELECT 1;\n-- revision: b",
                "-- revision: a\n-- downgrade h2\n-- nonsense: b",
                "-- revision: a\n-- revises:\n-- message:\n-- created:"
            })
    void takesAFileWithoutParentsForABase(String text) {
        assertThat(scan(text))
                .isEqualTo(new RevisionHeader(
                        "a", List.of(), List.of(), List.of(), "", null, 1, new SourcePosition("f.sql", 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- revises: a1",
                "-- revises:a1",
                "--revises:a1",
                "--revises :a1",
                "-- Revises : a1",
                "-- REVISES\t:\ta1",
                "--  revises = a1",
                "-- revises=a1",
                "--- revises: a1",
                "---- revises: a1",
                "--\u00a0revises:\u00a0a1",
                "-- * revises: a1",
                "/* revises: a1 */",
                "/*revises=a1*/",
                "/*\n * Revises: a1\n */",
                "/* A note\n   revises : a1\n   about prices */",
                "/**\n * labels: x\n * revises: a1\n */"
            })
    void takesEachSpellingThatPlainlyMeansAKey(String line) {
        assertThat(scan("-- revision: b1\n" + line + "\n-- upgrade").revises()).containsExactly("a1");
    }

    @Test
    void takesAWholeHeaderFromOneBlockComment() {
        RevisionHeader header = scan(
                "/*\n revision: c1\n revises: a1, b1\n depends  on: x1\n labels: shop\n message: why\n api level: 1\n*/\n-- upgrade");

        assertThat(header.id()).isEqualTo("c1");
        assertThat(header.revises()).containsExactly("a1", "b1");
        assertThat(header.dependsOn()).containsExactly("x1");
        assertThat(header.labels()).containsExactly("shop");
        assertThat(header.message()).isEqualTo("why");
        assertThat(header.position()).isEqualTo(new SourcePosition("f.sql", 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- revise: a1",
                "-- revise:a1",
                "-- revise = a1",
                "-- revises a1",
                "-- revises - a1",
                "-- revises -> a1",
                "-- @revises a1",
                "-- \"revises\": a1",
                "-- revise a1",
                "-- revsies a1, b2",
                "-- down_revision a1",
                "-- down_revision = 'a1'",
                "-- down revision a1",
                "-- Down-Revision: a1",
                "-- parent: a1",
                "-- parent = a1",
                "-- depends a1",
                "-- depends-on=a1",
                "-- dependsOn:a1",
                "-- depends on a1",
                "-- branch_labels a1",
                "-- label a1",
                "-- revision b2",
                "-- api_level 1",
                "-- created 2025-06-06T15:15:00Z",
                "/* revise: a1 */",
                "/* revises a1 */",
                "/* down_revision = 'a1' */",
                "-- upgrade\n-- revises: a1",
                "-- upgrade\nSELECT 1;\n-- depends on = a1",
                "-- upgrade\nSELECT ';';\n-- Depends on: a1, b2",
                "-- upgrade\n-- statement\nSELECT 1\n-- end\n-- revises: a1",
                "-- upgrade\nCOPY t FROM stdin;\n1\n\\.\n-- revises: a1",
                "-- upgrade\nCREATE FUNCTION f() BEGIN SELECT 1; END;\n-- revises: a1",
                "-- upgrade\nSELECT (1\n-- downgrade\n-- revises: a1",
                "-- revises:\n--   a1",
                "-- revises:\n-- a1, a2",
                "-- revises: a1\n--   , a2",
                "-- revises: a1\n-- ,a2, a3",
                "-- depends on:\n-- a1",
                "-- labels: shop\n-- , store",
                "-- revises: a1 b2",
                "-- labels: a1 revises: b2"
            })
    void refusesWhatMightMeanAKeyWithItsLine(String line) {
        assertThatThrownBy(() -> scan("-- revision: b1\n" + line + "\n"))
                .isInstanceOfSatisfying(ScriptException.class, e -> {
                    assertThat(e.position())
                            .contains(new SourcePosition(
                                    "f.sql", 1 + (int) line.lines().count()));
                    assertThat(e.hint()).isPresent();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- this revision adds the loyalty points",
                "-- Created by hand, see the wiki",
                "-- see https://example.org/issues/7",
                "-- at 10:30 each day",
                "-- dependent tables come first",
                "-- revisit the prices next year",
                "-- message queues are kept",
                "-- points = euros * 10",
                "-- revises:\n-- the prices come first",
                "-- revises:\n--\n-- Cleanup",
                "-----------------------",
                "--",
                "/* Copyright: 2025 the shop\n * License: MIT\n */",
                "/* taken out\n -- revises: a1\n*/"
            })
    void leavesProseAlone(String line) {
        assertThat(scan("-- revision: b1\n" + line + "\n-- upgrade\n").revises())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- depends on: the view above",
                "-- depends on: a1, the view above",
                "-- revises: nothing (see above)",
                "-- depends on:",
                "INSERT INTO notes VALUES ('\n-- revises: a1\n');",
                "INSERT INTO notes VALUES ($$\n-- revises: a1\n$$);",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $f$\n-- depends on: a1\nSELECT 1;\n$f$;",
                "CREATE TRIGGER g AFTER INSERT ON t BEGIN\nSELECT 1;\n-- depends on: a1\nSELECT 2;\nEND;",
                "CREATE TABLE t (\n-- depends on: a1\na int);",
                "COPY notes FROM stdin;\n-- revises: a1\n\\.",
                "-- statement\nSELECT 1;\n-- revises: a1\n-- end",
                "/*\n-- revises: a1\n*/"
            })
    void whatLooksLikeAKeyInABodySaysNothing(String body) {
        assertThat(scan("-- revision: b1\n-- upgrade\n" + body + "\n-- downgrade\n")
                        .revises())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-06T15:15:00Z, 2025-06-06T15:15:00Z",
        "2025-06-06T15:15:00+02:00, 2025-06-06T13:15:00Z",
        "2025-06-06T15:15:00.250Z, 2025-06-06T15:15:00.250Z",
        "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z"
    })
    void readsACreationDateInEachFormOfTheStandard(String written, Instant meant) {
        assertThat(scan("-- revision: a\n-- created: " + written).created()).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "'-- upgrade\nSELECT 1;', 1, no line '-- revision: …'",
        "'SELECT 1;', 1, no line '-- revision: …'",
        "'-- revises: a\n-- upgrade\n-- revision: b', 1, no line '-- revision: …'",
        "'-- revision:', 1, id is empty",
        "'-- revision: a\n-- revise: b', 2, no key 'revise'",
        "'-- revision: a\n\n-- Note: b', 3, no key 'Note'",
        "'-- revision: a\n-- depends-on: b', 2, no key 'depends-on'",
        "'-- revision: a\n-- revision: b', 2, in line 1 already",
        "'-- revision: a\n-- labels: b,,c', 2, empty entry",
        "'-- revision: a\n-- created: yesterday', 2, not a creation date",
        "'-- revision: a\n-- created: 2025-02-29T15:15:00Z', 2, not a creation date",
        "'-- revision: a\n-- created: 2025-06-06T24:15:00Z', 2, not a creation date",
        "'-- revision: a\n-- created: 2025-06-06 15:15:00Z', 2, not a creation date",
        "'-- revision: a\n-- api level: two', 2, not an API level",
        "'-- revision: a\n-- api level: 7', 2, written for API level 7"
    })
    void refusesWhatCannotBeAHeader(String text, int line, String problem) {
        assertThatThrownBy(() -> scan(text)).isInstanceOfSatisfying(ScriptException.class, e -> {
            assertThat(e.problem()).contains(problem);
            assertThat(e.position()).contains(new SourcePosition("f.sql", line));
        });
    }

    @Test
    void mentionsTheKnownKeyThatIsNearest() {
        assertThatThrownBy(() -> scan("-- revision: a\n-- depend on: b"))
                .isInstanceOfSatisfying(
                        ScriptException.class,
                        e -> assertThat(e.hint().orElseThrow()).contains("Did you mean 'depends on'?"));
    }

    private static RevisionHeader scan(String text) {
        return SqlHeaderScanner.scan(new SourceText("f.sql", text));
    }
}
