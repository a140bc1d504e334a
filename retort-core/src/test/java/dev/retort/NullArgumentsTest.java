package dev.retort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.dialect.DatabaseAddress;
import dev.retort.report.Resolution;
import dev.retort.report.RevisionRequest;
import dev.retort.spi.StopSignal;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever gives null to the library is told what was null, at once. */
class NullArgumentsTest {

    private static final Map<Class<?>, Object> VALUES = Map.of(
            String.class,
            "x",
            Object.class,
            "x",
            Path.class,
            Path.of(""),
            ConfigKey.class,
            ConfigKey.URL,
            Settings.class,
            Settings.empty(Path.of("")),
            Resolution.class,
            Resolution.ASK,
            StopSignal.class,
            new StopSignal(),
            RevisionRequest.class,
            RevisionRequest.of("x"),
            ClassLoader.class,
            NullArgumentsTest.class.getClassLoader(),
            String[].class,
            new String[] {"x"});

    @ParameterizedTest
    @MethodSource("calls")
    void anArgumentThatIsNullIsNamed(Executable called, Object[] arguments) throws Exception {
        Throwable failure = catchThrowable(() -> call(called, arguments));

        assertThat(failure).isInstanceOf(NullPointerException.class);
        assertThat(failure.getMessage()).matches("[a-zA-Z]+(\\[0])?");
        assertThat(failure.getStackTrace()[0].getMethodName()).isEqualTo("requireNonNull");
    }

    /** Each public method with each of its arguments being null, and each list and array with an element that is. */
    static Stream<Arguments> calls() {
        List<Arguments> calls = new ArrayList<>();
        for (Executable called : called()) {
            Class<?>[] types = called.getParameterTypes();
            for (int i = 0; i < types.length; i++) {
                if (types[i].isPrimitive() || isNullable(called.getAnnotatedParameterTypes()[i])) {
                    continue;
                }
                calls.add(Arguments.of(called, with(types, i, null)));
                if (types[i] == String[].class) {
                    calls.add(Arguments.of(called, with(types, i, new String[] {null})));
                } else if (types[i] == List.class) {
                    calls.add(Arguments.of(called, with(types, i, Collections.singletonList(null))));
                }
            }
        }
        return calls.stream();
    }

    private static List<Executable> called() {
        List<Executable> called = new ArrayList<>();
        for (Class<?> facade : List.of(Retort.class, RetortConfiguration.class)) {
            Arrays.stream(facade.getDeclaredMethods())
                    .filter(method -> Modifier.isPublic(method.getModifiers()))
                    .forEach(called::add);
        }
        called.addAll(List.of(RevisionRequest.class.getConstructors()));
        called.addAll(List.of(DatabaseAddress.class.getConstructors()));
        Arrays.stream(Settings.class.getDeclaredMethods())
                .filter(method -> List.of("empty", "with").contains(method.getName()))
                .forEach(called::add);
        return called;
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Object[] with(Class<?>[] types, int position, @Nullable Object value) {
        Object[] arguments = Arrays.stream(types).map(NullArgumentsTest::value).toArray();
        arguments[position] = value;
        return arguments;
    }

    private static Object value(Class<?> type) {
        if (type.isPrimitive()) {
            return false;
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == Map.class) {
            return Map.of();
        }
        Object known = VALUES.get(type);
        return known != null
                ? known
                : Proxy.newProxyInstance(
                        type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> null);
    }

    private static void call(Executable called, Object[] arguments) throws Throwable {
        try {
            if (called instanceof Constructor<?> constructor) {
                constructor.newInstance(arguments);
            } else if (called instanceof Method method) {
                method.invoke(receiver(method), arguments);
            }
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object receiver(Method method) {
        if (method.getDeclaringClass() == Settings.class) {
            return Settings.empty(Path.of(""));
        }
        RetortConfiguration configuration = Retort.configure();
        return method.getDeclaringClass() == Retort.class ? configuration.load() : configuration;
    }
}
