package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.bool;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.decimal;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.nativeType;
import static dev.retort.schema.Columns.timestamp;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.schema.Constraints.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.compare.SchemaComparator;
import dev.retort.dialect.Definition;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.InspectionScope;
import dev.retort.dialect.NormalForms;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.tests.server.DatabaseUnderTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What H2 is asked is asked in memory, where a database with the same settings has what the definitions speak of. */
class H2NormalizerIT {

    private static final Table ROOM = Table.of(
            QualifiedName.of("room"),
            List.of(
                    column("name", varchar(20)),
                    column("size", integer()),
                    column("big", bigint()),
                    column("price", decimal(10, 2)),
                    column("open", bool()),
                    column("kind", new EnumType(null, List.of("a", "b"))),
                    column("since", timestamp())));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trim(name) <> ''",
                "size in (1, 2) or size = 7",
                "name = 'a' or not (size between 1 and 5)",
                "1 + 2 < size",
                "size > 1.5 and big > size and price >= 0",
                "since > '2020-01-01'",
                "kind in ('a', 'b')",
                "open = true and open is not false",
                "case when size > 3 then name else 'x' end is not null",
                "name || size <> 'a1'",
                "extract(year from since) > 2000",
                "position('x' in name) = 0",
                "coalesce(name, 'x') like '%x'",
                "cast(size as numeric) / 3 > 1.5",
                "current_date > since",
                "lower('A') <> name and name != 'b'"
            })
    void aConditionIsFoundAgainHoweverItIsReported(String condition) throws SQLException {
        Table table = with(ROOM, check("ck_room", condition));
        try (Workbench bench = Workbench.on(DatabaseUnderTest.H2)) {
            bench.run(new CreateTable(table));

            assertThat(differences(bench, table)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            size > 1 + 2       | size > 1 + 3
            size in (1, 2)     | size in (1, 2, 3)
            name = 'a'         | name = 'A'
            size > 1 or open   | size > 1 and open
            price > 1.5        | price > 1.05
            trim(name) <> ''   | ltrim(name) <> ''
            """)
    void anotherConditionIsADifference(String there, String desired) throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.H2)) {
            bench.run(new CreateTable(with(ROOM, check("ck_room", there))));

            assertThat(differences(bench, with(ROOM, check("ck_room", desired))))
                    .isNotEmpty();
        }
    }

    @Test
    void valuesComputationsUpdatesAndTypesByNameAreFoundAgain() throws SQLException {
        Table table = with(
                ROOM,
                column("made", timestamp()).defaultsToSql("dateadd('day', -1, now())"),
                column("month", integer()).defaultsToSql("6 * 5"),
                column("day", nativeType("date")).defaultsToSql("'2020-01-01'"),
                column("changed", timestamp()).onUpdateSql("now()"),
                column("label", varchar(60)).storedAs("trim(upper(name)) || '-' || (size + 1 + 1)"),
                column("amount", nativeType("decimal(10)")),
                column("number", nativeType("int8")).defaultsToSql("1 + 1"));
        try (Workbench bench = Workbench.on(DatabaseUnderTest.H2)) {
            bench.run(new CreateTable(table));

            assertThat(differences(bench, table)).isEmpty();
            Table other = with(ROOM, column("month", integer()).defaultsToSql("6 * 4"));
            assertThat(differences(bench, other)).anyMatch(AlterColumn.class::isInstance);
        }
    }

    private static final Table TAGGED = with(
            ROOM,
            column("code", varchar(40)).defaultsToSql("'r' || next value for codes"),
            column("tag", nativeType("tag")).defaultsToSql("lower('A')"),
            column("mood", new EnumType(QualifiedName.of("mood"), List.of("glad", "sad"))),
            column("marks", nativeType("marks")),
            column("far", nativeType("away.distance")).defaultsToSql("away.farthest + 1"),
            column("length", nativeType("double precision")).defaultsToSql("hyp(1 + 2, 4)"),
            column("twice", nativeType("int")).storedAs("twice(size) + twice(2)"),
            check("ck_tag", "tag in ('a', 'b') and mood = 'glad' and hyp(size, 1) > 1 + 1 and marks is not null"));

    private static final String[] OBJECTS = {
        "CREATE SEQUENCE codes AS integer START WITH 7",
        "CREATE DOMAIN word AS varchar(9) CHECK (value <> '')",
        "CREATE DOMAIN tag AS word DEFAULT 'x' CHECK (value <> 'y')",
        "CREATE DOMAIN mood AS enum('glad', 'sad')",
        "CREATE DOMAIN marks AS varchar(3) ARRAY[5]",
        "CREATE SCHEMA away",
        "CREATE DOMAIN away.distance AS numeric(7, 2)",
        "CREATE CONSTANT away.farthest VALUE 12",
        "CREATE ALIAS hyp FOR \"java.lang.Math.hypot\"",
        "CREATE ALIAS twice DETERMINISTIC AS 'int twice(int value) { return 2 * value; }'"
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";DATABASE_TO_UPPER=FALSE",
                ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                ";CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                ";TIME ZONE=Asia/Tokyo;NON_KEYWORDS=DAY,VALUE;OPTIMIZE_OR=FALSE"
            })
    void whatUsersHaveMadeIsThereToBeSpokenOf(String settings) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:" + settings)) {
            run(connection, OBJECTS);
            make(connection, TAGGED);

            assertThat(differences(connection, TAGGED)).isEmpty();
            assertThat(normalForms(connection, TAGGED).byDefinition())
                    .hasSize(TAGGED.columns().size() + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IGNORECASE=TRUE",
                "COLLATION=GERMAN",
                "COLLATION=GERMAN STRENGTH PRIMARY",
                "DEFAULT_ESCAPE=!",
                "DEFAULT_ESCAPE=",
                "VARIABLE_BINARY=TRUE",
                "ZERO_BASED_ENUMS=TRUE",
                "TRUNCATE_LARGE_LENGTH=TRUE"
            })
    void aSettingThatChangesHowADefinitionIsReadIsThereToo(String setting) throws SQLException {
        String[] conditions = {
            "cast(size as varchar(9)) = '7'",
            "name = 'B' or name = 'a'",
            "name > cast('z' as varchar)",
            "'a' = 'A' or size = 1",
            "least('a', 'B') = name",
            "name like 'x!_y' or name like 'x\\_y'",
            "cast(name as binary(3)) = X'00'",
            "cast(1 as enum('a', 'b')) = kind",
            "cast(size as varchar(" + (1L << 40) + ")) = '7'"
        };
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:;" + setting)) {
            for (String condition : conditions) {
                boolean tooLong = condition.contains("1099511627776") && !setting.startsWith("TRUNCATE");
                if (!tooLong) {
                    Table table = with(ROOM, check("ck_room", condition));
                    make(connection, table);

                    assertThat(differences(connection, table)).as(condition).isEmpty();
                    run(connection, "DROP TABLE room");
                }
            }
        }
    }

    @Test
    void aNameWithoutSchemaMeansTheConnectionsOwn() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            run(connection, "CREATE DOMAIN word AS int", "CREATE SCHEMA \"own one\"", "SET SCHEMA \"own one\"");
            run(connection, OBJECTS);
            make(connection, TAGGED);

            assertThat(differences(connection, TAGGED)).isEmpty();
        }
    }

    @Test
    void whatCannotBeMadeTakesNoOtherDefinitionWithIt() throws SQLException {
        List<Definition> definitions = new ArrayList<>(IntStream.range(0, 250)
                .mapToObj(number -> condition("size in (1, 1 + " + number + ")"))
                .toList());
        definitions.add(120, condition("no_such_function(size)"));
        Definition lost = new Definition(
                CheckConstraint.of(null, "tag <> 'a'"), List.of(Column.of("tag", nativeType("no_such_domain"))));
        definitions.add(60, lost);
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
            NormalForms forms = dialect(connection).normalizer().normalize(connection, definitions);

            assertThat(forms.asked()).isTrue();
            assertThat(forms.byDefinition()).hasSize(250).doesNotContainKeys(lost, condition("no_such_function(size)"));
            assertThat(forms.of(condition("size in (1, 1 + 7)"), CheckConstraint.class))
                    .contains(CheckConstraint.of(null, "\"SIZE\" IN(1, 8)"));
        }
    }

    @Test
    void aTransactionUnderWayGoesOnAsItWasAndNobodyWaits() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.H2);
                Connection application = bench.database().open()) {
            bench.sql(OBJECTS);
            bench.sql("CREATE TABLE guest (name varchar(9))");
            bench.run(new CreateTable(TAGGED));
            List<String> before = script(bench.connection());
            bench.connection().setAutoCommit(false);
            application.setAutoCommit(false);
            run(application, "SET LOCK_TIMEOUT 100", "SELECT * FROM room FOR UPDATE");
            bench.sql("SET LOCK_TIMEOUT 100", "INSERT INTO guest VALUES ('Ann')");

            assertThat(differences(bench, TAGGED)).isEmpty();

            assertThat(ask(application, "SELECT count(*) FROM guest")).isEqualTo("0");
            run(application, "CREATE TABLE more (id int)", "DROP TABLE more");
            bench.connection().rollback();
            bench.connection().setAutoCommit(true);
            assertThat(script(bench.connection())).isEqualTo(before);
        }
    }

    @Test
    void aDatabaseThatMayOnlyBeReadIsNotTouched(@TempDir Path folder) throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("test");
        try (Connection connection = DriverManager.getConnection(url)) {
            run(connection, OBJECTS);
            make(connection, TAGGED);
        }
        byte[] before = Files.readAllBytes(folder.resolve("test.mv.db"));
        try (Connection connection = DriverManager.getConnection(url + ";ACCESS_MODE_DATA=r")) {
            assertThat(differences(connection, TAGGED)).isEmpty();
        }
        assertThat(Files.readAllBytes(folder.resolve("test.mv.db"))).isEqualTo(before);
    }

    @Test
    void aLoginWithoutRightsIsToldAllButTheTextOfAFunction() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.H2)) {
            bench.sql(OBJECTS);
            bench.run(new CreateTable(TAGGED));
            bench.sql("CREATE USER plain PASSWORD 'x'");
            String url = bench.database().jdbcUrl().replace(";DB_CLOSE_DELAY=-1", "");
            try (Connection connection = DriverManager.getConnection(url, "plain", "x")) {
                NormalForms forms = normalForms(connection, TAGGED);

                assertThat(forms.byDefinition()).hasSize(TAGGED.columns().size());
                assertThat(forms.byDefinition().keySet().toString()).doesNotContain("twice(2)");
            }
        }
    }

    @Test
    void ofAServerNoFunctionIsRunHere() throws Exception {
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        String url = "jdbc:h2:tcp://localhost:" + server.getPort() + "/mem:" + server.getPort();
        try (Connection connection = DriverManager.getConnection(url)) {
            run(connection, OBJECTS);
            make(connection, TAGGED);

            NormalForms forms = normalForms(connection, TAGGED);

            assertThat(forms.byDefinition().keySet().toString())
                    .contains("next value for codes", "away.farthest", "distance")
                    .doesNotContain("twice(2)", "hyp(");
        } finally {
            server.stop();
        }
    }

    private static Definition condition(String condition) {
        return new Definition(CheckConstraint.of(null, condition), List.of(Column.of("size", integer())));
    }

    private static Table with(Table table, TableElement... more) {
        return Table.of(
                table.name(),
                Stream.concat(table.columns().stream(), Stream.of(more)).toList());
    }

    private static NormalForms normalForms(Connection connection, Table table) throws SQLException {
        Dialect dialect = dialect(connection);
        List<Definition> definitions = new ArrayList<>();
        table.columns().forEach(column -> definitions.add(Definition.ofValue(column, table, dialect)));
        table.checks().forEach(check -> definitions.add(Definition.ofCheck(check, table, dialect)));
        return dialect.normalizer()
                .normalize(connection, definitions.stream().distinct().toList());
    }

    private static List<Operation> differences(Workbench bench, Table table) throws SQLException {
        return differences(bench.connection(), table);
    }

    private static List<Operation> differences(Connection connection, Table table) throws SQLException {
        Dialect dialect = dialect(connection);
        SchemaSnapshot actual = dialect.inspector().inspect(connection, InspectionScope.DEFAULT_SCHEMA);
        return new SchemaComparator(dialect)
                .leavingUnsaid()
                .asking(dialect.normalizer().on(connection))
                .compare(
                        SchemaSnapshot.of(table),
                        actual,
                        object -> object.belongsTo().equals(table.name()))
                .upgrade()
                .operations();
    }

    private static Dialect dialect(Connection connection) throws SQLException {
        return Dialects.loadedFrom(H2NormalizerIT.class.getClassLoader()).forConnection(connection);
    }

    private static void make(Connection connection, Table table) throws SQLException {
        for (Executable executable : dialect(connection).ddl().compile(new CreateTable(table))) {
            run(connection, ((SqlStatement) executable).sql());
        }
    }

    private static List<String> script(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SCRIPT")) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    private static void run(Connection connection, String... texts) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String text : texts) {
                statement.execute(text);
            }
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
