package dev.retort.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.model.EntitySelection;
import dev.retort.model.ModelSource;
import dev.retort.model.TargetDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What entities become for each database. The expected lines lie beside this class, one for each package and
 * database; a line that ends with {@code [6]} or {@code [7]} is there with that generation of Hibernate only: the newer one takes a
 * lone {@code @SequenceGenerator} for the generator and checks discriminators.
 */
@Tag("jdk")
@ParameterizedClass
@EnumSource
class EntitySnapshotTest {

    private static final Pattern ONLY_WITH = Pattern.compile("(.*) \\[([67])]");

    @Parameter
    private Hibernate hibernate;

    @ParameterizedTest
    @CsvSource({
        "shop, PostgreSQL, 18, 0",
        "shop, MariaDB, 11, 4",
        "shop, H2, 2, 4",
        "shop, SQLite, 3, 50",
        "features, PostgreSQL, 18, 0",
        "features, MariaDB, 11, 4",
        "features, H2, 2, 4",
        "features, SQLite, 3, 50",
        "schemas, PostgreSQL, 18, 0",
        "schemas, MariaDB, 11, 4",
        "schemas, H2, 2, 4"
    })
    void entitiesBecomeTables(String entities, String product, int major, int minor) throws IOException {
        ModelSource source = Requests.source(
                hibernate,
                EntitySelection.ofPackages("dev.retort.jpa." + entities),
                Map.of(),
                VerbatimDialect.create(),
                new TargetDatabase(product, major, minor));

        assertThat(SnapshotText.lines(source.read().snapshot()))
                .containsExactlyElementsOf(expected(entities + "." + product + ".txt"));
    }

    private List<String> expected(String file) throws IOException {
        List<String> lines = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(EntitySnapshotTest.class.getResourceAsStream(file), file)) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                Matcher only = ONLY_WITH.matcher(line);
                if (!only.matches()) {
                    lines.add(line);
                } else if (Integer.parseInt(only.group(2)) == hibernate.generation) {
                    lines.add(only.group(1));
                }
            }
        }
        return lines;
    }
}
