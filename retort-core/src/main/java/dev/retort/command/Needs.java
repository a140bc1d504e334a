package dev.retort.command;

import dev.retort.operation.Operation;
import dev.retort.operation.SchemaChange;
import dev.retort.operation.SchemaChange.Added;
import dev.retort.operation.SequenceChange;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlTokens;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which tables and columns operations need that other operations create. */
final class Needs {

    private final SqlSyntax syntax;

    Needs(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    /** Whether an operation fails if another one, which creates a table or a column, has not run. */
    boolean needs(Operation operation, Operation maker) {
        SchemaChange made = maker.change();
        return made.madeTables().stream().anyMatch(table -> needs(operation, table.name()))
                || made.added().stream()
                        .anyMatch(one -> one.element() instanceof Column column
                                && needs(operation.change(), one.table(), column));
    }

    private static boolean needs(Operation operation, QualifiedName table) {
        return operation.subject().filter(table::equals).isPresent()
                || operation.change().madeTables().stream()
                        .anyMatch(made -> made.inherits().contains(table))
                || owners(operation.change()).anyMatch(owner -> owner.table().equals(table))
                || operation.change().elements().stream()
                        .anyMatch(added -> added.element() instanceof ForeignKey key
                                && key.referredTable().equals(table));
    }

    private boolean needs(SchemaChange change, QualifiedName table, Column column) {
        return change.elements().stream().anyMatch(added -> needs(added, table, column))
                || owners(change).anyMatch(new Sequence.Owner(table, column.name())::equals);
    }

    /** The new owners of sequences. */
    private static Stream<Sequence.Owner> owners(SchemaChange change) {
        return change.alteredSequences().stream()
                .flatMap(altered -> altered.changes().stream())
                .flatMap(altered ->
                        altered instanceof SequenceChange.Owner owner ? Stream.ofNullable(owner.to()) : Stream.empty());
    }

    private boolean needs(Added added, QualifiedName table, Column column) {
        return (added.table().equals(table) && isOver(added.element(), column.name()))
                || (added.element() instanceof ForeignKey key
                        && key.referredTable().equals(table)
                        && key.referredColumns().contains(column.name()));
    }

    private boolean isOver(TableElement element, String column) {
        if (element instanceof CheckConstraint check) {
            return names(check.expression(), column);
        }
        if (element instanceof ExclusionConstraint exclusion) {
            return exclusion.parts().stream().anyMatch(part -> isOver(part, column))
                    || names(exclusion.where(), column);
        }
        if (element instanceof Index index) {
            return index.parts().stream().anyMatch(part -> isOver(part, column)) || names(index.where(), column);
        }
        List<String> columns = element instanceof PrimaryKey key
                ? key.columns()
                : element instanceof UniqueConstraint unique
                        ? unique.columns()
                        : element instanceof ForeignKey key ? key.columns() : List.of();
        return columns.contains(column);
    }

    private boolean isOver(Index.Part part, String column) {
        return part.expression() ? names(part.text(), column) : part.text().equals(column);
    }

    /** Whether an expression mentions a column, in any case. */
    private boolean names(@Nullable String expression, String column) {
        return expression != null
                && SqlTokens.of(expression, syntax).all().stream()
                        .anyMatch(token ->
                                (token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED_NAME)
                                        && token.name().equalsIgnoreCase(column));
    }
}
