package dev.retort.tests.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.retort.compare.SchemaComparator;
import dev.retort.compare.SchemaDifferences;
import dev.retort.dialect.InspectionScope;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.Hazard;
import dev.retort.operation.Operation;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Columns;
import dev.retort.schema.Constraints;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.Match;
import dev.retort.schema.NullsOrder;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.DatabaseRows;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.ForDatabases;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectionIT {

    @Test
    void whatPostgresqlHasBeyondOtherDatabasesIsRead() throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            bench.sql(
                    "CREATE TABLE room (id integer, title text, during tsrange,"
                            + " CONSTRAINT ex_room EXCLUDE USING gist (during WITH &&))",
                    "CREATE INDEX ix_class ON room (title text_pattern_ops)",
                    "CREATE INDEX ix_nulls ON room (id DESC NULLS LAST)",
                    "CREATE INDEX ix_order ON room (title COLLATE \"C\")",
                    "CREATE INDEX ix_wide ON room (id) INCLUDE (title)",
                    "CREATE INDEX ix_plain ON room (lower(title), id DESC) WHERE id > 0",
                    "ALTER TABLE room ADD CONSTRAINT uq_later UNIQUE (id) DEFERRABLE",
                    "ALTER TABLE room ADD CONSTRAINT uq_wide UNIQUE (id) INCLUDE (title)",
                    "ALTER TABLE room ADD CONSTRAINT ck_some CHECK (id > 0) NOT VALID",
                    "ALTER TABLE room ADD CONSTRAINT ck_plain CHECK (title <> 'DEFERRABLE')",
                    "ALTER TABLE room ADD CONSTRAINT fk_full FOREIGN KEY (id) REFERENCES room (id) MATCH FULL",
                    "ALTER TABLE room ADD CONSTRAINT fk_plain FOREIGN KEY (id) REFERENCES room (id)");

            assertThat(bench.inspect().unmodelled()).isEmpty();
            Table room = bench.table("room");
            assertThat(room.exclusionConstraints())
                    .containsExactly(
                            Constraints.exclusion("ex_room").using("gist").comparing("during", "&&"));
            assertThat(room.indexes())
                    .contains(
                            Index.of(
                                    "ix_class",
                                    List.of(Index.Part.column("title")
                                            .operatorClass(QualifiedName.of("text_pattern_ops")))),
                            Index.of(
                                    "ix_nulls",
                                    List.of(Index.Part.column("id")
                                            .descending(true)
                                            .nulls(NullsOrder.LAST))),
                            Index.of(
                                    "ix_order",
                                    List.of(Index.Part.column("title").collate(QualifiedName.of("C")))),
                            Index.of("ix_wide", "id").including(List.of("title")));
            assertThat(room.uniqueConstraints())
                    .containsExactlyInAnyOrder(
                            Constraints.unique("uq_later", "id").deferrability(Deferrability.INITIALLY_IMMEDIATE),
                            Constraints.unique("uq_wide", "id").including(List.of("title")));
            assertThat(room.checks())
                    .extracting(CheckConstraint::name, CheckConstraint::validated)
                    .containsExactlyInAnyOrder(tuple("ck_some", false), tuple("ck_plain", true));
            assertThat(room.foreignKeys())
                    .extracting(ForeignKey::name, ForeignKey::match)
                    .containsExactlyInAnyOrder(tuple("fk_full", Match.FULL), tuple("fk_plain", Match.SIMPLE));
        }
    }

    /** Servers before version 15 do not know them. */
    @Test
    void keysThatTakeTwoNullsForOneValueAreRead() throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            boolean known = bench.connection().getMetaData().getDatabaseMajorVersion() > 14;
            String one = known ? " NULLS NOT DISTINCT" : "";
            String part = known ? " (b)" : "";
            bench.sql(
                    "CREATE TABLE room (id integer, title text, CONSTRAINT uq_one UNIQUE" + one + " (id),"
                            + " CONSTRAINT uq_plain UNIQUE (title, id), PRIMARY KEY (id, title))",
                    "CREATE UNIQUE INDEX ux_one ON room (title)" + one,
                    "CREATE TABLE guest (a integer, b text, CONSTRAINT fk_part FOREIGN KEY (a, b)"
                            + " REFERENCES room (id, title) ON DELETE SET NULL" + part + ")");

            assertThat(bench.inspect().unmodelled()).isEmpty();
            assertThat(bench.table("room").uniqueConstraints())
                    .extracting(UniqueConstraint::name, UniqueConstraint::nullsDistinct)
                    .containsExactlyInAnyOrder(tuple("uq_one", !known), tuple("uq_plain", true));
            assertThat(bench.table("room").indexes())
                    .containsExactly(Index.of("ux_one", "title").asUnique().nullsDistinct(!known));
            assertThat(bench.table("guest").foreignKeys())
                    .extracting(ForeignKey::setColumns)
                    .containsExactly(known ? List.of("b") : List.of());
        }
    }

    @DatabaseRows({
        "POSTGRESQL | CREATE INDEX ix ON room (title) INCLUDE (id)",
        "POSTGRESQL | CREATE INDEX ix ON room (title text_pattern_ops)",
        "POSTGRESQL | CREATE INDEX ix ON room (title COLLATE \"C\")",
        "POSTGRESQL | CREATE INDEX ix ON room (title NULLS FIRST)",
        "POSTGRESQL | CREATE INDEX ix ON room (title) WITH (fillfactor = 70)",
        "POSTGRESQL | CREATE INDEX ix ON room (title); COMMENT ON INDEX ix IS 'it''s slow'",
        "MARIADB | CREATE INDEX ix ON room (title) IGNORED",
        "MYSQL | CREATE INDEX ix ON room (title) INVISIBLE",
        "MARIADB+MYSQL | CREATE INDEX ix ON room (title) COMMENT 'it''s slow'"
    })
    void aDifferenceInWhatAnIndexIsMadeWithIsMadeAndIsLeftWhereTheSourceCannotSayIt(
            DatabaseUnderTest kind, String index) throws Exception {
        try (Workbench bench = Workbench.on(kind)) {
            bench.sql("CREATE TABLE room (id integer, title varchar(20))", index);
            SchemaSnapshot more = bench.inspect();
            bench.sql("DROP TABLE room", "CREATE TABLE room (id integer, title varchar(20))");
            bench.sql("CREATE INDEX ix ON room (title)");
            SchemaSnapshot plain = bench.inspect();

            List<Operation> operations = new SchemaComparator(bench.dialect())
                    .compare(more, plain, object -> true)
                    .upgrade()
                    .operations();
            assertThat(operations)
                    .extracting(Operation::describe)
                    .containsExactly("drop index ix of room", "create index ix on room");
            for (Operation operation : operations) {
                bench.run(operation);
            }
            assertThat(bench.inspect()).isEqualTo(more);
            assertThat(said(bench, plain, more)).singleElement().asString().contains("ix of room", "compared");
        }
    }

    @ParameterizedTest
    @CsvSource({"MARIADB, 9223372036854775806", "POSTGRESQL, 9223372036854775807", "H2, 9223372036854775807"})
    void howASequenceCountsIsReadAndMadeAgain(DatabaseUnderTest kind, long most) throws Exception {
        try (Workbench bench = Workbench.on(kind)) {
            bench.sql(
                    "CREATE SEQUENCE plain START WITH 1 INCREMENT BY 1 MINVALUE 1 MAXVALUE " + most,
                    "CREATE SEQUENCE odd START WITH 5 INCREMENT BY 2 MINVALUE 3 MAXVALUE 99 CACHE 7 CYCLE",
                    "CREATE SEQUENCE down START WITH 7 INCREMENT BY -1 MINVALUE -4 MAXVALUE 7");
            SchemaSnapshot found = bench.inspect();
            Sequence odd = Sequence.of(QualifiedName.of("odd"), 5, 2)
                    .options(SequenceOptions.of(5, 2).between(3L, 99L).cache(7L).cycle(true));
            Sequence down = Sequence.of(QualifiedName.of("down"), 7, -1)
                    .options(SequenceOptions.of(7, -1)
                            .between(-4L, null)
                            .cache(kind == DatabaseUnderTest.MARIADB ? 1000L : null));
            assertThat(found.sequences()).contains(odd, down);
            assertThat(found.sequences().get(2).options().max()).isNull();

            for (Sequence sequence : found.sequences()) {
                bench.sql("DROP SEQUENCE " + sequence.name());
                bench.run(new CreateSequence(sequence));
            }
            assertThat(bench.inspect()).isEqualTo(found);
        }
    }

    @DatabaseRows({
        "POSTGRESQL | ALTER TABLE room SET (fillfactor = 70, toast.autovacuum_enabled = false)"
                + " | table room | fillfactor = 70, toast.autovacuum_enabled = false",
        "POSTGRESQL | ALTER TABLE room SET (toast.autovacuum_enabled = false)"
                + " | table room | toast.autovacuum_enabled = false",
        "POSTGRESQL | ALTER TABLE room SET UNLOGGED | table room | unlogged",
        "POSTGRESQL | ALTER TABLE room ENABLE ROW LEVEL SECURITY | table room | ENABLE ROW LEVEL SECURITY",
        "POSTGRESQL | CREATE POLICY own ON room USING (id > 0) | table room | POLICY own",
        "POSTGRESQL | ALTER TABLE room REPLICA IDENTITY FULL | table room | REPLICA IDENTITY FULL",
        "POSTGRESQL | CREATE TYPE kind AS (id integer, title varchar(20), note varchar(9000)); ALTER TABLE room OF kind"
                + " | table room | OF kind",
        "POSTGRESQL | ALTER TABLE room INHERIT hall | table room | inherits hall",
        "POSTGRESQL | ALTER TABLE room ALTER title SET STORAGE EXTERNAL | column title of room | STORAGE EXTERNAL",
        "POSTGRESQL | ALTER TABLE room ALTER title SET COMPRESSION pglz | column title of room | COMPRESSION pglz",
        "POSTGRESQL | ALTER TABLE room ALTER title SET STATISTICS 500 | column title of room | STATISTICS 500",
        "POSTGRESQL | ALTER TABLE room ALTER title SET (n_distinct = 5) | column title of room | SET (n_distinct=5)",
        "POSTGRESQL | ALTER INDEX pk_room SET (fillfactor = 70) | pk_room of room | WITH (fillfactor=70)",
        "POSTGRESQL | COMMENT ON CONSTRAINT pk_room ON room IS 'x' | pk_room of room | COMMENT 'x'",
        "POSTGRESQL | CREATE STATISTICS st ON id, title FROM room | st of room | CREATE STATISTICS public.st",
        "MARIADB+MYSQL | ALTER TABLE room MODIFY title varchar(20) INVISIBLE | column title of room | INVISIBLE",
        "MARIADB | ALTER TABLE room ENGINE = Aria | table room | engine = Aria",
        "MYSQL | ALTER TABLE room ENGINE = MyISAM | table room | engine = MyISAM",
        "MARIADB+MYSQL | ALTER TABLE room ROW_FORMAT = COMPRESSED | table room | row_format = COMPRESSED",
        "MARIADB | ALTER TABLE room ADD SYSTEM VERSIONING | table room | system versioning",
        "MARIADB+MYSQL | ALTER TABLE room PARTITION BY KEY (id) PARTITIONS 2 | table room | partition by KEY"
    })
    void whatATableAColumnOrAnIndexHasBesidesIsSaidBothWays(
            DatabaseUnderTest kind, String change, String what, String definition) throws Exception {
        try (Workbench bench = Workbench.on(kind)) {
            bench.sql(
                    "CREATE TABLE hall (id integer, title varchar(20))",
                    "CREATE TABLE room (id integer, title varchar(20), note varchar(9000),"
                            + " CONSTRAINT pk_room PRIMARY KEY (id), CONSTRAINT uq_room UNIQUE (id, title))",
                    "CREATE INDEX ix_room ON room (title)");
            SchemaSnapshot plain = bench.inspect();
            bench.sql(change);
            SchemaSnapshot more = bench.inspect();

            assertThat(plain.unmodelled()).isEmpty();
            assertThat(remarks(new SchemaComparator(bench.dialect()), more, plain))
                    .singleElement()
                    .asString()
                    .contains(what, definition, "by hand");
            assertThat(said(bench, plain, more)).singleElement().asString().contains(what, definition, "compared");
            assertThat(said(bench, more, more)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PERIOD FOR p (`from`, till), PRIMARY KEY (id, p WITHOUT OVERLAPS), UNIQUE (`a``b`, p WITHOUT OVERLAPS))"
                        + " | PRIMARY KEY (id), UNIQUE (`a``b`)) | the primary key of t, a`b of t, p of t",
                "PERIOD FOR p (`from`, till), PRIMARY KEY (id, p WITHOUT OVERLAPS)) | PRIMARY KEY (id, `from`, till))"
                        + " | the primary key of t, p of t",
                "PERIOD FOR p (`from`, till), UNIQUE u (till, `from`), CHECK (`from` < till))"
                        + " | UNIQUE u (till, `from`), CHECK (`from` < till)) | p of t",
                "born timestamp(6) GENERATED ALWAYS AS ROW START, died timestamp(6) GENERATED ALWAYS AS ROW END,"
                        + " PERIOD FOR SYSTEM_TIME (born, died), PRIMARY KEY (id), UNIQUE (`a``b`)) WITH SYSTEM VERSIONING"
                        + " | born timestamp(6) NOT NULL, died timestamp(6) NOT NULL, PRIMARY KEY (id), UNIQUE (`a``b`))"
                        + " | table t, column born of t, column died of t",
                "born bigint unsigned GENERATED ALWAYS AS ROW START, died bigint unsigned GENERATED ALWAYS AS ROW END,"
                        + " PERIOD FOR SYSTEM_TIME (born, died), UNIQUE (id, `a``b`)) WITH SYSTEM VERSIONING"
                        + " | UNIQUE (id, `a``b`)) | table t, column born of t, column died of t"
            })
    void whatMakesATableOfMariadbTemporalIsSaidAndLeftAlone(String elements, String wanted, String what)
            throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            String table = "CREATE TABLE t (id int, `a``b` int, `from` date NOT NULL, till date NOT NULL, ";
            bench.sql(table + elements);
            SchemaSnapshot temporal = bench.inspect();
            bench.sql("DROP TABLE t", table + wanted);
            SchemaSnapshot plain = bench.inspect();

            assertThat(said(bench, plain, temporal))
                    .zipSatisfy(
                            List.of(what.split(", ")),
                            (sentence, part) -> assertThat(sentence)
                                    .contains("Cannot be compared, and is left as it is in " + part));
            assertThat(said(bench, temporal, temporal)).isEmpty();
        }
    }

    private static List<String> said(Workbench bench, SchemaSnapshot desired, SchemaSnapshot actual) {
        return remarks(new SchemaComparator(bench.dialect()).leavingUnsaid(), desired, actual);
    }

    private static List<String> remarks(SchemaComparator comparator, SchemaSnapshot desired, SchemaSnapshot actual) {
        SchemaDifferences found = comparator.compare(desired, actual, object -> true);
        assertThat(found.upgrade().operations()).isEmpty();
        return found.upgrade().hazards().stream().map(Hazard::sentence).toList();
    }

    @Test
    void anIndexOfPostgresqlWhoseMakingHasFailedIsSaidToBeOutOfUse() throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            bench.sql("CREATE TABLE room (id integer)", "INSERT INTO room VALUES (1), (1)");
            assertThatThrownBy(() -> bench.sql("CREATE UNIQUE INDEX CONCURRENTLY ix_room ON room (id)"))
                    .hasMessageContaining("could not create unique index");

            assertThat(bench.table("room").indexes())
                    .containsExactly(Index.of("ix_room", "id").asUnique().valid(false));
        }
    }

    @Test
    void everythingThatAPostgresqlCatalogMayHoldIsRead() throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            bench.sql(
                    "CREATE SEQUENCE free",
                    "CREATE TABLE plain (id serial PRIMARY KEY, a text COLLATE \"C\" NOT NULL, b int,"
                            + " g int GENERATED ALWAYS AS (b + 1) STORED,"
                            + " i bigint GENERATED ALWAYS AS IDENTITY (START WITH 10 INCREMENT BY 2),"
                            + " r int4range, EXCLUDE USING gist (r WITH &&), UNIQUE (b),"
                            + " own int DEFAULT nextval('free'))",
                    "CREATE VIEW v AS SELECT a FROM plain",
                    "CREATE MATERIALIZED VIEW m AS SELECT a FROM plain",
                    "CREATE TABLE parted (id int, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at)",
                    "CREATE TABLE part PARTITION OF parted FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')",
                    "CREATE DOMAIN short AS varchar(5) CHECK (value <> '')",
                    "CREATE TYPE pair AS (x int, y text)",
                    "CREATE TABLE odd (s short, p pair, ps pair[], t plain, ss short[])",
                    "CREATE TABLE child (extra int) INHERITS (plain)",
                    "CREATE TABLE \"no columns\" ()",
                    "CREATE UNLOGGED TABLE fast (a int) WITH (fillfactor = 50)",
                    "CREATE TEMPORARY TABLE gone (a int)",
                    "CREATE INDEX i_method ON plain USING hash (a)",
                    "CREATE INDEX i_partial ON plain (b DESC, lower(a)) INCLUDE (i) WHERE b > 0",
                    "CREATE UNIQUE INDEX i_expression ON plain ((b + 1), (a || 'x') text_pattern_ops)",
                    "CREATE RULE r AS ON DELETE TO fast DO INSTEAD NOTHING");
            SchemaSnapshot found = bench.inspect();

            assertThat(found.tables().stream().map(table -> table.name().name()))
                    .containsExactly("child", "fast", "no columns", "odd", "parted", "plain");
            Table plain = bench.table("plain");
            assertThat(plain.column("id").orElseThrow().identity()).isEqualTo(Identity.BY_DEFAULT);
            assertThat(plain.column("i").orElseThrow().identity()).isEqualTo(Identity.of(true, 10, 2));
            assertThat(plain.column("g").orElseThrow())
                    .isEqualTo(Columns.column("g", Columns.integer()).storedAs("(b + 1)"));
            assertThat(plain.column("own").orElseThrow().defaultValue())
                    .isEqualTo(new DefaultValue.Expression("nextval('free'::regclass)"));
            assertThat(plain.indexes())
                    .containsExactly(
                            Index.of(
                                            "i_expression",
                                            List.of(
                                                    Index.Part.expression("b + 1"),
                                                    Index.Part.expression("a || 'x'::text")
                                                            .collate(QualifiedName.of("C"))
                                                            .operatorClass(QualifiedName.of("text_pattern_ops"))))
                                    .asUnique(),
                            Index.of("i_method", "a").using("hash"),
                            Index.of(
                                            "i_partial",
                                            List.of(
                                                    Index.Part.column("b").descending(true),
                                                    Index.Part.expression("lower(a)")
                                                            .collate(QualifiedName.of("C"))))
                                    .where("(b > 0)")
                                    .including(List.of("i")));
            assertThat(bench.table("odd").columns().stream().map(Column::type).map(Object::toString))
                    .allMatch(type -> type.contains("NativeType"));
        }
    }

    @Test
    void everythingThatAMariadbCatalogMayHoldIsRead() throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            bench.sql(
                    "CREATE TABLE plain (id INT AUTO_INCREMENT PRIMARY KEY, a VARCHAR(20) COLLATE utf8mb4_bin, b INT,"
                            + " v INT AS (b + 1) VIRTUAL, s INT AS (b + 2) STORED, hidden INT INVISIBLE DEFAULT 3,"
                            + " at TIMESTAMP(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6),"
                            + " j JSON, k TINYINT CHECK (k BETWEEN 0 AND 2), p POINT NOT NULL, w TEXT,"
                            + " SPATIAL INDEX (p), FULLTEXT INDEX i_words (w), INDEX i_prefix (a(3), b DESC))",
                    "CREATE VIEW v AS SELECT a FROM plain",
                    "CREATE TABLE versioned (id INT PRIMARY KEY, a INT, b INT WITHOUT SYSTEM VERSIONING)"
                            + " WITH SYSTEM VERSIONING",
                    "CREATE TABLE explicit (id INT, s TIMESTAMP(6) GENERATED ALWAYS AS ROW START,"
                            + " e TIMESTAMP(6) GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (s, e))"
                            + " WITH SYSTEM VERSIONING",
                    "CREATE TABLE parted (id INT PRIMARY KEY) PARTITION BY HASH (id) PARTITIONS 3",
                    "CREATE TABLE memory (id INT, INDEX USING HASH (id)) ENGINE = MEMORY",
                    "CREATE TABLE self (id INT PRIMARY KEY, up INT REFERENCES self (id), FOREIGN KEY (up)"
                            + " REFERENCES self (id))",
                    "CREATE TEMPORARY TABLE gone (a INT)",
                    "CREATE SEQUENCE numbers");
            SchemaSnapshot found = bench.inspect();

            assertThat(found.tables().stream().map(table -> table.name().name()))
                    .containsExactly("explicit", "memory", "parted", "plain", "self", "versioned");
            Table plain = bench.table("plain");
            assertThat(plain.column("v").orElseThrow())
                    .isEqualTo(Columns.column("v", Columns.integer()).virtualAs("`b` + 1"));
            assertThat(plain.column("a").orElseThrow().collation()).isEqualTo(QualifiedName.of("utf8mb4_bin"));
            assertThat(plain.column("hidden").orElseThrow().invisible()).isTrue();
            assertThat(plain.column("at").orElseThrow().onUpdate()).isEqualTo("current_timestamp(6)");
            assertThat(plain.column("j").orElseThrow().type()).isEqualTo(Columns.json());
            assertThat(plain.checks()).containsExactly(CheckConstraint.of(null, "`k` between 0 and 2"));
            assertThat(plain.indexes().stream().map(Index::name)).containsExactly("i_prefix", "i_words", "p");
            assertThat(bench.table("self").indexes().stream().map(Index::name)).containsExactly("up");
            assertThat(bench.table("versioned").primaryKey()).isEqualTo(Constraints.primaryKey("id"));
        }
    }

    @Test
    void aMariadbColumnThatIsRestatedKeepsWhatNoOperationSays() throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            bench.sql("CREATE TABLE t (a VARCHAR(20) COLLATE utf8mb4_bin DEFAULT 'x', b INT, v INT AS (b + 1) VIRTUAL,"
                    + " k TINYINT CHECK (k BETWEEN 0 AND 2), h INT INVISIBLE DEFAULT 3,"
                    + " at DATETIME(3) DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3), j JSON)");
            Table before = bench.table("t");
            for (Column column : before.columns()) {
                bench.run(new AlterColumn(
                        before.name(), column.name(), List.of(new ColumnChange.Comment("changed")), null));
            }
            Table after = bench.table("t");
            assertThat(after.columns())
                    .isEqualTo(before.columns().stream()
                            .map(column -> column.comment("changed"))
                            .toList());
            assertThat(after.checks()).isEqualTo(before.checks());
        }
    }

    @ForDatabases(has = Capability.CREATE_SCHEMA)
    void tablesOfNamedSchemasHaveTheSchemaInTheirNames(DatabaseUnderTest kind) throws Exception {
        try (Workbench bench = Workbench.on(kind);
                Workbench other = Workbench.on(kind)) {
            String sales = kind.isLikeMariadb() ? other.connection().getCatalog() : "sales";
            if (!kind.isLikeMariadb()) {
                bench.sql("CREATE SCHEMA sales");
            }
            bench.sql(
                    "CREATE TABLE here (id INTEGER PRIMARY KEY)",
                    "CREATE TABLE " + sales + ".parent (id INTEGER PRIMARY KEY)",
                    "CREATE TABLE " + sales + ".child (p INTEGER, CONSTRAINT fk FOREIGN KEY (p) REFERENCES " + sales
                            + ".parent (id))",
                    "CREATE TABLE guest (p INTEGER, CONSTRAINT fk_guest FOREIGN KEY (p) REFERENCES " + sales
                            + ".parent (id))");
            SchemaSnapshot named =
                    bench.dialect().inspector().inspect(bench.connection(), new InspectionScope(List.of(sales), null));

            assertThat(names(named)).isEqualTo(sales + ".child " + sales + ".parent");
            assertThat(names(bench.inspect())).isEqualTo("guest here");
            QualifiedName parent = new QualifiedName(sales, "parent");
            assertThat(bench.table("guest").foreignKeys().stream().map(ForeignKey::referredTable))
                    .containsExactly(parent);
            assertThat(bench.dialect()
                            .inspector()
                            .table(bench.connection(), parent)
                            .orElseThrow()
                            .column("id"))
                    .contains(Columns.column("id", Columns.integer()).notNull());
            bench.sql("DROP TABLE guest");
        }
    }

    private static String names(SchemaSnapshot snapshot) {
        return snapshot.tables().stream().map(table -> table.name().toString()).collect(Collectors.joining(" "));
    }
}
