package dev.retort.tests.server;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The databases that {@link ForDatabases} asks for, of the enum that the test takes. */
final class DatabasesByCapability extends AnnotationBasedArgumentsProvider<ForDatabases> {

    @Override
    protected Stream<? extends Arguments> provideArguments(
            ParameterDeclarations parameters, ExtensionContext context, ForDatabases wanted) {
        Class<?> kind = parameters.getFirst().orElseThrow().getParameterType();
        return Stream.of(kind.getEnumConstants())
                .map(UnderTest.class::cast)
                .filter(UnderTest::isAvailable)
                .filter(database -> wanted.variants() || !database.isVariant())
                .filter(database -> database.capabilities().has(List.of(wanted.has())))
                .filter(database -> Stream.of(wanted.lacks()).noneMatch(database.capabilities()::has))
                .map(Arguments::of);
    }
}
