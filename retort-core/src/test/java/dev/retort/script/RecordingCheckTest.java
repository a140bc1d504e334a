package dev.retort.script;

import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.decimal;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.schema.Constraints.foreignKey;
import static dev.retort.schema.Constraints.index;
import static dev.retort.schema.Constraints.primaryKey;
import static dev.retort.schema.Constraints.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.migration.Operations;
import dev.retort.migration.RecordingContext;
import dev.retort.operation.DialectName;
import dev.retort.operation.OutsideTransaction;
import dev.retort.operation.RenameTable;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordingCheckTest {

    private static final QualifiedName T = QualifiedName.of("t");
    private static final Column A = column("a", bigint());
    private static final Sequence S = Sequence.of(QualifiedName.of("s"), 1, 1);

    @ParameterizedTest
    @MethodSource("mistakes")
    void whatNoDatabaseRunsIsRefusedWhileItIsRecorded(Consumer<Operations> call, String why) {
        Operations op = operations();

        assertThatThrownBy(() -> call.accept(op))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(why);
    }

    @SuppressWarnings("NullAway") // the compiler of a user does not look for null
    static Stream<Arguments> mistakes() {
        String nul = "The name 'a\\0b' contains the character NUL, which no database takes.";
        String missing = "The name of a column of t is missing.";
        return Stream.of(
                mistake(op -> op.createTable("a\0b", A), nul),
                mistake(op -> op.dropTable("s.a\0b"), nul),
                mistake(op -> op.renameTable("t", "a\0b"), nul),
                mistake(op -> op.addColumn("t", column("a\0b", bigint())), nul),
                mistake(op -> op.renameColumn("t", "a", "a\0b"), nul),
                mistake(op -> op.createIndex("ix", "t", "a\0b"), nul),
                mistake(op -> op.createView("a\0b", "SELECT 1"), nul),
                mistake(op -> op.bulkInsert("t", List.of(Map.of("a\0b", 1))), nul),
                mistake(op -> op.createTable("t", A, A), "Table t has the column 'a' twice."),
                mistake(
                        op -> op.createTable("t", A, unique("uq", "a", "a")),
                        "The unique constraint uq of table t has the column 'a' twice."),
                mistake(
                        op -> op.addConstraint("t", primaryKey("a", "a")),
                        "The primary key of table t has the column 'a' twice."),
                mistake(
                        op -> op.addConstraint("t", foreignKey("fk", "a", "a").references("u", "b", "b")),
                        "The foreign key fk of table t has the columns 'a' and 'b' twice."),
                mistake(
                        op -> op.bulkInsert("t", List.of("a", "a"), List.of(List.of(1, 2))),
                        "The insert into t has the column 'a' twice."),
                mistake(op -> op.batch("t", t -> t.addColumn(A).addColumn(A)), "Column t.a is added twice in a batch."),
                mistake(
                        op -> op.createTable("t", A, primaryKey("b")),
                        "The primary key of table t has the column 'b', which the table does not have."),
                mistake(
                        op -> op.createTable("t", A, unique("uq", "b")),
                        "The unique constraint uq of table t has the column 'b', which the table does not have."),
                mistake(
                        op -> op.ifMissing(
                                o -> o.createTable("t", A, foreignKey("fk", "b").references("u", "id"))),
                        "The foreign key fk of table t has the column 'b', which the table does not have."),
                mistake(op -> op.createEnum("e", "x", "x"), "The enum type e has the label 'x' twice."),
                mistake(
                        op -> op.addColumn("t", column("a", new EnumType(null, List.of("x", "x")))),
                        "The enum type of column t.a has the label 'x' twice."),
                mistake(op -> op.createIndex("ix", "t"), "Index ix of table t has no columns."),
                mistake(op -> op.addColumn("t", column("", bigint())), "The name of a column of t is empty."),
                mistake(op -> op.createTable("", A), "a name cannot be empty"),
                mistake(
                        op -> op.addColumn("t", column("a", varchar(-1))),
                        "The type varchar(-1) of column t.a has a negative length."),
                mistake(
                        op -> op.alterColumn("t", "a", a -> a.type(varchar(-1))),
                        "The type varchar(-1) of column t.a has a negative length."),
                mistake(
                        op -> op.createSequence(S.min(9).max(3)),
                        "The minimum of sequence s, 9, is greater than its maximum, 3."),
                mistake(
                        op -> op.createView("v", " create VIEW v AS SELECT 1"),
                        "The text of a view is its query, without CREATE VIEW."),
                mistake(
                        op -> op.replaceView(
                                new View(QualifiedName.of("v"), "CREATE\nOR REPLACE VIEW v AS SELECT 1", true)),
                        "The text of a view is its query, without CREATE VIEW."),
                mistake(op -> op.dropColumn("t", (String) null), missing),
                mistake(op -> op.renameColumn("t", "a", null), missing),
                mistake(op -> op.batch("t", t -> t.dropColumn((String) null)), missing),
                mistake(op -> op.addColumn("t", Column.of("a", null)), "The type of column t.a is missing."),
                mistake(op -> op.dropIndex((String) null, "t"), "The name of a constraint or index of t is missing."),
                mistake(op -> op.renameIndex("t", "ix", null), "The name of a constraint or index of t is missing."),
                mistake(op -> op.addColumn(null, A), "A name is missing."),
                mistake(op -> op.renameTable("t", null), "A name is missing."),
                mistake(op -> op.apply(new RenameTable(T, null)), "A name is missing."),
                mistake(op -> op.apply(null), "An operation is missing."),
                mistake(
                        op -> op.apply(new OutsideTransaction(List.of(new RenameTable(T, null)))),
                        "A name is missing."));
    }

    /** PostgreSQL and SQLite index a column twice, and PostgreSQL has decimals whose scale is greater than their precision. */
    @Test
    void whatSomeDatabaseRunsIsRecorded() {
        List<Consumer<Operations>> calls = List.of(
                op -> op.createTable("t", A, column("A", bigint())),
                op -> op.createTable("t", column("A", bigint()), primaryKey("a")),
                op -> op.createTable(
                        Table.of(T, Arrays.asList(A, primaryKey("id"))).inherits(List.of(T.sibling("u")))),
                op -> op.createTable("t"),
                op -> op.createTable("t", A, Index.of("ix", List.of(Index.Part.expression("lower(b)")))),
                op -> op.createTable("t", A, index("ix", "a", "a")),
                op -> op.addConstraint("t", foreignKey("fk", "a", "a").references("u", "b", "c")),
                op -> op.addColumn("t", column("a", decimal(2, 5))),
                op -> op.batch("t", t -> t.addColumn(A).dropColumn("a").addColumn(A)),
                op -> op.batch("t", t -> t.addColumn(A).renameColumn("a", "b").addColumn(A)),
                op -> op.createView("v", "SELECT 1 AS created"),
                op -> op.createSequence(S.min(3).max(3)));

        for (Consumer<Operations> call : calls) {
            Operations op = operations();
            call.accept(op);
            assertThat(op.recorded()).hasSize(1);
        }
    }

    private static Arguments mistake(Consumer<Operations> call, String why) {
        return Arguments.of(call, why);
    }

    private static Operations operations() {
        return new Operations(
                new RecordingContext(new DialectName("h2"), "", Map.of()),
                (operation, here) -> RecordingCheck.check(operation));
    }
}
