package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementKindTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COMMIT",
                "commit work",
                "-- done\nCOMMIT AND CHAIN",
                "BEGIN",
                "/* now */ begin  transaction",
                "BEGIN IMMEDIATE",
                "BEGIN ISOLATION LEVEL SERIALIZABLE",
                "START TRANSACTION",
                "START\nTRANSACTION READ ONLY",
                "END",
                "END TRANSACTION",
                "ROLLBACK",
                "ROLLBACK AND NO CHAIN",
                "ROLLBACK;",
                "BEGIN; INSERT INTO t VALUES (1); COMMIT;",
                "ABORT",
                "PREPARE TRANSACTION 'x'"
            })
    void knowsWhatBeginsOrEndsATransaction(String sql) {
        assertThat(StatementKind.controlsTransaction(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t VALUES (1)",
                " /* rows */ update t set a = 1",
                "((SELECT 1))",
                "WITH x AS (SELECT 1) DELETE FROM t"
            })
    void knowsWhatChangesRowsOnly(String sql) {
        assertThat(StatementKind.changesData(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE TABLE t (a INTEGER)", "CALL insert_rows()", "\"insert\"", "-- INSERT", ""})
    void takesNothingElseForAChangeOfRows(String sql) {
        assertThat(StatementKind.changesData(sql)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SAVEPOINT s",
                "ROLLBACK TO s",
                "ROLLBACK WORK TO SAVEPOINT s",
                "RELEASE SAVEPOINT s",
                "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE",
                "BEGIN NOT ATOMIC INSERT INTO t VALUES (1); END",
                "BEGIN INSERT INTO t VALUES (1); END",
                "PREPARE q AS SELECT 1",
                "SELECT 'COMMIT'",
                "'COMMIT'",
                "commitment",
                "-- COMMIT",
                ""
            })
    void leavesSavepointsBlocksAndAllElseAlone(String sql) {
        assertThat(StatementKind.controlsTransaction(sql)).isFalse();
    }
}
