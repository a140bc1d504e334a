package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.sequence;
import static dev.retort.schema.Columns.smallint;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.compare.SchemaComparator;
import dev.retort.compare.SchemaDifferences;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.Constraints;
import dev.retort.schema.Identity;
import dev.retort.schema.NativeType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.ForDatabases;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sequences as entities describe them: made, changed, dropped, and never set back. */
class SequencesIT {

    private static final QualifiedName NUMBERS = QualifiedName.of("numbers");
    private static final QualifiedName USERS = QualifiedName.of("users");
    private static final QualifiedName USERS_ID = QualifiedName.of("users_id_seq");

    /** Hibernate takes a number for the last of a block, or, by its pooled-lo optimizer, for the first. */
    @ParameterizedTest
    @CsvSource({
        "H2, 1, 50", "H2, 50, 1", "H2, 20, 50", "H2, -1, -50",
        "POSTGRESQL, 1, 50", "POSTGRESQL, 50, 1", "POSTGRESQL, 20, 50", "POSTGRESQL, -1, -50",
        "MARIADB, 1, 50", "MARIADB, 50, 1", "MARIADB, 20, 50", "MARIADB, -1, -50"
    })
    void noBlockOfANewIncrementHoldsANumberOfABlockOfTheOldOne(DatabaseUnderTest kind, long before, long after)
            throws SQLException {
        try (Workbench bench = Workbench.on(kind)) {
            long first = Long.signum(before);
            Sequence old = Sequence.of(NUMBERS, first, before);
            SchemaSnapshot desired = sequences(Sequence.of(NUMBERS, first, after));
            bench.run(new CreateSequence(old));
            next(bench);
            long last = Math.abs(next(bench));
            SchemaSnapshot start = bench.inspect();

            SchemaDifferences change = differences(bench, desired);
            run(bench, change.upgrade().operations());
            assertThat(differences(bench, desired).isEmpty()).isTrue();
            long next = Math.abs(next(bench));
            assertThat(next - Math.abs(after)).isGreaterThanOrEqualTo(last);
            assertThat(next).isGreaterThanOrEqualTo(last + Math.abs(before));

            run(bench, change.downgrade().operations());
            assertThat(bench.inspect()).isEqualTo(start);
            assertThat(Math.abs(next(bench)))
                    .isGreaterThanOrEqualTo(next + Math.max(Math.abs(before), Math.abs(after)));
        }
    }

    @ForDatabases(has = Capability.ALTER_SEQUENCE_START)
    void anotherStartLeavesASequenceWhereItIs(DatabaseUnderTest kind) throws SQLException {
        try (Workbench bench = Workbench.on(kind)) {
            bench.run(new CreateSequence(Sequence.of(NUMBERS, 1, 1)));
            next(bench);
            for (long start : new long[] {1000, 0, 1}) {
                SchemaSnapshot desired = sequences(Sequence.of(NUMBERS, start, 1));
                SchemaDifferences change = differences(bench, desired);
                assertThat(change.upgrade().hazards()).hasSize(1);
                run(bench, change.upgrade().operations());
                assertThat(differences(bench, desired).isEmpty()).isTrue();
            }
            assertThat(next(bench)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "H2, 0, 1", "H2, -5, 10", "H2, 0, -1", "H2, 7, -2",
        "POSTGRESQL, 0, 1", "POSTGRESQL, -5, 10", "POSTGRESQL, 0, -1", "POSTGRESQL, 7, -2",
        "MARIADB, 0, 1", "MARIADB, -5, 10", "MARIADB, 0, -1", "MARIADB, 7, -2"
    })
    void aSequenceMayBeginBeforeTheUsualFirstNumber(DatabaseUnderTest kind, long start, long increment)
            throws SQLException {
        try (Workbench bench = Workbench.on(kind)) {
            SchemaSnapshot desired = sequences(Sequence.of(NUMBERS, start, increment));
            run(bench, differences(bench, desired).upgrade().operations());
            assertThat(differences(bench, desired).isEmpty()).isTrue();
            assertThat(next(bench)).isEqualTo(start);
        }
    }

    @Test
    void mariadbKeepsNoNumbersInACacheAsHibernateWantsIt() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            bench.run(new CreateSequence(Sequence.of(NUMBERS, 1, 50)));
            assertThat(answer(bench, "SELECT cache_size FROM numbers")).isZero();
        }
    }

    /** The server gives its cached numbers up when the sequence changes. */
    @Test
    void aSequenceOfMariadbThatWasMadeWithACacheGoesOnBehindIt() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            bench.sql("CREATE SEQUENCE numbers");
            next(bench);
            Sequence made = Sequence.of(NUMBERS, 1, 1);
            bench.run(AlterSequence.between(made, made.incrementBy(50)));
            assertThat(next(bench)).isGreaterThan(50);
        }
    }

    @ForDatabases(has = {Capability.SEQUENCES, Capability.EXPRESSION_DEFAULTS})
    void aDefaultComesAfterItsSequenceAndGoesBeforeIt(DatabaseUnderTest kind) throws SQLException {
        String drawn = kind == DatabaseUnderTest.POSTGRESQL ? "nextval('numbers')" : "NEXT VALUE FOR numbers";
        Column id = column("id", bigint()).notNull();
        SchemaSnapshot without = SchemaSnapshot.of(users(id));
        SchemaSnapshot with = SchemaSnapshot.of(users(id.defaultsToSql(drawn)), Sequence.of(NUMBERS, 1, 1));
        SchemaSnapshot counting = SchemaSnapshot.of(with.tables()).and(List.of(Sequence.of(NUMBERS, 1, 50)));
        SchemaSnapshot more = SchemaSnapshot.of(
                        users(id, column("other", bigint()).notNull().defaultsToSql(drawn)))
                .and(with.sequences());
        try (Workbench bench = Workbench.on(kind)) {
            for (SchemaSnapshot desired : List.of(
                    with,
                    SchemaSnapshot.EMPTY,
                    without,
                    with,
                    counting,
                    without,
                    more,
                    without,
                    SchemaSnapshot.EMPTY)) {
                SchemaSnapshot start = bench.inspect();
                SchemaDifferences change = differences(bench, desired);
                run(bench, change.upgrade().operations());
                assertThat(differences(bench, desired).upgrade().operations()).isEmpty();
                run(bench, change.downgrade().operations());
                assertThat(bench.inspect()).isEqualTo(start);
                run(bench, change.upgrade().operations());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bigserial",
        "bigint GENERATED BY DEFAULT AS IDENTITY",
    })
    void theSequenceOfANumberedColumnIsThereForWhoeverNamesIt(String type) throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            bench.sql("CREATE TABLE users (id " + type + " PRIMARY KEY)", "INSERT INTO users DEFAULT VALUES");
            Table users = users(column("id", bigint()).notNull());
            SchemaSnapshot single = SchemaSnapshot.of(users, Sequence.of(USERS_ID, 1, 1));
            SchemaSnapshot blocks = SchemaSnapshot.of(users, Sequence.of(USERS_ID, 1, 50));
            assertThat(differences(bench, single).isEmpty()).isTrue();

            SchemaSnapshot start = bench.inspect();
            SchemaDifferences change = differences(bench, blocks);
            run(bench, change.upgrade().operations());
            assertThat(differences(bench, blocks).isEmpty()).isTrue();
            assertThat(answer(bench, "SELECT nextval('users_id_seq')")).isEqualTo(51);
            run(bench, change.downgrade().operations());
            assertThat(bench.inspect()).isEqualTo(start);
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "50"})
    void aColumnThatBringsItsSequenceAlongIsMadeWithoutMakingThat(long increment) throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            SchemaSnapshot desired = SchemaSnapshot.of(
                    users(column("id", new NativeType("bigserial")).notNull()), Sequence.of(USERS_ID, 1, increment));
            SchemaDifferences change = differences(bench, desired);
            run(bench, change.upgrade().operations());
            assertThat(differences(bench, desired).isEmpty()).isTrue();
            assertThat(bench.inspect().sequences()).isEmpty();
            run(bench, change.downgrade().operations());
            assertThat(bench.inspect()).isEqualTo(SchemaSnapshot.EMPTY);
        }
    }

    @Test
    void aSequenceThatBelongsToAColumnWithoutNumberingItIsThereToo() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            bench.sql(
                    "CREATE TABLE users (id bigserial PRIMARY KEY)", "ALTER TABLE users ALTER COLUMN id DROP DEFAULT");
            Table users = users(column("id", bigint()).notNull());
            SchemaSnapshot desired = SchemaSnapshot.of(users, Sequence.of(USERS_ID, 1, 1));
            assertThat(differences(bench, desired).isEmpty()).isTrue();
        }
    }

    private static List<Sequence> upwards() {
        Sequence plain = Sequence.of(NUMBERS, 1, 1);
        return List.of(
                plain,
                plain.incrementBy(5).cache(20),
                plain.min(-5),
                plain.max(99_999),
                plain.min(1).max(50_000).cache(3).cycle());
    }

    private static List<Sequence> downwards() {
        Sequence plain = Sequence.of(NUMBERS, -1, -1);
        return List.of(
                plain,
                plain.incrementBy(-5),
                plain.min(-99_999).cache(7),
                plain.max(5).cycle());
    }

    /** What a sequence was is whatever is there when it is dropped, and comes back. */
    @ForDatabases(has = Capability.SEQUENCES)
    void aSequenceIsMadeChangedAndTakenBackWithAllOfItsOptions(DatabaseUnderTest kind) throws SQLException {
        try (Workbench bench = Workbench.on(kind)) {
            for (List<Sequence> sequences : List.of(upwards(), downwards())) {
                for (Sequence before : sequences) {
                    SchemaDifferences coming = allOf(bench, sequences(before));
                    run(bench, coming.upgrade().operations());
                    assertThat(allOf(bench, sequences(before)).isEmpty()).isTrue();
                    long last = next(bench);
                    for (Sequence after : sequences) {
                        SchemaSnapshot start = bench.inspect();
                        SchemaDifferences change = allOf(bench, sequences(after));
                        run(bench, change.upgrade().operations());
                        assertThat(allOf(bench, sequences(after)).isEmpty())
                                .as("%s to %s", before, after)
                                .isTrue();
                        run(bench, change.downgrade().operations());
                        assertThat(bench.inspect())
                                .as("%s to %s and back", before, after)
                                .isEqualTo(start);
                    }
                    assertThat(Math.abs(next(bench))).isGreaterThan(Math.abs(last));
                    run(bench, coming.downgrade().operations());
                    assertThat(bench.inspect()).isEqualTo(SchemaSnapshot.EMPTY);
                }
            }
        }
    }

    @Test
    void aSequenceOfPostgresqlGetsAnotherTypeAndAnotherColumn() throws SQLException {
        Sequence small = sequence("numbers").typed(smallint());
        Table a = Table.of(QualifiedName.of("a"), List.of(column("id", bigint())));
        Table b = Table.of(QualifiedName.of("b"), List.of(column("id", bigint())));
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            for (SchemaSnapshot desired : List.of(
                    SchemaSnapshot.of(small),
                    SchemaSnapshot.of(a, small.ownedBy("a", "id")),
                    SchemaSnapshot.of(
                            b, small.typed(bigint()).ownedBy("b", "id").max(9)),
                    SchemaSnapshot.of(a, b, small.typed(integer())),
                    SchemaSnapshot.EMPTY,
                    SchemaSnapshot.of(a, small.ownedBy("a", "id").cache(4)),
                    SchemaSnapshot.EMPTY)) {
                SchemaSnapshot start = bench.inspect();
                SchemaDifferences change = allOf(bench, desired);
                run(bench, change.upgrade().operations());
                assertThat(bench.inspect()).isEqualTo(desired);
                assertThat(allOf(bench, desired).isEmpty()).isTrue();
                run(bench, change.downgrade().operations());
                assertThat(bench.inspect()).isEqualTo(start);
                run(bench, change.upgrade().operations());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "H2, bigint GENERATED BY DEFAULT AS IDENTITY",
        "H2, smallint GENERATED ALWAYS AS IDENTITY",
        "POSTGRESQL, bigserial",
        "POSTGRESQL, bigint GENERATED BY DEFAULT AS IDENTITY",
        "POSTGRESQL, integer GENERATED ALWAYS AS IDENTITY"
    })
    void howAColumnIsNumberedIsChangedAndTakenBack(DatabaseUnderTest kind, String type) throws SQLException {
        try (Workbench bench = Workbench.on(kind)) {
            bench.sql("CREATE TABLE users (id " + type + " PRIMARY KEY, name integer)");
            bench.sql("INSERT INTO users (name) VALUES (1)");
            SchemaSnapshot start = bench.inspect();
            Table users = bench.table("users");
            Column id = users.column("id").orElseThrow();
            Identity plain = Objects.requireNonNull(id.identity());
            for (Identity way : List.of(
                    plain.cache(20),
                    plain.max(99).cycle(),
                    plain.min(-5).incrementBy(3),
                    plain.min(1).max(50).cache(3).cycle())) {
                SchemaSnapshot desired = SchemaSnapshot.of(users.columns(List.of(id.asIdentity(way), name(users))));
                SchemaDifferences change = allOf(bench, desired);
                assertThat(change.upgrade().operations()).hasSize(1);
                run(bench, change.upgrade().operations());
                assertThat(allOf(bench, desired).isEmpty()).isTrue();
                bench.sql("INSERT INTO users (name) VALUES (2)");
                run(bench, change.downgrade().operations());
                assertThat(bench.inspect()).isEqualTo(start);
                bench.sql("INSERT INTO users (name) VALUES (3)");
            }
            assertThat(answer(bench, "SELECT count(DISTINCT id) FROM users")).isEqualTo(9);
        }
    }

    private static Column name(Table users) {
        return users.column("name").orElseThrow();
    }

    /** Entities say bigserial, or that the database numbers a column, and no more. */
    @ParameterizedTest
    @CsvSource({"bigserial", "bigint GENERATED ALWAYS AS IDENTITY"})
    void whatANumberedColumnOfPostgresqlHasBeyondWhatEntitiesSayIsNoDifference(String type) throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            bench.sql(
                    "CREATE TABLE users (id " + type + " PRIMARY KEY)",
                    "ALTER SEQUENCE users_id_seq START WITH 5 MINVALUE -5 MAXVALUE 500 CACHE 20 CYCLE");
            for (Column id : List.of(
                    column("id", bigint()).notNull().asIdentity(),
                    column("id", new NativeType("bigserial")).notNull())) {
                assertThat(differences(bench, SchemaSnapshot.of(users(id))).isEmpty())
                        .isTrue();
            }
        }
    }

    @Test
    void aSequenceOfPostgresqlGoesOnWhenItsColumnGetsAnotherTypeAndCountsOtherwise() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            bench.sql("CREATE TABLE users (id smallserial PRIMARY KEY)", "INSERT INTO users DEFAULT VALUES");
            SchemaSnapshot start = bench.inspect();
            SchemaSnapshot desired = SchemaSnapshot.of(users(column("id", bigint())
                    .notNull()
                    .asIdentity(Identity.BY_DEFAULT.max(100_000).cache(5))));
            SchemaDifferences change = allOf(bench, desired);
            run(bench, change.upgrade().operations());
            assertThat(allOf(bench, desired).isEmpty()).isTrue();
            assertThat(answer(bench, "SELECT nextval('users_id_seq')")).isEqualTo(2);
            run(bench, change.downgrade().operations());
            assertThat(bench.inspect()).isEqualTo(start);
        }
    }

    /** The differences from a schema whose source says everything. */
    private static SchemaDifferences allOf(Workbench bench, SchemaSnapshot desired) throws SQLException {
        return new SchemaComparator(bench.dialect())
                .asking(bench.dialect().normalizer().on(bench.connection()))
                .compare(
                        desired,
                        bench.inspect(),
                        object -> !bench.dialect().locks().own(object.belongsTo()));
    }

    private static Table users(Column... columns) {
        List<Column> all = List.of(columns);
        return Table.of(
                USERS,
                List.of(all.get(0), all.get(all.size() - 1), Constraints.primaryKey("id")).stream()
                        .distinct()
                        .toList());
    }

    private static SchemaSnapshot sequences(Sequence... sequences) {
        return SchemaSnapshot.of(sequences);
    }

    private static SchemaDifferences differences(Workbench bench, SchemaSnapshot desired) throws SQLException {
        return new SchemaComparator(bench.dialect())
                .leavingUnsaid()
                .asking(bench.dialect().normalizer().on(bench.connection()))
                .compare(
                        desired,
                        bench.inspect(),
                        object -> !bench.dialect().locks().own(object.belongsTo()));
    }

    private static void run(Workbench bench, List<Operation> operations) throws SQLException {
        bench.run(operations.toArray(Operation[]::new));
    }

    private static long next(Workbench bench) throws SQLException {
        return answer(
                bench,
                bench.database().kind() == DatabaseUnderTest.POSTGRESQL
                        ? "SELECT nextval('numbers')"
                        : nextValue(bench.database().kind()));
    }

    private static String nextValue(DatabaseUnderTest kind) {
        return (kind == DatabaseUnderTest.HSQLDB ? "CALL" : "SELECT") + " NEXT VALUE FOR numbers";
    }

    private static long answer(Workbench bench, String sql) throws SQLException {
        try (Statement statement = bench.connection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
