package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** What the history says of a step: which run it belonged to, who ran it, where, with what and when. */
class RecordedRunTest {

    /** Fourteen hours ahead. */
    private static final String FAR_FROM_UTC =
            "RETORT_JAVA_OPTS='-Duser.timezone=Pacific/Kiritimati -Duser.name=deployer' HOSTNAME=build-7 ";

    @TempDir
    private Path folder;

    private record Row(String revision, UUID run, String author, LocalDateTime startedAt, long durationMillis) {}

    @ForDatabases
    void theStepsOfARunShareItsIdAndSayWhoRanThemAndWhen(SharedDatabase kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            ShellProject project = ShellProject.on(database, folder);
            project.revisions()
                    .sql("r1", "", "CREATE TABLE one (id INTEGER);")
                    .sql("r2", "r1", "")
                    .sql("r3", "r2", "");
            Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            project.done(FAR_FROM_UTC + "retort upgrade r2\n" + FAR_FROM_UTC + "retort upgrade r3");
            Instant after = Instant.now();

            List<Row> rows = rows(database);

            assertThat(rows).extracting(Row::revision).containsExactly("r1", "r2", "r3");
            assertThat(rows.get(0).run())
                    .isEqualTo(rows.get(1).run())
                    .isNotEqualTo(rows.get(2).run());
            assertThat(rows)
                    .extracting(Row::author)
                    .containsOnly(login(database) + ", deployer, build-7, " + Retort.version());
            assertThat(rows)
                    .extracting(row -> row.startedAt().toInstant(ZoneOffset.UTC))
                    .isSorted()
                    .allSatisfy(started -> assertThat(started).isBetween(before, after));
            assertThat(rows)
                    .extracting(Row::durationMillis)
                    .allSatisfy(duration -> assertThat(duration).isBetween(0L, before.until(after, ChronoUnit.MILLIS)));
        }
    }

    /** As the database calls it, without the machine that the login comes from. */
    private static String login(TestDatabase database) throws SQLException {
        return switch (database.kind()) {
            case SQLITE -> "";
            case MARIADB, MYSQL ->
                DatabaseState.rows(database, "SELECT SUBSTRING_INDEX(USER(), '@', 1)")
                        .get(0);
            default -> DatabaseState.rows(database, "VALUES (CURRENT_USER)").get(0);
        };
    }

    private static List<Row> rows(TestDatabase database) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Connection connection = database.open();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery(
                                "SELECT revision, run_id, database_user, operator, host, tool_version, started_at,"
                                        + " duration_ms FROM retort_history ORDER BY id")) {
            while (row.next()) {
                rows.add(new Row(
                        row.getString(1),
                        UUID.fromString(row.getString(2)),
                        row.getString(3) + ", " + row.getString(4) + ", " + row.getString(5) + ", " + row.getString(6),
                        LocalDateTime.parse(row.getString(7).replace(' ', 'T')),
                        row.getLong(8)));
            }
        }
        return rows;
    }
}
