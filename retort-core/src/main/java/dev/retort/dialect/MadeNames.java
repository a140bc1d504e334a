package dev.retort.dialect;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Index;
import dev.retort.schema.Table;
import java.util.Objects;
import java.util.stream.Stream;

/** The names that an operation brings into a schema. */
public final class MadeNames {

    private MadeNames() {}

    /** The names, without schemas. */
    public static Stream<String> of(Operation operation) {
        if (operation instanceof CreateTable create) {
            return of(create.table());
        }
        if (operation instanceof RenameTable rename) {
            return Stream.of(rename.to());
        }
        if (operation instanceof AddColumn add) {
            return Stream.of(add.column().name());
        }
        if (operation instanceof RenameColumn rename) {
            return Stream.of(rename.to());
        }
        if (operation instanceof AddConstraint add) {
            return Stream.ofNullable(add.constraint().name());
        }
        if (operation instanceof CreateIndex create) {
            return Stream.of(create.index().name());
        }
        return operation instanceof CreateSequence create
                ? Stream.of(create.sequence().name().name())
                : Stream.empty();
    }

    /** The names of a table and of all that it has. */
    public static Stream<String> of(Table table) {
        Stream<String> own = Stream.concat(
                Stream.of(table.name().name()), table.columns().stream().map(Column::name));
        Stream<String> others = Stream.concat(
                table.constraints().stream().map(Constraint::name).filter(Objects::nonNull),
                table.indexes().stream().map(Index::name));
        return Stream.concat(own, others);
    }
}
