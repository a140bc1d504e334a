package dev.retort.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.dialect.DdlCompiler;
import dev.retort.dialect.Dialects;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.OutsideTransaction;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteDdlTest {

    private static final DdlCompiler DDL = Dialects.loadedFrom(SqliteDdlTest.class.getClassLoader())
            .forUrl("jdbc:sqlite:file.db")
            .ddl();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE one (a integer); CREATE TABLE two (a integer)",
                "CREATE TABLE one (a integer);\n-- and\nINSERT INTO one VALUES (1);",
                "CREATE TRIGGER t AFTER INSERT ON one BEGIN SELECT 1; END; SELECT 2"
            })
    void refusesATextOfSeveralStatementsOfWhichTheDriverWouldDropAllButTheFirst(String sql) {
        Operation operation = new ExecuteSql(sql, List.of());

        assertThatThrownBy(() -> DDL.compile(operation))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("write each by itself");
        assertThatThrownBy(() -> DDL.compile(new OutsideTransaction(List.of(operation))))
                .isInstanceOf(UnsupportedByDialectException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE one (a integer);",
                "CREATE TABLE one (a text DEFAULT 'a;b') -- a; b",
                "CREATE TRIGGER t AFTER INSERT ON one BEGIN SELECT CASE WHEN 1 THEN 2 END; DELETE FROM two; END;",
                "PRAGMA user_version = 3"
            })
    void takesOneStatement(String sql) {
        assertThat(DDL.compile(new ExecuteSql(sql, List.of()))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRAGMA foreign_keys = OFF", "pragma foreign_keys(0);", "PRAGMA main.foreign_keys=ON"})
    void refusesInATransactionWhatHasNoEffectThere(String sql) {
        Operation operation = new ExecuteSql(sql, List.of());

        assertThatThrownBy(() -> DDL.compile(operation))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("outside transaction");
        assertThat(DDL.compile(new OutsideTransaction(List.of(operation)))).hasSize(1);
    }
}
