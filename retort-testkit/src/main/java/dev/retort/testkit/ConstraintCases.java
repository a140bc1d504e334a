package dev.retort.testkit;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.schema.Constraints.check;
import static dev.retort.schema.Constraints.exclusion;
import static dev.retort.schema.Constraints.foreignKey;
import static dev.retort.schema.Constraints.namedPrimaryKey;
import static dev.retort.schema.Constraints.primaryKey;
import static dev.retort.schema.Constraints.unique;
import static dev.retort.schema.Constraints.unnamedCheck;
import static dev.retort.schema.Constraints.unnamedForeignKey;
import static dev.retort.schema.Constraints.unnamedUnique;
import static dev.retort.testkit.LibrarySchema.BOOK;
import static dev.retort.testkit.LibrarySchema.ONE_CODE;
import static dev.retort.testkit.LibrarySchema.SOME_PAGES;
import static dev.retort.testkit.LibrarySchema.created;
import static dev.retort.testkit.LibrarySchema.library;
import static dev.retort.testkit.LibrarySchema.replacing;
import static dev.retort.testkit.LibrarySchema.rows;
import static dev.retort.testkit.LibrarySchema.table;
import static dev.retort.testkit.LibrarySchema.tables;
import static dev.retort.testkit.LibrarySchema.with;
import static dev.retort.testkit.LibrarySchema.without;

import dev.retort.operation.AddConstraint;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.RenameConstraint;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Match;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Constraints: added, dropped, and with all their properties. */
final class ConstraintCases {

    private static final Table PARENT = Table.of(
            QualifiedName.of("parent"),
            List.of(
                    column("id", integer()).notNull(),
                    column("a", integer()).notNull(),
                    column("b", integer()).notNull(),
                    primaryKey("id"),
                    unique("uq_parent", "a", "b")));

    private static final Column A = column("a", integer()).defaultsTo(1);
    private static final Column B = column("b", integer());

    private final DialectNames names;

    private ConstraintCases(DialectNames names) {
        this.names = names;
    }

    static Stream<OperationCase> all(DialectNames names) {
        ConstraintCases cases = new ConstraintCases(names);
        return Stream.of(
                        added(),
                        dropped(),
                        renamed(),
                        primaryKeys(),
                        uniques(),
                        cases.exclusions(),
                        checks(),
                        actions(),
                        foreignKeys())
                .flatMap(some -> some);
    }

    private static OperationCase add(String what, Constraint constraint) {
        return library("add " + what, new AddConstraint(BOOK, constraint), with(constraint));
    }

    private static Stream<OperationCase> renamed() {
        Constraint check = check("ck_one", "pages > 1");
        Constraint unchecked = CheckConstraint.of("ck_one", "pages > 1").validated(false);
        return Stream.of(
                library(
                                "rename constraint",
                                new RenameConstraint(BOOK, "uq_code", "One Code"),
                                replacing(ONE_CODE, ONE_CODE.named("One Code")))
                        .needing(Capability.RENAMED_CONSTRAINTS),
                library("validate constraint", new ValidateConstraint(BOOK, "ck_one"), with(check))
                        .withSetUp(new AddConstraint(BOOK, unchecked))
                        .needing(Capability.NOT_VALID));
    }

    private static Stream<OperationCase> added() {
        ForeignKey toAuthor = foreignKey("fk_author", "author_id").references("author", "id");
        return Stream.of(
                add("primary key", primaryKey("id")).needing(Capability.ADD_PRIMARY_KEY),
                add("primary key, named, of several columns", namedPrimaryKey("pk_book", "id", "title"))
                        .needing(Capability.ADD_PRIMARY_KEY),
                add("unique constraint", unique("uq_title", "title", "code")).needing(Capability.ADD_UNIQUE),
                add("unique constraint without a name", unnamedUnique("title", "code"))
                        .needing(Capability.ADD_UNIQUE)
                        .irreversible(),
                add("check", check("ck_title", "title <> 'x'")).needing(Capability.ADD_CHECK),
                add("check without a name", unnamedCheck("author_id > 0"))
                        .needing(Capability.ADD_CHECK)
                        .irreversible(),
                add("foreign key", toAuthor).needing(Capability.ADD_FOREIGN_KEY),
                add("foreign key, cascading", toAuthor.onDelete(ReferentialAction.CASCADE))
                        .needing(Capability.ADD_FOREIGN_KEY),
                add("foreign key without a name", unnamedForeignKey("author_id").references("author", "id"))
                        .needing(Capability.ADD_FOREIGN_KEY)
                        .irreversible(),
                add("foreign key, NOT VALID", toAuthor.validated(false))
                        .needing(Capability.ADD_FOREIGN_KEY, Capability.NOT_VALID),
                add("check, NOT VALID", check("ck_title", "title <> 'x'").validated(false))
                        .needing(Capability.ADD_CHECK, Capability.NOT_VALID));
    }

    private static Stream<OperationCase> dropped() {
        PrimaryKey key = namedPrimaryKey("pk_t", "a");
        ForeignKey foreignKey = foreignKey("fk_t", "b").references("parent", "id");
        return Stream.of(
                drop("primary key", "pk_t", key).needing(Capability.ADD_PRIMARY_KEY),
                drop("primary key, whose name is not known", null, key.named(null))
                        .needing(Capability.ADD_PRIMARY_KEY),
                library("drop unique constraint", new DropConstraint(BOOK, "uq_code", ONE_CODE), without(ONE_CODE))
                        .needing(Capability.ADD_UNIQUE),
                library("drop check", new DropConstraint(BOOK, "ck_pages", SOME_PAGES), without(SOME_PAGES))
                        .needing(Capability.ADD_CHECK),
                library("drop check, not known", new DropConstraint(BOOK, "ck_pages", null), without(SOME_PAGES))
                        .needing(Capability.ADD_CHECK)
                        .irreversible(),
                drop("foreign key", "fk_t", foreignKey).needing(Capability.ADD_FOREIGN_KEY),
                drop("unique constraint without a name", null, unnamedUnique("b"))
                        .needing(Capability.UNNAMED_CONSTRAINTS),
                drop("check without a name", null, unnamedCheck("b > 0")).needing(Capability.UNNAMED_CONSTRAINTS),
                drop("foreign key without a name", null, foreignKey.named(null))
                        .needing(Capability.UNNAMED_CONSTRAINTS));
    }

    private static OperationCase drop(String what, @Nullable String name, Constraint was) {
        Table before = table(A.notNull(), B, was);
        return OperationCase.of(
                        "drop " + what,
                        tables(PARENT, before),
                        new DropConstraint(LibrarySchema.T, name, was),
                        SchemaSnapshot.of(PARENT, table(A.notNull(), B)))
                .withSetUp(
                        rows(PARENT.name(), List.of("id", "a", "b"), List.of(1, 1, 1)),
                        rows(LibrarySchema.T, List.of("a", "b"), List.of(1, 1)));
    }

    private static Stream<OperationCase> primaryKeys() {
        return Stream.of(
                created("primary key, named", table(A.notNull(), B, namedPrimaryKey("pk_t", "a"))),
                created("primary key, of several columns", table(A.notNull(), B.notNull(), primaryKey("b", "a"))),
                created("primary key, of a nullable column", table(A, B, primaryKey("a"))),
                created(
                                "primary key, INCLUDE",
                                table(
                                        A.notNull(),
                                        B,
                                        namedPrimaryKey("pk_t", "a").including(List.of("b"))))
                        .needing(Capability.INCLUDED_COLUMNS),
                created(
                                "primary key, DEFERRABLE",
                                table(
                                        A.notNull(),
                                        namedPrimaryKey("pk_t", "a").deferrability(Deferrability.INITIALLY_IMMEDIATE)))
                        .needing(Capability.DEFERRABLE_KEYS));
    }

    private static Stream<OperationCase> uniques() {
        return Stream.of(
                created("unique constraint", table(A, B, unique("uq_t", "b", "a"))),
                created(
                                "unique constraint, INCLUDE",
                                table(A, B, unique("uq_t", "a").including(List.of("b"))))
                        .needing(Capability.INCLUDED_COLUMNS),
                created(
                                "unique constraint, NULLS NOT DISTINCT",
                                table(A, unique("uq_t", "a").nullsDistinct(false)))
                        .needing(Capability.NULLS_NOT_DISTINCT),
                created(
                                "unique constraint, commented",
                                table(A, unique("uq_t", "a").comment("it's one")))
                        .needing(Capability.KEY_COMMENTS),
                created(
                                "unique constraint, INITIALLY DEFERRED",
                                table(A, unique("uq_t", "a").deferrability(Deferrability.INITIALLY_DEFERRED)))
                        .needing(Capability.DEFERRABLE_KEYS));
    }

    private Stream<OperationCase> exclusions() {
        Column text = column("c", varchar(20));
        ExclusionConstraint pair = exclusion("ex_t").comparing("a", "=").comparing("b", "=");
        return Stream.of(
                        created("exclusion constraint", table(A, B, pair)),
                        created("exclusion constraint without a name", table(A, B, pair.named(null))),
                        created(
                                "exclusion constraint, INCLUDE",
                                table(
                                        A,
                                        B,
                                        exclusion("ex_t").comparing("a", "=").including(List.of("b")))),
                        created(
                                "exclusion constraint, of an expression",
                                table(text, exclusion("ex_t").comparingSql("lower(c)", "="))),
                        created("exclusion constraint, WHERE", table(A, B, pair.where("a > 10"))),
                        created(
                                "exclusion constraint, INITIALLY DEFERRED",
                                table(A, B, pair.deferrability(Deferrability.INITIALLY_DEFERRED))),
                        created("exclusion constraint, commented", table(A, B, pair.comment("it's none"))),
                        created(
                                "exclusion constraint, with an access method",
                                table(
                                        A,
                                        exclusion("ex_t")
                                                .using(names.indexMethod())
                                                .comparing("a", "="))),
                        add("exclusion constraint", exclusion("ex_book").comparing("title", "=")),
                        drop("exclusion constraint", "ex_t", pair))
                .map(ofExclusion -> ofExclusion.needing(Capability.EXCLUSION_CONSTRAINTS));
    }

    private static Stream<OperationCase> checks() {
        Column text = column("c", varchar(20));
        return Stream.of(
                created("check", table(A, check("ck_t", "a BETWEEN 1 AND 10"))),
                created("check, IN", table(text, check("ck_t", "c IN ('a', 'it''s')"))),
                created("check, of several columns", table(A, B, check("ck_t", "a > 0 AND (b < 5 OR a <> 7)"))),
                created("check, LIKE", table(text, check("ck_t", "c LIKE 'a%' OR c IS NULL"))),
                created("check, NOT ENFORCED", table(A, check("ck_t", "a > 0").enforced(false)))
                        .needing(Capability.NOT_ENFORCED),
                created("check, NO INHERIT", table(A, check("ck_t", "a > 0").inherited(false)))
                        .needing(Capability.NO_INHERIT));
    }

    private static OperationCase refer(String what, ForeignKey key) {
        return refer(what, B, key);
    }

    private static OperationCase refer(String what, Column referring, ForeignKey key) {
        Table table = table(A, referring, key);
        return OperationCase.of(
                "foreign key, " + what, tables(PARENT), new CreateTable(table), SchemaSnapshot.of(PARENT, table));
    }

    private static Stream<OperationCase> actions() {
        ForeignKey key = foreignKey("fk_t", "b").references("parent", "id");
        return Stream.of(ReferentialAction.values()).flatMap(action -> {
            String sql = action.sql();
            boolean setsDefault = action == ReferentialAction.SET_DEFAULT;
            Column b = setsDefault ? B.defaultsTo(1) : B;
            Stream<OperationCase> both = Stream.of(
                    refer("ON DELETE " + sql, b, key.onDelete(action)),
                    refer("ON UPDATE " + sql, b, key.onUpdate(action)));
            return setsDefault ? both.map(ofDefault -> ofDefault.needing(Capability.SET_DEFAULT)) : both;
        });
    }

    private static Stream<OperationCase> foreignKeys() {
        ForeignKey single = foreignKey("fk_t", "b").references("parent", "id");
        ForeignKey pair = foreignKey("fk_t", "a", "b").references("parent", "a", "b");
        Table self =
                table(A.notNull(), B, primaryKey("a"), foreignKey("fk_t", "b").references("t", "a"));
        return Stream.of(
                refer("of several columns", pair),
                created("foreign key, to its own table", self),
                refer("MATCH FULL", pair.match(Match.FULL)).needing(Capability.MATCH_FULL),
                refer("MATCH PARTIAL", pair.match(Match.PARTIAL)).needing(Capability.MATCH_PARTIAL),
                refer(
                                "ON DELETE SET NULL (columns)",
                                pair.onDelete(ReferentialAction.SET_NULL).setColumns(List.of("b")))
                        .needing(Capability.SET_COLUMNS),
                refer("DEFERRABLE", single.deferrability(Deferrability.INITIALLY_IMMEDIATE))
                        .needing(Capability.DEFERRABLE_FOREIGN_KEYS),
                refer("INITIALLY DEFERRED", single.deferrability(Deferrability.INITIALLY_DEFERRED))
                        .needing(Capability.DEFERRABLE_FOREIGN_KEYS));
    }
}
