package dev.retort.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.retort.Retort;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdviceTest {

    @Test
    void whatItNamesIsCalledAsAProgramCallsIt() {
        Advice advice = Advice.of(
                "{} or {}, with {} or {}, {}: {}",
                Action.RESUME_RETRY,
                Action.PURGE_AND_STAMP.of(List.of("ae10", "ae20")),
                Advice.setting("on_missed", "\"warn\""),
                Advice.setting("url"),
                Advice.option("version-path"),
                Advice.of("{} is text"));

        assertThat(advice)
                .hasToString("Retort.resume(Resolution.RETRY) or Retort.purgeAndStamp(\"ae10\", \"ae20\"),"
                        + " with on_missed = \"warn\" or 'url', versionPath: {} is text");
        assertThat(Action.ACCEPT.of(List.of("ae10")))
                .extracting(call -> Advice.of("{}", call).toString())
                .isEqualTo("Retort.accept(List.of(\"ae10\"), REASON)");
        assertThat(Advice.of("{}", Action.MERGE_HEADS)).hasToString("Retort.merge(REQUEST.heads(List.of(\"heads\")))");
    }

    @ParameterizedTest
    @EnumSource
    void anActionIsAMethodOfTheLibrary(Action action) {
        long parameters = Arrays.stream(action.parameters("").split(", "))
                .filter(text -> !text.isEmpty())
                .count();

        assertThat(Arrays.stream(Retort.class.getMethods())
                        .filter(method -> method.getName().equals(action.method())))
                .anyMatch(method -> takes(method, parameters));
    }

    private static boolean takes(Method method, long parameters) {
        return method.isVarArgs()
                ? parameters >= method.getParameterCount() - 1
                : parameters == method.getParameterCount();
    }

    @Test
    void anAdviceWithMoreOrFewerPartsThanPlacesIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Advice.of("{} and {}", Action.CURRENT));
        assertThatIllegalArgumentException().isThrownBy(() -> Advice.of("nothing", Action.CURRENT));
    }

    @Test
    void oneAdviceFollowsAnother() {
        Advice one = Advice.of("One.");

        assertThat(one.and(Advice.of("Two."))).hasToString("One. Two.");
        assertThat(one.and(Advice.NONE)).isSameAs(one);
        assertThat(Advice.NONE.and(one)).isSameAs(one);
        assertThat(Advice.NONE.isNone()).isTrue();
    }

    @Test
    void itIsShownWithoutPasswords() {
        UsageException failure =
                new UsageException("no", Advice.of("Say {} of sesame: {}.", Action.CURRENT, Advice.of("sesame")));
        failure.mask(text -> text.replace("sesame", "***"));

        assertThat(failure.advice()).hasToString("Say Retort.current() of ***: ***.");
        assertThat(failure.hint()).hasValue("Say Retort.current() of ***: ***.");
    }

    @Test
    void itGoesWithAnErrorThatIsSerialized() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(Advice.of("Say {} of {}.", Action.CURRENT, Action.ACCEPT.of(List.of("ae10"))));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject())
                    .hasToString("Say Retort.current() of Retort.accept(List.of(\"ae10\"), REASON).");
        }
    }
}
