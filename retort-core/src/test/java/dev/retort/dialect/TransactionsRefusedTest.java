package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.OutsideTransaction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What databases do not run in a transaction is refused before the first step, unless it stands outside. */
class TransactionsRefusedTest {

    private static final Dialects DIALECTS = Dialects.loadedFrom(TransactionsRefusedTest.class.getClassLoader());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    postgresql | CREATE INDEX CONCURRENTLY i ON t (a)
                    postgresql | /* big */ create unique index concurrently if not exists i on t (a)
                    postgresql | DROP INDEX CONCURRENTLY IF EXISTS i
                    postgresql | REINDEX TABLE CONCURRENTLY t
                    postgresql | REINDEX (VERBOSE) INDEX CONCURRENTLY i
                    postgresql | REINDEX (CONCURRENTLY, VERBOSE) INDEX i
                    postgresql | REINDEX (CONCURRENTLY on) INDEX i
                    postgresql | REINDEX DATABASE d
                    postgresql | REINDEX (VERBOSE) SYSTEM d
                    postgresql | REINDEX SCHEMA public
                    postgresql | VACUUM
                    postgresql | -- after the purge%nVACUUM (FULL, ANALYZE) t;
                    postgresql | ALTER SYSTEM SET work_mem = '4MB'
                    postgresql | CREATE DATABASE d
                    postgresql | DROP DATABASE IF EXISTS d
                    postgresql | ALTER DATABASE d SET TABLESPACE fast
                    postgresql | CREATE TABLESPACE fast LOCATION '/fast'
                    postgresql | DROP TABLESPACE fast
                    postgresql | ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY
                    postgresql | CREATE SUBSCRIPTION s CONNECTION 'c' PUBLICATION p
                    postgresql | ALTER SUBSCRIPTION s REFRESH PUBLICATION
                    postgresql | ALTER SUBSCRIPTION s ADD PUBLICATION p
                    postgresql | DROP SUBSCRIPTION s
                    postgresql | CLUSTER
                    postgresql | CLUSTER (VERBOSE)
                    postgresql | DO $$ BEGIN UPDATE t SET a = 1; COMMIT; END $$
                    postgresql | DO $body$ DECLARE i int; BEGIN LOOP i := 1; IF i > 1 THEN rollback and chain; END IF; END LOOP; END $body$
                    postgresql | DO LANGUAGE plpgsql 'BEGIN COMMIT AND NO CHAIN; END'
                    postgresql | DO $$ <<block>> BEGIN <<again>> COMMIT; END $$ LANGUAGE 'plpgsql'
                    sqlite     | VACUUM
                    sqlite     | vacuum into 'copy.db'
                    sqlite     | DETACH DATABASE other
                    sqlite     | PRAGMA journal_mode = WAL
                    sqlite     | PRAGMA main.synchronous(1);
                    sqlite     | PRAGMA foreign_keys = OFF
                    sqlite     | PRAGMA wal_checkpoint
                    sqlite     | PRAGMA main."journal_mode" = WAL
                    sqlite     | PRAGMA [synchronous] = 1
                    """)
    void isRefusedInATransactionAndRunsOutside(String database, String text) {
        DdlCompiler ddl = ddl(database);
        ExecuteSql statement = new ExecuteSql(text.replace("%n", "\n"), List.of());

        assertThatThrownBy(() -> ddl.compile(statement))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("'-- outside transaction'")
                .hasMessageContaining("op.outsideTransaction(");
        assertThat(ddl.compile(new OutsideTransaction(List.of(statement))))
                .singleElement()
                .matches(Executable::outsideTransaction);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    postgresql | DISCARD ALL                            | releases the lock
                    postgresql | SELECT pg_advisory_unlock_all()        | releases the lock
                    postgresql | select 1, PG_CATALOG."pg_advisory_unlock_all" ( ) | releases the lock
                    postgresql | DO $$ BEGIN PERFORM pg_advisory_unlock_all(); END $$ | releases the lock
                    postgresql | SET client_encoding = 'LATIN1'         | speaks UTF-8 alone
                    postgresql | SET SESSION client_encoding TO win1252 | speaks UTF-8 alone
                    postgresql | SET NAMES 'latin1'                     | speaks UTF-8 alone
                    mariadb    | DO Release_All_Locks()                 | releases the lock
                    mariadb    | CREATE TABLE q AS SELECT release_all_locks() | releases the lock
                    mariadb    | SHUTDOWN WAIT FOR ALL SLAVES           | end the server
                    mariadb    | SET sql_select_limit = 0               | not see all rows
                    mariadb    | SET @a = 1, SESSION sql_select_limit := 5 | not see all rows
                    mariadb    | SET @@session.max_session_mem_used=8192 | not see all rows
                    mariadb    | SET NAMES latin1                       | speaks UTF-8 alone
                    mariadb    | SET NAMES "latin1"                     | speaks UTF-8 alone
                    mariadb    | SET CHARACTER SET 'latin1'             | speaks UTF-8 alone
                    mariadb    | /*!40101 SET character_set_client = latin1 */ | speaks UTF-8 alone
                    mariadb    | LOCK TABLES t WRITE                    | lock Retort out
                    mariadb    | FLUSH TABLES WITH READ LOCK            | lock Retort out
                    mariadb    | FLUSH LOCAL TABLES t, u WITH READ LOCK | lock Retort out
                    mariadb    | FLUSH TABLE t FOR EXPORT               | lock Retort out
                    mariadb    | BACKUP STAGE START                     | lock Retort out
                    mariadb    | BACKUP LOCK t                          | lock Retort out
                    h2         | SHUTDOWN COMPACT                       | close the database
                    h2         | DROP ALL OBJECTS DELETE FILES          | Retort's metadata tables
                    h2         | SET EXCLUSIVE TRUE                     | lock out the connection
                    sqlite     | PRAGMA query_only = ON                 | not even the version rows
                    sqlite     | PRAGMA main.query_only(1)              | not even the version rows
                    """)
    void whatARunWouldNotOutlastIsRefusedWithOneAnswerInsideAndOutside(String database, String text, String why) {
        ExecuteSql statement = new ExecuteSql(text, List.of());

        for (Operation operation : List.of(statement, new OutsideTransaction(List.of(statement)))) {
            assertThatThrownBy(() -> ddl(database).compile(operation))
                    .isInstanceOf(UnsupportedByDialectException.class)
                    .hasMessageContaining(why);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOCK TABLE t",
                "lock t in exclusive mode",
                "SAVEPOINT s",
                "RELEASE SAVEPOINT s",
                "ROLLBACK TO s",
                "DECLARE c CURSOR FOR SELECT 1",
                "DECLARE c CURSOR WITHOUT HOLD FOR SELECT 1"
            })
    void whatPostgresqlRunsInATransactionAloneIsRefusedOutside(String text) {
        ExecuteSql statement = new ExecuteSql(text, List.of());

        assertThat(ddl("postgresql").compile(statement)).hasSize(1);
        assertThatThrownBy(() -> ddl("postgresql").compile(new OutsideTransaction(List.of(statement))))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("outside a transaction");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    postgresql | DECLARE c CURSOR WITH HOLD FOR SELECT 1
                    postgresql | LOCK TABLE t; DELETE FROM t
                    postgresql | DISCARD TEMP
                    postgresql | SELECT pg_advisory_unlock(42)
                    postgresql | COMMENT ON TABLE t IS 'never pg_advisory_unlock_all()'
                    postgresql | SELECT 1 -- pg_advisory_unlock_all()
                    postgresql | SELECT pg_advisory_unlock_all FROM t
                    postgresql | SET client_encoding = 'UTF8'
                    postgresql | SET NAMES utf8
                    mariadb    | FLUSH TABLES
                    mariadb    | SET NAMES utf8mb4 COLLATE utf8mb4_bin
                    mariadb    | SET character_set_client = @saved_cs_client
                    mariadb    | SET sql_select_limit = DEFAULT
                    mariadb    | SET @x = 'SET NAMES latin1', @y = 'sql_select_limit = 0'
                    mariadb    | SET STATEMENT sql_select_limit = 1 FOR SELECT 1
                    mariadb    | CREATE FUNCTION f() RETURNS INT RETURN release_all_locks()
                    mariadb    | SELECT RELEASE_LOCK('mine'), 'release_all_locks()'
                    mariadb    | SAVEPOINT s
                    h2         | DROP TABLE objects
                    sqlite     | PRAGMA query_only
                    sqlite     | PRAGMA query_only = off
                    """)
    void runsInsideAndOutside(String database, String text) {
        ExecuteSql statement = new ExecuteSql(text, List.of());

        assertThat(ddl(database).compile(statement)).hasSize(1);
        assertThat(ddl(database).compile(new OutsideTransaction(List.of(statement))))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    postgresql | CREATE INDEX "concurrently" ON t (a)
                    postgresql | REINDEX TABLE t
                    postgresql | REINDEX (CONCURRENTLY false) TABLE t
                    postgresql | CLUSTER t USING i
                    postgresql | ANALYZE
                    postgresql | ALTER TABLE p DETACH PARTITION p1
                    postgresql | ALTER TABLE p DETACH PARTITION p1 FINALIZE
                    postgresql | ALTER DATABASE d SET work_mem = '4MB'
                    postgresql | ALTER TYPE e ADD VALUE 'b'
                    postgresql | REFRESH MATERIALIZED VIEW CONCURRENTLY v
                    postgresql | CREATE SUBSCRIPTION s CONNECTION 'c' PUBLICATION p WITH (connect = false)
                    postgresql | CREATE SUBSCRIPTION s CONNECTION 'c' PUBLICATION p WITH (create_slot = off)
                    postgresql | ALTER SUBSCRIPTION s SET PUBLICATION p WITH (refresh = false)
                    postgresql | SELECT 'VACUUM'
                    postgresql | DO $$ DECLARE commit int; BEGIN commit := 1; UPDATE t SET rollback = commit; END $$
                    postgresql | DO $$ BEGIN RAISE NOTICE 'a; COMMIT;'; /* COMMIT; */ END $$
                    postgresql | DO $$ COMMIT; $$ LANGUAGE plpython3u
                    postgresql | CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN COMMIT; END $$
                    postgresql | CALL p()
                    postgresql | LOCK TABLE t
                    postgresql | DISCARD PLANS
                    sqlite     | ATTACH DATABASE 'other.db' AS other
                    sqlite     | PRAGMA journal_mode
                    sqlite     | PRAGMA user_version = 7
                    sqlite     | ANALYZE
                    mariadb    | OPTIMIZE TABLE t
                    h2         | ANALYZE
                    """)
    void runsInATransaction(String database, String text) {
        assertThat(ddl(database).compile(new ExecuteSql(text, List.of()))).hasSize(1);
    }

    @Test
    void isRefusedOutsideTooAmongOtherStatementsOfOneText() {
        OutsideTransaction block = new OutsideTransaction(List.of(new ExecuteSql("SELECT 1; VACUUM t", List.of())));

        assertThatThrownBy(() -> ddl("postgresql").compile(block))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("write each by itself");
    }

    private static DdlCompiler ddl(String database) {
        return DIALECTS.named(database).ddl();
    }
}
