package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.table;
import static dev.retort.schema.Columns.text;
import static dev.retort.schema.Constraints.primaryKey;
import static dev.retort.testkit.OperationCases.created;

import dev.retort.dialect.Dialects;
import dev.retort.schema.Table;
import dev.retort.testkit.DialectNames;
import dev.retort.testkit.LiveSchema;
import dev.retort.testkit.OperationCase;
import dev.retort.tests.run.OfflineCases;
import dev.retort.tests.server.ClientProgram;
import dev.retort.tests.server.DatabaseUnderTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteConformanceIT extends ConformanceIT {

    private static final Pattern ALTERS_CONDITIONS =
            Pattern.compile("ALTER TABLE .* (ALTER COLUMN|ADD CHECK|ADD CONSTRAINT|DROP CONSTRAINT)");

    SqliteConformanceIT() {
        super(DatabaseUnderTest.SQLITE);
    }

    @Test
    @Tag("sqlite3")
    void theProgramDoesWithTheScriptOfAllCasesWhatRunsDo(@TempDir Path folder) throws SQLException {
        OfflineCases.assertThatScriptsDoWhatRunsDo(
                folder,
                kind,
                ofOneDatabase().stream().filter(this::isKnownTo340).toList(),
                ClientProgram.SQLITE3::run);
    }

    /** The program may be older than the SQLite that scripts are for, which alters more by itself from 3.53 on. */
    private boolean isKnownTo340(OperationCase test) {
        return Stream.concat(Stream.of(test.operation()), test.operation().reverse().stream())
                .flatMap(operation -> Dialects.loadedFrom(SqliteConformanceIT.class.getClassLoader())
                        .named("sqlite")
                        .ddl()
                        .compile(operation)
                        .stream())
                .flatMap(executable -> executable.statements().stream())
                .flatMap(List::stream)
                .noneMatch(
                        statement -> ALTERS_CONDITIONS.matcher(statement.sql()).find());
    }

    @Override
    protected Connection emptySchema() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite::memory:");
    }

    @Override
    protected void makeSchema(LiveSchema live, String name) throws SQLException {
        live.execute("ATTACH ':memory:' AS " + name);
    }

    @Override
    protected void dropSchema(LiveSchema live, String name) throws SQLException {
        live.execute("DETACH " + name);
    }

    @Override
    protected DialectNames names() {
        return DialectNames.USUAL.collation("NOCASE");
    }

    @Override
    protected List<String> tableOptions() {
        return List.of("without rowid");
    }

    @Override
    protected List<String> typeSpellings() {
        return List.of(
                "integer",
                "bigint",
                "boolean",
                "tinyint",
                "smallint",
                "decimal(38,2)",
                "numeric(38,2)",
                "date",
                "varchar(255)",
                "char(1)",
                "clob",
                "blob",
                "json",
                "uuid",
                "float",
                "real",
                "double",
                "time",
                "timestamp",
                "varchar(36)",
                "binary(16)",
                "",
                "NVARCHAR2(3)",
                "unsigned big  int",
                "any");
    }

    @Override
    protected List<OperationCase> ownCases() {
        return Stream.concat(definitions(), RoutineCases.ofSqlite()).toList();
    }

    private static Stream<OperationCase> definitions() {
        Table keyed = table("t", column("a", text()).notNull(), primaryKey("a"));
        return Stream.of(
                created("table option, strict", keyed.option("strict", "")),
                created("table option, without rowid", keyed.option("without rowid", "")));
    }
}
