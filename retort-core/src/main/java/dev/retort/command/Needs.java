package dev.retort.command;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Constraint;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.UniqueConstraint;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlTokens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What operations need of tables and columns that others make. */
final class Needs {

    private final SqlSyntax syntax;

    Needs(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    /** Whether an operation fails where another, which makes a table or a column, has not run. */
    boolean needs(Operation operation, Operation maker) {
        if (maker instanceof CreateTable create) {
            QualifiedName table = create.table().name();
            return operation.subject().filter(table::equals).isPresent()
                    || (operation instanceof CreateTable child
                            && child.table().inherits().contains(table))
                    || keysOf(operation).stream()
                            .anyMatch(key -> key.referredTable().equals(table));
        }
        return maker instanceof AddColumn add
                && (usesColumn(operation, add)
                        || keysOf(operation).stream()
                                .anyMatch(key -> key.referredTable().equals(add.table())
                                        && key.referredColumns()
                                                .contains(add.column().name())));
    }

    private static List<ForeignKey> keysOf(Operation operation) {
        if (operation instanceof CreateTable create) {
            return create.table().foreignKeys();
        }
        return operation instanceof AddConstraint add && add.constraint() instanceof ForeignKey key
                ? List.of(key)
                : List.of();
    }

    private boolean usesColumn(Operation operation, AddColumn add) {
        String column = add.column().name();
        if (!operation.subject().filter(add.table()::equals).isPresent()) {
            return false;
        }
        if (operation instanceof CreateIndex create) {
            return create.index().parts().stream().anyMatch(part -> isOver(part, column))
                    || names(create.index().where(), column);
        }
        return operation instanceof AddConstraint constraint && isOver(constraint.constraint(), column);
    }

    private boolean isOver(Index.Part part, String column) {
        return part.expression() ? names(part.text(), column) : part.text().equals(column);
    }

    private boolean isOver(Constraint constraint, String column) {
        if (constraint instanceof CheckConstraint check) {
            return names(check.expression(), column);
        }
        if (constraint instanceof ExclusionConstraint exclusion) {
            return exclusion.parts().stream().anyMatch(part -> isOver(part, column))
                    || names(exclusion.where(), column);
        }
        List<String> columns = constraint instanceof PrimaryKey key
                ? key.columns()
                : constraint instanceof UniqueConstraint unique
                        ? unique.columns()
                        : constraint instanceof ForeignKey key ? key.columns() : List.of();
        return columns.contains(column);
    }

    /** Whether a column is among the names of an expression, in whatever case. */
    private boolean names(@Nullable String expression, String column) {
        return expression != null
                && SqlTokens.of(expression, syntax).all().stream()
                        .anyMatch(token ->
                                (token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED_NAME)
                                        && token.name().equalsIgnoreCase(column));
    }
}
