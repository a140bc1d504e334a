package dev.retort.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.migration.Operations;
import dev.retort.testkit.DialectNames;
import dev.retort.testkit.GoldenFile;
import dev.retort.testkit.OperationCase;
import dev.retort.testkit.OperationCases;
import dev.retort.tests.dialect.RoutineCases;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The manual's pages about operations are as the dialects compile them. {@code -Dretort.pages=write} writes them anew. */
class OperationPagesTest {

    private static final Path MANUAL = Path.of("../docs/operations");
    private static final Path GOLDEN = Path.of("src/test/resources/dialects");
    private static final Path BY_HAND = Path.of("src/test/resources/operations");
    private static final Path OPERATIONS = Path.of("../retort-core/src/main/java/dev/retort/operation");

    /** The names of the databases by their files, in the order in which they are shown. */
    private static final Map<String, String> DATABASES = new LinkedHashMap<>();

    static {
        DATABASES.put("postgresql.sql", "PostgreSQL");
        DATABASES.put("mariadb.sql", "MariaDB");
        DATABASES.put("mysql.sql", "MySQL");
        DATABASES.put("sqlite.sql", "SQLite");
        DATABASES.put("h2.sql", "H2");
        DATABASES.put("hsqldb.sql", "HSQLDB");
    }

    private static Map<String, String> pages = Map.of();

    @BeforeAll
    static void generate() throws IOException {
        List<OperationCase> cases = new ArrayList<>(OperationCases.in(DialectNames.USUAL));
        RoutineCases.ofPostgresql().forEach(cases::add);
        pages = new OperationPages(goldenFiles(), summaries(), byHand()).of(cases);
        if ("write".equals(System.getProperty("retort.pages"))) {
            for (Path old : written()) {
                Files.delete(old);
            }
            Files.createDirectories(MANUAL);
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Files.writeString(MANUAL.resolve(page.getKey()), page.getValue());
            }
        }
    }

    private static Map<String, String> byHand() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(BY_HAND)) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString().replace(".md", ""), Files.readString(file));
            }
        }
        return texts;
    }

    private static Map<String, GoldenFile> goldenFiles() throws IOException {
        Map<String, GoldenFile> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.list(GOLDEN)) {
            assertThat(all.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(DATABASES.keySet());
        }
        DATABASES.forEach((file, name) -> files.put(name, GoldenFile.read(GOLDEN.resolve(file))));
        return files;
    }

    private static Map<String, String> summaries() throws IOException {
        Map<String, String> summaries = new TreeMap<>();
        try (Stream<Path> sources = Files.list(OPERATIONS)) {
            for (Path source : sources.toList()) {
                String text = Files.readString(source);
                if (text.contains("/**")) {
                    summaries.put(
                            source.getFileName().toString().replace(".java", ""), OperationPages.firstSentence(text));
                }
            }
        }
        return summaries;
    }

    private static List<Path> written() throws IOException {
        if (!Files.exists(MANUAL)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(MANUAL)) {
            return files.toList();
        }
    }

    @Test
    void theManualHasThePagesAndNoOther() throws IOException {
        assertThat(written().stream().map(path -> path.getFileName().toString()))
                .containsExactlyInAnyOrderElementsOf(pages.keySet());
    }

    @Test
    void everyMethodOfTheOperationsHasAPage() {
        Set<String> methods = Stream.of(Operations.class.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> !method.isBridge())
                .map(Method::getName)
                .collect(Collectors.toSet());
        assertThat(pages.keySet())
                .containsAll(methods.stream().map(method -> method + ".md").toList());
    }

    @Test
    void eachPageSaysWhatTheDialectsCompile() {
        assertThat(pages)
                .allSatisfy((file, text) -> assertThat(MANUAL.resolve(file))
                        .as("written anew with -Dretort.pages=write")
                        .hasContent(text));
    }
}
