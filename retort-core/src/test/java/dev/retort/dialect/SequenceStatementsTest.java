package dev.retort.dialect;

import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.identity;
import static dev.retort.schema.Columns.identityAlways;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.sequence;
import static dev.retort.schema.Columns.smallint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.operation.SequenceChange;
import dev.retort.schema.Column;
import dev.retort.schema.Constraints;
import dev.retort.schema.Identity;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each database is told of how sequences and identity columns count. */
class SequenceStatementsTest {

    private static final QualifiedName T = QualifiedName.of("t");
    private static final Sequence IDS = sequence("ids");
    private static final Sequence WHOLE =
            IDS.startWith(5).incrementBy(2).min(3).max(99).cache(7).cycle();

    private static final String PG = "postgresql";
    private static final String H2 = "h2";
    private static final String MARIADB = "mariadb";

    static List<Arguments> made() {
        String whole = "CREATE SEQUENCE ids START WITH 5 MINVALUE 3 MAXVALUE 99 INCREMENT BY 2 CACHE 7 CYCLE";
        return List.of(
                Arguments.of(PG, WHOLE, whole),
                Arguments.of(H2, WHOLE, whole),
                Arguments.of(MARIADB, WHOLE, whole),
                Arguments.of(PG, IDS, "CREATE SEQUENCE ids START WITH 1 INCREMENT BY 1"),
                Arguments.of(MARIADB, IDS, "CREATE SEQUENCE ids START WITH 1 INCREMENT BY 1 NOCACHE"),
                Arguments.of(
                        PG,
                        IDS.typed(smallint()).ownedBy("shop.t", "order"),
                        "CREATE SEQUENCE ids AS smallint START WITH 1 INCREMENT BY 1 OWNED BY shop.t.\"order\""),
                Arguments.of(H2, IDS.typed(integer()), "CREATE SEQUENCE ids AS integer START WITH 1 INCREMENT BY 1"),
                Arguments.of(PG, IDS.startWith(-5), "CREATE SEQUENCE ids START WITH -5 MINVALUE -5 INCREMENT BY 1"),
                Arguments.of(
                        H2,
                        IDS.startWith(7).incrementBy(-2),
                        "CREATE SEQUENCE ids START WITH 7 MAXVALUE 7 INCREMENT BY -2"));
    }

    @ParameterizedTest
    @MethodSource("made")
    void aSequenceIsMadeWithAllThatIsSaidOfIt(String database, Sequence sequence, String sql) {
        assertThat(written(database, new CreateSequence(sequence))).isEqualTo(sql);
    }

    static List<Arguments> changed() {
        return List.of(
                Arguments.of(PG, IDS, IDS.cache(20).cycle().max(9), "MAXVALUE 9 CACHE 20 CYCLE"),
                Arguments.of(PG, IDS.cache(20).cycle().max(9), IDS, "NO MAXVALUE CACHE 1 NO CYCLE"),
                Arguments.of(MARIADB, IDS.cache(20).cycle().max(9), IDS, "NO MAXVALUE NOCACHE NOCYCLE"),
                Arguments.of(H2, IDS.cycle(), IDS, "NO CYCLE"),
                Arguments.of(H2, IDS.cache(20), IDS, "CACHE 32"),
                Arguments.of(H2, IDS, IDS.max(9), "MAXVALUE 9 CACHE 9"),
                Arguments.of(H2, IDS.max(9), IDS, "NO MAXVALUE CACHE 32"),
                Arguments.of(PG, IDS.min(-4), IDS, "NO MINVALUE"),
                Arguments.of(PG, IDS, IDS.startWith(0), "START WITH 0 MINVALUE 0"),
                Arguments.of(PG, IDS.startWith(0), IDS, "START WITH 1 NO MINVALUE"),
                Arguments.of(PG, IDS, IDS.startWith(9), "START WITH 9"),
                Arguments.of(PG, IDS, IDS.typed(integer()), "AS integer"),
                Arguments.of(PG, IDS.typed(integer()), IDS, "AS bigint"),
                Arguments.of(PG, IDS, IDS.ownedBy("t", "id"), "OWNED BY t.id"),
                Arguments.of(PG, IDS.ownedBy("t", "id"), IDS, "OWNED BY NONE"),
                Arguments.of(MARIADB, down().min(-9).max(9), down(), "MINVALUE -9223372036854775807 MAXVALUE -1"),
                Arguments.of(H2, down(), down().min(-9), "MINVALUE -9 CACHE 9"),
                Arguments.of(H2, down().min(-9), down(), "NO MINVALUE NO CACHE"),
                Arguments.of(H2, down(), down().cycle(), "NO CACHE CYCLE"));
    }

    private static Sequence down() {
        return IDS.startWith(-1).incrementBy(-1);
    }

    @ParameterizedTest
    @MethodSource("changed")
    void aSequenceIsToldWhatChangesAndNothingThatSetsItBack(
            String database, Sequence before, Sequence after, String clauses) {
        assertThat(written(database, AlterSequence.between(before, after))).isEqualTo("ALTER SEQUENCE ids " + clauses);
    }

    static List<Arguments> changedUnknown() {
        return List.of(
                Arguments.of(PG, List.of(new SequenceChange.Start(0)), "START WITH 0 MINVALUE 0"),
                Arguments.of(PG, List.of(new SequenceChange.Start(5)), "START WITH 5"),
                Arguments.of(PG, List.of(new SequenceChange.Min(null)), "NO MINVALUE"),
                Arguments.of(H2, List.of(new SequenceChange.Max(9L)), "MAXVALUE 9"),
                Arguments.of(
                        H2,
                        List.of(new SequenceChange.Increment(-1)),
                        "INCREMENT BY -1 NO CACHE; SELECT NEXT VALUE FOR ids"),
                Arguments.of(MARIADB, List.of(new SequenceChange.Cache(null)), "NOCACHE"));
    }

    @ParameterizedTest
    @MethodSource("changedUnknown")
    void aSequenceOfWhichNothingIsKnownIsToldWhatIsSaid(String database, List<SequenceChange> changes, String clauses) {
        assertThat(written(database, new AlterSequence(IDS.name(), changes, null)))
                .isEqualTo("ALTER SEQUENCE ids " + clauses);
    }

    static List<Arguments> numbered() {
        String alter = "ALTER TABLE t ALTER COLUMN id";
        String serial = "DO $$ BEGIN EXECUTE 'ALTER SEQUENCE ' || pg_get_serial_sequence('t', 'id') || ' ";
        return List.of(
                Arguments.of(PG, identity(), identity().cache(20), serial + "CACHE 20'; END $$"),
                Arguments.of(PG, identity().max(9), identity().cycle(), serial + "NO MAXVALUE CYCLE'; END $$"),
                Arguments.of(
                        PG,
                        identityAlways(),
                        identityAlways().min(-5).startWith(3),
                        alter + " SET START WITH 3 SET MINVALUE -5"),
                Arguments.of(PG, identity(), identityAlways().cache(20), alter + " SET GENERATED ALWAYS SET CACHE 20"),
                Arguments.of(H2, identity(), identity().cache(20).cycle(), alter + " SET CACHE 20 SET CYCLE"),
                Arguments.of(H2, identity().max(9), identity(), alter + " SET NO MAXVALUE SET CACHE 32"),
                Arguments.of(H2, identityAlways(), identity(), alter + " SET GENERATED BY DEFAULT"));
    }

    @ParameterizedTest
    @MethodSource("numbered")
    void aNumberedColumnIsToldWhatChanges(String database, Identity before, Identity after, String sql) {
        assertThat(written(database, identityChange(before, after))).isEqualTo(sql);
    }

    static List<Arguments> refused() {
        Column id = column("id", bigint()).notNull().asIdentity(identity().cache(20));
        Operation table = new CreateTable(Table.of(T, List.of(id, Constraints.primaryKey("id"))));
        return List.of(
                Arguments.of(MARIADB, new CreateSequence(IDS.typed(integer()))),
                Arguments.of(MARIADB, new CreateSequence(IDS.ownedBy("t", "id"))),
                Arguments.of(MARIADB, AlterSequence.between(IDS, IDS.typed(integer()))),
                Arguments.of(MARIADB, table),
                Arguments.of(MARIADB, identityChange(identity(), identity().startWith(5))),
                Arguments.of("sqlite", table),
                Arguments.of("sqlite", new CreateSequence(WHOLE)),
                Arguments.of("sqlite", identityChange(identity(), identity().cycle())),
                Arguments.of(H2, new CreateSequence(IDS.ownedBy("t", "id"))),
                Arguments.of(H2, AlterSequence.between(IDS.ownedBy("t", "id"), IDS)),
                Arguments.of(H2, AlterSequence.between(IDS, IDS.typed(integer()))),
                Arguments.of(H2, identityChange(identity(), identity().startWith(5))));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatADatabaseLacksIsRefusedBeforeTheRun(String database, Operation operation) {
        assertThatExceptionOfType(UnsupportedByDialectException.class)
                .isThrownBy(() -> ddl(database).compile(operation));
    }

    static List<Arguments> added() {
        Column id = column("id", smallint()).notNull();
        String add = "ALTER TABLE t ADD COLUMN id smallint GENERATED BY DEFAULT AS IDENTITY";
        String cached = add + " (START WITH 1 INCREMENT BY 1 CACHE 20 CYCLE) NOT NULL";
        return List.of(
                Arguments.of(PG, id.asIdentity(identity().cache(20).cycle()), cached),
                Arguments.of(H2, id.asIdentity(identity().cache(20).cycle()), cached),
                Arguments.of(
                        PG,
                        id.asIdentity(identity().startWith(-3)),
                        add + " (START WITH -3 MINVALUE -3 INCREMENT BY 1) NOT NULL"));
    }

    @ParameterizedTest
    @MethodSource("added")
    void aNumberedColumnIsMadeWithAllThatIsSaidOfIt(String database, Column column, String sql) {
        assertThat(written(database, new AddColumn(T, column))).isEqualTo(sql);
    }

    private static AlterColumn identityChange(Identity before, Identity after) {
        Column existing = column("id", bigint()).notNull().asIdentity(before);
        return new AlterColumn(T, "id", List.of(new ColumnChange.Identity(after)), existing);
    }

    private static String written(String database, Operation operation) {
        return ddl(database).compile(operation).stream()
                .map(executable -> ((SqlStatement) executable).sql())
                .collect(Collectors.joining("; "));
    }

    private static DdlCompiler ddl(String database) {
        return Dialects.loadedFrom(SequenceStatementsTest.class.getClassLoader())
                .named(database)
                .ddl();
    }
}
