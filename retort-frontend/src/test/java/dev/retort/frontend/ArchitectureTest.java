package dev.retort.frontend;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.retort.migration.Direction;
import dev.retort.migration.RevisionHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String MODULE = "dev.retort.frontend";

    /** What each package may use of this module beside itself; a package that is not listed may not exist. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry(MODULE, Set.of()),
            Map.entry(MODULE + ".config", Set.of()),
            Map.entry(MODULE + ".template", Set.of(MODULE + ".config")),
            Map.entry(MODULE + ".text", Set.of(MODULE, MODULE + ".template")),
            Map.entry(MODULE + ".json", Set.of(MODULE)));

    /** The packages of core that are a front-end's: the settings, the errors, the reports, what is handed to Retort. */
    private static final Set<String> OF_CORE =
            Set.of("dev.retort.config", "dev.retort.error", "dev.retort.report", "dev.retort.spi");

    /** What the facade takes and returns besides. */
    private static final Set<Class<?>> VALUES_OF_THE_FACADE = Set.of(Direction.class, RevisionHeader.class);

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(MODULE);

    @Test
    void packagesFormNoCycle() {
        slices().matching(MODULE + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void eachPackageUsesOnlyThePackagesBelowItAndWhatTheFacadeTakesAndReturns() {
        Set<String> violations = new TreeSet<>();
        for (JavaClass origin : CLASSES) {
            Set<String> allowed = ALLOWED.getOrDefault(origin.getPackageName(), Set.of());
            origin.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith("dev.retort"))
                    .filter(target -> !target.getPackageName().equals(origin.getPackageName()))
                    .filter(target -> !allowed.contains(target.getPackageName()))
                    .filter(target -> !OF_CORE.contains(target.getPackageName()))
                    .filter(target -> VALUES_OF_THE_FACADE.stream().noneMatch(target::isEquivalentTo))
                    .forEach(target -> violations.add(origin.getName() + " uses " + target.getName()));
        }
        assertThat(violations).isEmpty();
        assertThat(CLASSES).extracting(JavaClass::getPackageName).hasSameElementsAs(ALLOWED.keySet());
    }

    @Test
    void nothingKnowsACommandLine() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.retort.cli..", "picocli..")
                .because("plugins and applications use it too")
                .check(CLASSES);
    }

    @Test
    void theClassPathHasNoLibraryOfACommandLine() {
        assertThat(System.getProperty("java.class.path")).contains("tomlj").doesNotContain("picocli");
    }

    @Test
    void nothingPrintsAndNothingEndsTheProcess() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
                .because("a front-end decides where results go")
                .check(CLASSES);
        noClasses()
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(CLASSES);
    }

    /** Another front-end has no commands and no options with dashes: it calls them in its own words. */
    @Test
    void noTextNamesACommandOrAnOption() throws IOException {
        Pattern ofTheCommandLine = Pattern.compile("\"[^\"\n]*('retort |--[a-z])[^\"\n]*\"");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<Path> files = sources.filter(Files::isRegularFile).toList();
            assertThat(files)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(ofTheCommandLine
                                    .matcher(Files.readString(file))
                                    .results()
                                    .map(MatchResult::group))
                            .as(file.toString())
                            .isEmpty());
        }
    }
}
