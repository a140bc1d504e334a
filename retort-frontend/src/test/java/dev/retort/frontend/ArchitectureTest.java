package dev.retort.frontend;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String MODULE = "dev.retort.frontend";

    private static final Path SOURCES = Path.of("src/main/java");

    private static final Pattern USES = Pattern.compile("Uses\\s(.*)\\*/", Pattern.DOTALL);

    private static final Pattern PACKAGE = Pattern.compile("dev\\.retort[a-z.]*");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(MODULE);

    @Test
    void packagesFormNoCycle() {
        slices().matching(MODULE + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void eachPackageUsesOnlyWhatItsDescriptionNames() {
        Map<String, Set<String>> allowed = new HashMap<>();
        Set<String> violations = new TreeSet<>();
        for (JavaClass origin : CLASSES) {
            Set<String> named = allowed.computeIfAbsent(origin.getPackageName(), ArchitectureTest::named);
            origin.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith("dev.retort"))
                    .filter(target -> !target.getPackageName().equals(origin.getPackageName()))
                    .filter(target -> !named.contains(target.getPackageName()))
                    .forEach(target -> violations.add(origin.getName() + " uses " + target.getName()));
        }
        assertThat(violations).isEmpty();
    }

    /** A package without a description may not exist. */
    private static Set<String> named(String packageName) {
        Path description = SOURCES.resolve(packageName.replace('.', '/')).resolve("package-info.java");
        try {
            Matcher uses = USES.matcher(Files.readString(description));
            assertThat(uses.find())
                    .as("%s says what the package uses", description)
                    .isTrue();
            return PACKAGE.matcher(uses.group(1))
                    .results()
                    .map(MatchResult::group)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nobodyOutsideOfRetortSeesThePackages() throws IOException {
        try (InputStream bytes = Files.newInputStream(Path.of("target/classes/module-info.class"))) {
            assertThat(ModuleDescriptor.read(bytes).exports())
                    .isNotEmpty()
                    .allSatisfy(export -> assertThat(export.targets())
                            .isNotEmpty()
                            .allMatch(target -> target.startsWith("dev.retort.")));
        }
    }

    @Test
    void whatMayBeMissingIsOptionalOnlyAsAnAnswer() {
        List<String> taken = CLASSES.stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(code -> !code.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(code ->
                        code.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Optional.class)))
                .map(JavaCodeUnit::getFullName)
                .toList();

        assertThat(taken).isEmpty();
        fields().should().notHaveRawType(Optional.class).check(CLASSES);
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
        try (Stream<Path> sources = Files.walk(SOURCES)) {
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
