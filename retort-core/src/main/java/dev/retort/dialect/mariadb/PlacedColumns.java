package dev.retort.dialect.mariadb;

import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.Offline;
import dev.retort.dialect.StatementsFrom;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.Operation;
import dev.retort.operation.TableBatch;
import dev.retort.operation.TableBatch.ColumnMove;
import dev.retort.schema.Column;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One ALTER TABLE that adds columns to a place, together with a key, that drops a key with columns, or that moves a column.
 *
 * @param batch what it does; a move of a column that is not new stands alone
 */
record PlacedColumns(MariadbDdl ddl, TableBatch batch) implements StatementsFrom {

    @Override
    public List<SqlStatement> of(Table table, @Nullable Connection connection) throws SQLException {
        List<Column> columns = table.columns();
        for (ColumnMove move : batch.moves()) {
            if (find(columns, move.other()) == null && !isNew(move.other())) {
                throw lacking(move.other());
            }
        }
        return List.of(SqlStatement.ddl(batch.operations().isEmpty() ? moved(columns) : sql(columns), batch));
    }

    private String moved(List<Column> columns) throws SQLException {
        ColumnMove move = batch.moves().get(0);
        Column column = find(columns, move.column());
        if (column == null) {
            throw lacking(move.column());
        }
        List<Column> others =
                columns.stream().filter(other -> !other.equals(column)).toList();
        return ddl.altering(batch.table()) + "MODIFY COLUMN " + ddl.columnDefinition(column)
                + place(move, names(others));
    }

    private SQLException lacking(String column) {
        return new SQLException("There is no column " + column + " in " + batch.table() + ".");
    }

    /**
     * The statement for a table of which some columns are known.
     *
     * @param known the columns, in order; they matter only for a move before another column
     */
    String sql(List<Column> known) {
        List<String> columns = names(known);
        List<String> clauses = new ArrayList<>();
        for (Operation operation : batch.operations()) {
            if (operation instanceof AddColumn add) {
                clauses.add("ADD COLUMN " + ddl.columnDefinition(add.column()) + place(add.column(), columns));
            } else {
                clauses.add(clause(operation));
            }
        }
        return ddl.altering(batch.table()) + String.join(", ", clauses) + MariadbDdl.start(", ", added());
    }

    private String clause(Operation operation) {
        if (operation instanceof AddConstraint add) {
            return "ADD " + ddl.clause(add);
        }
        if (operation instanceof DropColumn drop) {
            return "DROP COLUMN " + ddl.identifiers().write(drop.name());
        }
        DropConstraint drop = (DropConstraint) operation;
        return drop.was() instanceof PrimaryKey
                ? "DROP PRIMARY KEY"
                : "DROP INDEX " + ddl.identifiers().write(Objects.requireNonNull(drop.name()));
    }

    private Stream<Column> added() {
        return batch.operations().stream()
                .flatMap(operation -> operation instanceof AddColumn add ? Stream.of(add.column()) : Stream.of());
    }

    private String place(Column added, List<String> columns) {
        for (ColumnMove move : batch.moves()) {
            if (MariadbBatch.isSame(move.column(), added.name())) {
                return place(move, columns);
            }
        }
        columns.add(added.name());
        return "";
    }

    /** The place to which a column moves, which is in the list afterwards. */
    private String place(ColumnMove move, List<String> columns) {
        int other = 0;
        while (other < columns.size() && !MariadbBatch.isSame(columns.get(other), move.other())) {
            other++;
        }
        String after = move.other();
        if (move.before()) {
            after = other == 0 ? "" : columns.get(other - 1);
        }
        columns.add(Math.min(move.before() ? other : other + 1, columns.size()), move.column());
        return after.isEmpty() ? " FIRST" : " AFTER " + ddl.identifiers().write(after);
    }

    private boolean isNew(String column) {
        return added().anyMatch(add -> MariadbBatch.isSame(add.name(), column));
    }

    private static List<String> names(List<Column> columns) {
        return new ArrayList<>(columns.stream().map(Column::name).toList());
    }

    private static @Nullable Column find(List<Column> columns, String name) {
        return columns.stream()
                .filter(column -> MariadbBatch.isSame(column.name(), name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public Offline offline() {
        String name = batch.table().toString();
        String stated =
                "the definition, op.batch(\"" + name + "\", changes -> changes.from(table(\"" + name + "\", …)).…)";
        return batch.operations().isEmpty()
                ? new Offline.Refused(
                        "it restates the whole column, whose definition only the database knows",
                        "State " + stated + ", or run online.")
                : new Offline.Refused(
                        "it has AFTER and no BEFORE, and only the database knows the order of the columns",
                        "Write moveColumnAfter(\"" + batch.moves().get(0).column() + "\", …), or state " + stated
                                + ", or run online.");
    }
}
