package dev.retort.testkit;

import static dev.retort.testkit.LibrarySchema.AUTHOR;
import static dev.retort.testkit.LibrarySchema.BOOK;
import static dev.retort.testkit.LibrarySchema.BY_TITLE;
import static dev.retort.testkit.LibrarySchema.emptyLibrary;
import static dev.retort.testkit.LibrarySchema.library;
import static dev.retort.testkit.LibrarySchema.with;
import static dev.retort.testkit.LibrarySchema.without;

import dev.retort.operation.BulkInsert;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CustomOperation;
import dev.retort.operation.DialectName;
import dev.retort.operation.DropIndex;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.OutsideTransaction;
import dev.retort.operation.Remark;
import dev.retort.operation.RunJava;
import dev.retort.operation.SqlExpression;
import dev.retort.schema.Columns;
import dev.retort.schema.Constraints;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows, users' own statements, and what runs outside a transaction. */
final class DataCases {

    private DataCases() {}

    static Stream<OperationCase> all() {
        return Stream.of(rows(), statements(), outside()).flatMap(some -> some);
    }

    private static Stream<OperationCase> rows() {
        List<List<@Nullable Object>> rows =
                List.of(Arrays.asList("name \\ ' ? ;", 1900), Arrays.asList("-- \" `", null), Arrays.asList("", -1));
        Table mixed = Table.of(
                QualifiedName.of("mixed"),
                List.of(
                        Columns.column("a", Columns.uuid()),
                        Columns.column("b", Columns.json()),
                        Columns.column("c", Columns.date()),
                        Columns.column("d", Columns.integer()),
                        Columns.column("e", Columns.bool())));
        BulkInsert texts = new BulkInsert(
                mixed.name(),
                List.of("a", "b", "c", "d", "e"),
                List.of(
                        List.of("6f1d6f0e-7e0a-4a53-9d0c-6d3b3a7c1f11", "{}", "2020-02-29", "5", true),
                        Arrays.asList(null, null, null, null, null)));
        Table values = Table.of(
                QualifiedName.of("mixed"),
                List.of(
                        Columns.column("a", Columns.date()),
                        Columns.column("b", Columns.time(3)),
                        Columns.column("c", Columns.timestamp(3)),
                        Columns.column("d", Columns.decimal(10, 2)),
                        Columns.column("e", Columns.doublePrecision()),
                        Columns.column("f", Columns.bigint()),
                        Columns.column("g", Columns.bool()),
                        Columns.column("h", Columns.uuid()),
                        Columns.column("i", Columns.blob()),
                        Columns.column("j", Columns.enumeration("new", "it's"))));
        BulkInsert each = new BulkInsert(
                values.name(),
                List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"),
                List.of(List.of(
                        LocalDate.of(2020, 2, 29),
                        LocalTime.of(23, 59, 1, 5_000_000),
                        LocalDateTime.of(2020, 2, 29, 23, 59, 1, 5_000_000),
                        new BigDecimal("1.50"),
                        0.5,
                        9_000_000_000L,
                        true,
                        UUID.fromString("6f1d6f0e-7e0a-4a53-9d0c-6d3b3a7c1f11"),
                        new byte[] {0, 39, -1},
                        "it's")));
        BulkInsert computed = new BulkInsert(
                AUTHOR, List.of("name", "born"), List.of(List.of("x", new SqlExpression("40 + 2")), List.of("?", 1)));
        return Stream.of(
                library("rows, an expression", computed, books -> books)
                        .answering("SELECT born FROM author WHERE name = 'x'", 42)
                        .irreversible(),
                OperationCase.of(
                                "insert rows, values of each kind",
                                LibrarySchema.tables(values),
                                each,
                                SchemaSnapshot.of(values))
                        .irreversible()
                        .answering("SELECT COUNT(*) FROM mixed WHERE a = '2020-02-29' AND b = '23:59:01.005'", 1)
                        .answering("SELECT COUNT(*) FROM mixed WHERE c = '2020-02-29 23:59:01.005'", 1)
                        .answering("SELECT COUNT(*) FROM mixed WHERE d = 1.5 AND e = 0.5 AND f = 9000000000 AND g", 1)
                        .answering("SELECT COUNT(*) FROM mixed WHERE h = '6f1d6f0e-7e0a-4a53-9d0c-6d3b3a7c1f11'", 1)
                        .answering("SELECT COUNT(*) FROM mixed WHERE OCTET_LENGTH(i) = 3 AND j = 'it''s'", 1),
                unchanged("rows of a file", AuthorsFile.INSERTED)
                        .irreversible()
                        .answering("SELECT COUNT(*) FROM author", 3)
                        .answering("SELECT born FROM author WHERE name = 'Ada'", 1815),
                unchanged("insert rows", new BulkInsert(AUTHOR, List.of("name", "born"), rows))
                        .irreversible()
                        .answering("SELECT COUNT(*) FROM author", 3)
                        .answering("SELECT COUNT(*) FROM author WHERE born IS NULL", 1)
                        .answering("SELECT COUNT(*) FROM author WHERE name LIKE '%? ;'", 1),
                OperationCase.of(
                                "insert rows, texts into columns of any type",
                                LibrarySchema.tables(mixed),
                                texts,
                                SchemaSnapshot.of(mixed))
                        .irreversible()
                        .answering("SELECT d + 1 FROM mixed WHERE c > '2020-01-01'", 6)
                        .answering(
                                "SELECT COUNT(*) FROM mixed WHERE e AND a = '6f1d6f0e-7e0a-4a53-9d0c-6d3b3a7c1f11'",
                                1));
    }

    private static Stream<OperationCase> statements() {
        Operation row = new BulkInsert(AUTHOR, List.of("name", "born"), List.of(List.of("?", 1), List.of("b", 2)));
        return Stream.of(
                unchanged("execute", new ExecuteSql("DELETE FROM author WHERE name = '?'", List.of()))
                        .irreversible()
                        .withSetUp(row)
                        .answering("SELECT COUNT(*) FROM author", 1),
                unchanged(
                                "execute, with values",
                                new ExecuteSql("UPDATE author SET born = ? WHERE name <> '??'", List.of(7)))
                        .irreversible()
                        .withSetUp(row)
                        .answering("SELECT COUNT(*) FROM author WHERE born = 7", 2),
                unchanged("invoke", new WelcomeAuthor("new"))
                        .answering("SELECT COUNT(*) FROM author WHERE name = 'new'", 1),
                unchanged("remark", new Remark("It's done; -- nearly.")),
                unchanged("run", new RunJava(DataCases::insertAuthor))
                        .irreversible()
                        .answering("SELECT COUNT(*) FROM author WHERE name = 'from Java'", 1));
    }

    /** A user-defined operation. */
    private record WelcomeAuthor(String name) implements CustomOperation {

        @Override
        public List<String> statements(DialectName dialect) {
            return List.of("INSERT INTO author (name) VALUES ('" + name + "')");
        }

        @Override
        public Optional<Operation> reverse() {
            return Optional.of(new ExecuteSql("DELETE FROM author WHERE name = '" + name + "'", List.of()));
        }

        @Override
        public String describe() {
            return "welcome author " + name;
        }
    }

    private static void insertAuthor(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO author (name) VALUES ('from Java')");
        }
    }

    private static Stream<OperationCase> outside() {
        Index byCode = Constraints.index("ix_code", "code");
        return Stream.of(
                library(
                        "outside a transaction, create index",
                        new OutsideTransaction(List.of(new CreateIndex(BOOK, byCode))),
                        with(byCode)),
                library(
                        "outside a transaction, several",
                        new OutsideTransaction(
                                List.of(new DropIndex(BOOK, "ix_title", BY_TITLE), new CreateIndex(BOOK, byCode))),
                        books -> with(byCode).apply(without(BY_TITLE).apply(books))),
                unchanged(
                                "outside a transaction, execute",
                                new OutsideTransaction(
                                        List.of(new ExecuteSql("INSERT INTO author (name) VALUES ('x')", List.of()))))
                        .irreversible()
                        .answering("SELECT COUNT(*) FROM author", 1));
    }

    private static OperationCase unchanged(String name, Operation operation) {
        return emptyLibrary(name, operation, books -> books);
    }
}
