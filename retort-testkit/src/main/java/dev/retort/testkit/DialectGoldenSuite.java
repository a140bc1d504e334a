package dev.retort.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.SqlTypes;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.schema.ArrayType;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.SqlType;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tests of what a dialect compiles each case to, which need no database. {@code -Dretort.golden=write} writes the golden file anew,
 * which contains that; review it before you commit it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DialectGoldenSuite {

    private static final String GOLDEN = "retort.golden";

    private final Dialects dialects = Dialects.loadedFrom(getClass().getClassLoader());
    private @Nullable Dialect newest;
    private @Nullable GoldenFile goldenFile;

    protected DialectGoldenSuite() {}

    /** The name of the dialect, as in settings. */
    protected abstract String dialect();

    /** What the database cannot do in a version. The default is that it can do everything. */
    protected Capabilities capabilities(DatabaseVersion version) {
        return Capabilities.ALL;
    }

    /** Names of things that differ between databases. */
    protected DialectNames names() {
        return DialectNames.USUAL;
    }

    /** Cases for this database only. The default is none. */
    protected List<OperationCase> ownCases() {
        return List.of();
    }

    /** What the reverse of a case does not restore, as a clause, by the name of the case. The default is none. */
    protected Map<String, String> notRestored() {
        return Map.of();
    }

    /** The golden file. */
    protected Path golden() {
        return Path.of("src/test/resources/dialects", dialect() + ".sql");
    }

    /** All cases. */
    protected final Stream<OperationCase> cases() {
        return Stream.concat(OperationCases.in(names()).stream(), ownCases().stream());
    }

    /** The cases of which the database refuses nothing. */
    final Stream<OperationCase> possible() {
        Capabilities can = capabilities(DatabaseVersion.NEWEST);
        return cases().filter(test -> test.needs().stream().noneMatch(can::refuses));
    }

    private Dialect newest() {
        newest = newest == null ? dialects.named(dialect()) : newest;
        return newest;
    }

    private GoldenFile goldenFile() {
        goldenFile = goldenFile == null ? GoldenFile.read(golden()) : goldenFile;
        return goldenFile;
    }

    private static boolean isWriting() {
        return "write".equals(System.getProperty(GOLDEN));
    }

    private String header() {
        return "-- What Retort's newest " + newest().displayName()
                + " dialect makes of each case, without a connection.\n"
                + "-- Written with -Dretort.golden=write, and reviewed.";
    }

    // compiled statements

    @BeforeAll
    public final void writeGoldenFile() {
        if (isWriting()) {
            Map<String, String> sections = new LinkedHashMap<>();
            cases().forEach(test -> sections.put(test.name(), new RenderedCase(newest(), test).text()));
            goldenFile().write(header(), sections);
            goldenFile = null;
        }
    }

    @Test
    public void theGoldenFileHasEveryCaseAndNoOther() {
        assertThat(isWriting())
                .as("%s is being written; review what has changed, and run without -D%s", golden(), GOLDEN)
                .isFalse();
        assertThat(goldenFile().header()).isEqualTo(header());
        assertThat(goldenFile().names())
                .isEqualTo(cases().map(OperationCase::name).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    public void anOperationIsSpelledAsReviewed(OperationCase test) {
        assertThat(new RenderedCase(newest(), test).text())
                .isEqualTo(goldenFile().section(test.name()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    public void anOperationIsRefusedWhenTheDatabaseLacksWhatItNeeds(OperationCase test) {
        Capabilities can = capabilities(DatabaseVersion.NEWEST);
        List<Capability> lacking =
                test.needs().stream().filter(can::refusesOffline).toList();
        Optional<UnsupportedByDialectException> refusal = new RenderedCase(newest(), test).refusal();
        if (lacking.isEmpty()) {
            assertThat(refusal).isEmpty();
        } else {
            CaseRun.assertThatItNames(lacking, refusal, can);
        }
    }

    @Test
    public void whatIsNotRestoredIsSaidOfCases() {
        assertThat(cases().map(OperationCase::name)).containsAll(notRestored().keySet());
    }

    @Test
    public void noWordOfATypeIsLostWhenItIsWrittenAndRead() {
        SqlTypes types = newest().types();
        assertThat(possible().flatMap(DialectGoldenSuite::types).distinct()).allSatisfy(type -> {
            SqlType canonical = types.canonical(type);
            assertThat(types.canonical(canonical)).isEqualTo(canonical);
            assertThat(types.canonical(types.parse(types.render(canonical)))).isEqualTo(canonical);
        });
    }

    private static Stream<SqlType> types(OperationCase test) {
        return test.after().tables().stream()
                .flatMap(table -> table.columns().stream())
                .map(Column::type)
                .filter(type -> !isNamed(type));
    }

    /** A name does not contain the labels of an enum type. */
    private static boolean isNamed(SqlType type) {
        return type instanceof ArrayType array
                ? isNamed(array.element())
                : type instanceof EnumType list && list.name() != null;
    }

    final Dialects dialects() {
        return dialects;
    }
}
