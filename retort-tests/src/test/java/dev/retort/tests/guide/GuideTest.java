package dev.retort.tests.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.TestDatabase;
import dev.retort.tests.shell.Shell;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The example's guide, typed by a program: every command works as it is written. */
@Order(1)
@Execution(ExecutionMode.CONCURRENT)
class GuideTest {

    private static final String TABLES =
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY table_name";
    private static final String STEPS = "SELECT direction || ' ' || message FROM retort_history ORDER BY id";
    private static final String EMAIL_LENGTH = "SELECT character_maximum_length FROM information_schema.columns"
            + " WHERE table_name = 'customers' AND column_name = 'email'";

    private static final String MAY_FAIL = "Column customers.loyalty_points becomes NOT NULL";

    @TempDir
    private Path directory;

    @Test
    void everyCommandOfTheGuideWorksAsWrittenOnPostgresql() throws Exception {
        ExampleProject example = ExampleProject.copiedInto(directory);
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh()) {
            Shell shell = new Shell(directory, Map.of("DATABASE_URL", deploymentUrl(database)));
            StringBuilder terminal = new StringBuilder();
            for (String block : example.readme().blocks()) {
                Shell.Outcome outcome = shell.run(block);
                assertThat(outcome.exitCode())
                        .as("%s\n%s", block, outcome.output())
                        .isZero();
                terminal.append(outcome.output());
            }

            assertThat(terminal).contains("ATTENTION: " + MAY_FAIL);
            assertThat(example.revisionFile("modify_customer_email")).contains("ATTENTION: ", MAY_FAIL);
            assertThat(answers(database, TABLES))
                    .containsExactly(
                            "customers",
                            "loyalty_programs",
                            "orders",
                            "retort_history",
                            "retort_journal",
                            "retort_version",
                            "users");
            assertThat(answers(database, EMAIL_LENGTH)).containsExactly("320");
            assertThat(answers(database, STEPS))
                    .startsWith(
                            "up create customers, users and orders",
                            "up add loyalty points to customers",
                            "down add loyalty points to customers",
                            "up add loyalty points to customers",
                            "up add loyalty programs table",
                            "up add index to customer phone",
                            "up give every customer ten points",
                            "down give every customer ten points",
                            "up give every customer ten points",
                            "up modify customer email column")
                    .contains("up merge branches", "down create customers, users and orders");
            assertThat(example.revisionFiles()).hasSize(9);
        }
    }

    @Test
    void theTourRunsOnAFileOfItsOwn() throws Exception {
        Shell.Outcome outcome = new Shell(directory, Map.of())
                .run("RETORT=$(command -v retort) '" + ExampleProject.ORIGINAL.resolve("tour") + "'");

        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("No differences.");
    }

    /** The form in which the places that run applications hand out addresses. */
    private static String deploymentUrl(TestDatabase database) {
        String user = URLEncoder.encode(Objects.requireNonNull(database.user()), StandardCharsets.UTF_8);
        String password = URLEncoder.encode(Objects.requireNonNull(database.password()), StandardCharsets.UTF_8);
        return database.jdbcUrl().replace("jdbc:postgresql://", "postgresql://" + user + ":" + password + "@");
    }

    private static List<String> answers(TestDatabase database, String query) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Connection connection = database.open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
        }
        return answers;
    }
}
