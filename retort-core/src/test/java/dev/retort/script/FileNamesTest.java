package dev.retort.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.ConfigurationException;
import dev.retort.error.RetortException;
import dev.retort.error.RevisionGraphException;
import dev.retort.error.UsageException;
import dev.retort.migration.RevisionHeader;
import dev.retort.script.java.JavaNames;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    private static final ZonedDateTime CREATED = ZonedDateTime.of(2025, 6, 7, 8, 9, 5, 0, ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({
        "Don't PANIC, 40, don_t_panic",
        "Don't PANIC, 5, don_",
        "abcdefghij klm, 5, abcde_",
        "ab cd efghij, 5, ab_",
        "this is a really long name with lots of characters and also, 40, this_is_a_really_long_name_with_lots_of_",
        "abcde, 5, abcde",
        "'', 40, ''",
        "'-- !', 40, ''",
        "' a  b ', 40, a_b",
        "__a__, 40, __a__",
        "Größe ändern, 40, größe_ändern",
        "İ, 40, i̇",
        "加 名前, 3, 加_",
        "𝒳𝒴 𝒵, 2, 𝒳𝒴_",
        "m² ½, 40, m²_½"
    })
    void slugsAreTheWordsOfTheMessage(String message, int longest, String slug) {
        assertThat(Slug.of(message, longest)).isEqualTo(slug);
    }

    @ParameterizedTest
    @CsvSource({
        "%(rev)s_%(slug)s, a1_add_it",
        "%(year)d%(month).2d%(day).2d_%(hour).2d%(minute).2d_%(rev)s_%(slug)s, 20250607_0809_a1_add_it",
        "%(second).2d-%(second)s-%(second)d-%(rev)s, 05-5-5-a1",
        "%(epoch)s_%(rev)s, 1749276545_a1",
        "%(year)s/%(month)02d/%(rev)s, 2025/06/a1",
        "%(month)3d%(rev)s, '  6a1'",
        "%(slug).3s%%%(rev)s, add%a1"
    })
    void templatesAreFilledIn(String template, String name) {
        assertThat(String.join("/", FileTemplate.parse(template).render("a1", "add_it", CREATED)))
                .isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "%(slug)s, does not contain %(rev)s",
        "'', does not contain %(rev)s",
        "%%(rev)s, does not contain %(rev)s",
        "%(rev)s_%(message)s, is not a token",
        "%(rev)s_%(Slug)s, is not a token",
        "%(rev)d, a text as a number",
        "%(rev)s_%(year), does not begin a token",
        "%(rev)s_%(year)x, does not begin a token",
        "%rev %(rev)s, does not begin a token",
        "100% %(rev)s, does not begin a token",
        "../%(rev)s, is not a path",
        "/%(rev)s, is not a path",
        "a//%(rev)s, is not a path",
        ".%(rev)s, is not a path",
        "%(rev)s/, is not a path",
        "a\\%(rev)s, is not a path"
    })
    void malformedTemplatesAreRefused(String template, String problem) {
        assertThatThrownBy(() -> FileTemplate.parse(template))
                .isInstanceOfSatisfying(ConfigurationException.class, e -> {
                    assertThat(e.key()).isEqualTo("file_template");
                    assertThat(e.problem()).contains(problem);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "UTC, Z",
        "utc, Z",
        "europe/berlin, +02:00",
        "EUROPE/BERLIN, +02:00",
        "EST5EDT, -04:00",
        "est5edt, -04:00",
        "+05:30, +05:30",
        "' Asia/Tokyo ', +09:00"
    })
    void zonesMayBeSpelledInAnyCase(String timezone, ZoneOffset offset) {
        ZonedDateTime created = CreateDate.of(ScriptFolder.NOON, timezone);

        assertThat(created.getOffset()).isEqualTo(offset);
        assertThat(created.toInstant()).isEqualTo(Instant.parse("2025-06-06T15:15:09Z"));
    }

    @Test
    void withoutZoneTheLocalOneHolds() {
        assertThat(CreateDate.of(ScriptFolder.NOON, null).getZone()).isEqualTo(ZoneId.systemDefault());
        assertThat(CreateDate.of(ScriptFolder.NOON, "  ").getZone()).isEqualTo(ZoneId.systemDefault());
    }

    @Test
    void unknownZonesAreRefused() {
        assertThatThrownBy(() -> CreateDate.of(ScriptFolder.NOON, "Europe/Berlim"))
                .isInstanceOfSatisfying(ConfigurationException.class, e -> {
                    assertThat(e.key()).isEqualTo("timezone");
                    assertThat(e.hint()).contains("Did you mean 'Europe/Berlin'?");
                });
    }

    @Test
    void newIdsAreTwelveHexadecimalDigitsThatNobodyHas() {
        Iterator<UUID> random = List.of(
                        UUID.fromString("00000000-0000-4000-8000-aaaaaaaaaaaa"),
                        UUID.fromString("00000000-0000-4000-8000-aaaaaaaaaaaa"),
                        UUID.fromString("00000000-0000-4000-8000-0123456789ab"))
                .iterator();

        assertThat(RevisionIds.fresh(Map.of("aaaaaaaaaaaa", file("aaaaaaaaaaaa")), random::next))
                .isEqualTo("0123456789ab");
        assertThat(RevisionIds.fresh(Map.of())).matches("[0-9a-f]{12}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"001", "a", "v1.2_x", "größe", "1234567890123456789012345678901234567890123456789012345678901234"
            })
    void ordinaryIdsAreUsable(String id) {
        RevisionIds.requireUsable(id, Map.of("b", file("b")));
        assertThat(FileTemplate.parse("%(rev)s").render(id, "", CREATED)).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a/b",
                "a-b",
                "a+1",
                "a@head",
                "a:b",
                "a\nb",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void otherIdsAreRefused(String id) {
        assertThatThrownBy(() -> RevisionIds.requireUsable(id, Map.of())).isInstanceOf(UsageException.class);
    }

    @Test
    void idsThatAreTakenAreRefusedAndTheOtherFileIsNamed() {
        assertThatThrownBy(() -> RevisionIds.requireUsable("b", Map.of("b", file("b"))))
                .isInstanceOfSatisfying(
                        RevisionGraphException.class,
                        e -> assertThat(e.problem()).contains("b.sql"));
    }

    @ParameterizedTest
    @CsvSource({
        "20250606_a1_x, V20250606_a1_x",
        "a1_x, a1_x",
        "_x, V_x",
        "$x, V$x",
        "v1.2-x y, v1_2_x_y",
        "m², m_",
        "größe, größe",
        "class, Vclass",
        "'', V"
    })
    void javaNamesHoldWhatJavaAllows(String name, String identifier) {
        assertThat(JavaNames.identifier(name)).isEqualTo(identifier);
        assertThat(JavaNames.isIdentifier(identifier)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a b | a;b",
                "` a\tb ` | a;b",
                "--in=FILE \"a b\" | --in=FILE;a b",
                "'a b' c | a b;c",
                "'a\"b' | a\"b",
                "\"a'b\" | a'b",
                "\"a\\\"b\\\\c\\d\" | a\"b\\c\\d",
                "a\\ b | a b",
                "'a\\b' | a\\b",
                "a'b'\"c\" | abc",
                "'' x | ;x"
            })
    void optionsAreSplitAsAShellDoes(String options, String words) {
        assertThat(ShellWords.split(options)).isEqualTo(List.of(words.split(";", -1)));
    }

    @Test
    void quotesInOptionsMustBeClosed() {
        for (String options : List.of("'a", "\"a", "a'b\"", "\"a\\\"")) {
            assertThatThrownBy(() -> ShellWords.split(options))
                    .as(options)
                    .isInstanceOf(ConfigurationException.class)
                    .satisfies(e -> assertThat(((RetortException) e).hint()).isPresent());
        }
        assertThat(ShellWords.split("  ")).isEmpty();
    }

    private static RevisionFile file(String id) {
        return new RevisionFile(
                RevisionHeader.of(id, List.of(), List.of(), List.of()),
                new SqlFile(Path.of(id + ".sql"), id + ".sql", ScriptFolder.SYNTAXES));
    }
}
