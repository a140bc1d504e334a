package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.dialect.mariadb.MariadbProvider;
import dev.retort.sql.SqlSyntax;
import org.junit.jupiter.api.Test;
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
                "PREPARE TRANSACTION 'x'",
                "INSERT INTO t VALUES (1); COMMIT; DROP TABLE t",
                "SELECT 1; /* now */ ROLLBACK",
                "SET autocommit = 1",
                "SET AUTOCOMMIT TRUE",
                "SET SESSION autocommit = 0",
                "SET @@session.autocommit = ON",
                "SET sql_mode = '', @@autocommit = 1",
                "XA START 'x'",
                "xa begin 'x', 'y', 1",
                "XA COMMIT 'x' ONE PHASE",
                "PREPARE COMMIT x",
                "COMMIT PREPARED 'x'"
            })
    void knowsWhatBeginsOrEndsATransaction(String sql) {
        assertThat(kind(sql).controlsTransaction()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE",
                "set local transaction read only",
                "SET SESSION TRANSACTION READ ONLY",
                "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY",
                "SET transaction_isolation = 'serializable'",
                "SET LOCAL transaction_read_only TO on",
                "SET @@session.tx_read_only = 1",
                "SET sql_mode = '', SESSION transaction_read_only = 1",
                "SET default_transaction_read_only = on",
                "SET SESSION default_transaction_read_only TO 'on'",
                "DELETE FROM t; SET TRANSACTION READ WRITE"
            })
    void knowsWhatSetsWhatATransactionIsLike(String sql) {
        assertThat(kind(sql).setsTransaction()).isTrue();
        assertThat(kind(sql).controlsTransaction()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET GLOBAL TRANSACTION ISOLATION LEVEL SERIALIZABLE",
                "SET GLOBAL tx_read_only = 1",
                "SET transaction_timeout = 0",
                "SET default_transaction_read_only = off",
                "SET default_transaction_isolation = 'serializable'",
                "SET LOCAL lock_timeout = '4s'",
                "SET CONSTRAINTS ALL DEFERRED",
                "SELECT transaction_isolation FROM t",
                "COMMIT"
            })
    void takesNothingElseForWhatATransactionIsLike(String sql) {
        assertThat(kind(sql).setsTransaction()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t VALUES (1)",
                " /* rows */ update t set a = 1",
                "((SELECT 1))",
                "INSERT INTO t VALUES (1); DELETE FROM u;",
                "WITH x AS (SELECT 1) DELETE FROM t"
            })
    void knowsWhatChangesRowsOnly(String sql) {
        assertThat(kind(sql).changesData()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (a INTEGER)",
                "CALL insert_rows()",
                "\"insert\"",
                "-- INSERT",
                "",
                "DELETE FROM t; CREATE TABLE u (a INTEGER)"
            })
    void takesNothingElseForAChangeOfRows(String sql) {
        assertThat(kind(sql).changesData()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SAVEPOINT s",
                "ROLLBACK TO s",
                "ROLLBACK WORK TO SAVEPOINT s",
                "RELEASE SAVEPOINT s",
                "XA RECOVER",
                "PREPARE commit AS SELECT 1",
                "BEGIN NOT ATOMIC INSERT INTO t VALUES (1); END",
                "BEGIN INSERT INTO t VALUES (1); END",
                "PREPARE q AS SELECT 1",
                "SELECT 'COMMIT'",
                "SET sql_mode = 'autocommit'",
                "SELECT autocommit FROM t",
                "'COMMIT'",
                "commitment",
                "-- COMMIT",
                "INSERT INTO t VALUES ('; COMMIT;')",
                "CREATE TRIGGER r AFTER INSERT ON t BEGIN DELETE FROM u; COMMIT; END",
                "CREATE PROCEDURE p() LANGUAGE plpgsql AS $$ BEGIN COMMIT; END $$",
                "BEGIN NOT ATOMIC START TRANSACTION; COMMIT; END",
                ""
            })
    void leavesSavepointsBlocksAndAllElseAlone(String sql) {
        assertThat(kind(sql).controlsTransaction()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "INSERT INTO t VALUES (1), (2)",
                "CREATE TABLE t (a INTEGER, b INTEGER);",
                "ALTER TABLE t ADD a INTEGER, ADD b INTEGER",
                "DROP TABLE t"
            })
    void knowsWhatIsRefusedAsAWhole(String sql) {
        assertThat(kind(sql).isAtomic()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CALL backfill()",
                "DO $$ BEGIN COMMIT; END $$",
                "BEGIN NOT ATOMIC INSERT INTO t VALUES (1); END",
                "DROP TABLE t, u",
                "CREATE UNIQUE INDEX CONCURRENTLY i ON t (a)",
                "INSERT INTO t VALUES (1); INSERT INTO t VALUES (2)",
                "VACUUM"
            })
    void takesNothingElseForRefusedAsAWhole(String sql) {
        assertThat(kind(sql).isAtomic()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# note; it's\nUPDATE t SET a = 1",
                "UPDATE t SET a = 'it\\'s; x'",
                "UPDATE t SET a = \"it\\\"s; x\"",
                "-- note\nDELETE FROM t",
                "/*!40101 UPDATE t SET a = 1 */",
                "/*M!100100 INSERT INTO t VALUES (1) */",
                "/*M!999999\\- enable the sandbox mode */ INSERT INTO t VALUES (1)",
                "SET @a := 1",
                "set @a = last_insert_id(), @b = 2",
                "DO sleep(0)",
                "EXPLAIN UPDATE t SET a = 1",
                "SET STATEMENT max_statement_time=5 FOR UPDATE t SET a = 1",
                "set statement max_statement_time = 5, sort_buffer_size = 1000000 for insert into t values (1)",
                "SET STATEMENT max_statement_time=5 FOR DELETE FROM t",
                "SET STATEMENT max_statement_time=(SELECT a FROM t FOR UPDATE) /* FOR ALTER */ FOR SELECT 1",
                "SET STATEMENT sql_mode='FOR ALTER' FOR REPLACE INTO t VALUES (1)",
                "/*M!100100 SET STATEMENT max_statement_time=5 FOR INSERT INTO t VALUES (1) */",
                "ANALYZE UPDATE t SET a = 1",
                "ANALYZE FORMAT=JSON SELECT 1",
                "SHOW TABLES",
                "DESCRIBE t",
                "LOAD DATA INFILE 'f' INTO TABLE t"
            })
    void readsMariadbAsMariadbDoes(String sql) {
        assertThat(StatementKind.of(sql, MariadbProvider.SYNTAX).changesData()).isTrue();
        assertThat(StatementKind.of(sql, MariadbProvider.SYNTAX).controlsTransaction())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET @@sql_mode = ''",
                "SET sql_mode = ''",
                "SET PASSWORD = PASSWORD('x')",
                "SET STATEMENT max_statement_time=5 FOR ALTER TABLE t ADD a int",
                "SET STATEMENT lock_wait_timeout=1 FOR CREATE TABLE t AS SELECT 1",
                "SET STATEMENT max_statement_time=5 FOR ANALYZE TABLE t",
                "SET STATEMENT max_statement_time=5 FOR CALL p()",
                "SET STATEMENT max_statement_time=5",
                "LOAD INDEX INTO CACHE t",
                "ANALYZE TABLE t",
                "BEGIN NOT ATOMIC UPDATE t SET a = 1; END"
            })
    void takesForACommitOfMariadbWhatMayBeOne(String sql) {
        assertThat(StatementKind.of(sql, MariadbProvider.SYNTAX).changesData()).isFalse();
    }

    @Test
    void seesThroughWhatMariadbSetsForOneStatement() {
        String setting = "SET STATEMENT max_statement_time=5 FOR ";

        assertThat(StatementKind.of(setting + "COMMIT", MariadbProvider.SYNTAX).controlsTransaction())
                .isTrue();
        assertThat(StatementKind.of(setting + "SET TRANSACTION READ ONLY", MariadbProvider.SYNTAX)
                        .setsTransaction())
                .isTrue();
        assertThat(StatementKind.of(setting + "ALTER TABLE t ADD a int, ADD b int", MariadbProvider.SYNTAX)
                        .isAtomic())
                .isTrue();
        assertThat(StatementKind.of(setting + "DROP TABLE t, u", MariadbProvider.SYNTAX)
                        .isAtomic())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN NOT ATOMIC INSERT INTO t VALUES (1); COMMIT; END",
                "IF a THEN START TRANSACTION; END IF",
                "CASE 1 WHEN 1 THEN SELECT 1; ELSE ROLLBACK; END CASE",
                "WHILE 1 DO SET autocommit = 0; END WHILE",
                "FOR i IN 1..2 DO BEGIN COMMIT; END; END FOR",
                "BEGIN NOT ATOMIC DECLARE EXIT HANDLER FOR SQLEXCEPTION ROLLBACK; UPDATE t SET a = 1; END",
                "BEGIN NOT ATOMIC DECLARE CONTINUE HANDLER FOR NOT FOUND, SQLSTATE VALUE '23000' COMMIT; SELECT 1; END",
                "BEGIN NOT ATOMIC DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; RESIGNAL; END; SELECT 1; END",
                "BEGIN NOT ATOMIC x: LOOP LEAVE x; END LOOP; COMMIT; END"
            })
    void findsTransactionControlInCompoundStatements(String sql) {
        assertThat(StatementKind.of(sql, MariadbProvider.SYNTAX).controlsTransactionWithin())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN NOT ATOMIC BEGIN END; ROLLBACK TO s; END",
                "IF a THEN BEGIN SELECT 'COMMIT'; END; ELSE SELECT CASE WHEN 1 THEN 2 END; END IF",
                "LOOP INSERT INTO t VALUES (1); END LOOP",
                "BEGIN NOT ATOMIC DECLARE EXIT HANDLER FOR SQLEXCEPTION ROLLBACK TO s; SELECT 1; END",
                "BEGIN NOT ATOMIC DECLARE rollback INT; DECLARE CONTINUE HANDLER FOR NOT FOUND SET rollback = 1; END",
                "BEGIN NOT ATOMIC SELECT CASE a WHEN 1 THEN commit ELSE rollback END FROM t; END"
            })
    void leavesOtherCompoundStatementsAlone(String sql) {
        StatementKind kind = StatementKind.of(sql, MariadbProvider.SYNTAX);
        assertThat(kind.controlsTransaction()).isFalse();
        assertThat(kind.controlsTransactionWithin()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/*!50000 COMMIT */", "/*! SET autocommit = 0 */", "/*M!100100 START TRANSACTION */"})
    void findsTransactionControlInCommentsThatAreExecuted(String sql) {
        assertThat(StatementKind.of(sql, MariadbProvider.SYNTAX).controlsTransaction())
                .isTrue();
        assertThat(kind(sql).controlsTransaction()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1 AS end; SELECT 2; END",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT begin FROM t; END"
            })
    void takesABodyWithTheWordsOfBlocksForOneStatement(String sql) {
        assertThat(kind(sql).isSeveral()).isFalse();
        assertThat(kind(sql).controlsTransaction()).isFalse();
        assertThat(kind(sql).isAtomic()).isTrue();
    }

    private static StatementKind kind(String sql) {
        return StatementKind.of(sql, SqlSyntax.COMMON);
    }
}
