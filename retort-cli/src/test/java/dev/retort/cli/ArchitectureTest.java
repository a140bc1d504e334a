package dev.retort.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.retort.migration.Direction;
import dev.retort.migration.RevisionHeader;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    /** The packages of core that are a front-end's: the facade, the settings, the errors, the reports, what is handed to Retort. */
    private static final Set<String> PACKAGES =
            Set.of("dev.retort", "dev.retort.config", "dev.retort.error", "dev.retort.report", "dev.retort.spi");

    /** What the facade takes and returns besides. */
    private static final Set<Class<?>> VALUES_OF_THE_FACADE = Set.of(Direction.class, RevisionHeader.class);

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.retort.cli");

    @Test
    void theCommandLineUsesTheFacadeAndWhatItTakesAndReturns() {
        Set<String> others = new TreeSet<>();
        for (JavaClass origin : CLASSES) {
            origin.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith("dev.retort"))
                    .filter(target -> !target.getPackageName().startsWith("dev.retort.cli"))
                    .filter(target -> !target.getPackageName().startsWith("dev.retort.frontend"))
                    .filter(target -> !PACKAGES.contains(target.getPackageName()))
                    .filter(target -> VALUES_OF_THE_FACADE.stream().noneMatch(target::isEquivalentTo))
                    .forEach(target -> others.add(origin.getSimpleName() + " uses " + target.getName()));
        }
        assertThat(others).isEmpty();
    }

    @Test
    void theCommandsAreDescribedWithoutAnnotations() {
        noClasses()
                .should()
                .dependOnClassesThat(describe(
                        "are annotations of picocli",
                        target ->
                                target.isAnnotation() && target.getPackageName().startsWith("picocli")))
                .because("every start would read them by reflection")
                .check(CLASSES);
    }

    @Test
    void onlyTheTerminalKnowsTheStreamsOfTheProcess() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
        noClasses()
                .that()
                .doNotBelongToAnyOf(Terminal.class)
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(java.io.FileDescriptor.class)
                .check(CLASSES);
    }

    @Test
    void onlyTheMainClassEndsTheProcess() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Main.class, Interruption.class)
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(CLASSES);
    }
}
