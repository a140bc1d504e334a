package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.UnsupportedByDialectException;
import dev.retort.schema.Column;
import dev.retort.schema.Columns;
import dev.retort.schema.NativeType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TypeRoundTripTest {

    static Stream<Arguments> types() {
        Stream<SqlType> arrays = Stream.of(
                Columns.array(Columns.integer()),
                Columns.array(Columns.varchar(10)),
                Columns.array(Columns.array(Columns.timestamp())),
                Columns.array(Columns.enumeration("a", "b")),
                new NativeType("integer array[5]"),
                new NativeType("decfloat( 20 )"),
                new NativeType("varchar_ignorecase(10)"),
                new NativeType("interval second(18,9)"),
                new NativeType("interval day(3) to second"),
                new NativeType("interval year to month"),
                new NativeType("clob(100)"),
                new NativeType("java_object"),
                new NativeType("geometry"));
        Stream<SqlType> affinities = Stream.of(
                new NativeType(""),
                new NativeType("NVARCHAR2(3)"),
                new NativeType("unsigned big  int"),
                new NativeType("any"));
        return Stream.of(
                        pairs("sqlite", RandomSchema.TYPES.stream()),
                        pairs("h2", RandomSchema.TYPES.stream()),
                        pairs("h2", arrays),
                        pairs("sqlite", affinities))
                .flatMap(pair -> pair);
    }

    private static Stream<Arguments> pairs(String name, Stream<SqlType> types) {
        return types.map(type -> Arguments.of(name, type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void aTypeComesBackAsItsCanonicalForm(String name, SqlType type) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(name)) {
            SqlTypes types = database.dialect.types();
            Table table = Table.of(QualifiedName.of("t"), List.of(Column.of("c", type)));
            database.create(table);
            new SnapshotAssert(database).reportedAs(SchemaSnapshot.of(table), database.inspect());
            SqlType canonical = types.canonical(type);
            assertThat(types.canonical(canonical)).isEqualTo(canonical);
            assertThat(types.canonical(types.parse(types.render(canonical)))).isEqualTo(canonical);
        }
    }

    /** As Hibernate's dialects for the two databases spell types. */
    static Stream<Arguments> hibernatesSpellings() {
        String common =
                "integer|bigint|boolean|tinyint|smallint|decimal(38,2)|numeric(38,2)|date|varchar(255)|char(1)|clob|blob|json|uuid";
        String sqlite = "float|real|double|time|timestamp|varchar(36)|binary(16)";
        String h2 =
                "float(53)|float(24)|time(6)|timestamp(6)|timestamp(6) with time zone|varbinary(255)|enum ('A','it''s')"
                        + "|integer array|varchar(255) array|interval second(18,9)|character varying|text|varchar(1000000000)";
        return Stream.of("sqlite " + common, "h2 " + common, "sqlite " + sqlite, "h2 " + h2)
                .flatMap(line -> {
                    String[] words = line.split(" ", 2);
                    return Stream.of(words[1].split("\\|")).map(spelling -> Arguments.of(words[0], spelling));
                });
    }

    @ParameterizedTest
    @MethodSource("hibernatesSpellings")
    void whatHibernateSpellsIsWhatIsReported(String name, String spelling) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(name)) {
            ComparisonRules rules = database.dialect.comparison();
            Column desired = Column.of("a", database.dialect.types().parse(spelling));
            database.execute("CREATE TABLE hibernates (a " + spelling + ")");
            assertThat(rules.sameType(desired, onlyColumn(database))).isTrue();
            database.execute("DROP TABLE hibernates");
            database.execute("CREATE TABLE ours (a " + database.dialect.types().render(desired.type()) + ")");
            assertThat(rules.sameType(desired, onlyColumn(database))).isTrue();
        }
    }

    private static Column onlyColumn(EmbeddedDatabase database) throws Exception {
        return database.inspect().tables().get(0).columns().get(0);
    }

    @ParameterizedTest
    @MethodSource("differentTypes")
    void typesThatDifferStayDifferent(String name, SqlType one, SqlType other) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(name)) {
            ComparisonRules rules = database.dialect.comparison();
            assertThat(rules.sameType(Column.of("c", one), Column.of("c", other)))
                    .isFalse();
        }
    }

    static List<Arguments> differentTypes() {
        return List.of(
                Arguments.of("sqlite", Columns.integer(), Columns.bigint()),
                Arguments.of("sqlite", Columns.varchar(10), Columns.varchar(11)),
                Arguments.of("sqlite", Columns.text(), Columns.varchar()),
                Arguments.of("h2", Columns.integer(), Columns.bigint()),
                Arguments.of("h2", Columns.timestamp(), Columns.timestamp(3)),
                Arguments.of("h2", Columns.timestamp(), Columns.timestampWithTimeZone()),
                Arguments.of("h2", Columns.enumeration("a"), Columns.enumeration("a", "b")),
                Arguments.of("h2", Columns.decimal(10, 2), Columns.decimal(10, 3)),
                Arguments.of("h2", Columns.array(Columns.integer()), Columns.array(Columns.bigint())));
    }

    @Test
    void sqliteRefusesAnArray() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open("sqlite")) {
            assertThatThrownBy(() -> database.dialect.types().render(Columns.array(Columns.integer())))
                    .isInstanceOf(UnsupportedByDialectException.class)
                    .hasMessageContaining("SQLite cannot store an array");
        }
    }

    @Test
    void h2KeepsANamedEnumAndADomainByName() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open("h2")) {
            database.execute("CREATE DOMAIN mood AS ENUM('sad', 'happy')");
            database.execute("CREATE DOMAIN email AS VARCHAR(100)");
            Table table = Table.of(
                    QualifiedName.of("t"),
                    List.of(
                            Column.of("m", Columns.namedEnumeration("mood", "sad", "happy")),
                            Column.of("e", new NativeType("email"))));
            database.create(table);
            new SnapshotAssert(database).reportedAs(SchemaSnapshot.of(table), database.inspect());
            assertThat(database.inspect().tables().get(0).columns().get(0).type())
                    .isEqualTo(Columns.namedEnumeration("mood", "sad", "happy"));
        }
    }
}
