package dev.retort;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static dev.retort.ImportedClasses.OF_CORE;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.retort.error.RetortException;
import dev.retort.migration.Operations;
import dev.retort.operation.DataStep;
import dev.retort.operation.DigestedRows;
import dev.retort.operation.FileDigest;
import dev.retort.operation.Operation;
import dev.retort.operation.RowFile;
import dev.retort.operation.RowReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules of this house that a machine can check. */
class HouseRulesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final int LONGEST_FILE = 500;

    /** Operations whose word in a script is not their own name. */
    private static final Map<String, String> WORDS = Map.of(
            "ExecuteSql", "execute",
            "RunJava", "run",
            "CustomOperation", "invoke",
            "InsertRows", "bulkInsert",
            "TableBatch", "batch",
            "ConditionalOperations", "ifMissing",
            "CreateObject", "createView",
            "ReplaceObject", "replaceView",
            "DropObject", "dropView",
            "RenameObject", "renameView");

    @Test
    void nobodyPrints() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
                .because("a library's host decides what is shown")
                .check(OF_CORE);
    }

    @Test
    void nobodyLogsButThroughTheLoggerOfThePlatform() {
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING
                .because("System.Logger goes wherever the host's logging goes")
                .check(OF_CORE);
    }

    @Test
    void whatDescribesSchemasAndHistoriesDoesNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.retort.schema",
                        "dev.retort.sql",
                        "dev.retort.revision",
                        "dev.retort.operation",
                        "dev.retort.plan")
                .and()
                .doNotBelongToAnyOf(
                        DataStep.class, RowFile.class, RowReader.class, DigestedRows.class, FileDigest.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql", "java.io", "java.nio.file")
                .because("they are values")
                .check(OF_CORE);
    }

    @Test
    void onlyWhatTalksToADatabaseSeesAConnection() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.retort.dialect..",
                        "dev.retort.history",
                        "dev.retort.runtime",
                        "dev.retort.command",
                        "dev.retort.spi")
                .and()
                .doNotBelongToAnyOf(DataStep.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Connection.class)
                .check(OF_CORE);
    }

    @Test
    void whatMayBeMissingIsOptionalOnlyAsAnAnswer() {
        List<String> taken = OF_CORE.stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(code -> !code.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(code ->
                        code.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Optional.class)))
                .map(JavaCodeUnit::getFullName)
                .toList();

        assertThat(taken).isEmpty();
        fields().should().notHaveRawType(Optional.class).check(OF_CORE);
    }

    @Test
    void noStaticFieldChanges() {
        fields().that().areStatic().should().beFinal().check(OF_CORE);
    }

    @Test
    void theExceptionsThatUsersSeeAreOfOnePackageAndOneRoot() {
        classes()
                .that()
                .areAssignableTo(Throwable.class)
                .and()
                .arePublic()
                .should()
                .resideInAPackage("dev.retort.error")
                .andShould()
                .beAssignableTo(RetortException.class)
                .check(OF_CORE);
    }

    @Test
    void everyNameSaysSomething() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Data|Info)")
                .check(OF_CORE);
    }

    /** The dialects, by the names of their packages. */
    static List<String> dialects() {
        try (Stream<Path> packages = Files.list(ROOT.resolve("retort-core/src/main/java/dev/retort/dialect"))) {
            return packages.filter(Files::isDirectory)
                    .map(each -> each.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void productsAreNamedInTheirDialectsAlone() throws IOException {
        String names = dialects().stream()
                .map(name -> name.length() > 3 ? name : "\\b" + name + "\\b")
                .collect(Collectors.joining("|"));
        Pattern product = Pattern.compile("(?i)postgres|sql.?server|oracle|" + names);
        assertThat(lines(
                        sources("retort-core/src/main/java"),
                        line -> product.matcher(line).find() && !isComment(line)))
                .filteredOn(line -> !line.startsWith("retort-core/src/main/java/dev/retort/dialect/"))
                // A text may hold the password of any product's connection.
                .filteredOn(line -> !line.startsWith("retort-core/src/main/java/dev/retort/secret/"))
                .filteredOn(line -> !line.startsWith("retort-core/src/main/java/module-info.java"))
                .as("a new database is a change in one place")
                .filteredOn(line -> !line.contains("such as postgresql://user:password@host/db"))
                .isEmpty();
    }

    @Test
    void nobodyAsksWhichDialectItIs() throws IOException {
        Pattern question =
                Pattern.compile("instanceof \\w+Dialect\\b|[dD]ialect(\\(\\))?\\.name\\(\\)(\\.value\\(\\))?\\.equals");
        assertThat(lines(
                        sources("retort-core/src/main/java"),
                        line -> question.matcher(line).find()))
                .as("a dialect answers questions instead")
                .isEmpty();
    }

    @Test
    void everyModuleStandsInTheMap() throws IOException {
        String map = Files.readString(ROOT.resolve("CONTRIBUTING.md"));
        assertThat(Pattern.compile("<module>([^</]+)")
                        .matcher(Files.readString(ROOT.resolve("pom.xml")))
                        .results()
                        .map(module -> "| `" + module.group(1) + "` |"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(map).contains(row));
    }

    @Test
    void noFileIsTooLongToBeReadAtOnce() throws IOException {
        List<String> longest = new ArrayList<>();
        for (Path source : sources("")) {
            int length = Files.readAllLines(source).size();
            if (length > LONGEST_FILE) {
                longest.add(ROOT.relativize(source) + ": " + length);
            }
        }
        assertThat(longest).isEmpty();
    }

    @Test
    void everyTestRunsAndNoneSleepsOrPretends() throws IOException {
        Pattern excuse = Pattern.compile("@Disabled|Thread\\.sleep|TimeUnit\\.\\w+\\.sleep|org\\.mockito");
        assertThat(lines(sources(""), line -> excuse.matcher(line).find()))
                .filteredOn(line -> line.contains("/src/test/"))
                .filteredOn(line -> !line.contains("Pattern.compile"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationHasAWordInScriptsAndAPlaceInTheManual(Class<?> operation) throws IOException {
        String name = operation.getSimpleName();
        String word = WORDS.getOrDefault(name, name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));

        assertThat(Arrays.stream(Operations.class.getMethods()).map(Method::getName))
                .contains(word);
        assertThat(Files.readString(ROOT.resolve("docs/revisions.md"))).containsPattern("`(op\\.)?" + word + "\\b");
    }

    static Stream<Class<?>> operations() {
        return Arrays.stream(Operation.class.getPermittedSubclasses())
                .flatMap(kind -> kind.isSealed() ? Arrays.stream(kind.getPermittedSubclasses()) : Stream.of(kind));
    }

    private static boolean isComment(String line) {
        return line.startsWith("*") || line.startsWith("/*") || line.startsWith("//");
    }

    /** The lines that match without the white space around them, each with its file before it. */
    private static List<String> lines(List<Path> sources, Predicate<String> wanted) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path source : sources) {
            for (String line : Files.readAllLines(source)) {
                if (wanted.test(line.strip())) {
                    found.add(ROOT.relativize(source) + ": " + line.strip());
                }
            }
        }
        return found;
    }

    /** The Java sources below a directory of the repository. */
    static List<Path> sources(String below) throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path module : modules.filter(
                            path -> path.getFileName().toString().startsWith("retort-"))
                    .toList()) {
                try (Stream<Path> files = Files.walk(module.resolve("src"))) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                }
            }
        }
        assertThat(sources).as("sources in " + ROOT).isNotEmpty();
        return sources.stream()
                .filter(source -> source.startsWith(ROOT.resolve(below)))
                .toList();
    }
}
