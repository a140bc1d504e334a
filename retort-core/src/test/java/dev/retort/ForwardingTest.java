package dev.retort;

import static dev.retort.ImportedClasses.OF_CORE;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever stands before another one of its kind passes on all that it is asked. */
class ForwardingTest {

    /** A class that has another one of an interface that it implements itself. */
    record Decorator(Class<?> type, Class<?> of) {

        /** The methods that nobody has thought of, those with a standard answer among them. */
        Stream<String> forgotten() {
            return Stream.of(of.getMethods())
                    .filter(method -> !Modifier.isStatic(method.getModifiers()))
                    .filter(this::isLeftToTheInterface)
                    .map(Method::getName);
        }

        private boolean isLeftToTheInterface(Method method) {
            try {
                return type.getMethod(method.getName(), method.getParameterTypes())
                        .getDeclaringClass()
                        .isInterface();
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static List<Decorator> decorators() {
        return OF_CORE.stream().flatMap(ForwardingTest::decorators).toList();
    }

    /** Sealed interfaces are of values, which hold others and stand before none; those of Java may not grow. */
    private static Stream<Decorator> decorators(JavaClass type) {
        return type.getAllRawInterfaces().stream()
                .filter(of -> of.getPackageName().startsWith("dev.retort"))
                .filter(of -> type.getFields().stream()
                        .anyMatch(field -> field.getRawType().equals(of)
                                && !field.getModifiers().contains(JavaModifier.STATIC)))
                .map(JavaClass::reflect)
                .filter(of -> !of.isSealed())
                .map(of -> new Decorator(type.reflect(), of));
    }

    /** There need not be one. */
    @Test
    void everyMethodIsPassedOn() {
        assertThat(decorators())
                .allSatisfy(decorator -> assertThat(decorator.forgotten()).isEmpty());
    }

    /** Remembers one method, and none of those with a standard answer. */
    private record HalfPair(MigrationListener other) implements MigrationListener {

        @Override
        public void statementStarted(MigrationStep step, String sql) {
            other.statementStarted(step, sql);
        }
    }

    @Test
    void whatWasForgottenIsFound() {
        JavaClass halfPair = new ClassFileImporter().importClass(HalfPair.class);

        assertThat(decorators(halfPair)).extracting(Decorator::of).containsExactly(MigrationListener.class);
        assertThat(new Decorator(HalfPair.class, MigrationListener.class).forgotten())
                .contains("statementFinished")
                .doesNotContain("statementStarted");
    }
}
