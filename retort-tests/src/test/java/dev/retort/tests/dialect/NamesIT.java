package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.nativeType;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.schema.Constraints.check;
import static dev.retort.schema.Constraints.index;
import static dev.retort.schema.Constraints.primaryKey;
import static dev.retort.schema.Constraints.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.compare.SchemaComparator;
import dev.retort.dialect.Rehearsal;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import dev.retort.tests.server.DatabaseRows;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.ForDatabases;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that nobody has given, names that are too long, and keys that are. */
class NamesIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pets",
                "a_table_with_a_name_of_nearly_as_many_bytes_as_there_can_b",
                "tüßöéàçñ_ärgerlich_lange_öäüß"
            })
    void whatIsGeneratedHasTheNamesThatPostgresqlWouldGive(String name) throws SQLException {
        Table desired = table(
                name,
                column("an_email_address_of_some_length", varchar(50)),
                column("b", integer()),
                UniqueConstraint.of(null, List.of("an_email_address_of_some_length")),
                UniqueConstraint.of(null, List.of("an_email_address_of_some_length", "b")),
                CheckConstraint.of(null, "b > 0"),
                CheckConstraint.of(null, "b > 1"),
                CheckConstraint.of(null, "an_email_address_of_some_length > '' or b > 2"));
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            bench.run(new CreateTable(desired));
            List<String> given = names(bench.table(name));
            bench.sql("DROP TABLE \"" + name + "\"");

            bench.run(generated(bench, desired).toArray(Operation[]::new));

            assertThat(names(bench.table(name))).containsExactlyInAnyOrderElementsOf(given);
            assertThat(generated(bench, desired)).isEmpty();
        }
    }

    @ForDatabases(variants = true)
    void everyConstraintIsGeneratedWithANameOfItsOwn(DatabaseUnderTest kind) throws SQLException {
        Table desired = table(
                "pets",
                column("a", integer()),
                column("b", integer()),
                UniqueConstraint.of(null, List.of("a")),
                UniqueConstraint.of(null, List.of("b", "a")),
                CheckConstraint.of(null, "a > 0"),
                CheckConstraint.of(null, "b > 0"));
        try (Workbench bench = Workbench.on(kind)) {
            CreateTable create = (CreateTable) generated(bench, desired).get(0);

            assertThat(names(create.table()))
                    .doesNotContainNull()
                    .doesNotHaveDuplicates()
                    .hasSize(4);
            bench.run(create);
            assertThat(generated(bench, desired)).isEmpty();
        }
    }

    @DatabaseRows({"POSTGRESQL | 63", "MARIADB+MYSQL | 64", "H2 | 256"})
    void aNameOverTheLimitIsRefusedAndOneOfThatLengthIsNot(DatabaseUnderTest kind, int limit) throws SQLException {
        String longest = "n".repeat(limit);
        try (Workbench bench = Workbench.on(kind)) {
            for (Table table : named(longest)) {
                bench.run(generated(bench, table).toArray(Operation[]::new));
                assertThat(generated(bench, table)).isEmpty();
                bench.sql("DROP TABLE " + table.name());
            }
            for (Table table : named(longest + "x")) {
                assertThatThrownBy(() -> generated(bench, table))
                        .isInstanceOf(UnsupportedByDialectException.class)
                        .hasMessageContaining("a name has at most " + limit);
                assertThatThrownBy(() -> bench.dialect().ddl().compile(new CreateTable(table)))
                        .isInstanceOf(UnsupportedByDialectException.class)
                        .hasMessageContaining("a name has at most " + limit);
            }
        }
    }

    private static List<Table> named(String name) {
        return List.of(
                table(name, column("a", integer())),
                table("pets", column(name, integer())),
                table("pets", column("a", integer()), unique(name, "a")),
                table("pets", column("a", integer()), check(name, "a > 0")),
                table("pets", column("a", integer()), index(name, "a")));
    }

    @Test
    void postgresqlCountsBytes() throws SQLException {
        try (Workbench bench = Workbench.on(DatabaseUnderTest.POSTGRESQL)) {
            assertThatThrownBy(() -> generated(bench, table("ü".repeat(32), column("a", integer()))))
                    .isInstanceOf(UnsupportedByDialectException.class)
                    .hasMessageContaining("63 bytes");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "varchar(768), utf8mb4, , true",
        "varchar(769), utf8mb4, , false",
        "varchar(1024), utf8mb3, , true",
        "varchar(1025), utf8mb3, , false",
        "varchar(1025), , utf8mb3_bin, false",
        "varchar(3072), latin1, , true",
        "varchar(3073), latin1, , false",
        "varbinary(3072), , , true",
        "varbinary(3073), , , false"
    })
    void aKeyThatMariadbHasNoRoomForIsRefused(
            String type, @Nullable String characterSet, @Nullable String collation, boolean fits) throws SQLException {
        Column column = column("a", nativeType(type))
                .notNull()
                .characterSet(characterSet)
                .collate(collation == null ? null : QualifiedName.of(collation));
        Table desired = table("pets", column, primaryKey("a"));
        String written = type
                + (characterSet == null ? "" : " CHARACTER SET " + characterSet)
                + (collation == null ? "" : " COLLATE " + collation);
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            assertThat(accepts(bench, "CREATE TABLE other (a " + written + " PRIMARY KEY)"))
                    .isEqualTo(fits);
            if (fits) {
                bench.run(new CreateTable(desired));
            } else {
                assertThatThrownBy(() -> bench.run(new CreateTable(desired)))
                        .isInstanceOf(UnsupportedByDialectException.class)
                        .hasMessageContaining("3072");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "varchar(768) CHARACTER SET utf8mb4 | latin1 | true",
                "varchar(769) CHARACTER SET utf8mb4 | latin1 | false",
                "varchar(769) | utf8mb4 | false",
                "varchar(1024) | utf8mb3 | true",
                "varchar(1025) | utf8mb3 | false",
                "varchar(3072) | latin1 | true",
                "varchar(3073) | latin1 | false",
                "varchar(769) COLLATE latin1_bin | utf8mb4 | true",
                "national varchar(1024) | utf8mb4 | true",
                "varbinary(3072) | utf8mb4 | true",
                "varbinary(3073) | utf8mb4 | false"
            })
    void aKeyThatAnExistingTableOfMariadbHasNoRoomForIsRefused(String type, String charset, boolean fits)
            throws SQLException {
        QualifiedName pets = QualifiedName.of("pets");
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            bench.sql("CREATE TABLE pets (`A` " + type + " NOT NULL) CHARACTER SET " + charset);

            assertThat(rehearsed(bench, new AddConstraint(pets, primaryKey("a")))
                            .isEmpty())
                    .isEqualTo(fits);
            assertThat(rehearsed(bench, new AddConstraint(pets, unique("u", "a")))
                            .isEmpty())
                    .isEqualTo(fits);
            assertThat(rehearsed(bench, new CreateIndex(pets, index("i", "a"))).isEmpty())
                    .isEqualTo(fits);
            assertThat(rehearsed(bench, new CreateIndex(pets, index("i", "a(10)"))))
                    .isEmpty();
            assertThat(accepts(bench, "ALTER TABLE pets ADD PRIMARY KEY (a)")).isEqualTo(fits);
        }
    }

    @Test
    void aKeyIsHeldAgainstTheColumnsThatThePlanHasMadeByThen() throws SQLException {
        QualifiedName pets = QualifiedName.of("pets");
        QualifiedName dogs = QualifiedName.of("dogs");
        Operation index = new CreateIndex(dogs, index("i", "c", "d"));
        Operation shorter = new AlterColumn(dogs, "d", List.of(new ColumnChange.Type(varchar(10))), null);
        try (Workbench bench = Workbench.on(DatabaseUnderTest.MARIADB)) {
            bench.sql("CREATE TABLE pets (a varchar(500), d varchar(500)) CHARACTER SET utf8mb4");
            List<Operation> changes = List.of(
                    new AddColumn(pets, column("b", varchar(700))),
                    new RenameColumn(pets, "b", "c"),
                    new RenameTable(pets, "dogs"));

            assertThat(rehearsed(bench, changes, index))
                    .contains("index i (c, d) takes 4800 bytes, and a key has at"
                            + " most 3072; make the columns shorter, or index their beginnings");
            assertThat(rehearsed(bench, changes, shorter, index)).isEmpty();
            assertThat(rehearsed(bench, changes, new DropColumn(dogs, "d", null), index))
                    .isEmpty();
            assertThat(rehearsed(bench, changes, new ExecuteSql("INSERT INTO dogs (a) VALUES ('x')", List.of()), index))
                    .isPresent();
            assertThat(rehearsed(
                            bench,
                            changes,
                            new ExecuteSql("ALTER TABLE dogs CONVERT TO CHARACTER SET latin1", List.of()),
                            index))
                    .isEmpty();
            assertThat(rehearsed(bench, changes, new ExecuteSql("CREATE TABLE cats (a int)", List.of()), index))
                    .isPresent();
            assertThat(rehearsed(bench, changes, new ExecuteSql("CALL shorten_all()", List.of()), index))
                    .isEmpty();
            bench.run(changes.toArray(Operation[]::new));
            bench.run(shorter, index);
        }
    }

    private static Optional<String> rehearsed(Workbench bench, Operation operation) throws SQLException {
        return rehearsed(bench, List.of(), operation);
    }

    /** What is said of the last operation, after others of which nothing is said. */
    private static Optional<String> rehearsed(Workbench bench, List<Operation> before, Operation... operations)
            throws SQLException {
        List<Operation> all = new ArrayList<>(before);
        all.addAll(List.of(operations));
        try (Rehearsal rehearsal = bench.dialect()
                .rehearsals()
                .of(bench.connection(), all.stream())
                .orElseThrow()) {
            for (Operation operation : all.subList(0, all.size() - 1)) {
                assertThat(rehearsal.failure(operation)).isEmpty();
            }
            return rehearsal.failure(all.get(all.size() - 1));
        }
    }

    private static boolean accepts(Workbench bench, String sql) {
        try {
            bench.sql(sql);
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    private static List<String> names(Table table) {
        List<String> names = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            names.add(constraint.name());
        }
        return names;
    }

    private static List<Operation> generated(Workbench bench, Table desired) throws SQLException {
        return new SchemaComparator(bench.dialect())
                .asking(bench.dialect().normalizer().on(bench.connection()))
                .leavingUnsaid()
                .compare(SchemaSnapshot.of(desired), bench.inspect(), table -> true)
                .upgrade()
                .operations();
    }

    private static Table table(String name, TableElement... elements) {
        return Table.of(QualifiedName.of(name), List.of(elements));
    }
}
