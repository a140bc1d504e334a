package dev.retort.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.retort.schema.Constraints;
import dev.retort.schema.Deferrability;
import dev.retort.schema.UniqueConstraint;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TableTextTest {

    static final String[] PIECES = {
        "(",
        ")",
        ",",
        "CONSTRAINT",
        "x",
        "\"a b\"",
        "'t'",
        "PRIMARY KEY",
        "UNIQUE",
        "CHECK",
        "FOREIGN KEY",
        "REFERENCES",
        "DEFAULT",
        "GENERATED ALWAYS AS",
        "AS",
        "STORED",
        "NOT NULL",
        "COLLATE nocase",
        "-- c\n",
        "/*",
        "[",
        "`",
        "AUTOINCREMENT",
        "5",
        "DESC"
    };

    @Test
    void readsConstraintsOfColumnsAndOfTheTable() {
        TableText text = new TableText("""
                CREATE TABLE t (
                    a INT CONSTRAINT no NOT NULL UNIQUE,
                    b INT DEFAULT (1) CONSTRAINT positive CHECK (b > (0)),
                    "check" INT CONSTRAINT up REFERENCES t (a),
                    UNIQUE (a, "check"), CONSTRAINT last FOREIGN KEY (a) REFERENCES t (a)
                )""");
        assertThat(text.uniqueConstraints())
                .containsExactly(
                        UniqueConstraint.of(null, List.of("a")), UniqueConstraint.of(null, List.of("a", "check")));
        assertThat(text.checks()).containsExactly(Constraints.check("positive", "b > (0)"));
        assertThat(text.references()).extracting(TableText.Reference::name).containsExactly("up", "last");
        assertThat(text.primaryKeyName()).isNull();
    }

    @Test
    void readsWhenAForeignKeyIsChecked() {
        TableText text = new TableText("""
                CREATE TABLE t (
                    a INT REFERENCES t (a) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
                    b INT NULL REFERENCES t (a) NOT DEFERRABLE,
                    FOREIGN KEY (a) REFERENCES t (a) ON UPDATE SET NULL DEFERRABLE
                )""");
        assertThat(text.references())
                .extracting(TableText.Reference::deferrability)
                .containsExactly(
                        Deferrability.INITIALLY_DEFERRED,
                        Deferrability.NOT_DEFERRABLE,
                        Deferrability.INITIALLY_IMMEDIATE);
    }

    @Test
    void neverFailsWhateverTheTextIs() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder sql = new StringBuilder(i % 2 == 0 ? "CREATE TABLE t (" : "");
            for (int n = random.nextInt(15); n > 0; n--) {
                sql.append(PIECES[random.nextInt(PIECES.length)]).append(' ');
            }
            assertThatCode(() -> new TableText(sql.toString())).as("%s", sql).doesNotThrowAnyException();
            assertThatCode(() -> new IndexText(sql.toString()).read("i"))
                    .as("%s", sql)
                    .doesNotThrowAnyException();
        }
    }
}
