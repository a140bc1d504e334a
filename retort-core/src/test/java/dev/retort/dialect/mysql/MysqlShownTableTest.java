package dev.retort.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.retort.dialect.mariadb.ReportedColumn;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Index;
import java.util.List;
import org.junit.jupiter.api.Test;

class MysqlShownTableTest {

    private static final MysqlShownTable TABLE = MysqlShownTable.of("""
            CREATE TABLE `t` (
              `a` int DEFAULT '5',
              `p` point NOT NULL /*!80003 SRID 4326 */,
              `q` int /*!50606 STORAGE MEMORY */ /*!50606 COLUMN_FORMAT FIXED */ DEFAULT NULL,
              `s` int DEFAULT NULL /*!80023 INVISIBLE */ COMMENT 'c /*!1 x */',
              `b` binary(3) DEFAULT 'a\\0b',
              `v` varbinary(8) DEFAULT 0xFF00,
              `d` datetime(6) DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),
              `g` int GENERATED ALWAYS AS ((`a` + 1)) STORED NOT NULL,
              `n` varchar(9) CHARACTER SET latin1 COLLATE latin1_bin DEFAULT (concat(_utf8mb4'a',_utf8mb4'b')),
              PRIMARY KEY (`a`),
              UNIQUE KEY `fx` ((lower(`n`)) DESC,`s`(3),`a` DESC) /*!80000 INVISIBLE */,
              KEY `ix` (`a`),
              CONSTRAINT `c1` CHECK ((`a` < 10)) /*!80016 NOT ENFORCED */,
              CONSTRAINT `c2` CHECK ((`n` <> _utf8mb4'z'))
            ) /*!50100 TABLESPACE `ts` */ ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_0900_ai_ci
            /*!50100 PARTITION BY HASH (`a`)
            PARTITIONS 2 */""");

    @Test
    void columnsHaveWhatStandsInCommentsOfVersionsToo() {
        assertThat(TABLE.columns())
                .extracting(ReportedColumn::name, ReportedColumn::type, ReportedColumn::invisible)
                .contains(tuple("p", "point", false), tuple("q", "int", false), tuple("s", "int", true));
        assertThat(TABLE.columns().get(3).comment()).isEqualTo("c /*!1 x */");
        assertThat(TABLE.lines().get(1).clause("srid")).isEqualTo("4326");
        assertThat(TABLE.lines().get(2).clause("storage")).isEqualTo("MEMORY");
        assertThat(TABLE.lines().get(2).clause("column_format")).isEqualTo("FIXED");
    }

    @Test
    void defaultsAreSql() {
        assertThat(TABLE.columns())
                .extracting(ReportedColumn::defaultValue)
                .containsExactly(
                        "'5'",
                        null,
                        "NULL",
                        "NULL",
                        "X'610062'",
                        "X'ff00'",
                        "CURRENT_TIMESTAMP(6)",
                        null,
                        "(concat(_utf8mb4'a',_utf8mb4'b'))");
        ReportedColumn computed = TABLE.columns().get(7);
        assertThat(computed.generation()).isEqualTo("`a` + 1");
        assertThat(computed.stored()).isTrue();
        assertThat(computed.nullable()).isFalse();
    }

    @Test
    void checksSayWhetherTheyAreEnforced() {
        assertThat(TABLE.checks())
                .containsExactly(
                        CheckConstraint.of("c1", "`a` < 10").enforced(false), CheckConstraint.of("c2", "`n` <> 'z'"));
    }

    @Test
    void indexesOverExpressionsAreRead() {
        assertThat(TABLE.indexesOverExpressions())
                .containsExactly(Index.of(
                                "fx",
                                List.of(
                                        Index.Part.expression("lower(`n`)").descending(true),
                                        Index.Part.column("s").length(3),
                                        Index.Part.column("a").descending(true)))
                        .unique(true)
                        .option("invisible", ""));
    }
}
