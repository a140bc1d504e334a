package dev.retort.dialect.sqlite;

import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.Offline;
import dev.retort.dialect.StatementsFrom;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropIndex;
import dev.retort.operation.RenameIndex;
import dev.retort.schema.Index;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An index that is dropped and created with another name. */
record IndexMadeAnew(SqliteDdl ddl, RenameIndex operation) implements StatementsFrom {

    @Override
    public List<SqlStatement> of(Table table, @Nullable Connection connection) throws SQLException {
        Index index = table.indexes().stream()
                .filter(each -> SqliteIdentifiers.same(each.name(), operation.from()))
                .findFirst()
                .orElseThrow(() ->
                        new SQLException("There is no index " + operation.from() + " of " + operation.table() + "."));
        if (connection != null) {
            requireFree(operation.to(), table, connection);
        }
        DropIndex drop = new DropIndex(table.name(), index.name(), index);
        CreateIndex create = new CreateIndex(table.name(), index.named(operation.to()));
        return Stream.of(drop, create)
                .flatMap(change -> ddl.compile(change).stream())
                .map(SqlStatement.class::cast)
                .toList();
    }

    private void requireFree(String name, Table table, Connection connection) throws SQLException {
        String schema = String.valueOf(StoredTable.inDatabase(table.name()).schema());
        String query = "SELECT type FROM " + ddl.identifiers().write(schema)
                + ".sqlite_schema WHERE name = ? COLLATE NOCASE AND name <> ? COLLATE NOCASE";
        Optional<String> other = CatalogQuery.of(query, name, operation.from()).texts(connection).stream()
                .findFirst();
        if (other.isPresent()) {
            throw new SQLException("The name " + name + " belongs to another " + other.get() + ".");
        }
    }

    @Override
    public Offline offline() {
        return new Offline.Refused(
                "it makes the index anew, whose definition only the database knows",
                "Write op.dropIndex(\"" + operation.from() + "\", \"" + operation.table()
                        + "\") and op.createIndex(\"" + operation.to() + "\", \"" + operation.table()
                        + "\", …), or run online.");
    }
}
