package dev.retort.tests.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.operation.DropConstraint;
import dev.retort.schema.Constraint;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.tests.server.DatabaseUnderTest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever inspection finds without a name is dropped by that, and nothing else. */
class DroppedByContentIT {

    private static final int TABLES = 100;

    private static final QualifiedName T = QualifiedName.of("t");

    private static final List<String> OF_COLUMNS = List.of(
            "UNIQUE",
            "CHECK (x > 0)",
            "check(x<>5)",
            "REFERENCES p",
            "REFERENCES \"P\" (ID) ON DELETE CASCADE",
            "CONSTRAINT n_x UNIQUE",
            "NOT NULL",
            "REFERENCES p DEFAULT 1 DEFERRABLE INITIALLY DEFERRED");

    private static final List<String> OF_TABLES = List.of(
            "UNIQUE (a, b)",
            "UNIQUE (c)",
            "CHECK (a < b)",
            "CHECK (c > 0)",
            "FOREIGN KEY (b) REFERENCES p (id)",
            "FOREIGN KEY (c) REFERENCES p ON UPDATE SET NULL ON DELETE RESTRICT NOT DEFERRABLE",
            "CONSTRAINT k CHECK (b > 1)",
            "CONSTRAINT f FOREIGN KEY (a) REFERENCES p");

    static LongStream seeds() {
        return LongStream.range(0, TABLES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsFoundWithoutANameIsDroppedAlone(long seed) throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.SQLITE)) {
            bench.sql(
                    "CREATE TABLE p (id INTEGER PRIMARY KEY)",
                    "INSERT INTO p VALUES (1), (2), (3)",
                    table(new Random(seed)),
                    "INSERT INTO t VALUES (1, 2, 3)");
            List<Constraint> all = found(bench).constraints();

            for (Constraint unnamed :
                    all.stream().filter(one -> one.name() == null).toList()) {
                List<Constraint> before = found(bench).constraints();
                DropConstraint drop = new DropConstraint(T, null, unnamed);
                if (Collections.frequency(before, unnamed) > 1) {
                    assertThatThrownBy(() -> bench.run(drop)).hasMessageContaining("which one is meant");
                } else {
                    bench.run(drop);
                    List<Constraint> rest = new ArrayList<>(before);
                    rest.remove(unnamed);
                    assertThat(found(bench).constraints()).isEqualTo(rest);
                }
            }

            assertThat(found(bench).constraints())
                    .containsExactlyElementsOf(all.stream()
                            .filter(one -> one.name() != null || Collections.frequency(all, one) > 1)
                            .toList());
            assertThat(row(bench)).isEqualTo("1 2 3");
        }
    }

    private static String table(Random random) {
        List<String> parts = new ArrayList<>();
        for (String column : List.of("a", "b", "c")) {
            parts.add(column + " INTEGER "
                    + String.join(" ", some(OF_COLUMNS, random)).replace("x", column));
        }
        parts.addAll(some(OF_TABLES, random));
        return "CREATE TABLE t (" + String.join(", ", parts) + ")";
    }

    private static List<String> some(List<String> all, Random random) {
        List<String> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, random.nextInt(4));
    }

    private static Table found(Workbench bench) throws SQLException {
        return bench.inspect().table(T).orElseThrow();
    }

    private static String row(Workbench bench) throws SQLException {
        try (Statement statement = bench.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT a || ' ' || b || ' ' || c FROM t")) {
            return row.next() ? row.getString(1) : "";
        }
    }
}
