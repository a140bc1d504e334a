package dev.retort.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MissingClassTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new NoClassDefFoundError("com/acme/Money"), "com.acme.Money"),
                Arguments.of(new NoClassDefFoundError("Lcom/acme/Money;"), "com.acme.Money"),
                Arguments.of(new ClassNotFoundException("com.acme.Money"), "com.acme.Money"),
                Arguments.of(
                        new ClassNotFoundException("Could not load requested class : com.acme.Money$Unit"),
                        "com.acme.Money$Unit"),
                Arguments.of(new TypeNotPresentException("com.acme.Money", null), "com.acme.Money"),
                Arguments.of(new NoClassDefFoundError("Could not initialize class com.acme.Money"), null),
                Arguments.of(new NoClassDefFoundError(null), null),
                Arguments.of(new IllegalStateException("com.acme.Money"), null),
                Arguments.of(
                        new IllegalStateException(new NoClassDefFoundError("com/acme/Order")
                                .initCause(new ClassNotFoundException("com.acme.Money"))),
                        "com.acme.Money"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void theClassThatWasMissingFirstIsFound(Throwable failure, String name) {
        assertThat(MissingClass.behind(failure).map(MissingClass::name)).isEqualTo(Optional.ofNullable(name));
    }

    @ParameterizedTest
    @CsvSource({
        "jakarta.persistence.Entity, jakarta.persistence:jakarta.persistence-api",
        "org.hibernate.annotations.Type, org.hibernate.orm:hibernate-core",
        "org.hibernate.envers.Audited, org.hibernate.orm:hibernate-envers",
        "org.springframework.data.annotation.Id, org.springframework.data:spring-data-commons",
        "jakarta.persistence., jakarta.persistence:jakarta.persistence-api",
        "org.slf4j.Logger, org.slf4j:slf4j-api",
        "com.acme.Money, the library that has it"
    })
    void theLibraryThatMostLikelyHasItIsNamed(String name, String library) {
        assertThat(new MissingClass(name).remedy()).contains(library);
    }
}
