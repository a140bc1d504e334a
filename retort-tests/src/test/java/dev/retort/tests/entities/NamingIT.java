package dev.retort.tests.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.config.ConfigKey;
import dev.retort.report.ModelReport;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Names by a naming convention, from the entity to the database and back. */
@ParameterizedClass
@EnumSource
class NamingIT {

    private static final Map<ConfigKey, Object> CONVENTION = Map.of(
            ConfigKey.NAMING_CONVENTION,
            Map.of(
                    "ix", "ix_%(column_0_N_label)s",
                    "uq", "uq_%(table_name)s_%(column_0_N_name)s",
                    "ck", "ck_%(table_name)s_%(constraint_name)s",
                    "fk", "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
                    "pk", "pk_%(table_name)s"));

    @Parameter
    private Hibernate hibernate;

    @TempDir
    private Path directory;

    static Stream<Arguments> all() {
        return DatabaseUnderTest.having()
                .flatMap(kind -> Stream.of("java", "sql").map(format -> Arguments.of(kind, format)));
    }

    static Stream<DatabaseUnderTest> databases() {
        return DatabaseUnderTest.having();
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatEntitiesDoNotNameHasTheNameOfTheConventionAndNothingDiffersAfterwards(
            DatabaseUnderTest kind, String format) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            EntityProject project = new EntityProject(hibernate, database, directory, CONVENTION);

            project.autogenerate("conventional", format);
            project.retort("conventional").upgrade("head");

            assertThat(names(project))
                    .contains(
                            "uq_authors_email",
                            "own_index",
                            "own_key",
                            "ck_authors_born",
                            "ix_authors_family_name_authors_given_name",
                            "fk_notes_on_whatever_came_to_mind_author_id_authors")
                    .noneMatch(name -> name.matches("(?i)(uk|fk|idx)[0-9a-z]{20,}"));
            assertNothingDiffers(project);

            project.retort("conventional").downgrade("base");
            assertThat(project.schema()).isEqualTo(SchemaSnapshot.EMPTY);
            project.retort("conventional").upgrade("head");
            assertNothingDiffers(project);
        }
    }

    @Test
    void aPrimaryKeyIsNamedToo() throws Exception {
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh()) {
            EntityProject project = new EntityProject(hibernate, database, directory, CONVENTION);
            project.autogenerate("conventional", "java");
            project.retort("conventional").upgrade("head");

            assertThat(names(project)).contains("pk_authors", "pk_notes_on_whatever_came_to_mind");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aLongNameIsShortenedAndTheSameAtTheNextComparison(DatabaseUnderTest kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            EntityProject project = new EntityProject(hibernate, database, directory, CONVENTION);
            project.autogenerate("conventional", "java");
            project.retort("conventional").upgrade("head");

            assertThat(names(project))
                    .anyMatch(name -> name.startsWith("fk_notes_on_whatever_came_to_mind_the_one_who_has_c")
                            && name.length() > 60);
            assertNothingDiffers(project);
            assertNothingDiffers(project);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aNewConventionRenamesNothing(DatabaseUnderTest kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            EntityProject before = new EntityProject(hibernate, database, directory);
            before.autogenerate("conventional", "sql");
            before.retort("conventional").upgrade("head");
            Set<String> names = names(before);

            EntityProject project = new EntityProject(hibernate, database, directory, CONVENTION);
            assertNothingDiffers(project);
            assertNothingDiffers(project);

            project.retort("conventional").downgrade("base");
            project.retort("conventional").upgrade("head");
            assertThat(names(project)).isEqualTo(names);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatWasNamedBeforeTheConventionIsDroppedAndComesBackUnderItsOwnName(DatabaseUnderTest kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            EntityProject project = new EntityProject(hibernate, database, directory, CONVENTION);
            project.autogenerate("conventional", "java");
            project.retort("conventional").upgrade("head");
            database.execute(
                    "CREATE TABLE former (a integer NOT NULL, CONSTRAINT positive CHECK (a > 0), PRIMARY KEY (a))");
            SchemaSnapshot before = project.schema();

            Path file = Objects.requireNonNull(
                            project.autogenerate("conventional", "java").written())
                    .path();
            assertThat(Files.readString(file)).contains("op.exactNames(exact -> {");
            project.retort("conventional").upgrade("head");
            assertNothingDiffers(project);

            project.retort("conventional").downgrade("-1");
            assertThat(project.schema().tables()).hasSameSizeAs(before.tables());
            assertThat(names(project)).contains("positive").doesNotContain("ck_former_positive");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aSecondVersionOfTheEntitiesIsReachedAndLeftAgain(DatabaseUnderTest kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            EntityProject project = new EntityProject(hibernate, database, directory, CONVENTION);
            project.autogenerate("before", "java");
            project.retort("before").upgrade("head");
            Set<String> before = names(project);

            Path second = Objects.requireNonNull(
                            project.autogenerate("after", "java").written())
                    .path();
            project.retort("after").upgrade("head");
            assertThat(project.retort("after").check().differences()).isEmpty();

            project.retort("after").downgrade("-1");
            Files.delete(second);
            assertThat(project.retort("before").check().differences()).isEmpty();
            assertThat(names(project)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aVersionFromBeforeTheConventionIsLeftAndReachedAgain(DatabaseUnderTest kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            EntityProject former = new EntityProject(hibernate, database, directory);
            former.autogenerate("conventional", "sql");
            former.retort("conventional").upgrade("head");
            SchemaSnapshot before = former.schema();

            Map<String, String> templates = Map.of(
                    "ix", "ix_%(table_name)s_%(constraint_name)s",
                    "uq", "uq_%(table_name)s_%(constraint_name)s",
                    "ck", "ck_%(table_name)s_%(constraint_name)s",
                    "fk", "fk_%(table_name)s_%(constraint_name)s",
                    "pk", "pk_%(table_name)s");
            EntityProject project =
                    new EntityProject(hibernate, database, directory, Map.of(ConfigKey.NAMING_CONVENTION, templates));
            project.autogenerate("checked", "java");
            project.retort("checked").upgrade("head");
            assertThat(project.retort("checked").check().differences()).isEmpty();

            project.retort("checked").downgrade("-1");
            assertThat(project.schema()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aRevisionByHandIsRunWithTheNamesOfTheConventionAndUndone(DatabaseUnderTest kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            EntityProject project = new EntityProject(hibernate, database, directory, CONVENTION);
            Files.writeString(directory.resolve("migrations/versions/V1.java"), """
                    import static dev.retort.schema.Columns.*;
                    import static dev.retort.schema.Constraints.*;

                    import dev.retort.migration.*;

                    @Revision(id = "1")
                    public final class V1 implements ReversibleMigration {
                        @Override
                        public void change(Operations op) {
                            op.createTable("t", column("a", integer()).notNull(), column("b", integer()), primaryKey("a"));
                            op.addConstraint("t", unnamedUnique("b"));
                            op.addConstraint("t", check("positive", "a > 0"));
                            op.addConstraint("t", unnamedForeignKey("b").references("t", "a"));
                            op.createIndex(null, "t", "a", "b");
                        }
                    }
                    """);

            project.retort("before").upgrade("head");
            assertThat(names(project)).contains("uq_t_b", "ck_t_positive", "fk_t_b_t", "ix_t_a_t_b");

            project.retort("before").downgrade("base");
            assertThat(project.schema()).isEqualTo(SchemaSnapshot.EMPTY);
        }
    }

    private static Set<String> names(EntityProject project) throws SQLException {
        Set<String> names = new TreeSet<>();
        project.schema().tables().forEach(table -> {
            table.constraints().stream()
                    .map(Constraint::name)
                    .filter(Objects::nonNull)
                    .forEach(names::add);
            table.indexes().stream().map(Index::name).forEach(names::add);
            assertThat(table.foreignKeys()).extracting(ForeignKey::name).doesNotContainNull();
        });
        return names;
    }

    private static void assertNothingDiffers(EntityProject project) {
        ModelReport checked = project.retort("conventional").check();
        assertThat(checked.differences()).isEmpty();
        assertThat(checked.hazards()).isEqualTo(List.of());
    }
}
