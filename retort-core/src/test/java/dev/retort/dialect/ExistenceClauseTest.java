package dev.retort.dialect;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.ConditionalOperations;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateObject;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropObject;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.Existence;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameIndex;
import dev.retort.operation.RenameTable;
import dev.retort.schema.Constraints;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaObjects;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where IF EXISTS and IF NOT EXISTS stand in a script, whatever things are called. */
class ExistenceClauseTest {

    private static final QualifiedName T = QualifiedName.of("a DROP COLUMN b");
    private static final QualifiedName ADD = QualifiedName.of("a ADD COLUMN b ADD CONSTRAINT c");
    private static final QualifiedName CONSTRAINT = QualifiedName.of("a DROP CONSTRAINT b");

    static List<Arguments> created() {
        return List.of(
                Arguments.of(
                        "sqlite", table(), "CREATE TABLE IF NOT EXISTS \"a TABLE b\" (\n    id integer NOT NULL\n)"),
                Arguments.of("mysql", table(), "CREATE TABLE IF NOT EXISTS `a TABLE b` (\n    id int NOT NULL\n)"),
                Arguments.of(
                        "postgresql",
                        new AddColumn(ADD, column("x ADD COLUMN y", integer())),
                        "ALTER TABLE \"a ADD COLUMN b ADD CONSTRAINT c\" ADD COLUMN IF NOT EXISTS \"x ADD COLUMN y\" integer"),
                Arguments.of(
                        "mariadb",
                        new AddColumn(ADD, column("x", integer())),
                        "ALTER TABLE `a ADD COLUMN b ADD CONSTRAINT c` ADD COLUMN IF NOT EXISTS x int"),
                Arguments.of(
                        "h2",
                        new AddConstraint(ADD, Constraints.check("ck", "x > 0")),
                        "ALTER TABLE \"a ADD COLUMN b ADD CONSTRAINT c\" ADD CONSTRAINT IF NOT EXISTS ck CHECK (x > 0)"),
                Arguments.of(
                        "postgresql",
                        new CreateIndex(T, Index.of("a INDEX CONCURRENTLY b", "id")),
                        "CREATE INDEX IF NOT EXISTS \"a INDEX CONCURRENTLY b\" ON \"a DROP COLUMN b\" (id)"),
                Arguments.of(
                        "mariadb",
                        new CreateIndex(T, Index.of("a ON b", "id").asUnique()),
                        "CREATE UNIQUE INDEX IF NOT EXISTS `a ON b` ON `a DROP COLUMN b` (id)"),
                Arguments.of(
                        "sqlite",
                        new CreateIndex(T, Index.of("a INDEX b", "id")),
                        "CREATE INDEX IF NOT EXISTS \"a INDEX b\" ON \"a DROP COLUMN b\" (id)"),
                Arguments.of(
                        "hsqldb",
                        new CreateSequence(Sequence.of(QualifiedName.of("a SEQUENCE b"), 1, 1)),
                        "CREATE SEQUENCE IF NOT EXISTS \"a SEQUENCE b\" AS bigint START WITH 1 INCREMENT BY 1"),
                Arguments.of(
                        "mariadb",
                        new CreateObject(SchemaObjects.view("a VIEW b", "SELECT 1")),
                        "CREATE VIEW IF NOT EXISTS `a VIEW b` AS\nSELECT 1"),
                Arguments.of(
                        "mariadb",
                        new AddConstraint(ADD, Constraints.unique("uq", "x")),
                        "ALTER TABLE `a ADD COLUMN b ADD CONSTRAINT c` ADD CONSTRAINT uq UNIQUE IF NOT EXISTS (x)"),
                Arguments.of(
                        "mariadb",
                        new CreateObject(
                                SchemaObjects.function("f", "create or replace function f() RETURNS int RETURN 1")),
                        "CREATE function IF NOT EXISTS f() RETURNS int RETURN 1"),
                Arguments.of(
                        "sqlite",
                        new CreateObject(SchemaObjects.trigger(
                                "x", "t", "CREATE TRIGGER IF NOT EXISTS x AFTER INSERT ON t BEGIN SELECT 1; END")),
                        "CREATE TRIGGER IF NOT EXISTS x AFTER INSERT ON t BEGIN SELECT 1; END"));
    }

    private static CreateTable table() {
        return new CreateTable(Table.of(
                QualifiedName.of("a TABLE b"), List.of(column("id", integer()).notNull())));
    }

    @ParameterizedTest
    @MethodSource("created")
    void whatIsCreatedIsCreatedIfItIsMissing(String database, Operation operation, String sql) {
        assertThat(scripted(database, Existence.MISSING, operation)).isEqualTo(sql);
    }

    static List<Arguments> dropped() {
        return List.of(
                Arguments.of(
                        "hsqldb",
                        new DropTable(QualifiedName.of("a TABLE b"), null),
                        "DROP TABLE IF EXISTS \"a TABLE b\""),
                Arguments.of(
                        "postgresql",
                        new DropColumn(T, "a DROP COLUMN c", null),
                        "ALTER TABLE IF EXISTS \"a DROP COLUMN b\" DROP COLUMN IF EXISTS \"a DROP COLUMN c\""),
                Arguments.of(
                        "h2",
                        new DropColumn(T, "c", null),
                        "ALTER TABLE IF EXISTS \"a DROP COLUMN b\" DROP COLUMN IF EXISTS c"),
                Arguments.of(
                        "mariadb",
                        new DropColumn(T, "c", null),
                        "ALTER TABLE IF EXISTS `a DROP COLUMN b` DROP COLUMN IF EXISTS c"),
                Arguments.of(
                        "postgresql",
                        new DropConstraint(CONSTRAINT, "a DROP CONSTRAINT c", null),
                        "ALTER TABLE IF EXISTS \"a DROP CONSTRAINT b\" DROP CONSTRAINT IF EXISTS \"a DROP CONSTRAINT c\""),
                Arguments.of(
                        "mariadb",
                        new DropConstraint(CONSTRAINT, "ck", null),
                        "ALTER TABLE IF EXISTS `a DROP CONSTRAINT b` DROP CONSTRAINT IF EXISTS ck"),
                Arguments.of("postgresql", new DropIndex(T, "a ON b", null), "DROP INDEX IF EXISTS \"a ON b\""),
                Arguments.of(
                        "postgresql",
                        new DropIndex(T, "a ON b", null, true),
                        "DROP INDEX CONCURRENTLY IF EXISTS \"a ON b\""),
                Arguments.of("h2", new DropIndex(T, "a ON b", null), "DROP INDEX IF EXISTS \"a ON b\""),
                Arguments.of(
                        "h2",
                        new RenameColumn(T, "c", "d"),
                        "ALTER TABLE IF EXISTS \"a DROP COLUMN b\" ALTER COLUMN IF EXISTS c RENAME TO d"),
                Arguments.of(
                        "postgresql",
                        new RenameIndex(T, "a ON b", "x"),
                        "ALTER INDEX IF EXISTS \"a ON b\" RENAME TO x"),
                Arguments.of(
                        "hsqldb", new RenameTable(T, "x"), "ALTER TABLE IF EXISTS \"a DROP COLUMN b\" RENAME TO x"),
                Arguments.of(
                        "sqlite", new DropIndex(T, "ALTER TABLE x", null), "DROP INDEX IF EXISTS \"ALTER TABLE x\""),
                Arguments.of(
                        "mariadb",
                        new DropIndex(QualifiedName.of("c ON d"), "a ON b", null),
                        "ALTER TABLE IF EXISTS `c ON d` DROP INDEX IF EXISTS `a ON b`"),
                Arguments.of(
                        "mariadb",
                        new DropSequence(QualifiedName.of("a SEQUENCE b"), null),
                        "DROP SEQUENCE IF EXISTS `a SEQUENCE b`"),
                Arguments.of(
                        "mysql",
                        new DropObject(
                                SchemaObjects.view("a VIEW b", "SELECT 1").reference(), null),
                        "DROP VIEW IF EXISTS `a VIEW b`"));
    }

    @ParameterizedTest
    @MethodSource("dropped")
    void whatIsDroppedIsDroppedIfItIsThere(String database, Operation operation, String sql) {
        assertThat(scripted(database, Existence.PRESENT, operation)).isEqualTo(sql);
    }

    private static String scripted(String database, Existence condition, Operation operation) {
        List<Executable> compiled = Dialects.loadedFrom(ExistenceClauseTest.class.getClassLoader())
                .named(database)
                .ddl()
                .compile(new ConditionalOperations(condition, List.of(operation)));
        assertThat(compiled).hasSize(1);
        return compiled.get(0).statements().orElseThrow().stream()
                .map(SqlStatement::sql)
                .reduce((first, second) -> first + ";\n" + second)
                .orElseThrow();
    }
}
