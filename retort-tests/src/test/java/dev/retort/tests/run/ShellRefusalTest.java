package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.tests.server.AskedLogin;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person reads who is refused: one error that says what is wrong and what to do, no stack trace and never a password. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ShellRefusalTest {

    private static final String SECRET = "Xyzzy77secret";
    private static final String WRONG = "Plugh88wrong";

    @TempDir
    private Path folder;

    @Test
    void aWrongPasswordOnPostgresqlIsNotRepeated() throws Exception {
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh();
                AskedLogin login = AskedLogin.on(database, SECRET)) {
            project(database.jdbcUrl(), login.user(), SECRET).done("retort current");

            loginIsRefused(database, login.user());
        }
    }

    @Test
    void aWrongPasswordOnMariadbIsNotRepeated() throws Exception {
        try (TestDatabase database = DatabaseUnderTest.MARIADB.fresh()) {
            loginIsRefused(database, Objects.requireNonNull(database.user()));
        }
    }

    private void loginIsRefused(TestDatabase database, String user) throws Exception {
        ShellProject project = project(database.jdbcUrl(), user, WRONG);

        assertThat(project.refused("retort current"))
                .contains("error: The database " + database.jdbcUrl() + " refuses the login: ", user)
                .contains("Check 'user' and 'password'")
                .doesNotContain(WRONG);
        assertThat(project.shell().run("retort current --stacktrace").output())
                .contains("\tat ")
                .doesNotContain(WRONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://user:" + SECRET + "@localhost:1/db",
                "jdbc:postgresql://localhost:1/db?user=user&password=" + SECRET,
                "mariadb+pymysql://user:" + SECRET + "@localhost:1/db",
                "jdbc:h2:tcp://localhost:1/db;USER=sa;PASSWORD=" + SECRET
            })
    void aServerThatIsNotThereIsNamedWithHostAndPort(String url) throws Exception {
        assertThat(ShellProject.with(folder, url, null, null).refused("retort current"))
                .contains(
                        "localhost:1/db", " cannot be reached: ", "Is the server running, and are host and port right?")
                .doesNotContain(SECRET);
    }

    @Test
    void aLoginThatMayNotMakeTheVersionTableIsToldWhoCan() throws Exception {
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh();
                AskedLogin login = AskedLogin.on(database, SECRET)) {
            database.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
            ShellProject project = project(database.jdbcUrl(), login.user(), SECRET);

            assertThat(project.refused("retort upgrade heads"))
                    .contains("the table public.retort_version cannot be created: ", "permission denied")
                    .contains("retort ensure-version")
                    .doesNotContain(SECRET);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INSERT INTO retort_version VALUES ('r1')     | true                             | The version table holds 'r1' beside 'r3', which already contains it.
            UPDATE retort_version SET version_num = 'xx' | true                             | The version table retort_version contains 'xx', which no revision file has.
            SELECT 1                                     | rm migrations/versions/r3_*      | The version table retort_version contains 'r3', which no revision file has.
            SELECT 1                                     | rm migrations/versions/r2_*      | r3_step.sql:1: Revision 'r3' revises 'r2', and no revision has that id.
            SELECT 1                                     | sed -i s/one/uno/ migrations/versions/r1_* | Changed after they were applied: r1.
            """)
    void whatSomebodyDamagedIsSaid(String sql, String command, String error) throws Exception {
        try (TestDatabase database = DatabaseUnderTest.SQLITE.fresh()) {
            ShellProject project = ShellProject.on(database, folder);
            project.revisions()
                    .sql("r1", "", "CREATE TABLE one (id INTEGER);")
                    .sql("r2", "r1", "CREATE TABLE two (id INTEGER);")
                    .sql("r3", "r2", "CREATE TABLE three (id INTEGER);");
            project.done("retort upgrade heads");
            project.revisions().sql("s1", "", "CREATE TABLE pending (id INTEGER);");
            database.execute(sql);

            assertThat(project.refused(command + "\nretort upgrade heads --set on_changed=error"))
                    .containsOnlyOnce("error: ")
                    .contains(error);
            assertThat(DatabaseState.schema(database).tables())
                    .noneMatch(table -> table.name().name().equals("pending"));
        }
    }

    private ShellProject project(String url, String user, String password) throws Exception {
        ShellProject project = ShellProject.with(folder, url, user, password);
        project.revisions().sql("r1", "", "CREATE TABLE one (id INTEGER);");
        return project;
    }
}
