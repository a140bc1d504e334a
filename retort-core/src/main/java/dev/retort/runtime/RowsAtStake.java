package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.operation.Operation;
import dev.retort.operation.SchemaChange;
import dev.retort.operation.SchemaChange.AlteredColumn;
import dev.retort.operation.SchemaChange.DroppedColumn;
import dev.retort.operation.SchemaChange.RenamedTable;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what has been written, since an operation ran, to the table or column that undoing it would drop. Operations come in the order in
 * which they will be undone; nothing is undone meanwhile, so that what later operations have renamed still has its new name.
 */
final class RowsAtStake {

    /** A column of a table by its present name. */
    private record ColumnKey(QualifiedName table, String column) {}

    private final Connection connection;
    private final Dialect dialect;
    private final Map<QualifiedName, QualifiedName> tables = new HashMap<>();
    private final Map<ColumnKey, String> columns = new HashMap<>();

    RowsAtStake(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /**
     * What the next operation that is undone would lose, in words; empty for nothing.
     *
     * @param back its reverse
     */
    Optional<String> next(Operation back) throws SQLException {
        SchemaChange change = back.change();
        for (QualifiedName dropped : change.droppedTables()) {
            QualifiedName table = present(dropped);
            if (found(table, "1 = 1", null)) {
                return Optional.of("the table " + table + " has rows by now");
            }
            tables.remove(key(dropped));
        }
        for (DroppedColumn dropped : change.droppedColumns()) {
            QualifiedName table = present(dropped.table());
            String column = present(table, dropped.name());
            if (dropped.was() != null && holdsValues(table, dropped.was().named(column))) {
                return Optional.of("the column " + table + "." + column + " holds values by now");
            }
            columns.remove(key(table, dropped.name()));
        }
        rename(change);
        return Optional.empty();
    }

    private void rename(SchemaChange change) {
        for (SchemaChange.Part part : change.parts()) {
            if (part instanceof RenamedTable renamed) {
                QualifiedName table = present(renamed.from());
                tables.remove(key(renamed.from()));
                tables.put(key(renamed.to()), table);
            } else if (part instanceof AlteredColumn altered) {
                QualifiedName table = present(altered.table());
                String column = present(table, altered.from());
                columns.remove(key(table, altered.from()));
                columns.put(key(table, altered.to()), column);
            }
        }
    }

    private QualifiedName present(QualifiedName table) {
        return tables.getOrDefault(key(table), table);
    }

    private String present(QualifiedName table, String column) {
        return columns.getOrDefault(key(table, column), column);
    }

    private QualifiedName key(QualifiedName name) {
        return new QualifiedName(name.schema(), dialect.comparison().nameKey(name.name()));
    }

    private ColumnKey key(QualifiedName table, String column) {
        return new ColumnKey(key(table), dialect.comparison().nameKey(column));
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
            return found(table, name + " <> ? OR " + name + " IS NULL", literal.value());
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
