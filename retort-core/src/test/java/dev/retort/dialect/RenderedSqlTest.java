package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.dialect.Executable.JavaWork;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.sqlite.SqliteProvider;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CommentOnTable;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DataStep;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.OutsideTransaction;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.operation.RunJava;
import dev.retort.schema.Column;
import dev.retort.schema.Columns;
import dev.retort.schema.Constraints;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Index;
import dev.retort.schema.Match;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RenderedSqlTest {

    private static final QualifiedName T = QualifiedName.of("t");
    private static final QualifiedName IN_SCHEMA = QualifiedName.parse("main.t");

    private static DdlCompiler ddl(String name) {
        return Dialects.loadedFrom(RenderedSqlTest.class.getClassLoader())
                .named(name)
                .ddl();
    }

    @ParameterizedTest
    @MethodSource("statements")
    void writesTheStatement(String dialect, Operation operation, String expected) {
        String written = ddl(dialect).compile(operation).stream()
                .flatMap(executable -> executable.statements().orElseThrow().stream())
                .map(SqlStatement::sql)
                .collect(Collectors.joining("; "));
        assertThat(written.replaceAll("\\s+", " ")).isEqualTo(expected);
    }

    static List<Arguments> statements() {
        Column number = Column.of("id", Columns.bigint()).notNull().asIdentity();
        Column state =
                Column.of("state", Columns.enumeration("new", "it's")).notNull().defaultsTo("new");
        Index odd = Index.of("i", List.of(Index.Part.expression("lower(a)").descending(true), Index.Part.column("b")))
                .asUnique()
                .where("a > 0");
        return List.of(
                on(
                        "sqlite",
                        create(T, number, Constraints.namedPrimaryKey("t_pk", "id")),
                        "CREATE TABLE t ( id integer NOT NULL CONSTRAINT t_pk PRIMARY KEY AUTOINCREMENT )"),
                on(
                        "sqlite",
                        create(T, number, Constraints.primaryKey("id")),
                        "CREATE TABLE t ( id integer NOT NULL PRIMARY KEY AUTOINCREMENT )"),
                on(
                        "sqlite",
                        create(T, Column.of("id", Columns.bigint()), Constraints.primaryKey("id")),
                        "CREATE TABLE t ( id bigint NOT NULL, PRIMARY KEY (id) )"),
                on(
                        "sqlite",
                        create(T, state),
                        "CREATE TABLE t ( state varchar(4) CHECK (state IN ('new', 'it''s')) DEFAULT 'new' NOT NULL )"),
                on(
                        "sqlite",
                        create(T, Column.of("a", Columns.integer()).defaultsToSql("1 + 1")),
                        "CREATE TABLE t ( a integer DEFAULT (1 + 1) )"),
                on(
                        "sqlite",
                        create(T, Column.of("a", Columns.timestamp()).defaultsToSql("CURRENT_TIMESTAMP")),
                        "CREATE TABLE t ( a timestamp DEFAULT CURRENT_TIMESTAMP )"),
                on("sqlite", create(T, Column.of("a", Columns.integer()).comment("c")), "CREATE TABLE t ( a integer )"),
                on(
                        "sqlite",
                        create(
                                IN_SCHEMA,
                                Column.of("a", Columns.integer()),
                                Constraints.foreignKey("f", "a").references("main.t", "a"),
                                odd),
                        "CREATE TABLE main.t ( a integer, CONSTRAINT f FOREIGN KEY (a) REFERENCES t (a) ); CREATE UNIQUE INDEX main.i ON t ((lower(a)) DESC, b) WHERE a > 0"),
                on(
                        "sqlite",
                        new AddConstraint(T, Constraints.check("c", "a > 0")),
                        "ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0)"),
                on(
                        "sqlite",
                        new DropConstraint(T, "c", Constraints.check("c", "a > 0")),
                        "ALTER TABLE t DROP CONSTRAINT c"),
                on("sqlite", alter(new ColumnChange.Nullability(true)), "ALTER TABLE t ALTER COLUMN a DROP NOT NULL"),
                on("sqlite", new DropIndex(IN_SCHEMA, "i", null), "DROP INDEX main.i"),
                on("sqlite", new RenameColumn(T, "a", "order"), "ALTER TABLE t RENAME COLUMN a TO \"order\""),
                on(
                        "h2",
                        create(T, number, Constraints.namedPrimaryKey("t_pk", "id")),
                        "CREATE TABLE t ( id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL, CONSTRAINT t_pk PRIMARY KEY (id) )"),
                on("h2", create(T, state), "CREATE TABLE t ( state enum('new', 'it''s') DEFAULT 'new' NOT NULL )"),
                on(
                        "h2",
                        create(
                                T,
                                Column.of("a", Columns.timestampWithTimeZone(3)).comment("c")),
                        "CREATE TABLE t ( a timestamp(3) with time zone ); COMMENT ON COLUMN t.a IS 'c'"),
                on(
                        "h2",
                        create(T, Column.of("value", Columns.array(Columns.text()))),
                        "CREATE TABLE t ( \"VALUE\" clob array )"),
                on(
                        "h2",
                        create(QualifiedName.of("\"t\""), Column.of("Mixed", Columns.text())),
                        "CREATE TABLE \"t\" ( \"Mixed\" clob )"),
                on("h2", new RenameColumn(T, "a", "b"), "ALTER TABLE t ALTER COLUMN a RENAME TO b"),
                on(
                        "h2",
                        alter(new ColumnChange.Type(Columns.bigint()), new ColumnChange.Default(null)),
                        "ALTER TABLE t ALTER COLUMN a SET DATA TYPE bigint; ALTER TABLE t ALTER COLUMN a DROP DEFAULT"),
                on(
                        "h2",
                        alter(new ColumnChange.Default(new DefaultValue.Literal(true))),
                        "ALTER TABLE t ALTER COLUMN a SET DEFAULT TRUE"),
                on("h2", new CommentOnTable(T, null, false, null), "COMMENT ON TABLE t IS NULL"),
                on("h2", new DropConstraint(T, null, Constraints.primaryKey("a")), "ALTER TABLE t DROP PRIMARY KEY"),
                on("h2", new DropSequence(QualifiedName.of("s"), null), "DROP SEQUENCE s"),
                on(
                        "h2",
                        new CreateSequence(Sequence.of(QualifiedName.parse("x.s"), 5, 2)),
                        "CREATE SEQUENCE x.s START WITH 5 INCREMENT BY 2"),
                on(
                        "h2",
                        new CreateIndex(QualifiedName.parse("x.t"), Constraints.index("i", "a")),
                        "CREATE INDEX i ON x.t (a)"),
                on("h2", new DropIndex(QualifiedName.parse("x.t"), "i", null), "DROP INDEX x.i"),
                on("h2", new DropColumn(T, "a", null), "ALTER TABLE t DROP COLUMN a"),
                on("h2", new DropTable(T, null), "DROP TABLE t"),
                on("h2", new RenameTable(QualifiedName.parse("x.t"), "user"), "ALTER TABLE x.t RENAME TO \"USER\""),
                on(
                        "h2",
                        new AddColumn(T, Column.of("a", Columns.uuid()).defaultsToSql("random_uuid()")),
                        "ALTER TABLE t ADD COLUMN a uuid DEFAULT random_uuid()"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesWhatTheDatabaseDoesNotKnow(String dialect, Operation operation, String why) {
        assertThatExceptionOfType(UnsupportedByDialectException.class)
                .isThrownBy(() -> ddl(dialect).compile(operation))
                .satisfies(refused -> assertThat(refused.operation()).isEqualTo(operation.describe()))
                .withMessageContaining(why);
    }

    static List<Arguments> refusals() {
        Column text = Column.of("a", Columns.varchar(20));
        Column list = Column.of("a", Columns.array(Columns.integer()));
        ColumnChange latin = new ColumnChange.Collation("latin1", null);
        Index hashed = Constraints.index("i", "a").using("hash");
        return List.of(
                on("h2", create(T, text.collate("EN")), "its columns cannot have COLLATE"),
                on("h2", new AddColumn(T, text.collate("EN")), "its columns cannot have COLLATE"),
                on(
                        "postgresql",
                        new AddConstraint(
                                T,
                                Constraints.foreignKey("f", "a")
                                        .references("t", "b")
                                        .match(Match.PARTIAL)),
                        "its foreign keys cannot have MATCH PARTIAL"),
                on("postgresql", alter(latin), "its columns cannot have CHARACTER SET"),
                on("sqlite", new CreateIndex(T, hashed), "its indexes cannot have access methods"),
                on("sqlite", create(T, text, hashed), "its indexes cannot have access methods"),
                on("sqlite", create(T, list), "its columns cannot have ARRAY; a json column"),
                on("sqlite", alter(new ColumnChange.Type(list.type())), "its columns cannot have ARRAY; a json column"),
                on("mariadb", create(T, list), "its columns cannot have ARRAY; a json column"),
                on("mariadb", new AddColumn(T, list), "its columns cannot have ARRAY; a json column"));
    }

    private static Arguments on(String dialect, Operation operation, String sql) {
        return Arguments.of(dialect, operation, sql);
    }

    private static CreateTable create(QualifiedName name, TableElement... elements) {
        return new CreateTable(Table.of(name, Arrays.asList(elements)));
    }

    private static AlterColumn alter(ColumnChange... changes) {
        return new AlterColumn(T, "a", List.of(changes), null);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void fillsManyRowsAndRunsWhatUsersWrite(String name) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(name)) {
            database.create(
                    Table.of(T, List.of(Column.of("a", Columns.integer()), Column.of("b", Columns.varchar(20)))));
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (int i = 0; i < 250; i++) {
                rows.add(Arrays.asList(i, i % 2 == 0 ? null : "it's?"));
            }
            BulkInsert insert = new BulkInsert(T, List.of("a", "b"), rows);
            assertThat(database.dialect.ddl().compile(insert)).hasSize(3);
            database.run(insert);
            database.run(new ExecuteSql("DELETE FROM t WHERE a < ?", Collections.singletonList(50)));
            database.run(new ExecuteSql("DELETE FROM t WHERE b = 'it''s?' AND a > 100", List.of()));
            assertThat(database.count("t")).isEqualTo(200 - 75);
        }
    }

    static List<String> databases() {
        return List.of("sqlite", "h2");
    }

    @Test
    void handsJavaStepsOn() {
        DataStep step = connection -> {};
        OutsideTransaction outside = new OutsideTransaction(List.of(new RunJava(step)));
        assertThat(ddl("h2").compile(outside))
                .singleElement()
                .isEqualTo(new JavaWork(step, true, outside.operations().get(0)));
    }

    @Test
    void oldSqliteRebuildsTheTableForAnotherCondition() {
        DdlCompiler old =
                new SqliteProvider().create(new DatabaseVersion(3, 52)).ddl();
        for (Operation operation : List.of(
                new AddConstraint(T, Constraints.check("c", "a > 0")),
                new DropConstraint(T, "c", null),
                alter(new ColumnChange.Nullability(true)))) {
            assertThat(old.compile(operation)).singleElement().matches(Executable::suspendsForeignKeys);
        }
    }
}
