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
                "ABORT",
                "PREPARE TRANSACTION 'x'"
            })
    void knowsWhatBeginsOrEndsATransaction(String sql) {
        assertThat(StatementKind.controlsTransaction(sql)).isTrue();
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
                "commitment",
                "-- COMMIT",
                ""
            })
    void leavesSavepointsBlocksAndAllElseAlone(String sql) {
        assertThat(StatementKind.controlsTransaction(sql)).isFalse();
    }
}
