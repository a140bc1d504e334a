package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Columns;
import dev.retort.schema.Constraints;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.util.List;
import org.junit.jupiter.api.Test;

class InspectionTest {

    @Test
    void sqliteShowsOnlyOrdinaryTablesAndNeverFails() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open("sqlite")) {
            for (String sql : List.of(
                    "CREATE TABLE plain (a, b \"weird type\" DEFAULT \"dq\", c INTEGER PRIMARY KEY DESC)",
                    "CREATE VIEW v AS SELECT * FROM plain",
                    "CREATE TRIGGER tr AFTER INSERT ON plain BEGIN SELECT 1; END",
                    "CREATE VIRTUAL TABLE ft USING fts5(x, y)",
                    "CREATE VIRTUAL TABLE rt USING rtree(id, x0, x1)",
                    "CREATE TABLE strict_one (a ANY PRIMARY KEY, b TEXT NOT NULL) STRICT, WITHOUT ROWID",
                    "CREATE TABLE gen (a INT, b INT GENERATED ALWAYS AS (a * 2) STORED, c AS (a || ')') VIRTUAL, d TEXT COLLATE NOCASE)",
                    "CREATE TABLE copied AS SELECT a, a + 1 AS \"a + 1\" FROM plain",
                    "CREATE TABLE /* ( */ odd -- , (\n (\"a,b\" INT /* , */ CHECK (\"a,b\" <> ')' AND 'x' <> '\"'), [c d] INT,"
                            + " `e` INT REFERENCES odd ON DELETE SET DEFAULT ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,"
                            + " CONSTRAINT first UNIQUE (\"a,b\" COLLATE NOCASE DESC, [c d]) ON CONFLICT REPLACE"
                            + " CONSTRAINT second CHECK (e > 0) CONSTRAINT \"the key\" PRIMARY KEY (e ASC) ON CONFLICT IGNORE,"
                            + " FOREIGN KEY (e) REFERENCES nowhere (x), CONSTRAINT late FOREIGN KEY ([c d]) REFERENCES PLAIN)",
                    "CREATE TABLE auto (id INTEGER CONSTRAINT pk PRIMARY KEY ASC ON CONFLICT ROLLBACK AUTOINCREMENT, x UNIQUE NOT NULL)",
                    "CREATE UNIQUE INDEX partial_one ON odd (lower(e) COLLATE NOCASE DESC, \"a,b\" DESC, ([c d] + 1)) WHERE e > ')'",
                    "CREATE TEMP TABLE passing (a)",
                    "CREATE VIEW broken AS SELECT missing(x) FROM nowhere",
                    "PRAGMA writable_schema = ON",
                    "INSERT INTO sqlite_schema VALUES ('table', 'lost', 'lost', 0, 'CREATE VIRTUAL TABLE lost USING nosuchmodule(a)')",
                    "PRAGMA writable_schema = RESET",
                    "ANALYZE plain")) {
                database.execute(sql);
            }
            SchemaSnapshot found = database.inspect();
            assertThat(found.tables())
                    .extracting(table -> table.name().toString())
                    .containsExactly("auto", "copied", "gen", "odd", "plain", "strict_one");
            assertThat(found.table(QualifiedName.of("gen")).orElseThrow().columns())
                    .extracting(Column::generated, Column::collation)
                    .containsExactly(
                            tuple(null, null),
                            tuple(new Generated("a * 2", true), null),
                            tuple(new Generated("a || ')'", false), null),
                            tuple(null, QualifiedName.of("NOCASE")));
            oddTableIsUnderstood(found.table(QualifiedName.of("odd")).orElseThrow());
            Table numbered = found.table(QualifiedName.of("auto")).orElseThrow();
            assertThat(numbered.primaryKey()).isEqualTo(Constraints.namedPrimaryKey("pk", "id"));
            assertThat(numbered.columns().get(0).identity()).isEqualTo(Identity.BY_DEFAULT);
            assertThat(numbered.uniqueConstraints()).containsExactly(UniqueConstraint.of(null, List.of("x")));
        }
    }

    private static void oddTableIsUnderstood(Table odd) {
        assertThat(odd.primaryKey()).isEqualTo(Constraints.namedPrimaryKey("the key", "e"));
        assertThat(odd.uniqueConstraints()).containsExactly(Constraints.unique("first", "a,b", "c d"));
        assertThat(odd.checks())
                .containsExactly(
                        CheckConstraint.of(null, "\"a,b\" <> ')' AND 'x' <> '\"'"),
                        Constraints.check("second", "e > 0"));
        assertThat(odd.foreignKeys())
                .extracting(ForeignKey::name, key -> key.referredTable().name(), ForeignKey::referredColumns)
                .containsExactly(
                        tuple(null, "odd", List.of("e")),
                        tuple(null, "nowhere", List.of("x")),
                        tuple("late", "plain", List.of("c")));
        assertThat(odd.indexes())
                .containsExactly(Index.of(
                                "partial_one",
                                List.of(
                                        Index.Part.expression("lower(e)")
                                                .collate(QualifiedName.of("NOCASE"))
                                                .descending(true),
                                        Index.Part.column("a,b").descending(true),
                                        Index.Part.expression("[c d] + 1")))
                        .asUnique()
                        .where("e > ')'"));
    }

    @Test
    void sqliteShowsAnAttachedFileWithItsName() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open("sqlite")) {
            database.execute("ATTACH ':memory:' AS \"Other One\"");
            Table desired = Table.of(
                    new QualifiedName("Other One", "t"),
                    List.of(
                            Column.of("a", Columns.integer()).notNull(),
                            Column.of("b", Columns.integer()),
                            Constraints.primaryKey("a"),
                            ForeignKey.of("f", List.of("b"), new QualifiedName("Other One", "t"), List.of("a")),
                            Constraints.index("i", "b")));
            database.create(desired);
            assertThat(database.inspect()).isEqualTo(SchemaSnapshot.EMPTY);
            SchemaSnapshot found = database.dialect
                    .inspector()
                    .inspect(database.connection, new InspectionScope(List.of("main", "Other One"), null));
            new SnapshotAssert(database).reportedAs(SchemaSnapshot.of(desired), found);
        }
    }

    @Test
    void h2ShowsBaseTablesOfAllSchemasInScopeAndNeverFails() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open("h2")) {
            for (String sql : List.of(
                    "CREATE SCHEMA sales",
                    "CREATE SCHEMA \"Odd one\"",
                    "CREATE TABLE sales.parent (id integer PRIMARY KEY, x integer, y integer, UNIQUE (y, x))",
                    "CREATE TABLE child (a integer, b integer, g integer GENERATED ALWAYS AS (a + 1), r ROW(x integer), o timestamp"
                            + " ON UPDATE CURRENT_TIMESTAMP, i integer INVISIBLE, d integer DEFAULT NULL,"
                            + " CONSTRAINT f FOREIGN KEY (b, a) REFERENCES sales.parent (x, y))",
                    "CREATE TABLE \"Odd one\".\"t\" (\"a\" varchar(5) DEFAULT 'größe\\' || CHAR(10), CHECK (\"a\" <> 'né'))",
                    "CREATE VIEW v AS SELECT 1 AS x",
                    "CREATE GLOBAL TEMPORARY TABLE passing (a integer)",
                    "CREATE DOMAIN positive AS integer CHECK (VALUE > 0)",
                    "CREATE TABLE uses_domain (a positive)",
                    "CREATE SYNONYM s FOR child",
                    "CREATE ALIAS twice AS 'int twice(int a) { return a; }'",
                    "CREATE TRIGGER tr BEFORE INSERT ON child FOR EACH ROW AS 'org.h2.api.Trigger create() { return null; }'",
                    "CREATE SEQUENCE odd_one AS integer MINVALUE -3 MAXVALUE 3 CYCLE",
                    "CREATE HASH INDEX hashed ON child (a)")) {
                assertThat(database.accepts(sql) || sql.contains("ALIAS") || sql.contains("TRIGGER"))
                        .as(sql)
                        .isTrue();
            }
            InspectionScope all = new InspectionScope(List.of("public", "sales", "Odd one"), null);
            SchemaSnapshot found = database.dialect.inspector().inspect(database.connection, all);
            assertThat(found.tables())
                    .extracting(table -> table.name().toString())
                    .containsExactly("Odd one.\"\"\"t\"\"\"", "public.child", "public.uses_domain", "sales.parent");
            Table child = database.inspect().table(QualifiedName.of("child")).orElseThrow();
            assertThat(child.foreignKeys())
                    .containsExactly(Constraints.foreignKey("f", "b", "a").references("sales.parent", "x", "y"));
            assertThat(child.indexes())
                    .containsExactly(Constraints.index("hashed", "a").using("hash"));
            assertThat(child.column("g").orElseThrow().generated()).isEqualTo(new Generated("\"A\" + 1", true));
            Column odd = found.tables().get(0).columns().get(0);
            assertThat(odd.defaultValue()).isEqualTo(new DefaultValue.Literal("größe\\\n"));
            assertThat(found.tables().get(0).checks().get(0).expression()).isEqualTo("\"a\" <> 'né'");
        }
    }
}
