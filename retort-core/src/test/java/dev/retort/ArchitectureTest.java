package dev.retort;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.retort.ImportedClasses.OF_CORE;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/retort");

    private static final Pattern NAME = Pattern.compile("\\{@code ([a-z0-9.]+)}");

    private static final Set<String> TOP = Set.of("", "command");

    @Test
    void whatIsExportedToAllIsTheApi() throws IOException {
        Path module = Path.of("target/classes/module-info.class");
        Set<String> exported = new TreeSet<>();
        try (InputStream bytes = Files.newInputStream(module)) {
            ModuleDescriptor.read(bytes).exports().stream()
                    .filter(export -> !export.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .forEach(exported::add);
        }

        assertThat(exported)
                .containsExactly(
                        "dev.retort",
                        "dev.retort.config",
                        "dev.retort.error",
                        "dev.retort.migration",
                        "dev.retort.operation",
                        "dev.retort.report",
                        "dev.retort.schema",
                        "dev.retort.spi");
    }

    @Test
    void packagesFormNoCycle() {
        ArchRule rule = slices().matching("dev.retort.(**)").should().beFreeOfCycles();
        rule.check(OF_CORE);
    }

    @Test
    void eachPackageUsesOnlyThePackagesBelowIt() {
        Map<String, Set<String>> allowed = new HashMap<>();
        Set<String> violations = new TreeSet<>();
        for (JavaClass origin : OF_CORE) {
            String from = shortName(origin);
            if (TOP.contains(from)) {
                continue;
            }
            Set<String> named = allowed.computeIfAbsent(from, ArchitectureTest::named);
            origin.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass())
                    .filter(target -> target.getPackageName().startsWith("dev.retort"))
                    .map(ArchitectureTest::shortName)
                    .filter(to -> !to.equals(from) && !named.contains(to))
                    .forEach(to -> violations.add(from + " uses " + to + " (" + origin.getSimpleName() + ")"));
        }
        assertThat(violations).isEmpty();
    }

    /** The packages that a package's description names behind the word "uses". A package without a description may not exist. */
    private static Set<String> named(String shortName) {
        Path description = SOURCES.resolve(shortName.replace('.', '/')).resolve("package-info.java");
        try {
            String text = Files.readString(description).replaceAll("\\s+[*]?\\s*", " ");
            int uses = text.toLowerCase(Locale.ROOT).lastIndexOf("uses ");
            assertThat(uses).as("where %s says what it uses", description).isPositive();
            return NAME.matcher(text.substring(uses))
                    .results()
                    .map(name -> name.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shortName(JavaClass type) {
        String name = type.getPackageName();
        return name.equals("dev.retort") ? "" : name.substring("dev.retort.".length());
    }
}
