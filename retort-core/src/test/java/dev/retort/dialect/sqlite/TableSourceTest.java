package dev.retort.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.dialect.sqlite.TableSource.ClauseKind;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableSourceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (a)",
                "CREATE TABLE t(a INT,b VARCHAR(10) NOT NULL DEFAULT 'x,)' , c)",
                "CREATE TABLE t (\n  a int -- first, (\n  , /* b */ b text -- last\n) STRICT, WITHOUT ROWID",
                "CREATE TABLE t (a, UNIQUE (a) CHECK (a > 0) CONSTRAINT f FOREIGN KEY (a) REFERENCES t)",
                "CREATE TABLE t (a CONSTRAINT named CONSTRAINT other NOT NULL ON CONFLICT IGNORE)",
                "CREATE TABLE t AS SELECT 1",
                "CREATE TABLE t (a, (b), , c",
                ""
            })
    void whatIsNotChangedStaysAsItIs(String sql) {
        assertThat(TableSource.of(sql).text()).isEqualTo(sql);
    }

    @Test
    void anyTextStaysAsItIs() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder sql = new StringBuilder("CREATE TABLE t (");
            for (int i = random.nextInt(20); i > 0; i--) {
                sql.append(TableTextTest.PIECES[random.nextInt(TableTextTest.PIECES.length)])
                        .append(random.nextBoolean() ? " " : "");
            }
            assertThat(TableSource.of(sql.toString()).text()).isEqualTo(sql.toString());
        }
    }

    @Test
    void aColumnIsItsNameItsTypeAndItsClauses() {
        TableSource source =
                TableSource.of("CREATE TABLE t (\"a b\" unsigned big int (20) CONSTRAINT n NOT NULL ON CONFLICT FAIL"
                        + " DEFAULT -1 COLLATE nocase REFERENCES o (x) ON DELETE SET NULL ON UPDATE NO ACTION MATCH FULL"
                        + " NOT DEFERRABLE INITIALLY IMMEDIATE NULL UNIQUE CHECK (a > (1)) AS (1 + 1) STORED)");

        TableSource.Element column = source.elements().get(0);

        assertThat(column.column()).isEqualTo("a b");
        assertThat(column.type()).isEqualTo("unsigned big int (20)");
        assertThat(column.clauses())
                .extracting(TableSource.Clause::kind)
                .containsExactly(
                        ClauseKind.NOT_NULL,
                        ClauseKind.DEFAULT,
                        ClauseKind.COLLATE,
                        ClauseKind.REFERENCES,
                        ClauseKind.NULL,
                        ClauseKind.UNIQUE,
                        ClauseKind.CHECK,
                        ClauseKind.GENERATED);
        assertThat(column.clauses().get(0).name()).isEqualTo("n");
    }

    @Test
    void columnsAreAddedBeforeConstraintsAndConstraintsAtTheEnd() {
        TableSource source =
                TableSource.of("CREATE TABLE t (\n    a int, -- the first\n    CHECK (a > 0) -- the last\n)");

        source.addColumn("b text NOT NULL");
        source.addConstraint("CONSTRAINT u UNIQUE (b)");

        assertThat(source.text())
                .isEqualTo(
                        "CREATE TABLE t (\n    a int,\n    b text NOT NULL, -- the first\n    CHECK (a > 0) -- the last\n,\n"
                                + "    CONSTRAINT u UNIQUE (b))");
    }
}
