package dev.retort.tests.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.Columns;
import dev.retort.schema.Constraints;
import dev.retort.schema.Generated;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.tests.server.DatabaseUnderTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What depends on the version of a server. Whichever version these run on, each says what holds there. */
class VersionsIT {

    private static final QualifiedName T = QualifiedName.of("t");

    /** A type, the version that brought it, what the catalog calls it, and what is said where it is not known. */
    private static Arguments type(
            DatabaseUnderTest kind, int major, int minor, SqlType type, SqlType reported, String refusal) {
        return column(kind, major, Columns.column("c", type), Columns.column("c", reported), refusal, minor);
    }

    private static Arguments computed(int major, Generated generated, Generated reported, String refusal) {
        Column column = Columns.column("c", Columns.integer());
        return column(
                DatabaseUnderTest.POSTGRESQL,
                major,
                column.generated(generated),
                column.generated(reported),
                refusal,
                0);
    }

    private static Arguments column(
            DatabaseUnderTest kind, int major, Column column, Column reported, String refusal, int minor) {
        return Arguments.of(kind, new DatabaseVersion(major, minor), column, reported, refusal);
    }

    private static Stream<Arguments> types() {
        return Stream.of(
                computed(18, new Generated("b + 1", false), new Generated("(b + 1)", false), "use STORED"),
                computed(12, new Generated("b + 1", true), new Generated("(b + 1)", true), ""),
                type(
                        DatabaseUnderTest.POSTGRESQL,
                        15,
                        0,
                        Columns.decimal(3, -2),
                        Columns.decimal(3, -2),
                        "before version 15"),
                type(
                        DatabaseUnderTest.POSTGRESQL,
                        15,
                        0,
                        Columns.array(Columns.decimal(2, 5)),
                        Columns.array(Columns.decimal(2, 5)),
                        "before version 15"),
                type(DatabaseUnderTest.MARIADB, 10, 7, Columns.nativeType("uuid"), Columns.uuid(), "from version 10.7"),
                type(
                        DatabaseUnderTest.MARIADB,
                        10,
                        10,
                        Columns.nativeType("INET4"),
                        Columns.nativeType("inet4"),
                        "from version 10.10"),
                type(
                        DatabaseUnderTest.MARIADB,
                        11,
                        7,
                        Columns.nativeType("vector(3)"),
                        Columns.nativeType("vector(3)"),
                        "from version 11.7"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void aTypeThatTheServersVersionLacksIsRefusedWithoutAskingTheServer(
            DatabaseUnderTest kind, DatabaseVersion since, Column column, Column reported, String refusal)
            throws Exception {
        try (Workbench bench = Workbench.on(kind)) {
            bench.sql("CREATE TABLE t (b integer)");
            Operation add = new AddColumn(T, column);
            if (isSince(bench, since)) {
                bench.run(add);

                assertThat(bench.table("t").column("c")).contains(reported);
                return;
            }
            Table other = Table.of(QualifiedName.of("other"), List.of(Columns.column("b", Columns.integer()), column));
            List<Operation> operations = new ArrayList<>(List.of(add, new CreateTable(other)));
            if (column.generated() == null) {
                operations.add(new AlterColumn(T, "b", List.of(new ColumnChange.Type(column.type())), null));
            }
            for (Operation operation : operations) {
                assertThatThrownBy(() -> bench.dialect().ddl().compile(operation))
                        .isInstanceOf(UnsupportedByDialectException.class)
                        .hasMessageContaining(operation.describe())
                        .hasMessageContaining(refusal);
            }
            assertThatThrownBy(() -> bench.sql(sqlForTheNewestVersion(bench, add)))
                    .isInstanceOf(SQLException.class);
        }
    }

    private static String sqlForTheNewestVersion(Workbench bench, Operation operation) {
        List<Executable> statements = Dialects.loadedFrom(VersionsIT.class.getClassLoader())
                .named(bench.dialect().name().value())
                .ddl()
                .compile(operation);
        return ((SqlStatement) statements.get(0)).sql();
    }

    @Test
    void mariadbKeepsAUuidInTheTypeThatItsVersionHas() throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            bench.run(new CreateTable(Table.of(T, List.of(Columns.column("c", Columns.uuid())))));

            boolean uuids = isSince(bench, new DatabaseVersion(10, 7));
            assertThat(bench.table("t").column("c").orElseThrow().type())
                    .isEqualTo(uuids ? Columns.uuid() : Columns.character(36));
        }
    }

    @Test
    void mariadbKeepsTheOrderOfAnIndexWhereItsVersionDoes() throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            Index index = Index.of("i", List.of(Index.Part.column("b").descending(true)));
            bench.run(new CreateTable(Table.of(T, List.of(Columns.column("b", Columns.integer()), index))));

            boolean descending = isSince(bench, new DatabaseVersion(10, 8));
            assertThat(bench.table("t").indexes()).containsExactly(descending ? index : Index.of("i", "b"));
        }
    }

    @Test
    void postgresqlReportsNoConstraintForNotNull() throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            // From version 18 on these stand among the constraints of the catalog.
            bench.sql("CREATE TABLE t (a integer CONSTRAINT named NOT NULL, b integer NOT NULL PRIMARY KEY)");

            assertThat(bench.table("t").constraints()).containsExactly(Constraints.namedPrimaryKey("t_pkey", "b"));
            assertThat(bench.table("t").columns()).noneMatch(column -> column.nullable());
        }
    }

    @Test
    void postgresqlReadsAConstraintThatTakesNullsForEqual() throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            String table = "CREATE TABLE t (b integer, CONSTRAINT uq UNIQUE NULLS NOT DISTINCT (b))";
            if (isSince(bench, new DatabaseVersion(15, 0))) {
                bench.sql(table);

                assertThat(bench.table("t").constraints())
                        .containsExactly(Constraints.unique("uq", "b").nullsDistinct(false));
            } else {
                assertThatThrownBy(() -> bench.sql(table)).hasMessageContaining("syntax error");
            }
        }
    }

    private static boolean isSince(Workbench bench, DatabaseVersion since) throws SQLException {
        return DatabaseVersion.of(bench.connection()).compareTo(since) >= 0;
    }
}
