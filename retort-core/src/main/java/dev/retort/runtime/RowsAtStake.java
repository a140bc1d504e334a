package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.operation.Operation;
import dev.retort.operation.SchemaChange;
import dev.retort.operation.SchemaChange.DroppedColumn;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out what has been written, since an operation ran, to the table or column that undoing it would drop. */
final class RowsAtStake {

    private final Connection connection;
    private final Dialect dialect;

    RowsAtStake(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** What would be lost, in words; empty for nothing. */
    Optional<String> in(Operation back) throws SQLException {
        SchemaChange change = back.change();
        for (QualifiedName table : change.droppedTables()) {
            if (found(table, "1 = 1", null)) {
                return Optional.of("the table " + table + " has rows by now");
            }
        }
        for (DroppedColumn dropped : change.droppedColumns()) {
            if (dropped.was() != null && holdsValues(dropped.table(), dropped.was())) {
                return Optional.of("the column " + dropped.table() + "." + dropped.name() + " holds values by now");
            }
        }
        return Optional.empty();
    }

    /** Values that the database itself generates are no loss. */
    private boolean holdsValues(QualifiedName table, Column column) throws SQLException {
        if (column.identity() != null
                || column.defaultValue() instanceof DefaultValue.Expression
                || column.generated() != null) {
            return false;
        }
        String name = dialect.identifiers().write(column.name());
        if (!(column.defaultValue() instanceof DefaultValue.Literal literal)) {
            return found(table, name + " IS NOT NULL", null);
        }
        try {
            return found(table, name + " <> ?", literal.value());
        } catch (SQLException incomparable) {
            connection.rollback();
            return found(table, "1 = 1", null);
        }
    }

    private boolean found(QualifiedName table, String condition, @Nullable Object value) throws SQLException {
        String sql = "SELECT 1 FROM " + dialect.identifiers().write(table) + " WHERE " + condition;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setMaxRows(1);
            if (value != null) {
                statement.setObject(1, value);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
