package dev.retort.dialect.sqlite;

import static dev.retort.schema.Columns.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.compare.SchemaComparator;
import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.InspectionScope;
import dev.retort.operation.CreateIndex;
import dev.retort.schema.Column;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IndexTextTest {

    private static final QualifiedName T = QualifiedName.of("t");

    private final Dialect dialect = new SqliteProvider().create(DatabaseVersion.NEWEST);

    private static Index.Part column(String name, @Nullable String collation) {
        return Index.Part.column(name).collate(collation == null ? null : QualifiedName.of(collation));
    }

    private static Index.Part expression(String sql, @Nullable String collation) {
        return Index.Part.expression(sql).collate(collation == null ? null : QualifiedName.of(collation));
    }

    private static Stream<Arguments> parts() {
        return Stream.of(
                Arguments.of("a COLLATE NOCASE", column("a", "NOCASE")),
                Arguments.of("a collate [nocase] desc", column("a", "nocase").descending(true)),
                Arguments.of("\"a\" COLLATE \"NOCASE\" ASC", column("a", "NOCASE")),
                Arguments.of("(a) COLLATE rtrim", column("a", "rtrim")),
                Arguments.of("(a COLLATE rtrim)", column("a", "rtrim")),
                Arguments.of("((a))", column("a", null)),
                Arguments.of(
                        "lower(a) COLLATE NOCASE DESC",
                        expression("lower(a)", "NOCASE").descending(true)),
                Arguments.of("(a || b) COLLATE NOCASE", expression("a || b", "NOCASE")),
                // The collation is that of the last operand.
                Arguments.of("a || b COLLATE NOCASE", expression("a || b COLLATE NOCASE", null)),
                Arguments.of("lower(a COLLATE NOCASE)", expression("lower(a COLLATE NOCASE)", null)),
                Arguments.of("a COLLATE rtrim COLLATE NOCASE", expression("a COLLATE rtrim COLLATE NOCASE", null)));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void aCollationIsAPropertyOfThePart(String text, Index.Part part) throws SQLException {
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (a TEXT, b TEXT)");
            statement.execute("CREATE INDEX ix ON t (" + text + ")");
            Index found = index(connection);
            assertThat(found.parts()).containsExactly(part);
            String used = collations(connection);

            statement.execute("DROP INDEX ix");
            for (String sql : sql(found)) {
                statement.execute(sql);
            }
            assertThat(index(connection)).isEqualTo(found);
            assertThat(collations(connection)).isEqualTo(used);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'a COLLATE NOCASE', 'a COLLATE nocase', true",
        "'a COLLATE NOCASE', 'a', false",
        "'a', 'a COLLATE binary', true",
        "'b', 'b COLLATE NOCASE', true",
        "'b COLLATE binary', 'b', false",
        "'lower(a) COLLATE NOCASE', 'lower(a)', false",
        "'lower(a) COLLATE NOCASE', '(lower(a)) COLLATE nocase', true"
    })
    void collationsAreComparedAsTheDatabaseUsesThem(String wanted, String found, boolean same) throws SQLException {
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (a TEXT, b TEXT COLLATE nocase)");
            statement.execute("CREATE INDEX ix ON t (" + wanted + ")");
            SchemaSnapshot desired = inspect(connection);
            statement.execute("DROP INDEX ix");
            statement.execute("CREATE INDEX ix ON t (" + found + ")");

            assertThat(new SchemaComparator(dialect)
                            .compare(desired, inspect(connection), all -> true)
                            .isEmpty())
                    .isEqualTo(same);
        }
    }

    @Test
    void anExpressionThatSaysACollationIsReportedAsAPartThatHasIt() {
        List<Column> columns = List.of(Column.of("a", text()));
        Table written = Table.of(T, columns)
                .indexes(
                        List.of(Index.of("ix").descendingSql("a COLLATE NOCASE").ascendingSql("(lower(a))")));

        assertThat(dialect.comparison()
                        .normalize(SchemaSnapshot.of(written))
                        .tables()
                        .get(0)
                        .indexes())
                .containsExactly(Index.of(
                        "ix", List.of(column("a", "NOCASE").descending(true), Index.Part.expression("lower(a)"))));
    }

    private static Connection database() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite::memory:");
    }

    private SchemaSnapshot inspect(Connection connection) throws SQLException {
        return dialect.inspector().inspect(connection, InspectionScope.DEFAULT_SCHEMA);
    }

    private Index index(Connection connection) throws SQLException {
        return inspect(connection).tables().get(0).indexes().get(0);
    }

    private List<String> sql(Index index) {
        return dialect.ddl().compile(new CreateIndex(T, index)).stream()
                .map(executable -> ((SqlStatement) executable).sql())
                .toList();
    }

    /** What the database itself says that the parts are compared by. */
    private static String collations(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT group_concat(coalesce(name, '?') || ' ' || coll) FROM pragma_index_xinfo('ix') WHERE key")) {
            return row.getString(1);
        }
    }
}
