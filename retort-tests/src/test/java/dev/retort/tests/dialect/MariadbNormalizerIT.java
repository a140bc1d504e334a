package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.date;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.json;
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
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.tests.catalog.RawCatalog;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.Proxies;
import dev.retort.tests.server.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MariadbNormalizerIT {

    private static final Pattern TEMPORARY = Pattern.compile("CREATE TEMPORARY TABLE `?(\\w+)");

    private static final Table ROOM = Table.of(
            QualifiedName.of("room"),
            List.of(
                    column("name", varchar(20)),
                    column("size", integer()),
                    column("since", timestamp()),
                    column("day", date()),
                    column("more", json())));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size % 2 = 0",
                "room.size % 2 = 0 and `room`.`size` > 1",
                "mod(size, 2) = 0",
                "since + interval 1 day > '2020-01-01'",
                "date_add(day, interval size month) > date '2020-01-01'",
                "position('x' in name) = 0",
                "name rlike '^a' or name not regexp 'b'",
                "cast(size as char) = '1'",
                "convert(size, char(9)) <> '2' and cast(name as char(3) character set latin1) <> 'x'",
                "name like '%\\\\_%' and name <> 'it''s \\\\ \"' and name <> \"it's\"",
                "not (size between 1 and 5) xor name in ('a', 'b')",
                "not (name = 'a' or size is null)",
                "!(size = 1 && name = 'b') || size << 2 > 3",
                "case when size > 3 then name else 'x' end is not null",
                "json_extract(more, '$.a') = 1 and json_valid(more)",
                "substring(name from 2 for 3) <> substr(name, 1) and trim(leading 'x' from name) <> ''",
                "extract(year from since) > 2000 and dayofweek(day) <> 1",
                "name = 'ü€😀' or name = binary 'x' or name collate utf8mb4_bin = 'X'",
                "coalesce(name, nullif('a', 'b')) <=> 'x' or size is true",
                "size"
            })
    void aConditionIsFoundAgainHoweverTheServerWritesIt(String condition) throws SQLException {
        Table table = with(ROOM, check("ck_room", condition)).option("collate", "utf8mb4_general_ci");
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            bench.sql("ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
            bench.run(new CreateTable(table));

            assertThat(bench.differences(table)).isEmpty();
            Table other = with(ROOM, check("ck_room", "(" + condition + ") and size <> 77"));
            assertThat(bench.differences(other.options(table.options()))).hasSize(2);
        }
    }

    @Test
    void valuesComputationsAndTypesByNameAreFoundAgain() throws SQLException {
        Table table = with(
                ROOM,
                column("made", timestamp()).defaultsToSql("now(6) - interval 1 day"),
                column("code", varchar(40)).defaultsToSql("concat('r', length('abc'))"),
                column("number", nativeType("bigint unsigned")).defaultsToSql("NEXT VALUE FOR codes"),
                column("label", varchar(60)).storedAs("trim(upper(name)) || size % 3"),
                column("short", varchar(60)).virtualAs("left(name, 3)"),
                column("amount", nativeType("dec(10)")).defaultsToSql("1.5 * 2"),
                column("word", varchar(9)).characterSet("latin1").defaultsToSql("_latin1'x'"),
                column("packed", nativeType("VARCHAR( 9 ) compressed")),
                column("bytes", nativeType("varbinary(9)")).defaultsToSql("x'00FF41'"),
                column("flag", nativeType("bool")).defaultsToSql("not false"),
                column("id", nativeType("uuid")).defaultsToSql("UUID()"),
                column("address", nativeType("inet6")).defaultsToSql("'::1'"),
                column("words", nativeType("set('a','b c)')")).defaultsToSql("'b c)'"),
                column("seen", nativeType("timestamp(3)"))
                        .defaultsToSql("now(3)")
                        .onUpdateSql("localtimestamp(3)"),
                column("changed", timestamp(0))
                        .defaultsToSql("CURRENT_TIMESTAMP")
                        .onUpdateSql("NOW()"),
                Index.of("ix_name", List.of(Index.Part.column("name").length(3))),
                check("ck_short", "short not in ('a', 'b')"));
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            bench.sql("CREATE SEQUENCE codes");
            bench.run(new CreateTable(table));

            assertThat(bench.differences(table)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "varchar(9) character set ucs2",
                "varchar(9) collate utf8mb3_bin",
                "int unsigned default 5",
                "int unsigned not null",
                "int unsigned as (size) stored",
                "int unsigned comment 'x'"
            })
    void whatSaysMoreThanATypeHasNoFormOfOne(String text) throws SQLException {
        Definition type = Definition.ofType(nativeType(text));
        Definition plain = Definition.ofType(nativeType("dec(10)"));
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            NormalForms forms = bench.dialect().normalizer().normalize(bench.connection(), List.of(type, plain));

            assertThat(forms.byDefinition()).containsOnlyKeys(plain);
        }
    }

    @Test
    void aDefinitionThatTheServerRefusesTakesNoOtherWithIt() throws SQLException {
        List<Definition> definitions = new ArrayList<>(IntStream.range(0, 250)
                .mapToObj(number -> definition("size in (1, " + number + ")"))
                .toList());
        definitions.add(120, definition("no_such_function(size)"));
        definitions.add(7, new Definition(column("", integer()).defaultsToSql("nextval(nothing)"), List.of()));
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            NormalForms forms = bench.dialect().normalizer().normalize(bench.connection(), definitions);

            assertThat(forms.byDefinition()).hasSize(250).doesNotContainKey(definition("no_such_function(size)"));
            assertThat(forms.of(definition("size in (1, 7)"), CheckConstraint.class))
                    .contains(CheckConstraint.of(null, "`size` in (1,7)"));
        }
    }

    @Test
    void columnsThatFillATableAreAskedOnSeveral() throws SQLException {
        List<Definition> definitions = IntStream.range(0, 100)
                .mapToObj(number -> new Definition(
                        column("", varchar(5000)).defaultsToSql("concat('a', " + number + ")"), List.of()))
                .toList();
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            assertThat(bench.dialect()
                            .normalizer()
                            .normalize(bench.connection(), definitions)
                            .byDefinition())
                    .hasSize(100);
        }
    }

    @Test
    void aTransactionUnderWayGoesOnAsItWas() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            bench.run(new CreateTable(ROOM));
            bench.connection().setAutoCommit(false);
            bench.sql("INSERT INTO room (size) VALUES (1)");

            assertThat(forms(bench.connection()).byDefinition()).hasSize(1);
            bench.dialect()
                    .normalizer()
                    .normalize(bench.connection(), List.of(definition("size > 0"), definition("nothing > 0")));

            assertThat(ask(bench.connection(), "SELECT count(*) FROM room")).isEqualTo("1");
            bench.connection().rollback();
            assertThat(ask(bench.connection(), "SELECT count(*) FROM room")).isEqualTo("0");
            bench.connection().setAutoCommit(true);
        }
    }

    @Test
    void withoutTheRightToMakeTemporaryTablesNothingIsAsked() throws SQLException {
        try (TestDatabase database = DatabaseUnderTest.MARIADB.fresh();
                Connection connection = as(database, "bare", "SELECT, INSERT, CREATE, ALTER, INDEX, DROP")) {
            assertThat(forms(connection)).isEqualTo(NormalForms.NOT_ASKED);
        }
    }

    @Test
    void theRightToMakeTemporaryTablesIsEnough() throws SQLException {
        try (TestDatabase database = DatabaseUnderTest.MARIADB.fresh();
                Connection connection = as(database, "plain", "CREATE TEMPORARY TABLES")) {
            assertThat(forms(connection).of(definition("size in (1, 2)"), CheckConstraint.class))
                    .contains(CheckConstraint.of(null, "`size` in (1,2)"));
        }
    }

    @Test
    void inATransactionThatMayOnlyReadNothingIsAsked() throws SQLException {
        try (TestDatabase database = DatabaseUnderTest.MARIADB.fresh();
                Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute("START TRANSACTION READ ONLY");
            assertThat(forms(connection)).isEqualTo(NormalForms.NOT_ASKED);
            statement.execute("ROLLBACK");
            statement.execute("SET SESSION TRANSACTION READ ONLY");
            assertThat(forms(connection)).isEqualTo(NormalForms.NOT_ASKED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOCK TABLES room WRITE",
                "LOCK TABLES room READ",
                "FLUSH TABLES room WITH READ LOCK",
                "START TRANSACTION; UPDATE room SET size = 2",
                "START TRANSACTION; SELECT * FROM room FOR UPDATE"
            })
    void nobodyWaitsForItAndItWaitsForNobody(String holding) throws SQLException {
        Table table = with(ROOM, check("ck_room", "size in (1, 2)"), index("ix_room", "size"));
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB);
                Connection application = bench.database().open();
                Statement statement = application.createStatement()) {
            bench.run(new CreateTable(table));
            bench.sql("INSERT INTO room (size) VALUES (1)", "SET lock_wait_timeout = 5, innodb_lock_wait_timeout = 5");
            for (String sql : holding.split("; ", -1)) {
                statement.execute(sql);
            }

            assertThat(forms(bench.connection()).byDefinition()).hasSize(1);

            statement.execute("UNLOCK TABLES");
            statement.execute("ROLLBACK");
            bench.connection().setAutoCommit(false);
            forms(bench.connection());
            statement.execute("SET lock_wait_timeout = 1");
            statement.execute("LOCK TABLES room WRITE");
            statement.execute("UNLOCK TABLES");
            statement.execute("ALTER TABLE room ADD extra int");
            bench.connection().rollback();
            bench.connection().setAutoCommit(true);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"READ", "WRITE"})
    void aSessionThatHoldsLocksKeepsThem(String mode) throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB);
                Connection other = bench.database().open();
                Statement statement = other.createStatement()) {
            bench.run(new CreateTable(ROOM));
            bench.sql("LOCK TABLES room " + mode);

            assertThat(forms(bench.connection()).byDefinition()).hasSize(1);

            statement.execute("SET lock_wait_timeout = 1");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute("INSERT INTO room (size) VALUES (1)"));
            bench.sql("UNLOCK TABLES");
        }
    }

    /** The session ends while it is being asked, as with a kill. */
    @Test
    void nothingIsLeftWhereverTheSessionEnds() throws Exception {
        List<Definition> definitions = IntStream.range(0, 400)
                .mapToObj(number -> definition("size in (2, " + number + ")"))
                .toList();
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            bench.run(new CreateTable(ROOM));
            bench.dialect().normalizer().normalize(bench.connection(), definitions);
            assertThat(temporaryTables(bench)).isEqualTo("0");
            RawCatalog before = RawCatalog.read(DatabaseUnderTest.MARIADB, bench.connection());
            for (int delay = 1; delay < 200; delay *= 2) {
                try (Connection doomed = bench.database().open()) {
                    Thread killer = killer(bench, ask(doomed, "SELECT connection_id()"), delay);
                    assertThatExceptionOfType(SQLException.class).isThrownBy(() -> {
                        while (true) {
                            bench.dialect().normalizer().normalize(doomed, definitions);
                        }
                    });
                    killer.join();
                }
                assertThat(RawCatalog.read(DatabaseUnderTest.MARIADB, bench.connection()))
                        .isEqualTo(before);
                assertThat(temporaryTables(bench)).isEqualTo("0");
            }
        }
    }

    /** The session may be one of a pool. */
    @Test
    void aTableWhoseDropFailsIsDroppedAgain() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            List<String> made = new ArrayList<>();
            Connection connection = failing(bench.connection(), "DROP TEMPORARY TABLE", 1, made);

            assertThat(forms(connection).byDefinition()).hasSize(1);

            assertThat(made)
                    .isNotEmpty()
                    .allSatisfy(table -> assertThat(exists(bench, table)).isFalse());
        }
    }

    @Test
    void aTableThatCannotBeDroppedIsNamed() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            List<String> made = new ArrayList<>();
            Connection connection = failing(bench.connection(), "DROP TEMPORARY TABLE", 2, made);

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> forms(connection))
                    .withMessageContaining("stays until the session ends")
                    .withMessageContaining("not now");
            assertThat(exists(bench, made.get(0))).isTrue();
        }
    }

    private static boolean exists(Workbench bench, String table) {
        try {
            ask(bench.connection(), "SELECT count(*) FROM " + table);
            return true;
        } catch (SQLException missing) {
            return false;
        }
    }

    /**
     * A connection on which some statements fail.
     *
     * @param times how many of those that begin like this
     * @param tables where the names of temporary tables are kept
     */
    private static Connection failing(Connection connection, String begin, int times, List<String> tables) {
        AtomicInteger left = new AtomicInteger(times);
        return Proxies.of(Connection.class, (method, arguments) -> {
            Object made = Proxies.call(connection, method, arguments);
            return !method.getName().equals("createStatement")
                    ? made
                    : Proxies.of(Statement.class, (called, given) -> {
                        String sql = called.getName().equals("execute") ? String.valueOf(given[0]) : "";
                        Matcher table = TEMPORARY.matcher(sql);
                        if (table.find()) {
                            tables.add(table.group(1));
                        }
                        if (sql.startsWith(begin) && left.getAndDecrement() > 0) {
                            throw new SQLException("not now", "HY000", 1205);
                        }
                        return Proxies.call(made, called, given);
                    });
        });
    }

    /** Of this session, as servers from 11.2 on tell. */
    private static String temporaryTables(Workbench bench) throws SQLException {
        return ask(
                bench.connection(),
                "SELECT count(*) FROM information_schema.tables WHERE table_name LIKE 'retort\\_%\\_%\\_%\\_%\\_%'");
    }

    private static Thread killer(Workbench bench, String session, int delay) {
        Thread thread = new Thread(() -> {
            try (Connection other = bench.database().open()) {
                ask(other, "SELECT sleep(" + delay / 1000.0 + ")");
                try (Statement statement = other.createStatement()) {
                    statement.execute("KILL CONNECTION " + session);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        thread.start();
        return thread;
    }

    private static Connection as(TestDatabase database, String role, String rights) throws SQLException {
        String name = database.jdbcUrl().replaceFirst(".*/", "").replaceFirst("\\?.*", "");
        String login = role + "_" + name;
        database.execute(
                "CREATE USER " + login + "@'%' IDENTIFIED BY 'x'",
                "GRANT " + rights + " ON " + name + ".* TO " + login + "@'%'");
        return DriverManager.getConnection(database.jdbcUrl(), login, "x");
    }

    private static NormalForms forms(Connection connection) throws SQLException {
        return dialect(connection).normalizer().normalize(connection, List.of(definition("size in (1, 2)")));
    }

    private static Dialect dialect(Connection connection) throws SQLException {
        return Dialects.loadedFrom(MariadbNormalizerIT.class.getClassLoader()).forConnection(connection);
    }

    private static Definition definition(String condition) {
        return new Definition(CheckConstraint.of(null, condition), List.of(Column.of("size", integer())));
    }

    private static Table with(Table table, TableElement... more) {
        return Table.of(
                table.name(),
                Stream.concat(table.columns().stream(), Stream.of(more)).toList());
    }
}
