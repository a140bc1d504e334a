package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.error.UnsupportedByDialectException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Constraints that have no name in the database, which are dropped by what they say, or by the name that a convention makes. */
class UnnamedConstraintsTest extends RebuildProject {

    private static final Map<String, String> CONVENTION = Map.of(
            "uq", "uq_%(table_name)s_%(column_0_N_name)s",
            "fk", "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk", "pk_%(table_name)s");

    private static final String IN_BATCH = "namingConvention(java.util.Map.of(\"uq\","
            + " \"uq_%(table_name)s_%(column_0_N_name)s\", \"ck\", \"ck_%(table_name)s\", \"fk\","
            + " \"fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s\", \"pk\", \"pk_%(table_name)s\"))";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a TEXT UNIQUE, b INT                                      | unnamedUnique("A")                  | a TEXT, b INT
            a TEXT UNIQUE, b INT UNIQUE                               | unnamedUnique("b")                  | a TEXT UNIQUE, b INT
            a TEXT UNIQUE, b INT, CONSTRAINT u UNIQUE (a)             | unnamedUnique("a")                  | a TEXT, b INT, CONSTRAINT u UNIQUE (a)
            a TEXT, b INT CHECK (b>0 AND "b"<9) CHECK (b <> 5)        | unnamedCheck("(b > 0) and b < 9")   | a TEXT, b INT CHECK (b <> 5)
            a TEXT, b INT, CHECK (abs(b) > 0) CHECK ("a" <> '))')      | unnamedCheck("abs(b)>0")            | a TEXT, b INT, CHECK ("a" <> '))')
            a TEXT PRIMARY KEY, b INT                                 | primaryKey("a")                     | a TEXT, b INT
            a TEXT, b INT, CONSTRAINT k PRIMARY KEY (a, b)            | primaryKey("A", "b")                | a TEXT, b INT
            a TEXT, b INT REFERENCES p                                | unnamedForeignKey("b").references("p", "id") | a TEXT, b INT
            a TEXT, b INT REFERENCES P (ID) MATCH FULL                | unnamedForeignKey("b").references("p", "id") | a TEXT, b INT
            a TEXT, b INT REFERENCES p ON UPDATE SET NULL ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED | unnamedForeignKey("b").references("p", "id").onDelete(ReferentialAction.CASCADE).onUpdate(ReferentialAction.SET_NULL).deferrability(Deferrability.INITIALLY_DEFERRED) | a TEXT, b INT
            a TEXT, b INT REFERENCES p NOT NULL DEFERRABLE INITIALLY DEFERRED | unnamedForeignKey("b").references("p", "id").deferrability(Deferrability.INITIALLY_DEFERRED) | a TEXT, b INT NOT NULL
            a TEXT, b INT, FOREIGN KEY (b) REFERENCES p (id), FOREIGN KEY (b) REFERENCES q (id) ON DELETE NO ACTION | unnamedForeignKey("b").references("q", "id") | a TEXT, b INT, FOREIGN KEY (b) REFERENCES p (id)
            a TEXT, b INT REFERENCES t (a) REFERENCES p               | unnamedForeignKey("b").references("t", "a") | a TEXT, b INT REFERENCES p
            """)
    void aConstraintWithoutANameIsDroppedByWhatItSays(String before, String constraint, String after)
            throws SQLException {
        createTable(before);
        revisions.java("r1", "", "op.dropConstraint(\"t\", Constraints." + constraint + ");");

        retort(false).upgrade();

        assertThat(schema()).contains("CREATE TABLE \"t\" (" + after + ")");
        assertThat(rows()).containsExactly("x 3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a TEXT, b INT                             | unnamedUnique("a")               | There is no UNIQUE (a) without a name in t; there are none.
            a TEXT, b INT, CONSTRAINT u UNIQUE (a)    | unnamedUnique("a")               | There is no UNIQUE (a) without a name in t; there is u.
            a TEXT, b INT, UNIQUE (a, b)              | unnamedUnique("b", "a")          | there is without a name UNIQUE (a, b).
            a TEXT, b INT, UNIQUE (b) ON CONFLICT FAIL | unnamedUnique("b")              | There is no UNIQUE (b) without a name in t; there is without a name UNIQUE (b) ….
            a TEXT, b INT, UNIQUE (a COLLATE NOCASE)  | unnamedUnique("a")               | there is without a name UNIQUE (a) ….
            a TEXT, b INT, CONSTRAINT k PRIMARY KEY (a DESC, b) | primaryKey("a", "b")   | There is no PRIMARY KEY (a, b) in t; there is k.
            a TEXT UNIQUE, b INT, UNIQUE (A)          | unnamedUnique("a")               | There are 2 of UNIQUE (a) without a name in t, and which one is meant is not said.
            a TEXT, b INT CHECK (b > 0)               | unnamedCheck("b > 1")            | There is no CHECK (b > 1) without a name in t; there is without a name CHECK (b > 0).
            a TEXT, b INT CHECK (b > 0), CHECK (b>0)  | unnamedCheck("b > 0")            | There are 2 of CHECK (b > 0)
            a TEXT, b INT REFERENCES p ON DELETE CASCADE | unnamedForeignKey("b").references("p", "id") | there is without a name FOREIGN KEY (b) REFERENCES p (id) ON DELETE CASCADE.
            a TEXT, b INT REFERENCES p DEFERRABLE INITIALLY DEFERRED | unnamedForeignKey("b").references("p", "id") | There is no FOREIGN KEY (b) REFERENCES p (id) without a name
            a TEXT, b INT, PRIMARY KEY (a, b)         | primaryKey("a")                  | There is no PRIMARY KEY (a) in t
            """)
    void noneOrSeveralAreRefusedBeforeTheFirstStep(String table, String constraint, String said) throws SQLException {
        createTable(table);
        revisions
                .sql("r1", "", "CREATE TABLE other (a INT);")
                .java("r2", "r1", "op.dropConstraint(\"t\", Constraints." + constraint + ");");

        assertThatThrownBy(retort(false)::upgrade).hasMessageContaining(said);

        assertThat(schema()).contains("CREATE TABLE t (" + table + ")").noneMatch(sql -> sql.contains("other"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a TEXT, b INT REFERENCES p            | "fk_t_b_p"    | a TEXT, b INT
            a TEXT, b INT, UNIQUE (a, b)          | "UQ_T_A_B"    | a TEXT, b INT
            a TEXT PRIMARY KEY, b INT             | "pk_t"        | a TEXT, b INT
            a TEXT, b INT CHECK (b > 0)           | "ck_t"        | a TEXT, b INT
            a TEXT UNIQUE, b INT CONSTRAINT uq_t_a UNIQUE | "uq_t_a" | a TEXT UNIQUE, b INT
            a TEXT UNIQUE, b INT                  | Constraints.unique("uq_t_a", "a") | a TEXT, b INT
            a TEXT UNIQUE, b INT CHECK (b > 0)    | Constraints.check("ck_t", "b>0")  | a TEXT UNIQUE, b INT
            """)
    void aBatchFindsWhatItsConventionWouldHaveNamed(String before, String dropped, String after) throws SQLException {
        createTable(before);
        revisions.java("r1", "", "op.batch(\"t\", t -> t.dropConstraint(" + dropped + ")." + IN_BATCH + ");");

        retort(false).upgrade();

        assertThat(schema()).contains("CREATE TABLE \"t\" (" + after + ")");
        assertThat(rows()).containsExactly("x 3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a TEXT, b INT CHECK (b > 0) CHECK (b < 9) | "ck_t"                              | There are 2 of constraint ck_t in t
            a TEXT UNIQUE, b INT                      | "uq_t_b"                            | There is no constraint uq_t_b in t; there is without a name UNIQUE (a).
            a TEXT UNIQUE, b INT                      | Constraints.unique("uq_t_a", "b")   | There is no constraint uq_t_a in t
            a TEXT UNIQUE, b INT                      | Constraints.check("uq_t_a", "b > 0") | There is no constraint uq_t_a in t
            """)
    void whatTheConventionOfABatchDoesNotTellIsRefusedBeforeTheFirstStep(String table, String dropped, String said)
            throws SQLException {
        createTable(table);
        revisions
                .sql("r1", "", "CREATE TABLE other (a INT);")
                .java("r2", "r1", "op.batch(\"t\", t -> t." + IN_BATCH + ".dropConstraint(" + dropped + "));");

        assertThatThrownBy(retort(false)::upgrade).hasMessageContaining(said);

        assertThat(schema()).contains("CREATE TABLE t (" + table + ")").noneMatch(sql -> sql.contains("other"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            op.dropConstraint("t", "uq_t_a");
            op.dropConstraint("t", Constraints.unnamedUnique("a"));
            op.dropConstraint("t", Constraints.unique("uq_t_a", "a"));
            op.batch("t", t -> t.dropConstraint("uq_t_a"));
            op.exactNames(exact -> exact.dropConstraint("t", Constraints.unnamedUnique("a")));
            """)
    void theConventionOfTheProjectFindsToo(String drop) throws SQLException {
        createTable("a TEXT UNIQUE, b INT");
        revisions.java("r1", "", drop);

        conventional().upgrade();

        assertThat(schema()).contains("CREATE TABLE \"t\" (a TEXT, b INT)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            op.exactNames(exact -> exact.dropConstraint("t", "uq_t_a"));
            op.batch("t", t -> t.namingConvention(java.util.Map.of()).dropConstraint("uq_t_a"));
            """)
    void aNameThatIsExactFindsNoOtherOne(String drop) throws SQLException {
        createTable("a TEXT UNIQUE, b INT");
        revisions.java("r1", "", drop);

        assertThatThrownBy(conventional()::upgrade).hasMessageContaining("There is no constraint uq_t_a in t");
    }

    @Test
    void theConventionOfABatchNamesNothingNew() throws SQLException {
        createTable("a TEXT UNIQUE, b INT");
        revisions.java(
                "r1", "", "op.batch(\"t\", t -> t." + IN_BATCH + ".addConstraint(Constraints.unnamedUnique(\"b\")));");

        retort(false).upgrade();

        assertThat(schema()).noneMatch(sql -> sql.contains("uq_t"));
    }

    @Test
    void whatIsDroppedComesBack() throws SQLException {
        createTable("a TEXT UNIQUE, b INT CHECK (b > 0)");
        String drop = ".dropConstraint(\"t\", Constraints.unnamedUnique(\"a\"))"
                + ".dropConstraint(\"t\", Constraints.unnamedCheck(\"b > 0\"));";
        revisions.java("r1", "", "op" + drop, "op.reverse(up -> up" + drop.replace(";", "") + ");");
        retort(false).upgrade();

        retort(false).downgrade("base");

        assertThat(schema())
                .anyMatch(sql -> sql.replaceAll("\\s+", " ")
                        .equals("CREATE TABLE \"t\" (a TEXT, b INT, CHECK (b > 0), UNIQUE (a))"));
        retort(false).upgrade();
        assertThat(schema())
                .anyMatch(sql -> sql.replaceAll("\\s+", " ").startsWith("CREATE TABLE \"t\" (a TEXT, b INT"))
                .noneMatch(sql -> sql.contains("UNIQUE") || sql.contains("b > 0"));
    }

    @Test
    void whatTheSameStepHasAddedIsFound() throws SQLException {
        createTable("a TEXT, b INT");
        revisions.java("r1", "", """
                op.addConstraint("t", Constraints.unnamedForeignKey("b").references("p", "id"));
                op.addConstraint("t", Constraints.unnamedUnique("b"));
                op.renameColumn("t", "b", "c");
                op.dropConstraint("t", Constraints.unnamedUnique("c"));
                op.dropConstraint("t", Constraints.unnamedForeignKey("c").references("p", "id"));
                """);

        retort(false).upgrade();

        assertThat(schema()).noneMatch(sql -> sql.contains("UNIQUE") || sql.contains("FOREIGN"));
        assertThat(DatabaseState.rows(database, "SELECT a, c FROM t")).containsExactly("x 3");
    }

    @Test
    void offlineTheTableIsStated() throws SQLException {
        createTable("a TEXT, b INT, UNIQUE (a), CHECK (b > 0)");
        String batch = """
                op.batch("t", t -> t
                        .from(table("t", column("a", text()), column("b", integer()),
                                Constraints.unnamedUnique("a"), Constraints.unnamedCheck("b > 0")))
                        .dropConstraint(Constraints.unnamedUnique("a"))
                        .dropConstraint(Constraints.unnamedCheck("b > 0")))""";
        revisions.java("r1", "", batch + ";", "op.reverse(up -> " + batch.replace("op.", "up.") + ");");

        database.runScript(retort(false).upgradeSql("heads"));
        assertThat(schema()).noneMatch(sql -> sql.contains("UNIQUE") || sql.contains("CHECK"));

        database.runScript(retort(false).downgradeSql("heads:base"));
        assertThat(schema())
                .filteredOn(sql -> sql.contains("\"t\""))
                .singleElement()
                .satisfies(sql -> assertThat(sql).containsOnlyOnce("UNIQUE (a)").containsOnlyOnce("CHECK (b > 0)"));
        assertThat(rows()).containsExactly("x 3");
    }

    /** The reverse would state a table of which nobody knows whether it has the constraint. */
    @Test
    void aStatedTableWithoutTheConstraintIsNotUndoneOffline() throws SQLException {
        createTable("a TEXT, b INT, UNIQUE (a)");
        String batch = """
                op.batch("t", t -> t
                        .from(table("t", column("a", text()), column("b", integer()), Constraints.unnamedUnique("A")))
                        .dropConstraint(Constraints.unnamedUnique("a")))""";
        revisions.java("r1", "", batch + ";", "op.reverse(up -> " + batch.replace("op.", "up.") + ");");
        database.runScript(retort(false).upgradeSql("heads"));

        assertThatThrownBy(() -> retort(false).downgradeSql("heads:base"))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("it rebuilds the table, whose definition only the database knows");
    }

    private void createTable(String columns) throws SQLException {
        database.execute(
                "CREATE TABLE p (id INTEGER PRIMARY KEY)",
                "CREATE TABLE q (id INTEGER PRIMARY KEY)",
                "INSERT INTO p VALUES (3)",
                "INSERT INTO q VALUES (3)",
                "CREATE TABLE t (" + columns + ")",
                "INSERT INTO t VALUES ('x', 3)");
    }

    private List<String> rows() throws SQLException {
        return DatabaseState.rows(database, "SELECT a, b FROM t");
    }

    private Retort conventional() {
        return Retort.configure()
                .settings(settings(false).with(ConfigKey.NAMING_CONVENTION, CONVENTION))
                .load();
    }
}
