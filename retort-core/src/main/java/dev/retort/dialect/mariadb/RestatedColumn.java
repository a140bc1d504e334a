package dev.retort.dialect.mariadb;

import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.Offline;
import dev.retort.dialect.StatementsFrom;
import dev.retort.operation.AlterColumn;
import dev.retort.schema.Column;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A change of a column whose definition is restated as a whole.
 *
 * @param alteration writes the statement for a column as it is before
 */
record RestatedColumn(AlterColumn operation, BiFunction<AlterColumn, Column, String> alteration)
        implements StatementsFrom {

    @Override
    public List<SqlStatement> of(Table table, @Nullable Connection connection) throws SQLException {
        Column before = table.columns().stream()
                .filter(column -> column.name().equalsIgnoreCase(operation.column()))
                .findFirst()
                .orElseThrow(() -> new SQLException("There is no column " + operation.column() + "."));
        return List.of(SqlStatement.ddl(alteration.apply(operation, before), operation));
    }

    @Override
    public Offline offline() {
        return new Offline.Refused(
                "it restates the whole column, whose definition only the database knows",
                "State the definition, op.alterColumn(\"" + operation.table() + "\", \"" + operation.column()
                        + "\", c -> c.from(column(\"" + operation.column() + "\", …)).…), or run online.");
    }
}
