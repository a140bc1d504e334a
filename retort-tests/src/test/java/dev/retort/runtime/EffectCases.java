package dev.retort.runtime;

import static dev.retort.testkit.Capability.ADD_CHECK;
import static dev.retort.testkit.Capability.ADD_COLUMN_WITH_EXPRESSION;
import static dev.retort.testkit.Capability.ADD_FOREIGN_KEY;
import static dev.retort.testkit.Capability.ADD_KEYED_IDENTITY;
import static dev.retort.testkit.Capability.ADD_PRIMARY_KEY;
import static dev.retort.testkit.Capability.ADD_UNIQUE;
import static dev.retort.testkit.Capability.ALTER_DEFAULT;
import static dev.retort.testkit.Capability.ALTER_IDENTITY;
import static dev.retort.testkit.Capability.ALTER_NULLABILITY;
import static dev.retort.testkit.Capability.ALTER_SEQUENCE_START;
import static dev.retort.testkit.Capability.ALTER_TYPE;
import static dev.retort.testkit.Capability.ATTACHED_PARTITIONS;
import static dev.retort.testkit.Capability.CASELESS_NAMES;
import static dev.retort.testkit.Capability.CASELESS_TABLE_NAMES;
import static dev.retort.testkit.Capability.COMMENTS;
import static dev.retort.testkit.Capability.EXCLUSION_CONSTRAINTS;
import static dev.retort.testkit.Capability.EXPRESSION_DEFAULTS;
import static dev.retort.testkit.Capability.EXPRESSION_INDEXES;
import static dev.retort.testkit.Capability.INHERITANCE;
import static dev.retort.testkit.Capability.PARTIAL_INDEXES;
import static dev.retort.testkit.Capability.PREFIX_LENGTHS;
import static dev.retort.testkit.Capability.SCHEMAS;
import static dev.retort.testkit.Capability.SEQUENCES;
import static dev.retort.testkit.Capability.SEQUENCE_OWNERS;
import static dev.retort.testkit.Capability.TEXT_LENGTHS;
import static dev.retort.tests.server.DatabaseUnderTest.H2;
import static dev.retort.tests.server.DatabaseUnderTest.MARIADB;
import static dev.retort.tests.server.DatabaseUnderTest.MYSQL;
import static dev.retort.tests.server.DatabaseUnderTest.POSTGRESQL;
import static dev.retort.tests.server.DatabaseUnderTest.SQLITE;
import static java.util.stream.Collectors.toCollection;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CommentOnTable;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
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
import dev.retort.operation.TableBatch;
import dev.retort.operation.TableBatch.ColumnMove;
import dev.retort.schema.Column;
import dev.retort.schema.Columns;
import dev.retort.schema.Constraints;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.DatabaseUnderTest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.provider.Arguments;

/** Operations of every kind, and the databases that can do them. */
final class EffectCases {

    static final Set<DatabaseUnderTest> ALL = having();

    static final QualifiedName BOOK = QualifiedName.of("book");
    static final QualifiedName AUTHOR = QualifiedName.of("author");
    private static final String LONG_NAME = "x".repeat(62) + "yz";

    static final Column TITLE = Columns.column("title", Columns.varchar(50))
            .notNull()
            .defaultsTo("it's")
            .comment("the title");
    static final Column CODE = Columns.column("code", Columns.varchar(20));
    private static final Column AUTHOR_ID = Columns.column("author_id", Columns.bigint());
    private static final Column PAGES =
            Columns.column("pages", Columns.integer()).defaultsTo(1);
    private static final Index BY_TITLE = Constraints.index("ix_title", "title", "pages");
    private static final Index BY_SELLER = Constraints.index("ix_seller", "seller");
    private static final Index ONE_PAGES = Constraints.uniqueIndex("ux_pages", "pages");

    /** Two tables with something of everything, to change. */
    static final List<Table> LIBRARY = List.of(
            Table.of(
                    AUTHOR,
                    List.of(
                            Columns.column("id", Columns.bigint()).notNull().asIdentity(),
                            Columns.column("name", Columns.varchar(50)),
                            Constraints.primaryKey("id"))),
            Table.of(
                    BOOK,
                    List.of(
                            Columns.column("id", Columns.bigint()).notNull(),
                            TITLE,
                            PAGES,
                            CODE,
                            AUTHOR_ID,
                            Constraints.unique("uq_code", "code"),
                            Constraints.check("ck_pages", "pages > 0"),
                            BY_TITLE)));

    private EffectCases() {}

    /**
     * An operation to look for.
     *
     * @param where the databases that can do it
     * @param before what was there before
     */
    record Case(Set<DatabaseUnderTest> where, Operation operation, List<Operation> before) {

        static Case of(Set<DatabaseUnderTest> where, Operation operation, Operation... before) {
            return new Case(where, operation, List.of(before));
        }

        Stream<Arguments> arguments() {
            return where.stream()
                    .filter(DatabaseUnderTest::isAvailable)
                    .map(kind -> Arguments.of(kind, operation, before));
        }
    }

    /** MariaDB and its cousins, and others. */
    static Set<DatabaseUnderTest> likeMariadb(DatabaseUnderTest... others) {
        Set<DatabaseUnderTest> kinds = EnumSet.noneOf(DatabaseUnderTest.class);
        DatabaseUnderTest.available().filter(DatabaseUnderTest::isLikeMariadb).forEach(kinds::add);
        kinds.addAll(List.of(others));
        return kinds;
    }

    /** The databases that can do something. */
    static Set<DatabaseUnderTest> having(Capability... needed) {
        return DatabaseUnderTest.having(needed).collect(toCollection(() -> EnumSet.noneOf(DatabaseUnderTest.class)));
    }

    static AlterColumn alter(String column, @Nullable Column existing, ColumnChange... changes) {
        return new AlterColumn(BOOK, column, List.of(changes), existing);
    }

    private static ColumnChange toDefault(@Nullable Object value) {
        return new ColumnChange.Default(value == null ? null : new DefaultValue.Literal(value));
    }

    static ColumnChange toDefaultSql(String sql) {
        return new ColumnChange.Default(new DefaultValue.Expression(sql));
    }

    private static Operation outside(Operation... operations) {
        return new OutsideTransaction(List.of(operations));
    }

    static Operation sql(String text) {
        return new ExecuteSql(text, List.of());
    }

    /** What the catalog tells for certain. */
    static Stream<Arguments> plain() {
        return Stream.of(tables(), columns(), alterations(), constraints(), indexes(), sequences(), elsewhere())
                .flatMap(cases -> cases)
                .flatMap(Case::arguments);
    }

    private static Stream<Case> tables() {
        Table shelf = Table.of(
                QualifiedName.of("shelf"),
                List.of(
                        Columns.column("id", Columns.integer()).notNull().asIdentity(),
                        Columns.column("room", Columns.varchar(10)).comment("where"),
                        Columns.column("kind", Columns.enumeration("low", "it's high"))
                                .defaultsTo("low"),
                        Columns.column("since", Columns.timestamp()).defaultsToSql("CURRENT_TIMESTAMP"),
                        Columns.column("price", Columns.decimal(8, 2)).defaultsTo(1),
                        Columns.column("book_code", Columns.varchar(20)),
                        Constraints.namedPrimaryKey("pk_shelf", "id"),
                        Constraints.check("ck_room", "room <> 'x' AND price + 1 > 2"),
                        Constraints.foreignKey("fk_code", "book_code")
                                .references("book", "code")
                                .onDelete(ReferentialAction.CASCADE),
                        Constraints.uniqueIndex("ux_room", "room"),
                        Constraints.index("ix_since", "since")));
        Table upper = Table.of(
                QualifiedName.of("CUSTOMERS"),
                List.of(Columns.column("ID", Columns.integer()), Constraints.index("IX_CUSTOMERS", "ID")));
        Table odd =
                Table.of(QualifiedName.of("Price List"), List.of(Columns.column("Net Price", Columns.decimal(8, 2))));
        Table words = Table.of(QualifiedName.of("words"), List.of(Columns.column("word", Columns.varchar(10))));
        List<TableElement> inherited = new ArrayList<>(LIBRARY.get(0).columns());
        inherited.add(Columns.column("books", Columns.integer()));
        Table child = Table.of(QualifiedName.of("good_author"), inherited).inherits(List.of(AUTHOR));
        Table longNamed = Table.of(QualifiedName.of(LONG_NAME), List.of(Columns.column("id", Columns.integer())));
        return Stream.of(
                Case.of(ALL, new CreateTable(shelf.comment("a \\ shelf"))),
                Case.of(ALL, new CreateTable(upper)),
                Case.of(ALL, new CreateTable(odd)),
                Case.of(EnumSet.of(SQLITE, H2), new CreateTable(longNamed)),
                Case.of(EnumSet.of(SQLITE), new CreateTable(upper.option("strict", ""))),
                Case.of(
                        EnumSet.of(POSTGRESQL),
                        new CreateTable(odd.option("unlogged", "").option("fillfactor", "70"))),
                Case.of(having(ATTACHED_PARTITIONS), new CreateTable(upper.partitioning("range(\"ID\")"))),
                Case.of(
                        likeMariadb(),
                        new CreateTable(words.partitioning("list columns(word) (partition p0 values in ('a', 'b'))"))),
                Case.of(having(INHERITANCE), new CreateTable(child)),
                Case.of(
                        likeMariadb(),
                        new CreateTable(odd.option("engine", "myisam").option("row_format", "fixed"))),
                Case.of(likeMariadb(), new CreateTable(words.option("character set", "utf8mb3"))),
                Case.of(ALL, new DropTable(BOOK, null)),
                Case.of(having(CASELESS_TABLE_NAMES), new DropTable(QualifiedName.of("BOOK"), null)),
                Case.of(ALL, new RenameTable(BOOK, "volume")),
                Case.of(ALL, new RenameTable(BOOK, "VOLUME")),
                Case.of(having(COMMENTS), new CommentOnTable(BOOK, "it's", true, null)),
                Case.of(having(COMMENTS), new CommentOnTable(BOOK, "", true, "it's"), comment("it's")));
    }

    private static Operation comment(String text) {
        return new CommentOnTable(BOOK, text, true, null);
    }

    private static Stream<Case> columns() {
        return Stream.of(
                Case.of(
                        ALL,
                        new AddColumn(
                                BOOK,
                                Columns.column("isbn", Columns.varchar(13)).comment("printed"))),
                Case.of(ALL, new AddColumn(BOOK, Columns.column("ISBN", Columns.varchar(13)))),
                Case.of(
                        ALL,
                        new AddColumn(
                                BOOK,
                                Columns.column("sold", Columns.bool()).notNull().defaultsTo(false))),
                Case.of(ALL, new AddColumn(BOOK, Columns.column("mood", Columns.enumeration("good", "bad")))),
                Case.of(
                        having(ADD_COLUMN_WITH_EXPRESSION),
                        new AddColumn(
                                BOOK,
                                Columns.column("since", Columns.timestamp()).defaultsToSql("CURRENT_TIMESTAMP"))),
                Case.of(EnumSet.of(SQLITE, H2), new AddColumn(BOOK, Columns.column(LONG_NAME, Columns.integer()))),
                Case.of(ALL, new DropColumn(BOOK, "author_id", AUTHOR_ID)),
                Case.of(ALL, new DropColumn(BOOK, "author_id", null)),
                Case.of(having(CASELESS_NAMES), new DropColumn(BOOK, "AUTHOR_ID", null)),
                Case.of(ALL, new RenameColumn(BOOK, "author_id", "number of author")),
                Case.of(ALL, new RenameColumn(BOOK, "author_id", "AUTHOR")),
                Case.of(having(CASELESS_NAMES), new RenameColumn(BOOK, "AUTHOR_ID", "WRITER")),
                Case.of(
                        having(ADD_KEYED_IDENTITY),
                        batch(
                                List.of(),
                                new AddColumn(
                                        BOOK,
                                        Columns.column("number", Columns.bigint())
                                                .notNull()
                                                .asIdentity()),
                                new AddConstraint(BOOK, Constraints.unique("uq_number", "number")))),
                Case.of(
                        likeMariadb(),
                        batch(
                                List.of(new ColumnMove("isbn", true, "title")),
                                new AddColumn(BOOK, Columns.column("isbn", Columns.varchar(13))))));
    }

    static TableBatch batch(List<ColumnMove> moves, Operation... changes) {
        return new TableBatch(BOOK, List.of(changes), TableBatch.Recreate.AUTO, moves, null);
    }

    private static Stream<Case> alterations() {
        Column number = CODE.typed(Columns.integer()).defaultsTo(5);
        Column id = Columns.column("id", Columns.bigint()).notNull().asIdentity();
        ColumnChange numbering =
                new ColumnChange.Identity(Columns.identity().max(900).cache(7));
        AlterColumn toNumber = alter("code", CODE.defaultsTo("5"), new ColumnChange.Type(Columns.integer()));
        return Stream.of(
                Case.of(
                        having(ALTER_TYPE, TEXT_LENGTHS),
                        alter("title", TITLE, new ColumnChange.Type(Columns.varchar(80)))),
                Case.of(
                        having(ALTER_TYPE, TEXT_LENGTHS),
                        alter("title", null, new ColumnChange.Type(Columns.varchar(80)))),
                Case.of(
                        having(ALTER_TYPE, TEXT_LENGTHS),
                        alter(
                                "title",
                                Column.of("title", Columns.varchar(50)),
                                new ColumnChange.Type(Columns.varchar(80)))),
                Case.of(having(ALTER_NULLABILITY), alter("title", TITLE, new ColumnChange.Nullability(true))),
                Case.of(having(ALTER_NULLABILITY), alter("title", null, new ColumnChange.Nullability(true))),
                Case.of(
                        having(CASELESS_NAMES, ALTER_NULLABILITY),
                        alter("TITLE", TITLE, new ColumnChange.Nullability(true))),
                Case.of(having(ALTER_DEFAULT), alter("title", TITLE, toDefault("other \\ '"))),
                Case.of(having(ALTER_DEFAULT), alter("title", null, toDefault("other"))),
                Case.of(having(ALTER_DEFAULT), alter("title", TITLE, toDefault(null))),
                Case.of(having(ALTER_DEFAULT), alter("title", null, toDefault(null))),
                Case.of(having(ALTER_DEFAULT), alter("pages", null, toDefault(2))),
                Case.of(having(ALTER_DEFAULT), alter("code", CODE, toDefault("x"))),
                Case.of(
                        having(ALTER_DEFAULT, EXPRESSION_DEFAULTS),
                        alter("code", CODE, toDefaultSql("lower(concat('A', 'B'))"))),
                Case.of(having(COMMENTS), alter("title", TITLE, new ColumnChange.Comment("it's new"))),
                Case.of(having(COMMENTS), alter("title", null, new ColumnChange.Comment("it's new"))),
                Case.of(having(COMMENTS), alter("title", TITLE, new ColumnChange.Comment(null))),
                Case.of(having(COMMENTS), alter("title", TITLE, new ColumnChange.Comment(""))),
                Case.of(
                        having(ALTER_TYPE),
                        alter(
                                "code",
                                CODE.defaultsTo("7"),
                                new ColumnChange.Type(Columns.integer()),
                                new ColumnChange.Nullability(false),
                                toDefault(5),
                                new ColumnChange.Comment("a number now")),
                        alter("code", CODE, toDefault("7"))),
                Case.of(having(ALTER_TYPE), toNumber, alter("code", CODE, toDefault("5"))),
                Case.of(
                        having(ALTER_TYPE),
                        alter("code", number, new ColumnChange.Type(Columns.varchar(20))),
                        alter("code", CODE, toDefault("5")),
                        toNumber),
                Case.of(
                        having(ALTER_TYPE),
                        outside(alter("title", TITLE, new ColumnChange.Type(Columns.varchar(90)), toDefault("7")))),
                Case.of(having(ALTER_TYPE), alter("author_id", AUTHOR_ID, new ColumnChange.Type(Columns.varchar(10)))),
                Case.of(having(ALTER_IDENTITY), new AlterColumn(AUTHOR, "id", List.of(numbering), id)));
    }

    private static Stream<Case> constraints() {
        Operation key = new AddConstraint(BOOK, Constraints.namedPrimaryKey("pk_book", "id"));
        ExclusionConstraint exclusion = Constraints.exclusion("ex_title")
                .comparing("title", "=")
                .comparingSql("pages + 1", "=")
                .where("pages > 10");
        return Stream.of(
                Case.of(having(ADD_PRIMARY_KEY), new AddConstraint(BOOK, Constraints.primaryKey("id"))),
                Case.of(
                        having(ADD_PRIMARY_KEY),
                        new AddConstraint(BOOK, Constraints.namedPrimaryKey("PK_BOOK", "id", "title"))),
                Case.of(
                        having(ADD_PRIMARY_KEY),
                        new DropConstraint(BOOK, "pk_book", Constraints.namedPrimaryKey("pk_book", "id")),
                        key),
                Case.of(EnumSet.of(H2, POSTGRESQL), new DropConstraint(BOOK, "pk_book", null), key),
                Case.of(having(ADD_UNIQUE), new AddConstraint(BOOK, Constraints.unique("uq_title", "title", "code"))),
                Case.of(having(ADD_UNIQUE), new AddConstraint(BOOK, Constraints.unique("UQ_TITLE", "title", "code"))),
                Case.of(
                        having(ADD_CHECK),
                        new AddConstraint(BOOK, Constraints.check("ck_title", "title <> 'x' AND pages < 1000"))),
                Case.of(
                        EnumSet.of(POSTGRESQL),
                        new AddConstraint(BOOK, Constraints.check("ck_trim", "trim(title) <> '' AND sqrt(pages) < 9"))),
                Case.of(
                        having(ADD_FOREIGN_KEY),
                        new AddConstraint(
                                BOOK,
                                Constraints.foreignKey("fk_author", "author_id")
                                        .references("author", "id")
                                        .onDelete(ReferentialAction.CASCADE))),
                Case.of(having(EXCLUSION_CONSTRAINTS), new AddConstraint(BOOK, exclusion)),
                Case.of(
                        having(EXCLUSION_CONSTRAINTS),
                        new DropConstraint(BOOK, "ex_title", exclusion),
                        new AddConstraint(BOOK, exclusion)),
                Case.of(having(ADD_UNIQUE), new DropConstraint(BOOK, "uq_code", Constraints.unique("uq_code", "code"))),
                Case.of(having(ADD_UNIQUE), new DropConstraint(BOOK, "uq_code", null)),
                Case.of(having(CASELESS_NAMES, ADD_UNIQUE), new DropConstraint(BOOK, "UQ_CODE", null)),
                Case.of(
                        having(ADD_CHECK),
                        new DropConstraint(BOOK, "ck_pages", Constraints.check("ck_pages", "pages > 0"))),
                Case.of(having(ADD_CHECK), new DropConstraint(BOOK, "ck_pages", null)));
    }

    private static Stream<Case> indexes() {
        Index down =
                Index.of("ix_down", List.of(Index.Part.column("pages").descending(true), Index.Part.column("code")));
        Index computed = Index.of("ix_lower", List.of(Index.Part.expression("lower(title)")));
        Index prefix = Index.of("ix_prefix", List.of(Index.Part.expression("title(10)")))
                .asUnique();
        return Stream.of(
                Case.of(ALL, new CreateIndex(BOOK, ONE_PAGES)),
                Case.of(ALL, new CreateIndex(BOOK, Constraints.index("IX_CODE", "code"))),
                Case.of(ALL, new CreateIndex(BOOK, down)),
                Case.of(having(EXPRESSION_INDEXES), new CreateIndex(BOOK, computed)),
                Case.of(
                        having(PARTIAL_INDEXES),
                        new CreateIndex(
                                BOOK, Constraints.index("ix_few", "code").where("pages > 10"))),
                Case.of(having(PREFIX_LENGTHS), new CreateIndex(BOOK, prefix)),
                Case.of(ALL, new DropIndex(BOOK, "ux_pages", null), new CreateIndex(BOOK, ONE_PAGES)),
                Case.of(
                        EnumSet.of(MARIADB),
                        new DropIndex(BOOK, "ux_pages", null),
                        new CreateIndex(BOOK, ONE_PAGES.option("ignored", ""))),
                Case.of(
                        EnumSet.of(MYSQL),
                        new DropIndex(BOOK, "ux_pages", null),
                        new CreateIndex(BOOK, ONE_PAGES.option("invisible", ""))),
                Case.of(having(CASELESS_NAMES), new DropIndex(BOOK, "IX_TITLE", null)),
                Case.of(ALL, new DropIndex(BOOK, "ix_title", BY_TITLE)),
                Case.of(ALL, outside(new CreateIndex(BOOK, Constraints.index("ix_code", "code")))));
    }

    private static Stream<Case> sequences() {
        Sequence numbers = Sequence.of(QualifiedName.of("numbers"), 100, 5);
        Sequence whole = numbers.min(50).max(900).cache(7).cycle();
        Sequence upper = Sequence.of(QualifiedName.of("NUMBERS"), -7, -2);
        return Stream.of(
                Case.of(having(SEQUENCES), new CreateSequence(numbers)),
                Case.of(having(SEQUENCES), new CreateSequence(upper)),
                Case.of(
                        having(ALTER_SEQUENCE_START),
                        AlterSequence.between(numbers, numbers.startWith(7)),
                        new CreateSequence(numbers)),
                Case.of(having(SEQUENCES), new DropSequence(numbers.name(), null), new CreateSequence(numbers)),
                Case.of(having(SEQUENCES), new CreateSequence(whole)),
                Case.of(having(SEQUENCES), AlterSequence.between(numbers, whole), new CreateSequence(numbers)),
                Case.of(
                        having(SEQUENCE_OWNERS),
                        AlterSequence.between(
                                numbers, numbers.typed(Columns.integer()).ownedBy("book", "id")),
                        new CreateSequence(numbers)),
                Case.of(having(SEQUENCE_OWNERS), new CreateSequence(whole.ownedBy("book", "id"))));
    }

    /** In a schema beside the one that has a book, too. */
    private static Stream<Case> elsewhere() {
        Operation schema = sql("CREATE SCHEMA sales");
        QualifiedName name = QualifiedName.parse("sales.book");
        Operation book = new CreateTable(Table.of(
                name,
                List.of(
                        Columns.column("id", Columns.integer()),
                        Columns.column("seller", Columns.integer()),
                        BY_SELLER)));
        Set<DatabaseUnderTest> where = having(SCHEMAS);
        return Stream.of(
                Case.of(where, book, schema),
                Case.of(where, new DropTable(name, null), schema, book),
                Case.of(where, new RenameTable(name, "author"), schema, book),
                Case.of(where, new AddColumn(name, TITLE), schema, book),
                Case.of(where, new DropIndex(name, "ix_seller", BY_SELLER), schema, book),
                Case.of(where, new CreateSequence(Sequence.of(name.sibling("numbers"), 1, 1)), schema));
    }
}
