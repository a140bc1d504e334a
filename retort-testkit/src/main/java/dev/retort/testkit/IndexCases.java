package dev.retort.testkit;

import static dev.retort.schema.Constraints.index;
import static dev.retort.schema.Constraints.uniqueIndex;
import static dev.retort.testkit.LibrarySchema.BOOK;
import static dev.retort.testkit.LibrarySchema.BY_TITLE;
import static dev.retort.testkit.LibrarySchema.created;
import static dev.retort.testkit.LibrarySchema.library;
import static dev.retort.testkit.LibrarySchema.replacing;
import static dev.retort.testkit.LibrarySchema.with;
import static dev.retort.testkit.LibrarySchema.without;

import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropIndex;
import dev.retort.operation.RenameIndex;
import dev.retort.schema.Columns;
import dev.retort.schema.Index;
import dev.retort.schema.Index.Part;
import dev.retort.schema.NullsOrder;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/** Indexes: created, dropped, and with all their properties. */
final class IndexCases {

    private static final Index IX_CODE = index("ix", "code");

    private final DialectNames names;

    private IndexCases(DialectNames names) {
        this.names = names;
    }

    static Stream<OperationCase> all(DialectNames names) {
        IndexCases cases = new IndexCases(names);
        return Stream.of(plain(), rows(), cases.parts(), cases.whole()).flatMap(some -> some);
    }

    private static OperationCase create(String what, Index index) {
        return library("create index" + what, new CreateIndex(BOOK, index), with(index));
    }

    private static Stream<OperationCase> plain() {
        Part down = Part.column("pages").descending(true);
        return Stream.of(
                create("", index("ix", "code")),
                create(", of several columns", index("ix", "code", "note")),
                create(", unique", uniqueIndex("ix", "pages", "code")),
                create(", a name that needs quotes", index("IX Code", "code")),
                create(", DESC", Index.of("ix", List.of(down, Part.column("code"))))
                        .needing(Capability.DESCENDING_INDEX_PARTS),
                library(
                        "rename index",
                        new RenameIndex(BOOK, "ix_title", "By Title"),
                        replacing(BY_TITLE, BY_TITLE.named("By Title"))),
                library("drop index", new DropIndex(BOOK, "ix_title", BY_TITLE), without(BY_TITLE)),
                library("drop index, not known", new DropIndex(BOOK, "ix_title", null), without(BY_TITLE))
                        .irreversible(),
                library("create index, concurrently", new CreateIndex(BOOK, IX_CODE, true), with(IX_CODE)),
                library("drop index, concurrently", new DropIndex(BOOK, "ix_title", BY_TITLE, true), without(BY_TITLE)),
                library(
                                "drop index, concurrently, not known",
                                new DropIndex(BOOK, "ix_title", null, true),
                                without(BY_TITLE))
                        .irreversible());
    }

    private static Stream<OperationCase> rows() {
        Part lower = Part.expression("lower(title)");
        Index some = index("ix", "code").where("pages > 10");
        Table table = LibrarySchema.table(
                Columns.column("n", Columns.integer()), index("ix", "n").where("n > 1"));
        return Stream.of(
                create(", WHERE", some).needing(Capability.PARTIAL_INDEXES),
                create(", unique, WHERE", some.asUnique()).needing(Capability.PARTIAL_INDEXES),
                created("create table, an index WHERE", table).needing(Capability.PARTIAL_INDEXES),
                create(", of an expression", Index.of("ix", List.of(lower))).needing(Capability.EXPRESSION_INDEXES),
                create(", of an expression and a column", Index.of("ix", List.of(lower, Part.column("pages"))))
                        .needing(Capability.EXPRESSION_INDEXES),
                create(
                                ", unique, of an expression DESC",
                                Index.of("ix", List.of(lower.descending(true))).asUnique())
                        .needing(Capability.EXPRESSION_INDEXES, Capability.DESCENDING_INDEX_PARTS),
                create(
                                ", unique, DESC, INCLUDE, WHERE",
                                some.parts(List.of(Part.column("code").descending(true)))
                                        .asUnique()
                                        .including(List.of("pages")))
                        .needing(
                                Capability.DESCENDING_INDEX_PARTS,
                                Capability.INCLUDED_COLUMNS,
                                Capability.PARTIAL_INDEXES),
                create(", INCLUDE", index("ix", "code").including(List.of("pages")))
                        .needing(Capability.INCLUDED_COLUMNS),
                create(
                                ", unique, NULLS NOT DISTINCT",
                                uniqueIndex("ix", "pages").nullsDistinct(false))
                        .needing(Capability.NULLS_NOT_DISTINCT));
    }

    private Stream<OperationCase> parts() {
        Part code = Part.column("code");
        return Stream.of(
                create(", prefix length", Index.of("ix", List.of(code.length(10))))
                        .needing(Capability.PREFIX_LENGTHS),
                create(", with a collation", Index.of("ix", List.of(code.collate(QualifiedName.of(names.collation())))))
                        .needing(Capability.INDEX_COLLATIONS),
                create(
                                ", with an operator class",
                                Index.of("ix", List.of(code.operatorClass(QualifiedName.of(names.operatorClass())))))
                        .needing(Capability.OPERATOR_CLASSES),
                create(", NULLS FIRST", Index.of("ix", List.of(code.nulls(NullsOrder.FIRST))))
                        .needing(Capability.NULLS_ORDER),
                create(
                                ", DESC NULLS LAST",
                                Index.of("ix", List.of(code.descending(true).nulls(NullsOrder.LAST))))
                        .needing(Capability.NULLS_ORDER));
    }

    private Stream<OperationCase> whole() {
        return Stream.of(
                create(", with an access method", index("ix", "note").using(names.indexMethod()))
                        .needing(Capability.INDEX_METHODS),
                create(", commented", index("ix", "code").comment("it's quick")).needing(Capability.INDEX_COMMENTS));
    }
}
