package dev.retort.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.error.ConfigurationException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsTest {

    private final Settings settings = Settings.empty(Path.of(""));

    @Test
    void aTextBecomesAValueOfItsKeysType() {
        assertThat(settings.withText(ConfigKey.VERSION_TABLE, "versions").text(ConfigKey.VERSION_TABLE))
                .contains("versions");
        assertThat(settings.withText(ConfigKey.COMPARE_TYPE, "false").flag(ConfigKey.COMPARE_TYPE))
                .isFalse();
        assertThat(settings.withText(ConfigKey.LOCK_TIMEOUT, "5").number(ConfigKey.LOCK_TIMEOUT))
                .isEqualTo(5);
        assertThat(settings.withText(ConfigKey.CLASSPATH, "a.jar,b.jar").list(ConfigKey.CLASSPATH))
                .containsExactly("a.jar", "b.jar");
        assertThat(settings.withText(ConfigKey.CLASSPATH, "").list(ConfigKey.CLASSPATH))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            LOCK_TIMEOUT     ; many  ; 'many' is no number for 'lock_timeout'.
            LOCK_TIMEOUT     ; -5    ; The value of 'lock_timeout' must be a whole number, zero or more.
            COMPARE_TYPE     ; maybe ; 'maybe' cannot be the value of 'compare_type'.
            ON_CHANGED       ; never ; 'never' is not a value of 'on_changed'.
            HIBERNATE        ; x     ; 'x' cannot be the value of 'hibernate'.
            NAMING_CONVENTION; x     ; 'x' cannot be the value of 'naming_convention'.
            POST_WRITE_HOOKS ; x     ; 'x' cannot be the value of 'post_write_hooks'.
            """, quoteCharacter = '"')
    void aTextThatIsNoneOfItsKeysTypeIsRefused(ConfigKey key, String text, String problem) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> settings.withText(key, text))
                .satisfies(error -> {
                    assertThat(error.key()).isEqualTo(key.key());
                    assertThat(error.problem()).isEqualTo(problem);
                    assertThat(error.hint()).isPresent();
                });
    }

    @ParameterizedTest
    @EnumSource(
            value = ConfigKey.class,
            names = {"CLASSPATH", "POST_WRITE_HOOKS"})
    void theElementsOfAListAreOfItsKeysType(ConfigKey key) {
        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> settings.with(key, List.of(1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            xx ; x            ; There are no names for 'xx', but for ix, uq, ck, fk, pk, ex.
            uq ; %(column_0)s ; 'column_0' is not a token
            """, quoteCharacter = '"')
    void aNamingConventionThatCannotBeUsedIsRefused(String kind, String template, String problem) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> settings.with(ConfigKey.NAMING_CONVENTION, Map.of(kind, template)))
                .satisfies(error -> {
                    assertThat(error.key()).isEqualTo("naming_convention");
                    assertThat(error.problem()).contains(problem);
                });
    }
}
