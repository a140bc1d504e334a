package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.bool;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.nativeType;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.schema.Constraints.exclusion;
import static dev.retort.schema.Constraints.unnamedExclusion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.retort.Retort;
import dev.retort.compare.SchemaComparator;
import dev.retort.compare.SchemaDifferences;
import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropTable;
import dev.retort.operation.Hazard;
import dev.retort.operation.Operation;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.Index;
import dev.retort.schema.NullsOrder;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.tests.server.DatabaseUnderTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exclusion constraints: https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-EXCLUDE */
class ExclusionsIT {

    private static final QualifiedName BOOKING = QualifiedName.of("booking");

    private static Table booking(@Nullable ExclusionConstraint exclusion) {
        Stream<TableElement> columns = Stream.of(
                column("room", integer()),
                column("title", varchar(20)),
                column("during", nativeType("tsrange")),
                column("cancelled", bool()).notNull());
        return Table.of(
                BOOKING, Stream.concat(columns, Stream.ofNullable(exclusion)).toList());
    }

    private static Stream<ExclusionConstraint> exclusions() {
        ExclusionConstraint plain = exclusion("ex_booking").using("gist").comparing("during", "&&");
        return Stream.of(
                plain,
                plain.where("NOT cancelled"),
                plain.where("trim(title) <> 'x' AND sqrt(room) > 1"),
                plain.comparingSql("point(room, 1)", "~=").named(null),
                plain.including(List.of("room", "title")),
                plain.deferrability(Deferrability.INITIALLY_IMMEDIATE),
                plain.deferrability(Deferrability.INITIALLY_DEFERRED).where("room > 3 AND title LIKE 'a%'"),
                plain.option("fillfactor", "70").option("buffering", "off"),
                plain.comment("it's one at a time"),
                plain.comparingSql("int4range(room, room + 1)", "&&"),
                exclusion("Ex Booking").comparing("room", "=").comparing("title", "="),
                exclusion("ex_booking").using("btree").comparing("room", "="),
                exclusion("ex_booking").using("hash").comparing("title", "="),
                exclusion("ex_booking")
                        .comparing(
                                Index.Part.column("title")
                                        .collate(QualifiedName.of("C"))
                                        .operatorClass(QualifiedName.of("text_pattern_ops"))
                                        .descending(true)
                                        .nulls(NullsOrder.LAST),
                                "=")
                        .comparingSql("lower(title)", "OPERATOR(pg_catalog.=)"),
                unnamedExclusion().using("gist").comparing("during", "&&").comparingSql("int4range(room, 9)", "-|-"));
    }

    @ParameterizedTest
    @MethodSource("exclusions")
    void whatIsMadeWithItsTableOrAddedIsFoundAndDropsAndComesBack(ExclusionConstraint exclusion) throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            SchemaSnapshot without = SchemaSnapshot.of(booking(null));
            SchemaSnapshot with = SchemaSnapshot.of(booking(exclusion));
            bench.run(new CreateTable(booking(exclusion)));
            SchemaSnapshot made = bench.inspect();
            assertThat(bench.table("booking").indexes()).isEmpty();
            assertThat(made.unmodelled()).isEmpty();
            assertThat(differences(bench, with).isEmpty()).isTrue();

            SchemaDifferences drop = differences(bench, without);
            assertThat(drop.upgrade().operations()).singleElement().isInstanceOf(DropConstraint.class);
            bench.run(drop.upgrade().operations());
            assertThat(differences(bench, without).isEmpty()).isTrue();
            bench.run(drop.downgrade().operations());
            assertThat(bench.inspect()).isEqualTo(made);

            bench.run(drop.upgrade().operations());
            SchemaDifferences add = differences(bench, with);
            assertThat(add.upgrade().operations()).singleElement().isInstanceOf(AddConstraint.class);
            bench.run(add.upgrade().operations());
            assertThat(bench.inspect()).isEqualTo(made);
            bench.run(add.downgrade().operations());
            assertThat(differences(bench, without).isEmpty()).isTrue();
        }
    }

    private static Stream<ExclusionConstraint> others() {
        ExclusionConstraint first = exclusion("ex_booking").using("gist").comparing("during", "&&");
        return Stream.of(
                exclusion("ex_other").using("gist").comparing("during", "&&"),
                exclusion("ex_booking").using("gist").comparing("during", "-|-"),
                exclusion("ex_booking").using("spgist").comparing("during", "&&"),
                first.comparingSql("int4range(room, room + 1)", "&&"),
                first.including(List.of("title")),
                first.where("cancelled"),
                first.deferrability(Deferrability.INITIALLY_DEFERRED),
                first.comment("one at a time"),
                first.option("fillfactor", "70"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void aDifferenceInAnyFactMakesItAnewAndADowngradeMakesItAsItWas(ExclusionConstraint other) throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            bench.run(new CreateTable(
                    booking(exclusion("ex_booking").using("gist").comparing("during", "&&"))));
            SchemaSnapshot before = bench.inspect();
            SchemaDifferences change = differences(bench, SchemaSnapshot.of(booking(other)));

            assertThat(change.upgrade().operations())
                    .extracting(Operation::describe)
                    .containsExactly(
                            "drop exclusion constraint ex_booking of booking",
                            "add exclusion constraint " + other.name() + " to booking");
            bench.run(change.upgrade().operations());
            assertThat(differences(bench, SchemaSnapshot.of(booking(other))).isEmpty())
                    .isTrue();
            bench.run(change.downgrade().operations());
            assertThat(bench.inspect()).isEqualTo(before);
        }
    }

    @Test
    void whatAnExtensionLetsAnIndexCompareIsFound() throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            bench.sql("CREATE EXTENSION btree_gist");
            ExclusionConstraint exclusion = exclusion("ex_booking")
                    .using("gist")
                    .comparing("room", "=")
                    .comparing("title", "!=")
                    .comparing("during", "&&");
            bench.run(new CreateTable(booking(exclusion)));

            assertThat(differences(bench, SchemaSnapshot.of(booking(exclusion))).isEmpty())
                    .isTrue();
            Table found = bench.table("booking");
            DropTable drop = new DropTable(BOOKING, found);
            bench.run(drop, drop.reverse().orElseThrow());
            assertThat(bench.table("booking")).isEqualTo(found);
        }
    }

    @Test
    void anOperatorOfAnotherSchemaIsFound() throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            bench.sql(
                    "CREATE SCHEMA other",
                    "CREATE OPERATOR other.=== (LEFTARG = integer, RIGHTARG = integer, FUNCTION = int4eq,"
                            + " COMMUTATOR = OPERATOR(other.===))",
                    "CREATE OPERATOR CLASS other.ops FOR TYPE integer USING hash AS"
                            + " OPERATOR 1 other.===, FUNCTION 1 hashint4(integer)",
                    "CREATE TABLE booking (room integer,"
                            + " CONSTRAINT ex_booking EXCLUDE USING hash (room other.ops WITH OPERATOR(other.===)))");
            Table found = bench.table("booking");

            assertThat(found.exclusionConstraints())
                    .containsExactly(exclusion("ex_booking")
                            .using("hash")
                            .comparing(
                                    Index.Part.column("room").operatorClass(QualifiedName.parse("other.ops")),
                                    "OPERATOR(other.===)"));
            DropTable drop = new DropTable(BOOKING, found);
            bench.run(drop, drop.reverse().orElseThrow());
            assertThat(bench.table("booking")).isEqualTo(found);
        }
    }

    @Test
    void rowsThatExcludeEachOtherAreSpokenOf() throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            bench.run(new CreateTable(booking(null)));
            ExclusionConstraint exclusion = exclusion("ex_booking")
                    .using("gist")
                    .comparing("during", "&&")
                    .where("NOT cancelled");

            assertThat(differences(bench, SchemaSnapshot.of(booking(exclusion)))
                            .upgrade()
                            .hazards())
                    .extracting(Hazard::kind, Hazard::sentence)
                    .containsExactly(tuple(
                            Hazard.Kind.MAY_FAIL,
                            "Table booking gets exclude using gist (during with &&) where NOT cancelled: this fails if two rows"
                                    + " exclude each other. Correct such rows first."));
        }
    }

    @Test
    void oneThatTheSourceCannotSayStaysUnlessAColumnOfItGoes() throws Exception {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            ExclusionConstraint exclusion = exclusion("ex_booking")
                    .using("gist")
                    .comparing("during", "&&")
                    .where("NOT cancelled");
            bench.run(new CreateTable(booking(exclusion)));
            SchemaSnapshot found = bench.inspect();
            SchemaComparator comparator = new SchemaComparator(bench.dialect()).leavingUnsaid();

            SchemaDifferences none = comparator.compare(SchemaSnapshot.of(booking(null)), found, all -> true);
            assertThat(none.upgrade().operations()).isEmpty();
            assertThat(none.upgrade().hazards())
                    .extracting(Hazard::sentence)
                    .containsExactly("Cannot be compared, and is left as it is in ex_booking of booking:"
                            + " exclude using gist (during with &&) where (NOT cancelled).");

            Table shorter = booking(null)
                    .columns(booking(null).columns().stream()
                            .filter(column -> !column.name().equals("cancelled"))
                            .toList());
            SchemaDifferences fewer = comparator.compare(SchemaSnapshot.of(shorter), found, all -> true);
            assertThat(fewer.upgrade().operations())
                    .extracting(Operation::describe)
                    .containsExactly(
                            "drop exclusion constraint ex_booking of booking", "drop column booking.cancelled");
            bench.run(fewer.upgrade().operations());
            bench.run(fewer.downgrade().operations());
            assertThat(bench.table("booking").exclusionConstraints())
                    .isEqualTo(found.tables().get(0).exclusionConstraints());
        }
    }

    @Test
    void aRevisionInJavaSaysItInWords(@TempDir Path folder) throws Exception {
        Path versions = Files.createDirectories(folder.resolve("versions"));
        Files.writeString(versions.resolve("Vr1.java"), """
                import static dev.retort.schema.Columns.*;
                import static dev.retort.schema.Constraints.*;

                import dev.retort.migration.*;

                @Revision(id = "r1")
                public final class Vr1 implements ReversibleMigration {

                    @Override
                    public void change(Operations op) {
                        op.createTable(
                                "booking",
                                column("room", integer()),
                                column("during", nativeType("tsrange")),
                                exclusion("ex_during").using("gist").comparing("during", "&&").where("room > 0"));
                        op.addConstraint("booking", exclusion("ex_room").comparingSql("room / 10", "="));
                        op.dropConstraint("booking", exclusion("ex_room").comparingSql("room / 10", "="));
                    }
                }
                """);
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            Retort retort = Retort.configure()
                    .settings(Settings.empty(folder)
                            .with(ConfigKey.URL, bench.database().jdbcUrl())
                            .with(
                                    ConfigKey.USER,
                                    String.valueOf(bench.database().user()))
                            .with(
                                    ConfigKey.PASSWORD,
                                    String.valueOf(bench.database().password()))
                            .with(ConfigKey.SCRIPT_LOCATION, folder.toString()))
                    .load();

            retort.upgrade("head");
            assertThat(bench.table("booking").exclusionConstraints())
                    .containsExactly(exclusion("ex_during")
                            .using("gist")
                            .comparing("during", "&&")
                            .where("(room > 0)"));
            retort.downgrade("base");
            assertThat(bench.inspect().table(BOOKING)).isEmpty();
        }
    }

    private static SchemaDifferences differences(Workbench bench, SchemaSnapshot desired) throws Exception {
        return new SchemaComparator(bench.dialect())
                .asking(bench.dialect().normalizer().on(bench.connection()))
                .compare(desired, bench.inspect(), all -> true);
    }
}
