package dev.retort.tests.server;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The rows of {@link DatabaseRows} that this machine can run. */
final class RowsByDatabase extends AnnotationBasedArgumentsProvider<DatabaseRows> {

    private static final String COLUMNS = "\\s*\\|\\s*";

    @Override
    protected Stream<? extends Arguments> provideArguments(
            ParameterDeclarations parameters, ExtensionContext context, DatabaseRows wanted) {
        List<UnderTest> available = Stream.of(
                        parameters.getFirst().orElseThrow().getParameterType().getEnumConstants())
                .map(UnderTest.class::cast)
                .filter(UnderTest::isAvailable)
                .toList();
        return Stream.of(wanted.value())
                .map(row -> row.strip().split(COLUMNS, -1))
                .flatMap(columns -> available.stream()
                        .filter(database -> List.of(columns[0].split("\\+", -1)).contains(database.toString()))
                        .map(database -> Stream.concat(
                                        Stream.of(database), Stream.of(columns).skip(1))
                                .toArray())
                        .map(Arguments::of));
    }
}
