package dev.retort;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.retort.ImportedClasses.OF_CORE;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    /** What each package may use beside itself; a package that is not listed may not exist. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("error", Set.of()),
            Map.entry("sql", Set.of()),
            Map.entry("secret", Set.of()),
            Map.entry("config", Set.of("error")),
            Map.entry("schema", Set.of("error")),
            Map.entry("revision", Set.of("error")),
            Map.entry("operation", Set.of("schema", "secret", "error")),
            Map.entry("migration", Set.of("operation", "schema", "error")),
            Map.entry("dialect", Set.of("operation", "schema", "sql", "secret", "error")),
            Map.entry("dialect.h2", Set.of("dialect", "operation", "schema", "sql", "error")),
            Map.entry("dialect.mariadb", Set.of("dialect", "operation", "schema", "sql", "error")),
            // A cousin builds on its parent.
            Map.entry("dialect.mysql", Set.of("dialect.mariadb", "dialect", "operation", "sql")),
            Map.entry("dialect.postgresql", Set.of("dialect", "operation", "schema", "sql", "error")),
            Map.entry("dialect.sqlite", Set.of("dialect", "operation", "schema", "sql", "error")),
            Map.entry("model", Set.of("dialect", "schema", "sql", "config", "error")),
            Map.entry("compare", Set.of("dialect", "operation", "schema", "error")),
            Map.entry("render", Set.of("operation", "schema", "revision", "error")),
            Map.entry("script.source", Set.of("revision", "secret", "error")),
            Map.entry("script.sql", Set.of("script.source", "revision", "sql", "error")),
            Map.entry("script.java", Set.of("script.source", "migration", "schema", "revision", "error")),
            Map.entry(
                    "script",
                    Set.of(
                            "script.sql",
                            "script.java",
                            "script.source",
                            "migration",
                            "operation",
                            "revision",
                            "config",
                            "sql",
                            "error")),
            Map.entry("plan", Set.of("revision", "error")),
            Map.entry("history", Set.of("plan", "dialect", "operation", "schema", "revision", "error")),
            Map.entry("report", Set.of("plan", "revision", "error")),
            Map.entry(
                    "runtime",
                    Set.of(
                            "plan",
                            "script",
                            "history",
                            "compare",
                            "dialect",
                            "migration",
                            "operation",
                            "schema",
                            "secret",
                            "sql",
                            "revision",
                            "config",
                            "error")));

    private static final Set<String> TOP = Set.of("", "command");

    @Test
    void packagesFormNoCycle() {
        ArchRule rule = slices().matching("dev.retort.(**)").should().beFreeOfCycles();
        rule.check(OF_CORE);
    }

    @Test
    void eachPackageUsesOnlyThePackagesBelowIt() {
        Set<String> violations = new TreeSet<>();
        for (JavaClass origin : OF_CORE) {
            String from = shortName(origin);
            if (TOP.contains(from)) {
                continue;
            }
            Set<String> allowed = ALLOWED.get(from);
            if (allowed == null) {
                violations.add("package " + from + " is not in the list of packages");
                continue;
            }
            origin.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass())
                    .filter(target -> target.getPackageName().startsWith("dev.retort"))
                    .map(ArchitectureTest::shortName)
                    .filter(to -> !to.equals(from) && !allowed.contains(to))
                    .forEach(to -> violations.add(from + " uses " + to + " (" + origin.getSimpleName() + ")"));
        }
        assertThat(violations).isEmpty();
    }

    private static String shortName(JavaClass type) {
        String name = type.getPackageName();
        return name.equals("dev.retort") ? "" : name.substring("dev.retort.".length());
    }
}
