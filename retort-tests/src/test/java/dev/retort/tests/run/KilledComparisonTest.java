package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.testkit.LiveSchema;
import dev.retort.tests.catalog.CatalogEntry;
import dev.retort.tests.catalog.RawCatalog;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kills processes that run {@code check} or {@code revision --autogenerate}. */
@Order(2)
@Execution(ExecutionMode.CONCURRENT)
class KilledComparisonTest {

    /** How many processes are killed for each database; more with the profile {@code soak}. */
    private static final int KILLS = Math.max(4, Integer.parseInt(System.getProperty("retort.kills")) / 4);

    /** In milliseconds; longer than most statements take. */
    private static final int LONGEST_DELAY = 20;

    @TempDir
    private Path folder;

    /** The databases that several processes can open; that of HSQLDB in memory is a server's. */
    static Stream<DatabaseUnderTest> databases() {
        return DatabaseUnderTest.available().filter(kind -> kind != DatabaseUnderTest.H2);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aComparisonThatIsKilledLeavesNoTraceAndLocksNothing(DatabaseUnderTest kind) throws Exception {
        try (TestDatabase database = made(kind)) {
            List<String> before = all(database);
            List<String> checked = undisturbed(database, false);
            List<String> generated = undisturbed(database, true);
            assertThat(found(checked)).isNotEmpty();
            Random random = new Random(20261129);

            for (int kills = 0, attempt = 0; kills < KILLS; attempt++) {
                boolean generating = attempt % 2 == 1;
                long statements = (generating ? generated : checked)
                        .stream()
                                .filter(line -> line.startsWith(ComparingMain.STATEMENT))
                                .count();
                // From the first statement to the last.
                int reached = 1 + (int) ((kills + random.nextDouble()) * statements / KILLS);
                kills += killed(database, generating, reached, random.nextInt(LONGEST_DELAY)) ? 1 : 0;
                assertThat(all(database)).isEqualTo(before);
            }

            assertThat(found(undisturbed(database, false))).isEqualTo(found(checked));
            assertThat(all(database)).isEqualTo(before);
        }
    }

    private static TestDatabase made(DatabaseUnderTest kind) throws SQLException {
        TestDatabase database = kind == DatabaseUnderTest.HSQLDB ? SharedDatabase.HSQLDB.fresh() : kind.fresh();
        try (Connection connection = database.open()) {
            Dialect dialect = Dialects.loadedFrom(KilledComparisonTest.class.getClassLoader())
                    .forConnection(connection);
            new LiveSchema(connection, dialect)
                    .run(RoomsModel.tables().stream().map(CreateTable::new).toArray(Operation[]::new));
        }
        return database;
    }

    private ChildProcess start(TestDatabase database, boolean generating) throws IOException {
        Path project = Files.createTempDirectory(folder, "project");
        Files.createDirectories(project.resolve("migrations/versions"));
        return ChildProcess.start(ComparingMain.class, ComparingMain.arguments(project, generating, database));
    }

    /** The output of a process that is not killed. */
    private List<String> undisturbed(TestDatabase database, boolean generating) throws IOException {
        try (ChildProcess child = start(database, generating)) {
            assertThat(child.exitCode()).as(child.said()).isZero();
            return child.said().lines().toList();
        }
    }

    private static List<String> found(List<String> said) {
        return said.stream()
                .filter(line -> line.startsWith(ComparingMain.FOUND))
                .toList();
    }

    /** Kills a process some time after it has started a number of statements; returns whether it was still running. */
    private boolean killed(TestDatabase database, boolean generating, int statements, int delay)
            throws IOException, SQLException {
        try (ChildProcess child = start(database, generating)) {
            for (int seen = 0; seen < statements; seen++) {
                if (!child.awaitLine(ComparingMain.STATEMENT)) {
                    return false;
                }
            }
            if (!belongToTheProcess(database.kind())) {
                lockAll(database);
            }
            boolean killed = child.killAfter(delay);
            lockAll(database);
            awaitEndOfOthers(database);
            return killed;
        }
    }

    /** Whether the files cannot be opened while the process has them. */
    private static boolean belongToTheProcess(DatabaseUnderTest kind) {
        return kind == DatabaseUnderTest.H2_FILE || kind == DatabaseUnderTest.HSQLDB_FILE;
    }

    /** Locks a table, or the database, exclusively. */
    private static void lockAll(TestDatabase database) throws SQLException {
        database.execute(
                switch (database.kind()) {
                    case POSTGRESQL ->
                        new String[] {
                            "SET lock_timeout = '10s'",
                            "BEGIN",
                            "LOCK TABLE room_7 IN ACCESS EXCLUSIVE MODE",
                            "ROLLBACK"
                        };
                    case MARIADB, MYSQL ->
                        new String[] {"SET lock_wait_timeout = 10", "LOCK TABLES room_7 WRITE", "UNLOCK TABLES"};
                    case HSQLDB, HSQLDB_FILE -> new String[] {"LOCK TABLE room_7 WRITE", "COMMIT"};
                    case SQLITE -> new String[] {"PRAGMA busy_timeout = 10000", "BEGIN EXCLUSIVE", "ROLLBACK"};
                    default -> new String[] {"SET EXCLUSIVE 1", "SET EXCLUSIVE 0"};
                });
    }

    /** Waits until the server has ended the sessions of killed processes. */
    private static void awaitEndOfOthers(TestDatabase database) throws SQLException {
        String others = switch (database.kind()) {
            case POSTGRESQL ->
                "SELECT count(*), pg_sleep(0.02)::text FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()";
            case MARIADB, MYSQL ->
                "SELECT count(*), SLEEP(0.02) FROM information_schema.processlist"
                        + " WHERE db = DATABASE() AND id <> CONNECTION_ID()";
            case HSQLDB ->
                "SELECT COUNT(*) - 1, (SELECT SUM(MOD(x, 7)) FROM UNNEST(SEQUENCE_ARRAY(1, 20000, 1)) AS pause(x))"
                        + " FROM INFORMATION_SCHEMA.SYSTEM_SESSIONS";
            default -> "VALUES (0)";
        };
        boolean alone = database.ask(connection -> isAlone(connection, others));
        assertThat(alone)
                .as("sessions of processes that were killed have ended")
                .isTrue();
    }

    private static boolean isAlone(Connection connection, String others) throws SQLException {
        boolean alone = false;
        try (Statement statement = connection.createStatement()) {
            for (int question = 0; question < 1500 && !alone; question++) {
                try (var row = statement.executeQuery(others)) {
                    row.next();
                    alone = row.getInt(1) == 0;
                }
            }
        }
        return alone;
    }

    /** Everything in the database, and its files. */
    private static List<String> all(TestDatabase database) throws SQLException, IOException {
        List<String> all = new ArrayList<>();
        switch (database.kind()) {
            case POSTGRESQL -> {
                all.addAll(DatabaseState.rows(database, """
                        SELECT 'schema', nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%temp\\_%'
                        UNION ALL SELECT relkind::text || relpersistence::text, relname FROM pg_class WHERE oid >= 16384
                        UNION ALL SELECT 'type', typname FROM pg_type WHERE oid >= 16384
                        UNION ALL SELECT 'function', proname FROM pg_proc WHERE oid >= 16384
                        ORDER BY 1, 2"""));
                all.addAll(catalog(database));
            }
            case MARIADB, MYSQL -> {
                all.addAll(DatabaseState.rows(
                        database,
                        "SELECT table_type, table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                                + " ORDER BY table_name"));
                all.addAll(catalog(database));
            }
            case SQLITE -> {
                all.addAll(files(database, "jdbc:sqlite:"));
                all.addAll(catalog(database));
            }
            case HSQLDB -> all.addAll(DatabaseState.rows(database, "SCRIPT"));
            case HSQLDB_FILE -> {
                all.addAll(DatabaseState.rows(database, "SCRIPT"));
                // It counts what has happened since the files were made.
                all.removeIf(line -> line.startsWith("SET FILES CHECK"));
                all.addAll(files(database, "jdbc:hsqldb:file:"));
            }
            default -> {
                all.addAll(DatabaseState.rows(database, "SCRIPT NODATA"));
                all.addAll(files(database, "jdbc:h2:file:"));
            }
        }
        return all;
    }

    private static List<String> catalog(TestDatabase database) throws SQLException {
        try (Connection connection = database.open()) {
            return RawCatalog.read(database.kind(), connection).entries().stream()
                    .map(CatalogEntry::toString)
                    .toList();
        }
    }

    private static List<String> files(TestDatabase database, String prefix) throws IOException {
        Path place = Path.of(database.jdbcUrl().substring(prefix.length()).replaceFirst(";.*", ""));
        try (Stream<Path> files = Files.list(place.resolveSibling(""))) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
