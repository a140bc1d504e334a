package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.DialectName;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.OutsideTransaction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                    sqlite     | VACUUM
                    sqlite     | vacuum into 'copy.db'
                    sqlite     | DETACH DATABASE other
                    sqlite     | PRAGMA journal_mode = WAL
                    sqlite     | PRAGMA main.synchronous(1);
                    sqlite     | PRAGMA foreign_keys = OFF
                    sqlite     | PRAGMA wal_checkpoint
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

    @Test
    void whatGivesUpTheLockIsRefusedEverywhere() {
        ExecuteSql statement = new ExecuteSql("DISCARD ALL", List.of());

        assertThatThrownBy(() -> ddl("postgresql").compile(new OutsideTransaction(List.of(statement))))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("gives up the lock");
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
        return DIALECTS.named(new DialectName(database)).orElseThrow().ddl();
    }
}
