package dev.retort.dialect.mariadb;

import static dev.retort.schema.Columns.array;
import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.bool;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.decimal;
import static dev.retort.schema.Columns.enumeration;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.json;
import static dev.retort.schema.Columns.nativeType;
import static dev.retort.schema.Columns.text;
import static dev.retort.schema.Columns.timestamp;
import static dev.retort.schema.Columns.timestampWithTimeZone;
import static dev.retort.schema.Columns.tinyint;
import static dev.retort.schema.Columns.uuid;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.schema.Constraints.check;
import static dev.retort.schema.Constraints.foreignKey;
import static dev.retort.schema.Constraints.index;
import static dev.retort.schema.Constraints.primaryKey;
import static dev.retort.schema.Constraints.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.DdlCompiler;
import dev.retort.dialect.Executable.FromCatalog;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CommentOnTable;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MariadbDdlTest {

    private static final QualifiedName T = QualifiedName.of("t");
    private static final QualifiedName ST = QualifiedName.parse("s.t");
    private static final Column TITLE =
            column("title", varchar(50)).notNull().defaultsTo("x").comment("the title");

    private final DdlCompiler ddl =
            new MariadbProvider().create(DatabaseVersion.NEWEST).ddl();

    private static Arguments says(Operation operation, String... sql) {
        return Arguments.of(operation, List.of(sql));
    }

    private static AlterColumn alter(@Nullable Column existing, ColumnChange... changes) {
        return new AlterColumn(T, "title", List.of(changes), existing);
    }

    private static ColumnChange toDefault(@Nullable DefaultValue value) {
        return new ColumnChange.Default(value);
    }

    private static Stream<Arguments> statements() {
        return Stream.of(
                says(
                        new CreateTable(Table.of(
                                        ST,
                                        List.of(
                                                column("id", bigint()).notNull().asIdentity(100, 1),
                                                column("Order", varchar(20))
                                                        .notNull()
                                                        .defaultsTo("it's \\")
                                                        .comment("a `note`"),
                                                column("kind", enumeration("a", "b'c")),
                                                column("at", timestamp(3)).defaultsToSql("now(3)"),
                                                column("zoned", timestampWithTimeZone()),
                                                column("u", uuid()).defaultsToSql("uuid()"),
                                                column("j", json()),
                                                column("d", decimal()),
                                                primaryKey("id"),
                                                check("ck", "id > 0"),
                                                index("ix", "Order")))
                                .comment("it's \\")),
                        """
                        CREATE TABLE s.t (
                            id bigint NOT NULL AUTO_INCREMENT,
                            `Order` varchar(20) NOT NULL DEFAULT 'it''s \\\\' COMMENT 'a `note`',
                            kind enum('a','b''c'),
                            at datetime(3) DEFAULT now(3),
                            zoned timestamp(6) NULL,
                            u uuid DEFAULT (uuid()),
                            j json,
                            d decimal(65, 30),
                            PRIMARY KEY (id),
                            CONSTRAINT ck CHECK (id > 0)
                        ) AUTO_INCREMENT = 100 COMMENT = 'it''s \\\\'""",
                        "CREATE INDEX ix ON s.t (`Order`)"),
                says(new RenameTable(ST, "key"), "ALTER TABLE s.t RENAME TO s.`key`"),
                says(new CommentOnTable(T, null, true, "x"), "ALTER TABLE t COMMENT = ''"),
                says(
                        new AddColumn(T, column("a", nativeType("timestamp(3) CHECK (a > '2020-01-01')"))),
                        "ALTER TABLE t ADD COLUMN a timestamp(3) NULL CHECK (a > '2020-01-01')"),
                says(
                        new AddColumn(T, column("a", timestampWithTimeZone(3)).option("check", "a > '2020-01-01'")),
                        "ALTER TABLE t ADD COLUMN a timestamp(3) NULL CHECK (a > '2020-01-01')"),
                says(
                        new AddColumn(T, column("a b", bool()).comment("c")),
                        "ALTER TABLE t ADD COLUMN `a b` boolean COMMENT 'c'"),
                says(new RenameColumn(T, "a", "tick`"), "ALTER TABLE t RENAME COLUMN a TO `tick```"),
                says(
                        alter(TITLE, new ColumnChange.Type(text())),
                        "ALTER TABLE t MODIFY COLUMN title longtext NOT NULL DEFAULT 'x' COMMENT 'the title'"),
                says(
                        alter(TITLE, new ColumnChange.Nullability(true), toDefault(null)),
                        "ALTER TABLE t MODIFY COLUMN title varchar(50) COMMENT 'the title'"),
                says(
                        alter(TITLE, toDefault(new DefaultValue.Expression("concat('a', 'b')"))),
                        "ALTER TABLE t ALTER COLUMN title SET DEFAULT (concat('a', 'b'))"),
                says(alter(TITLE, toDefault(null)), "ALTER TABLE t ALTER COLUMN title DROP DEFAULT"),
                says(alter(TITLE.nullable(true), toDefault(null)), "ALTER TABLE t ALTER COLUMN title SET DEFAULT NULL"),
                says(
                        alter(
                                column("title", timestamp()).defaultsToSql("(NOW(3))"),
                                toDefault(new DefaultValue.Literal("2020-01-01"))),
                        "ALTER TABLE t MODIFY COLUMN title datetime(6) DEFAULT '2020-01-01'"),
                says(
                        alter(null, toDefault(new DefaultValue.Literal(5))),
                        "ALTER TABLE t ALTER COLUMN title SET DEFAULT 5"),
                says(
                        alter(
                                column("title", integer()).virtualAs("`a` + 1").asInvisible(),
                                new ColumnChange.Comment("x")),
                        "ALTER TABLE t MODIFY COLUMN title int GENERATED ALWAYS AS (`a` + 1) VIRTUAL INVISIBLE"
                                + " COMMENT 'x'"),
                says(
                        alter(
                                column("title", timestamp(0)).defaultsToSql("now() ON UPDATE now()"),
                                toDefault(new DefaultValue.Expression("now()"))),
                        "ALTER TABLE t MODIFY COLUMN title datetime DEFAULT now()"),
                says(
                        alter(
                                column("title", timestamp(0))
                                        .defaultsToSql("now()")
                                        .onUpdateSql("now()"),
                                toDefault(new DefaultValue.Expression("now() + interval 1 day"))),
                        "ALTER TABLE t MODIFY COLUMN title datetime DEFAULT (now() + interval 1 day) ON UPDATE now()"),
                says(
                        alter(column("title", timestamp(0)), new ColumnChange.OnUpdate("now()")),
                        "ALTER TABLE t MODIFY COLUMN title datetime ON UPDATE now()"),
                says(
                        alter(
                                column("title", timestamp(6)),
                                toDefault(new DefaultValue.Expression("null on update current_timestamp(6)"))),
                        "ALTER TABLE t MODIFY COLUMN title datetime(6) DEFAULT null ON UPDATE current_timestamp(6)"),
                says(
                        new AddColumn(
                                T, column("a", timestamp(0)).defaultsToSql("now() + interval 1 day on update now()")),
                        "ALTER TABLE t ADD COLUMN a datetime DEFAULT (now() + interval 1 day) ON UPDATE now()"),
                says(
                        new DropConstraint(T, "fk", foreignKey("fk", "a").references("o", "x")),
                        "ALTER TABLE t DROP FOREIGN KEY fk, DROP INDEX IF EXISTS fk"),
                says(new DropConstraint(T, "uq", unique("uq", "a")), "ALTER TABLE t DROP INDEX uq"),
                says(new DropConstraint(T, "ck", check("ck", "a > 0")), "ALTER TABLE t DROP CONSTRAINT ck"),
                says(new DropConstraint(T, "any", null), "ALTER TABLE t DROP CONSTRAINT any"),
                says(new DropConstraint(T, "pk", primaryKey("a")), "ALTER TABLE t DROP PRIMARY KEY"),
                says(
                        new CreateIndex(
                                ST,
                                Index.of(
                                                "ix",
                                                List.of(
                                                        Index.Part.expression("a(10)"),
                                                        Index.Part.column("b").descending(true)))
                                        .asUnique()
                                        .using("btree")),
                        "CREATE UNIQUE INDEX ix USING btree ON s.t (a(10), b DESC)"),
                says(new CreateIndex(T, index("ix", "a").using("fulltext")), "CREATE FULLTEXT INDEX ix ON t (a)"),
                says(new DropIndex(ST, "ix", null), "DROP INDEX ix ON s.t"));
    }

    @ParameterizedTest
    @MethodSource("statements")
    void anOperationBecomesTheseStatements(Operation operation, List<String> expected) {
        assertThat(ddl.compile(operation).stream()
                        .flatMap(executable -> executable.statements().orElseThrow().stream())
                        .map(SqlStatement::sql))
                .containsExactlyElementsOf(expected);
    }

    private static Stream<Arguments> refusals() {
        Column numbered = column("id", bigint()).notNull().asIdentity();
        return Stream.of(
                Arguments.of(new CreateIndex(T, index("ix", "a").where("a > 0")), "its indexes cannot have WHERE"),
                Arguments.of(
                        new CreateIndex(T, Index.of("ix", List.of(Index.Part.expression("lower(a)")))),
                        "add a generated column"),
                Arguments.of(
                        new CreateTable(Table.of(T, List.of(numbered))), "must be the first column of the primary key"),
                Arguments.of(
                        new CreateTable(
                                Table.of(T, List.of(numbered.asIdentity(Identity.of(false, 1, 5)), primaryKey("id")))),
                        "use a sequence"),
                Arguments.of(new AddColumn(T, numbered), "needs a key that begins with it in the same statement"),
                Arguments.of(new AddColumn(T, column("a", array(integer()))), "its columns cannot have ARRAY"),
                Arguments.of(
                        new AddConstraint(
                                T, foreignKey("fk", "a").references("o", "x").onDelete(ReferentialAction.SET_DEFAULT)),
                        "SET DEFAULT"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatTheDatabaseCannotDoIsRefusedWithAReason(Operation operation, String reason) {
        assertThatThrownBy(() -> ddl.compile(operation))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uuid", "INET4", "vector(3)"})
    void aTypeThatCameLaterIsRefusedWithTheVersionThatBroughtIt(String type) {
        Operation add = new AddColumn(T, column("a", nativeType(type)));
        DdlCompiler older =
                new MariadbProvider().create(new DatabaseVersion(10, 6)).ddl();

        assertThat(ddl.compile(add)).hasSize(1);
        assertThatThrownBy(() -> older.compile(add))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("add column t.a: it has the type ")
                .hasMessageContaining(" from version 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '⇒',
            value = {
                "varchar(40)⇒varchar(40) COLLATE utf8mb4_bin",
                "enum('a')⇒enum('a') COLLATE utf8mb4_bin",
                "varbinary(40)⇒varbinary(40)"
            })
    void aColumnThatIsNotKnownKeepsItsCollationWhenTheNewTypeCanHaveIt(String type, String written) throws Exception {
        Column found = column("title", varchar(20)).collate("utf8mb4_bin");
        assertThat(restated(alter(null, new ColumnChange.Type(nativeType(type))), found))
                .containsExactly("ALTER TABLE t MODIFY COLUMN title " + written);
    }

    @Test
    void anOptionOfATableIsWrittenAsItsKindWants() {
        Table table = Table.of(T, List.of(column("id", integer())))
                .option("engine", "Connect")
                .option("table_type", "CSV")
                .option("my option", "'a b'")
                .option("collate", "utf8mb4_bin")
                .option("data directory", "'/data'")
                .option("system versioning", "")
                .comment("x");

        assertThat(ddl.compile(new CreateTable(table)).stream().map(statement -> ((SqlStatement) statement).sql()))
                .containsExactly("""
                        CREATE TABLE t (
                            id int
                        ) COMMENT = 'x' COLLATE = utf8mb4_bin DATA DIRECTORY = '/data' ENGINE = Connect `my option` = 'a b'\
                         table_type = CSV WITH SYSTEM VERSIONING""");
    }

    @ParameterizedTest
    @CsvSource({"fillfactor, 70, ", "strict, , ", "table_type, CSV, ", "table_type, CSV, Aria", "unlogged, , InnoDB"})
    void anOptionOfATableThatTheServerDoesNotKnowIsRefused(
            String option, @Nullable String value, @Nullable String engine) {
        Table table = Table.of(T, List.of(column("id", integer()))).option(option, value == null ? "" : value);

        assertThatThrownBy(() -> ddl.compile(new CreateTable(engine == null ? table : table.option("engine", engine))))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("its tables cannot have " + option);
    }

    @Test
    void whatATypeSaysByItselfIsNotSaidAgain() throws Exception {
        Column found = column("title", varchar(20)).collate("latin1_bin").storedAs("`a`");
        AlterColumn change = alter(
                null,
                new ColumnChange.Type(nativeType("varchar(9) COLLATE utf8mb4_bin GENERATED ALWAYS AS (`b`) STORED")));

        assertThat(restated(change, found))
                .containsExactly("ALTER TABLE t MODIFY COLUMN title varchar(9) COLLATE utf8mb4_bin GENERATED ALWAYS AS"
                        + " (`b`) STORED");
    }

    @Test
    void aColumnThatIsNotKnownKeepsWhatItHasBesideItsTypeWhenThatChanges() throws Exception {
        Column found = column("title", tinyint()).asInvisible().option("check", "`title` > 0");
        assertThat(restated(alter(null, new ColumnChange.Type(bigint())), found))
                .containsExactly("ALTER TABLE t MODIFY COLUMN title bigint INVISIBLE CHECK (`title` > 0)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOCK TABLES t WRITE", "lock table t read", "/* dump */ UNLOCK TABLES"})
    void locksOfTablesAreRefusedBecauseTheyShutRetortOut(String sql) {
        assertThatThrownBy(() -> ddl.compile(new ExecuteSql(sql, List.of())))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("lock Retort out of its metadata tables");
    }

    @Test
    void aColumnThatIsNotKnownIsRestatedFromTheCatalog() throws Exception {
        assertThat(restated(alter(null, new ColumnChange.Nullability(true)), TITLE))
                .containsExactly("ALTER TABLE t MODIFY COLUMN title varchar(50) DEFAULT 'x' COMMENT 'the title'");
    }

    /** The statements of a change that does not say what the column was, on a table that has it. */
    private List<String> restated(AlterColumn change, Column found) throws SQLException {
        FromCatalog made = (FromCatalog) ddl.compile(change).get(0);
        return made.from().of(Table.of(made.table(), List.of(found)), null).stream()
                .map(SqlStatement::sql)
                .toList();
    }
}
