package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.error.MigrationFailedException;
import dev.retort.error.RetortException;
import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.spi.MigrationListener;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in dumps runs in a revision, or is refused before the run with its line. */
class DumpsTest {

    @TempDir
    private Path folder;

    @Test
    void whatADumpSetsInItsSessionEndsWithIt() throws SQLException {
        revisions().sql("r1", "", dump()).sql("r2", "r1", "CREATE TABLE later (id INTEGER);");
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            retort(database).upgrade("heads");

            assertThat(DatabaseState.rows(database, "SELECT schemaname FROM pg_tables WHERE tablename = 'later'"))
                    .containsExactly("public");
            assertThat(DatabaseState.versionRows(database)).containsExactly("r2");
        }
    }

    @Test
    void aDumpStandsInAScriptAsItIs() throws SQLException {
        revisions().sql("r1", "", dump());
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            assertThat(retort(database).upgradeSql("heads"))
                    .contains("COPY public.event_2025_odd (at, kind) FROM stdin;\n2025-05-05 10:00:00+00\t; --\n\\.\n")
                    .contains("it?? is $$ \"odd\" /* open")
                    .containsSubsequence(
                            "set_config('search_path', '', false)", "RESET ALL;", "INSERT INTO retort_version");
        }
    }

    @Test
    void aCopyIsAPartOfItsTransaction() throws SQLException {
        revisions()
                .sql("r1", "", "CREATE TABLE t (a INTEGER);")
                .sql("r2", "r1", "COPY t FROM stdin;\n1\n\\.\nCOPY t (a) FROM stdin;\n2\nx\n\\.\n");
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            assertThatThrownBy(() -> retort(database).upgrade("heads"))
                    .isInstanceOfSatisfying(
                            MigrationFailedException.class,
                            e -> assertThat(e.position())
                                    .map(SourcePosition::line)
                                    .contains(10))
                    .hasMessageContaining("COPY t, column a: \"x\"");
            assertThat(DatabaseState.rows(database, "SELECT a FROM t")).isEmpty();
            assertThat(DatabaseState.versionRows(database)).containsExactly("r1");

            revisions()
                    .sql("r2", "r1", "-- outside transaction\nCOPY t FROM stdin (FORMAT csv);\n\"1\"\n\\.\n-- end\n");
            retort(database).upgrade("heads");
            assertThat(DatabaseState.rows(database, "SELECT a FROM t")).containsExactly("1");
        }
    }

    @Test
    void aRejectedRowOfACopyInJavaIsCountedFromTheFirst() {
        revisions()
                .java(
                        "r1",
                        "",
                        "op.execute(\"CREATE TABLE t (a INTEGER)\"); op.execute(\"COPY t FROM stdin;\\n1\\nx\\n\\\\.\");");
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            assertThatThrownBy(() -> retort(database).upgrade("heads"))
                    .isInstanceOfSatisfying(
                            MigrationFailedException.class,
                            e -> assertThat(e.position())
                                    .map(SourcePosition::line)
                                    .contains(14))
                    .hasMessageContaining("COPY t, line 2, column a");
        }
    }

    @Test
    void aCopyRunsFromJavaToo() throws SQLException {
        revisions()
                .java(
                        "r1",
                        "",
                        "op.execute(\"CREATE TABLE t (a INTEGER)\"); op.execute(\"COPY t FROM stdin;\\n1\\n2\\n\\\\.\");");
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            retort(database).upgrade("heads");
            assertThat(DatabaseState.rows(database, "SELECT a FROM t ORDER BY a"))
                    .containsExactly("1", "2");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    POSTGRESQL | SET search_path = nowhere; SET work_mem = '9MB'     | current_setting('search_path') || current_setting('work_mem')
                    POSTGRESQL | SELECT set_config('search_path', '', false)         | current_setting('search_path')
                    POSTGRESQL | SET ROLE pg_read_all_data; RESET ROLE; SET ROLE postgres | current_setting('role')
                    MARIADB    | SET sql_mode = 'ANSI_QUOTES', foreign_key_checks = 0  | concat(@@sql_mode, @@foreign_key_checks)
                    MARIADB    | SET sql_mode = 'ANSI'; SET time_zone = '+05:00'; USE mysql | concat(@@sql_mode, @@time_zone, database())
                    """)
    void theSessionIsPutBackBehindAStep(SharedDatabase kind, String settings, String seen) throws SQLException {
        String record = "INSERT INTO seen SELECT " + seen + ";";
        revisions()
                .sql("r1", "", "CREATE TABLE seen (what VARCHAR(2000));\n" + record)
                .sql("r2", "r1", settings + ";")
                .sql("r3", "r2", record);
        try (TestDatabase database = kind.fresh()) {
            retort(database).upgrade("heads");
            assertThat(DatabaseState.rows(database, "SELECT count(*), count(DISTINCT what) FROM seen"))
                    .containsExactly("2 1");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    POSTGRESQL | \\connect shop
                    POSTGRESQL | \\copy t FROM 'rows.csv'
                    POSTGRESQL | GO
                    POSTGRESQL | BEGIN;
                    POSTGRESQL | COPY t TO stdout;
                    POSTGRESQL | VACUUM;
                    MARIADB    | SELECT 1\\G
                    POSTGRESQL | DELIMITER ;;
                    MARIADB    | source other.sql
                    MARIADB    | LOCK TABLES `t` WRITE;
                    MARIADB    | UNLOCK TABLES;
                    MARIADB    | set autocommit=0;
                    MARIADB    | commit;
                    MARIADB    | /*!50003 COMMIT */;
                    SQLITE     | PRAGMA foreign_keys=OFF;
                    SQLITE     | BEGIN TRANSACTION;
                    SQLITE     | COMMIT;
                    SQLITE     | .mode csv
                    """)
    void whatOnlyAClientUnderstandsIsRefusedWithItsLine(SharedDatabase kind, String line) throws SQLException {
        revisions().sql("r1", "", "CREATE TABLE t (a INTEGER);\n" + line + "\n");
        try (TestDatabase database = kind.fresh()) {
            assertThatThrownBy(() -> retort(database).upgrade("heads"))
                    .isInstanceOfSatisfying(
                            RetortException.class,
                            e -> assertThat(e.position().map(SourcePosition::line))
                                    .contains(5));
            assertThat(DatabaseState.schema(database).tables()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE t OWNER TO nobody_here;",
                "GRANT SELECT ON t TO PUBLIC, nobody_here;",
                "CREATE POLICY p ON t FOR SELECT TO postgres, \"nobody_here\" USING (true);",
                "SET ROLE Nobody_Here;",
                "ALTER DEFAULT PRIVILEGES FOR ROLE nobody_here GRANT SELECT ON TABLES TO PUBLIC;",
                "GRANT nobody_here TO postgres;"
            })
    void aRoleThatIsMissingIsNamedBeforeTheRun(String statement) throws SQLException {
        revisions().sql("r1", "", "CREATE TABLE t (a INTEGER);\n" + statement);
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            assertThatThrownBy(() -> retort(database).upgrade("heads"))
                    .isInstanceOfSatisfying(
                            ScriptException.class,
                            e -> assertThat(e.position().map(SourcePosition::line))
                                    .contains(5))
                    .hasMessageContaining("no role 'nobody_here'");
            assertThat(DatabaseState.schema(database).tables())
                    .noneMatch(table -> table.name().name().equals("t"));
        }
    }

    @Test
    void aRoleThatThePlanMakesIsThereForWhatFollows() throws SQLException {
        revisions()
                .sql(
                        "r1",
                        "",
                        "CREATE TABLE t (a INTEGER);\nCREATE ROLE dumped_reader;\nGRANT SELECT ON t TO dumped_reader;")
                .sql("r2", "r1", "REVOKE ALL ON t FROM dumped_reader;\nDROP ROLE dumped_reader;");
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            retort(database).upgrade("heads");
            assertThat(DatabaseState.versionRows(database)).containsExactly("r2");
        }
    }

    private static String dump() {
        return DumpFile.read("pg_dump-15.18-of-14.24.sql");
    }

    private Revisions revisions() {
        return new Revisions(folder);
    }

    private Retort retort(TestDatabase database) {
        return RunSetup.upgrade(folder, database).retort(new MigrationListener() {});
    }
}
