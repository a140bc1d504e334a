package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.error.MigrationFailedException;
import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.spi.MigrationListener;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of CSV and JSON files on their way into tables, and what is refused before. */
class RowFilesTest {

    private static final String TABLES = table("plain") + table("ofcsv") + table("ofjson");

    private static final String CSV = """
            id,amount,paid,due,moment,note
            1,12.50,true,2024-02-29,2024-02-29 12:34:56,"He said ""hi"", then
            left; \\. \\N"
            -2,-0.01,FALSE,1999-12-31,1999-12-31 23:59:59,
            3,,,,,""
            4,100,1,,,'ünï' {x} ? ?? \\n
            5,7,f,,," spaced "
            """;

    private static final String JSON = """
            [{"id": 1, "amount": 12.50, "paid": true, "due": "2024-02-29", "moment": "2024-02-29 12:34:56",
              "note": "He said \\"hi\\", then\\nleft; \\\\. \\\\N"},
             {"id": -2, "amount": -0.01, "paid": false, "due": "1999-12-31", "moment": "1999-12-31 23:59:59"},
             {"id": 3, "note": ""},
             {"id": 4, "amount": 100, "paid": true, "note": "'ünï' {x} ? ?? \\\\n"},
             {"id": 5, "amount": 7, "paid": false, "due": null, "note": " spaced "}]
            """;

    private static final String PLAIN = """
            op.bulkInsert("plain", java.util.List.of("id", "amount", "paid", "due", "moment", "note"), java.util.List.of(
                    java.util.Arrays.asList(1, new java.math.BigDecimal("12.50"), true, "2024-02-29", "2024-02-29 12:34:56",
                            "He said \\"hi\\", then\\nleft; \\\\. \\\\N"),
                    java.util.Arrays.asList(-2, new java.math.BigDecimal("-0.01"), false, "1999-12-31", "1999-12-31 23:59:59", null),
                    java.util.Arrays.asList(3, null, null, null, null, ""),
                    java.util.Arrays.asList(4, 100, true, null, null, "'ünï' {x} ? ?? \\\\n"),
                    java.util.Arrays.asList(5, 7, false, null, null, " spaced ")));
            """;

    /** One for all, so that each revision is compiled once. */
    @TempDir
    private static Path folder;

    @BeforeEach
    void noRevisions() {
        new Revisions(folder).clear();
    }

    @ForDatabases
    void theRowsOfFilesAreThoseThatJavaWouldInsert(SharedDatabase kind) throws Exception {
        write("rows.csv", CSV);
        write("json/rows.json", JSON);
        new Revisions(folder)
                .java("r1", "", TABLES)
                .java(
                        "r2",
                        "r1",
                        PLAIN + insert("ofcsv", "csv(\"rows.csv\")") + insert("ofjson", "json(\"json/rows.json\")"));
        try (TestDatabase database = kind.fresh()) {
            assertThat(retort(database).upgrade().heads()).containsExactly("r2");

            requireRowsOfPlain(database, "ofcsv", "*");
            requireRowsOfPlain(database, "ofjson", "*");
        }
    }

    @ForDatabases
    void manyRowsAreInsertedInTheirOrder(SharedDatabase kind) throws Exception {
        StringBuilder rows = new StringBuilder("id\n");
        for (int i = 1; i <= 2_345; i++) {
            rows.append(i).append('\n');
        }
        write("rows.csv", rows.toString());
        new Revisions(folder)
                .java("r1", "", "op.createTable(\"many\", column(\"id\", integer()));")
                .java("r2", "r1", insert("many", "csv(\"rows.csv\")"));
        try (TestDatabase database = kind.fresh()) {
            retort(database).upgrade();

            assertThat(DatabaseState.rows(database, "SELECT COUNT(*), MIN(id), MAX(id), SUM(id) FROM many"))
                    .containsExactly("2345 1 2345 2750685");
        }
    }

    @ForDatabases
    void aBrokenLineIsRefusedBeforeTheFirstStep(SharedDatabase kind) throws Exception {
        write("rows.csv", "id,note\n1,one\n2,\"two\nlines\"\n3\n4,four\n");
        new Revisions(folder)
                .java("r1", "", "op.createTable(\"one\", column(\"id\", integer()), column(\"note\", varchar(20)));")
                .java("r2", "r1", insert("one", "csv(\"rows.csv\")"));
        try (TestDatabase database = kind.fresh()) {
            assertThatThrownBy(() -> retort(database).upgrade())
                    .isInstanceOfSatisfying(
                            ScriptException.class,
                            refused -> assertThat(refused.position().map(SourcePosition::toString))
                                    .hasValueSatisfying(
                                            place -> assertThat(place).endsWith("Vr2.java:14")))
                    .hasMessage(
                            "Revision 'r2' cannot insert the rows of 'rows.csv' into one: line 5 cannot be used: it has 1 value"
                                    + " for 2 columns.");

            assertThat(DatabaseState.schema(database).tables()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../rows.csv | its path must be one from the folder of the revision",
                "/etc/rows.csv | its path must be one from the folder of the revision",
                "missing.csv | it does not exist",
                "twice.csv | line 1 cannot be used: the column id is there twice",
                "latin.csv | line 2 cannot be used: it is not in UTF-8",
            })
    void aFileThatCannotBeReadIsRefusedBeforeTheFirstStep(String path, String why) throws Exception {
        write("twice.csv", "id,id\n");
        Files.write(folder.resolve("versions/latin.csv"), "id\n\u00e4\n".getBytes(StandardCharsets.ISO_8859_1));
        new Revisions(folder)
                .java("r1", "", "op.createTable(\"one\", column(\"id\", integer()));")
                .java("r2", "r1", insert("one", "csv(\"" + path + "\")"));
        try (TestDatabase database = SharedDatabase.SQLITE.fresh()) {
            assertThatThrownBy(() -> retort(database).upgrade())
                    .isInstanceOf(ScriptException.class)
                    .hasMessageContaining("Revision 'r2' cannot insert the rows of '" + path + "' into one: ")
                    .hasMessageContaining(why);

            assertThat(DatabaseState.schema(database).tables()).isEmpty();
        }
    }

    @ForDatabases
    void aFileThatChangesBeforeItsRowsAreSentIsRolledBack(SharedDatabase kind) throws Exception {
        Path file = write("rows.csv", "id\n1\n2\n");
        new Revisions(folder)
                .java("r1", "", "op.createTable(\"one\", column(\"id\", integer()));")
                .java(
                        "r2",
                        "r1",
                        "op.run(connection -> java.nio.file.Files.writeString(java.nio.file.Path.of(\"" + file
                                + "\"), \"id\\n1\\n3\\n\"));\n" + insert("one", "csv(\"rows.csv\")"));
        try (TestDatabase database = kind.fresh()) {
            assertThatThrownBy(() -> retort(database).upgrade())
                    .isInstanceOf(MigrationFailedException.class)
                    .hasMessageContaining("The file rows.csv has changed since it was checked");

            assertThat(DatabaseState.rows(database, "SELECT id FROM one")).isEmpty();
            assertThat(DatabaseState.versionRows(database)).containsExactly("r1");
        }
    }

    @ForDatabases
    void aRowThatTheDatabaseRejectsTakesAllOthersWithIt(SharedDatabase kind) throws Exception {
        write("rows.csv", "id\n" + "1\n".repeat(1_500) + "\"\"\"\"\n");
        new Revisions(folder)
                .java(
                        "r1",
                        "",
                        "op.createTable(\"one\", column(\"id\", integer()), dev.retort.schema.Constraints.unnamedCheck(\"id < 5\"));")
                .java("r2", "r1", insert("one", "csv(\"rows.csv\")"));
        try (TestDatabase database = kind.fresh()) {
            assertThatThrownBy(() -> retort(database).upgrade()).isInstanceOf(MigrationFailedException.class);

            assertThat(DatabaseState.rows(database, "SELECT id FROM one")).isEmpty();
        }
    }

    @Test
    void aPackagedRevisionReadsTheFileBesideItsClass() throws Exception {
        Path classes = folder.resolve("classes");
        new Revisions(folder)
                .java(
                        "r1",
                        "",
                        "op.createTable(\"one\", column(\"id\", integer()));\n"
                                + insert("one", "csv(\"data/rows.csv\")"));
        Files.createDirectories(classes.resolve("versions/data"));
        Files.writeString(classes.resolve("versions/data/rows.csv"), "id\n1\n2\n");
        Compilation.of(folder.resolve("versions/Vr1.java"), classes);
        assertThat(Retort.index(List.of(folder), classes, "versions")).isEqualTo(1);
        try (TestDatabase database = SharedDatabase.H2.fresh();
                URLClassLoader application =
                        new URLClassLoader(new URL[] {classes.toUri().toURL()}, RowFilesTest.class.getClassLoader())) {
            RunSetup.upgrade(folder, database).packaged(application).upgrade();

            assertThat(DatabaseState.rows(database, "SELECT SUM(id) FROM one")).containsExactly("3");
        }
    }

    @ForDatabases
    void offlineSqlInsertsTheSameRows(SharedDatabase kind) throws Exception {
        write("rows.csv", CSV);
        write("rows.json", JSON);
        new Revisions(folder)
                .java("r1", "", TABLES)
                .java(
                        "r2",
                        "r1",
                        PLAIN
                                + insert("ofcsv", "csv(\"rows.csv\").booleans(\"paid\")")
                                + insert("ofjson", "json(\"rows.json\")"));
        try (TestDatabase database = kind.fresh()) {
            retort(database).upgrade("r1");
            database.runScript(retort(database).upgradeSql("r1:r2"));

            requireRowsOfPlain(database, "ofcsv", "*");
            requireRowsOfPlain(database, "ofjson", "*");
        }
    }

    private static void requireRowsOfPlain(TestDatabase database, String table, String columns) throws SQLException {
        String expected = "SELECT " + columns + " FROM plain";
        String actual = "SELECT " + columns + " FROM " + table;
        assertThat(DatabaseState.rows(database, "SELECT COUNT(*) FROM " + table))
                .containsExactly("5");
        assertThat(DatabaseState.rows(database, expected + " EXCEPT " + actual))
                .as(table)
                .isEmpty();
    }

    private static String table(String name) {
        return "op.createTable(\"" + name + "\", column(\"id\", integer()), column(\"amount\", decimal(10, 2)),"
                + " column(\"paid\", bool()), column(\"due\", date()), column(\"moment\", timestamp()),"
                + " column(\"note\", varchar(200)));\n";
    }

    private static String insert(String table, String file) {
        return "op.bulkInsert(\"" + table + "\", dev.retort.rows.RowFiles." + file + ");\n";
    }

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve("versions").resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Retort retort(TestDatabase database) {
        return RunSetup.upgrade(folder, database).retort(MigrationListener.SILENT);
    }
}
