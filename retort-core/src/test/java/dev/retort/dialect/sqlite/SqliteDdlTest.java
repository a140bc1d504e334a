package dev.retort.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.dialect.DdlCompiler;
import dev.retort.dialect.Dialects;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.CreateTable;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.OutsideTransaction;
import dev.retort.operation.TableBatch;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.StandardType;
import dev.retort.schema.Table;
import dev.retort.schema.TypeKind;
import java.util.List;
import org.junit.jupiter.api.Test;
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

    @Test
    void refusesAForeignKeyToATableOfAnotherDatabaseFile() {
        QualifiedName table = QualifiedName.parse("app.visits");
        ForeignKey key = ForeignKey.of("fk", List.of("guest"), QualifiedName.of("guests"), List.of("id"));
        AddConstraint added = new AddConstraint(table, key);
        Table made = Table.of(table, List.of(Column.of("guest", StandardType.of(TypeKind.INTEGER)), key));

        assertThat(List.of(
                        new CreateTable(made),
                        added,
                        new TableBatch(table, List.of(added), TableBatch.Recreate.AUTO, List.of(), null)))
                .allSatisfy(operation -> assertThatThrownBy(() -> DDL.compile(operation))
                        .isInstanceOf(UnsupportedByDialectException.class)
                        .hasMessageContaining("its own database file"));
        assertThat(DDL.compile(new AddConstraint(table, key.references(table.sibling("guests")))))
                .hasSize(1);
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
