package dev.retort.tests.entities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.report.Difference;
import dev.retort.report.ModelReport;
import dev.retort.spi.RetortEnvironment;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.StatementLog;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** Definitions that a server has found equal are not asked for again. */
class KeptEqualitiesIT {

    private static final String ENTITIES = "reckoned";

    @TempDir
    private Path directory;

    /** A command, with the statements that it runs. */
    private record Run(EntityProject project, Settings settings, List<String> statements) {

        Retort retort() {
            return Retort.configure()
                    .settings(settings)
                    .classLoader(project.hibernate().application())
                    .environment(new RetortEnvironment() {
                        @Override
                        public Optional<Connection> connect() throws SQLException {
                            return Optional.of(new StatementLog(statements::add)
                                    .of(project.database().open()));
                        }
                    })
                    .load();
        }

        ModelReport check() {
            return retort().check();
        }

        /** The statements that are only run to ask for normal forms. */
        List<String> questions() {
            String part = switch (project.database().kind()) {
                case POSTGRESQL -> "CREATE SCHEMA retort_scratch";
                case MARIADB, MYSQL -> "CREATE TEMPORARY TABLE";
                // Normal forms come from an in-memory database; this statement decides which functions it gets.
                default -> "SESSION_ID() AND SERVER IS NULL";
            };
            return statements.stream()
                    .filter(statement -> statement.contains(part))
                    .toList();
        }
    }

    @ForDatabases(has = {Capability.NORMAL_FORMS, Capability.EXPRESSION_DEFAULTS})
    void theSecondComparisonAsksNothing(DatabaseUnderTest kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            EntityProject project = upgraded(database);
            Run first = run(project);
            assertThat(first.check().isEmpty()).isTrue();
            assertThat(first.questions()).isNotEmpty();
            List<String> kept = Files.readAllLines(file());
            assertThat(kept).isNotEmpty();

            Run second = run(project);
            assertThat(second.check().isEmpty()).isTrue();
            assertThat(second.questions()).isEmpty();
            Run generating = run(project);
            assertThat(generating
                            .retort()
                            .autogenerate(EntityProject.request(ENTITIES, "sql"))
                            .model()
                            .differences())
                    .isEmpty();
            assertThat(generating.questions()).isEmpty();
            assertThat(Files.readAllLines(file())).isEqualTo(kept);
        }
    }

    @ForDatabases(has = {Capability.NORMAL_FORMS, Capability.EXPRESSION_DEFAULTS})
    void whatDiffersIsAskedForAndFoundAtEachComparison(DatabaseUnderTest kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            EntityProject project = upgraded(database);
            run(project).check();
            String before = Files.readString(file());
            setCheck(database, "weight < 20 * 1001 and trim(label) <> ''");

            for (int comparison = 1; comparison <= 2; comparison++) {
                Run run = run(project);
                assertThat(run.check().differences())
                        .extracting(Difference::operation)
                        .anyMatch(operation -> operation.contains("ck_parcels_weight"));
                assertThat(run.questions()).isNotEmpty();
            }

            assertThat(file()).hasContent(before);
            setCheck(database, "weight < 20 * 1000 and trim(label) <> ''");
            Run restored = run(project);
            assertThat(restored.check().isEmpty()).isTrue();
            assertThat(restored.questions()).isEmpty();
        }
    }

    @ForDatabases(has = {Capability.NORMAL_FORMS, Capability.EXPRESSION_DEFAULTS})
    void aDamagedFileIsMadeAnew(DatabaseUnderTest kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            EntityProject project = upgraded(database);
            run(project).check();
            String kept = Files.readString(file());
            Files.writeString(file(), kept.substring(0, kept.length() - 20));

            Run run = run(project);
            assertThat(run.check().isEmpty()).isTrue();
            assertThat(run.questions()).isNotEmpty();

            assertThat(file()).hasContent(kept);
        }
    }

    @ForDatabases(has = {Capability.NORMAL_FORMS, Capability.EXPRESSION_DEFAULTS})
    void whereRulesCompareNothingIsKeptNorKnown(DatabaseUnderTest kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            EntityProject project = upgraded(database);
            Settings rules = project.settings(ENTITIES).with(ConfigKey.COMPARE_WITH, "rules");
            int notCompared = new Run(project, rules, new ArrayList<>()).check().notCompared();
            assertThat(notCompared).isPositive();
            assertThat(file()).doesNotExist();

            run(project).check();

            assertThat(new Run(project, rules, new ArrayList<>()).check().notCompared())
                    .isEqualTo(notCompared);
        }
    }

    @ForDatabases(has = {Capability.NORMAL_FORMS, Capability.EXPRESSION_DEFAULTS})
    void whereNothingCanBeWrittenNothingIsKept(DatabaseUnderTest kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            EntityProject project = upgraded(database);
            Path instead = directory.resolve(".retort");
            Files.writeString(instead, "a file, not a directory");

            assertThat(run(project).check().isEmpty()).isTrue();
            assertThat(run(project).check().isEmpty()).isTrue();

            assertThat(instead).hasContent("a file, not a directory");
        }
    }

    @ForDatabases(lacks = Capability.NORMAL_FORMS)
    void aDatabaseThatIsNotAskedHasNoFile(DatabaseUnderTest kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            EntityProject project = upgraded(database);

            run(project).check();

            assertThat(file()).doesNotExist();
        }
    }

    private EntityProject upgraded(TestDatabase database) {
        EntityProject project = new EntityProject(database, directory);
        project.autogenerate(ENTITIES, "sql");
        project.retort(ENTITIES).upgrade("head");
        return project;
    }

    private static Run run(EntityProject project) {
        return new Run(project, project.settings(ENTITIES), new ArrayList<>());
    }

    private static void setCheck(TestDatabase database, String condition) throws SQLException {
        database.execute(
                "ALTER TABLE parcels DROP CONSTRAINT ck_parcels_weight",
                "ALTER TABLE parcels ADD CONSTRAINT ck_parcels_weight CHECK (" + condition + ")");
    }

    private Path file() {
        return directory.resolve(".retort/equal-definitions");
    }
}
