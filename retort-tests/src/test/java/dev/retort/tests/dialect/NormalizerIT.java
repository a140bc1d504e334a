package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.nativeType;
import static dev.retort.schema.Columns.timestamp;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.schema.Constraints.check;
import static dev.retort.schema.Constraints.index;
import static dev.retort.tests.dialect.Workbench.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.dialect.Definition;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.NormalForms;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.tests.catalog.RawCatalog;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizerIT {

    private static final Table ROOM = Table.of(
            QualifiedName.of("room"),
            List.of(
                    column("name", varchar(20)),
                    column("size", integer()),
                    column("since", timestamp()),
                    column("till", timestamp())));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trim(name) <> ''",
                "sqrt(size) < 10",
                "round(size) > 0",
                "since AT TIME ZONE 'UTC' > '2020-01-01'",
                "name SIMILAR TO '(a|b)%'",
                "(since, till) OVERLAPS ('2020-01-01'::timestamp, '2021-01-01'::timestamp)",
                "name IN ('a', 'b')",
                "name = 'a' OR NOT (size BETWEEN 1 AND 5)",
                "CASE WHEN size > 3 THEN name ELSE 'x' END IS NOT NULL",
                "name || size::text <> 'a1'",
                "extract(year from since) > 2000",
                "position('x' in name) = 0",
                "coalesce(name, 'x') LIKE '%x'",
                "size::numeric / 3 > 1.5",
                "current_date > since",
                "room.size > 0",
                "public.room.size + \"room\".\"size\" > 0"
            })
    void aConditionIsFoundAgainHoweverTheServerWritesIt(String condition) throws SQLException {
        Table table = with(
                ROOM, check("ck_room", condition), Index.of("ix_room", "name").where(condition(condition)));
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            create(bench, table);

            assertThat(bench.differences(table)).isEmpty();
        }
    }

    /** A condition of an index must not depend on the time. */
    private static String condition(String condition) {
        return condition.contains("current") || condition.contains("AT TIME") ? "size > 3 and size < 5" : condition;
    }

    @Test
    void valuesComputationsIndexedExpressionsAndTypesByNameAreFoundAgain() throws SQLException {
        Table table = with(
                ROOM,
                column("made", timestamp()).defaultsToSql("now() - interval '1 day'"),
                column("code", varchar(40)).defaultsToSql("'r' || nextval('codes')"),
                column("label", varchar(60)).storedAs("trim(upper(name)) || '-' || size"),
                column("tag", nativeType("tag")).defaultsToSql("lower('A')"),
                column("amount", nativeType("decimal(10)")),
                Index.of("ix_label", List.of(Index.Part.expression("lower(trim(name))"), Index.Part.column("size"))),
                check("ck_tag", "tag in ('a', 'b')"));
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            bench.sql("CREATE SEQUENCE codes", "CREATE DOMAIN tag AS varchar(9) CHECK (value <> '')");
            create(bench, table);

            assertThat(bench.differences(table)).isEmpty();
        }
    }

    @Test
    void nullAsDefaultOfADomainsColumnReplacesTheDefaultOfTheDomain() throws SQLException {
        Table without = Table.of(
                QualifiedName.of("t"),
                List.of(column("tag", nativeType("tag")), column("address", nativeType("inet"))));
        Table with = Table.of(
                without.name(),
                without.columns().stream()
                        .map(column -> column.defaultsToSql("NULL"))
                        .toList());
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            bench.sql("CREATE DOMAIN tag AS varchar(9) DEFAULT 'x'");
            create(bench, without);
            assertThat(bench.differences(with))
                    .extracting(Operation::describe)
                    .containsExactly("alter column t.tag (default)");

            bench.run(bench.differences(with).toArray(Operation[]::new));
            bench.sql("INSERT INTO t DEFAULT VALUES");
            assertThat(ask(bench.connection(), "SELECT tag IS NULL FROM t")).isEqualTo("t");
            assertThat(bench.differences(with)).isEmpty();
            assertThat(bench.differences(without))
                    .extracting(Operation::describe)
                    .containsExactly("alter column t.tag (no default)");
        }
    }

    @Test
    void aDefinitionThatTheServerRefusesTakesNoOtherWithIt() throws SQLException {
        List<Definition> definitions = new ArrayList<>(IntStream.range(0, 250)
                .mapToObj(number -> definition("size in (1, " + number + ")"))
                .toList());
        definitions.add(120, definition("no_such_function(size)"));
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            NormalForms forms = bench.dialect().normalizer().normalize(bench.connection(), definitions);

            assertThat(forms.byDefinition()).hasSize(250).doesNotContainKey(definition("no_such_function(size)"));
            assertThat(forms.of(definition("size in (1, 7)"), CheckConstraint.class))
                    .contains(CheckConstraint.of(null, "(size = ANY (ARRAY[1, 7]))"));
        }
    }

    @Test
    void aTransactionUnderWayGoesOnAsItWas() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            create(bench, ROOM);
            bench.connection().setAutoCommit(false);
            bench.sql("INSERT INTO room (size) VALUES (1)");

            bench.dialect().normalizer().normalize(bench.connection(), List.of(definition("size > 0 and size < 9")));

            assertThat(ask(bench.connection(), "SELECT count(*) FROM room")).isEqualTo("1");
            bench.connection().commit();
            assertThat(ask(bench.connection(), "SELECT count(*) FROM room")).isEqualTo("1");
            bench.connection().setAutoCommit(true);
        }
    }

    @Test
    void withoutTheRightToMakeSchemasTemporaryTablesAreAsked() throws SQLException {
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh();
                Connection connection = as(database, "plain", "GRANT TEMPORARY ON DATABASE %s TO plain")) {
            assertThat(forms(connection).of(definition("size in (1, 2)"), CheckConstraint.class))
                    .contains(CheckConstraint.of(null, "(size = ANY (ARRAY[1, 2]))"));
            assertThat(ask(connection, "SELECT count(*) FROM pg_class WHERE relpersistence = 't'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void withoutAnyRightNothingIsAsked() throws SQLException {
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh();
                Connection connection = as(database, "bare", "REVOKE TEMPORARY ON DATABASE %s FROM public")) {
            assertThat(forms(connection)).isEqualTo(NormalForms.NOT_ASKED);
        }
    }

    @Test
    void inATransactionThatMayOnlyReadNothingIsAsked() throws SQLException {
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh();
                Connection connection = database.open()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET default_transaction_read_only = on");
            }
            assertThat(forms(connection)).isEqualTo(NormalForms.NOT_ASKED);
        }
    }

    @Test
    void nobodyWaitsForItAndItWaitsForNobody() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL);
                Connection application = bench.database().open();
                Statement statement = application.createStatement()) {
            Table table = with(ROOM, check("ck_room", "size in (1, 2)"), index("ix_room", "size"));
            create(bench, table);
            bench.sql("SET lock_timeout = '5s'");
            application.setAutoCommit(false);
            statement.execute("LOCK TABLE room IN EXCLUSIVE MODE");

            assertThat(bench.differences(table)).isEmpty();

            application.rollback();
            bench.connection().setAutoCommit(false);
            forms(bench.connection());
            assertThat(ask(
                            application,
                            "SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
                                    + " WHERE mode = 'AccessExclusiveLock' AND datname = current_database()"))
                    .isEqualTo("0");
            bench.connection().rollback();
            bench.connection().setAutoCommit(true);
        }
    }

    /** The session ends while it is being asked, as with a kill. */
    @Test
    void nothingIsLeftWhereverTheSessionEnds() throws Exception {
        List<Definition> definitions = IntStream.range(0, 400)
                .mapToObj(number -> definition("size in (2, " + number + ")"))
                .toList();
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            create(bench, ROOM);
            RawCatalog before = catalog(bench);
            for (int delay = 1; delay < 200; delay *= 2) {
                try (Connection doomed = bench.database().open()) {
                    Thread killer = killer(bench, ask(doomed, "SELECT pg_backend_pid()"), delay);
                    assertThatExceptionOfType(SQLException.class).isThrownBy(() -> {
                        while (true) {
                            bench.dialect().normalizer().normalize(doomed, definitions);
                        }
                    });
                    killer.join();
                }
                assertThat(catalog(bench)).isEqualTo(before);
                assertThat(ask(bench.connection(), "SELECT count(*) FROM pg_namespace WHERE nspname LIKE '%scratch%'"))
                        .isEqualTo("0");
            }
        }
    }

    private static Thread killer(Workbench bench, String session, int delay) {
        Thread thread = new Thread(() -> {
            try (Connection other = bench.database().open()) {
                ask(other, "SELECT pg_sleep(" + delay / 1000.0 + ")::text");
                ask(other, "SELECT pg_terminate_backend(" + session + ")");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        thread.start();
        return thread;
    }

    private static RawCatalog catalog(Workbench bench) throws SQLException {
        return RawCatalog.read(DatabaseUnderTest.POSTGRESQL, bench.connection());
    }

    private static Connection as(TestDatabase database, String role, String right) throws SQLException {
        String name = database.jdbcUrl().replaceFirst(".*/", "").replaceFirst("\\?.*", "");
        String login = role + "_" + name;
        database.execute(
                "CREATE ROLE " + login + " LOGIN PASSWORD 'x'",
                "REVOKE CREATE ON SCHEMA public FROM public",
                right.formatted(name).replace(" " + role, " " + login));
        return DriverManager.getConnection(database.jdbcUrl(), login, "x");
    }

    private static NormalForms forms(Connection connection) throws SQLException {
        return dialect(connection).normalizer().normalize(connection, List.of(definition("size in (1, 2)")));
    }

    private static Dialect dialect(Connection connection) throws SQLException {
        return Dialects.loadedFrom(NormalizerIT.class.getClassLoader()).forConnection(connection);
    }

    private static Definition definition(String condition) {
        return new Definition(CheckConstraint.of(null, condition), List.of(Column.of("size", integer())));
    }

    private static Table with(Table table, TableElement... more) {
        return Table.of(
                table.name(),
                Stream.concat(table.columns().stream(), Stream.of(more)).toList());
    }

    private static void create(Workbench bench, Table table) throws SQLException {
        bench.run(new CreateTable(table));
    }
}
