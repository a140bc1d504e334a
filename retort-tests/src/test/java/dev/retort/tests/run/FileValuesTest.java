package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.InsertInto;
import dev.retort.dialect.LoadFile;
import dev.retort.operation.DigestedRows;
import dev.retort.operation.InsertRows;
import dev.retort.operation.RowFile;
import dev.retort.rows.RowFiles;
import dev.retort.schema.QualifiedName;
import dev.retort.testkit.LiveSchema;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What becomes of values of files in columns of the types that databases have, when they are sent and when they are scripted. */
class FileValuesTest {

    private static final QualifiedName TABLE = QualifiedName.of("t");
    private static final String REFUSED = "refused";

    /**
     * A line of {@code rows/values.txt}.
     *
     * @param databases the databases that it is about
     * @param type the type of the column
     * @param format the format of the file, and what is declared of the column
     * @param value the value as the file has it
     * @param holds the condition that the stored value meets
     * @param scripted whether the value is the same in a script
     */
    private record Case(
            List<String> databases, String type, String format, String value, String holds, boolean scripted) {

        static Case of(String line) {
            String[] parts = line.split("\\|", -1);
            return new Case(
                    List.of(parts[0].strip().split(" ", -1)),
                    parts[1].strip(),
                    parts[2].strip(),
                    parts[3].strip(),
                    parts[4].strip(),
                    parts.length == 5);
        }

        RowFile file() {
            return switch (format) {
                case "json" -> RowFiles.json("rows");
                case "csv numbers" -> RowFiles.csv("rows").numbers("v");
                case "csv booleans" -> RowFiles.csv("rows").booleans("v");
                default -> RowFiles.csv("rows");
            };
        }

        byte[] content() {
            String text =
                    format.equals("json") ? "[{\"v\": " + value + "}]" : "v\n\"" + value.replace("\"", "\"\"") + "\"\n";
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** How a value comes into the table. */
    private interface Way {
        void insert(LiveSchema schema, InsertRows rows) throws SQLException, IOException;
    }

    @ForDatabases
    void aValueIsStoredAsItIsMeantOrRefused(SharedDatabase kind) throws Exception {
        List<Case> cases = cases().stream()
                .filter(one -> one.databases().contains(kind.name()))
                .toList();

        assertThat(wrong(kind, cases, LiveSchema::run)).isEmpty();
        assertThat(cases).hasSizeGreaterThan(10);
    }

    @ForDatabases
    void aScriptStoresTheSameAsARunWhereItNeedNotKnowTheType(SharedDatabase kind) throws Exception {
        List<Case> cases = cases().stream()
                .filter(one -> one.scripted() && one.databases().contains(kind.name()))
                .toList();

        assertThat(wrong(kind, cases, FileValuesTest::script)).isEmpty();
        assertThat(cases).hasSizeGreaterThan(5);
    }

    private static void script(LiveSchema schema, InsertRows rows) throws SQLException, IOException {
        LoadFile load = (LoadFile) schema.dialect().ddl().compile(rows).get(0);
        try (DigestedRows reader = DigestedRows.open(rows.file(), rows.content());
                Statement statement = schema.connection().createStatement()) {
            List<@Nullable Object> row = Objects.requireNonNull(reader.next());
            statement.execute(InsertInto.values(schema.dialect().identifiers(), TABLE, List.of("v")) + " ("
                    + load.loader().written(row.get(0)) + ")");
        }
    }

    private static List<String> wrong(SharedDatabase kind, List<Case> cases, Way way) throws Exception {
        List<String> wrong = new ArrayList<>();
        try (TestDatabase database = kind.fresh();
                Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            Dialect dialect =
                    Dialects.loadedFrom(FileValuesTest.class.getClassLoader()).forConnection(connection);
            for (Case one : cases) {
                statement.execute("CREATE TABLE t (v " + one.type() + ")");
                String outcome = outcome(one, new LiveSchema(connection, dialect), way);
                if (!outcome.equals(one.holds())) {
                    wrong.add(one + ": " + outcome);
                }
                statement.execute("DROP TABLE t");
            }
        }
        return wrong;
    }

    private static String outcome(Case one, LiveSchema schema, Way way) throws IOException, SQLException {
        try {
            way.insert(schema, rows(one));
        } catch (SQLException refused) {
            return REFUSED;
        }
        String query = "SELECT v FROM t" + (one.holds().equals(REFUSED) ? "" : " WHERE " + one.holds());
        try (Statement statement = schema.connection().createStatement();
                ResultSet found = statement.executeQuery(query)) {
            return found.next() != one.holds().equals(REFUSED) ? one.holds() : "another value";
        }
    }

    private static InsertRows rows(Case one) throws IOException {
        RowFile.Content content = () -> new ByteArrayInputStream(one.content());
        try (DigestedRows rows = DigestedRows.open(one.file(), content)) {
            List<String> columns = rows.columns();
            assertThat(rows.next()).isNotNull();
            assertThat(rows.next()).isNull();
            return new InsertRows(TABLE, one.file(), content, columns, 1, rows.digest());
        }
    }

    private static List<Case> cases() throws IOException {
        try (InputStream text = Objects.requireNonNull(
                FileValuesTest.class.getResourceAsStream("/rows/values.txt"), "rows/values.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(Case::of)
                    .toList();
        }
    }
}
