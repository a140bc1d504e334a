package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.DropIndex;
import dev.retort.operation.DropTable;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.schema.Column;
import dev.retort.schema.Columns;
import dev.retort.schema.Constraints;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IdentifierRoundTripTest {

    private static final String WORDS = """
            abort action add after all alter always analyze and any array as asc asymmetric attach authorization autoincrement before
            begin between both by cascade case cast character check collate column commit conflict constraint create cross current
            current_catalog current_date current_path current_role current_schema current_time current_timestamp current_user database
            date day default deferrable deferred delete desc detach distinct do domain drop each else end enum escape except exclude
            exclusive exists explain fail false fetch filter first following for foreign from full generated glob group groups having
            hour identity if ignore ilike immediate in index indexed initially inner insert instead integer intersect interval into is
            isnull join json key last leading left level like limit local localtime localtimestamp match materialized minus minute
            month name natural no not nothing notnull null nulls of offset on or order others outer over partition plan pragma
            preceding precision primary public qualify query raise range recursive references regexp reindex release rename replace
            restrict returning right rollback row rowid rownum rows savepoint schema second select sequence session_user set some
            stored strict symmetric system_user table temp temporary text then ties time timestamp to top trailing transaction trigger
            true type uescape unbounded union unique unknown update user using uuid vacuum value values varchar view virtual when where
            window with within without year zone _rowid_
            """;

    private static final List<String> ODD = List.of(
            "MixedCase",
            "UPPER",
            "with space",
            "quo\"te",
            "it's",
            "größe",
            "名前",
            "dotted.name",
            "semi;colon",
            "percent%",
            "a[b]",
            "`tick`",
            "1st",
            "-- no comment",
            "tab\there",
            "back\\slash",
            "ends\"",
            "\"begins",
            "both sides)");

    static Stream<Arguments> names() {
        Stream<String> words = Stream.of(WORDS.strip().split("\\s+"));
        return Stream.concat(words, ODD.stream())
                .flatMap(word -> Stream.of(Arguments.of("sqlite", word), Arguments.of("h2", word)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void anyNameCanNameAnything(String dialect, String name) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(dialect)) {
            Table table = Table.of(
                    QualifiedName.of(name),
                    List.of(
                            Column.of(name, Columns.integer()).notNull(),
                            Column.of("other", Columns.integer()),
                            Constraints.namedPrimaryKey(name + "_pk", name),
                            Constraints.unique(name + "_u", "other", name),
                            Constraints.foreignKey(name, "other").references("x", name),
                            Constraints.index(name + "_i", name, "other")));
            Table itself = referringToItself(table);
            SnapshotAssert claims = new SnapshotAssert(database);
            database.create(itself);
            claims.reportedAs(SchemaSnapshot.of(itself), database.inspect());
            database.run(new RenameTable(itself.name(), "in between"));
            database.run(new RenameTable(QualifiedName.of("in between"), name));
            database.run(new RenameColumn(itself.name(), "other", "in between"));
            database.run(new RenameColumn(itself.name(), "in between", "other"));
            claims.reportedAs(SchemaSnapshot.of(itself), database.inspect());
            database.run(new DropIndex(itself.name(), name + "_i", null));
            database.run(new DropTable(itself.name(), itself));
            assertThat(database.inspect()).isEqualTo(SchemaSnapshot.EMPTY);
        }
    }

    private static Table referringToItself(Table table) {
        return table.foreignKeys(table.foreignKeys().stream()
                        .map(key -> key.references(table.name()))
                        .toList())
                .comment(null);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aQualifiedNameReadsBackWhatItWrites(String dialect, String name) {
        QualifiedName qualified = new QualifiedName(dialect, name);
        assertThat(QualifiedName.parse(qualified.toString())).isEqualTo(qualified);
        assertThat(QualifiedName.parse(QualifiedName.of(name).toString())).isEqualTo(QualifiedName.of(name));
    }

    @ParameterizedTest
    @CsvSource({
        "'', CUSTOMERS, customers",
        "'', customers, '\"customers\"'",
        "'', Customers, Customers",
        "'', A1_B, a1_b",
        "'', GRÖSSE, GRÖSSE",
        "'', 'A B', 'A B'",
        "'', 1, 1",
        "'', _, _",
        ";DATABASE_TO_LOWER=TRUE, customers, customers",
        ";DATABASE_TO_LOWER=TRUE, CUSTOMERS, CUSTOMERS",
        ";DATABASE_TO_UPPER=FALSE, customers, customers",
        ";DATABASE_TO_UPPER=FALSE, Customers, Customers",
        ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE, customers, customers"
    })
    void h2ShowsEveryStoredNameAsOneNameOfItsOwn(String settings, String stored, String shown) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.at("jdbc:h2:mem:" + settings)) {
            IdentifierRules rules = database.dialect.identifiers();
            assertThat(rules.fromCatalog(stored)).isEqualTo(shown);
            assertThat(rules.toCatalog(shown)).isEqualTo(stored);
            database.create(Table.of(
                    QualifiedName.of(shown),
                    List.of(Column.of(shown, Columns.integer()), Column.of("plain", Columns.integer()))));
            database.execute("SELECT \"" + stored + "\", plain FROM \"" + stored + "\"");
            Table found = database.inspect().tables().get(0);
            assertThat(found.name()).isEqualTo(QualifiedName.of(shown));
            assertThat(found.columns()).extracting(Column::name).containsExactly(shown, "plain");
        }
    }

    @ParameterizedTest
    @CsvSource({"Users, users, true", "USERS, Users, true", "users, user, false", "GRÖSSE, größe, false", "Ä, ä, false"
    })
    void sqliteTakesNamesThatDifferInAsciiCaseForTheSame(String one, String other, boolean same) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open("sqlite")) {
            ComparisonRules rules = database.dialect.comparison();
            assertThat(rules.nameKey(one).equals(rules.nameKey(other))).isEqualTo(same);
            database.create(Table.of(QualifiedName.of(one), List.of(Column.of("a", Columns.integer()))));
            assertThat(database.accepts("SELECT 1 FROM \"" + other + "\"")).isEqualTo(same);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:mem:, CUSTOMERS, customers, true",
        "jdbc:h2:mem:, Customers, customers, false",
        "jdbc:h2:mem:;CASE_INSENSITIVE_IDENTIFIERS=TRUE, Customers, customers, true",
        "jdbc:h2:mem:;DATABASE_TO_UPPER=FALSE, CUSTOMERS, customers, false",
        "jdbc:sqlite::memory:, Customers, CUSTOMERS, true"
    })
    void findsATableByTheNamesThatStatementsFindItBy(String url, String made, String asked, boolean found)
            throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.at(url)) {
            QualifiedName name = QualifiedName.of(asked);
            database.create(
                    Table.of(QualifiedName.of(made), List.of(Column.of("a", Columns.integer()))),
                    Table.of(QualifiedName.of("other"), List.of(Column.of("a", Columns.integer()))));
            assertThat(database.dialect
                            .inspector()
                            .inspect(database.connection, InspectionScope.ofTable(name))
                            .tables())
                    .hasSize(found ? 1 : 0);
            assertThat(database.accepts(
                            "SELECT 1 FROM " + database.dialect.identifiers().write(name)))
                    .isEqualTo(found);
        }
    }

    @ParameterizedTest
    @CsvSource({"sqlite, T", "h2, t"})
    void findsATableAsTheDatabaseDoes(String dialect, String asked) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.open(dialect)) {
            database.execute("CREATE TABLE t (a integer, b integer)");
            assertThat(database.dialect.inspector().table(database.connection, QualifiedName.of(asked)))
                    .map(table -> table.columns().size())
                    .contains(2);
            assertThat(database.dialect.inspector().table(database.connection, QualifiedName.of("missing")))
                    .isEmpty();
        }
    }
}
