package dev.retort.dialect.mariadb;

import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.Executable.FromCatalog;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Offline;
import dev.retort.dialect.StatementsFrom;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Drops an index, or a unique constraint. A foreign key without another index gets one of its own, which the server dropped when this one
 * was made, and without which it drops nothing: https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html
 *
 * @param name the index
 * @param plain the statement where no foreign key needs it
 */
record IndexDrop(IdentifierRules names, String name, SqlStatement plain) implements StatementsFrom {

    private static final String INDEXES =
            "SELECT index_name, seq_in_index, column_name FROM information_schema.statistics"
                    + " WHERE table_schema = COALESCE(NULLIF(?, ''), DATABASE()) AND table_name = ? AND sub_part IS NULL AND index_type = 'BTREE'"
                    + " ORDER BY index_name, seq_in_index";

    /** Instead of the plain statement. */
    static FromCatalog of(IdentifierRules names, QualifiedName table, String name, SqlStatement plain) {
        return new FromCatalog(plain.operation(), table, new IndexDrop(names, name, plain));
    }

    @Override
    public List<SqlStatement> of(Table table, @Nullable Connection connection) throws SQLException {
        if (connection == null || table.foreignKeys().isEmpty()) {
            return List.of(plain);
        }
        Map<String, List<String>> indexes = indexes(table.name(), connection);
        List<String> dropped = indexes.entrySet().stream()
                .filter(index -> index.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(List.of());
        indexes.keySet().removeIf(name::equalsIgnoreCase);
        StringBuilder added = new StringBuilder();
        for (ForeignKey key : table.foreignKeys()) {
            if (serves(dropped, key) && indexes.values().stream().noneMatch(index -> serves(index, key))) {
                String own = free(indexes.keySet(), key);
                indexes.put(own, key.columns());
                added.append(", ADD INDEX ").append(names.write(own)).append(" (");
                added.append(names.writeAll(key.columns())).append(")");
            }
        }
        String drop = "ALTER TABLE " + names.write(table.name()) + " DROP INDEX " + names.write(name);
        return List.of(added.isEmpty() ? plain : SqlStatement.ddl(drop + added, plain.operation()));
    }

    @Override
    public Offline offline() {
        return Offline.written(plain);
    }

    /** The columns of each index before the first part that is an expression or a prefix, also of those that foreign keys own. */
    private static Map<String, List<String>> indexes(QualifiedName table, Connection connection) throws SQLException {
        Map<String, List<String>> indexes = new LinkedHashMap<>();
        CatalogQuery.of(INDEXES, table.schema() == null ? "" : table.schema(), table.name())
                .forEach(connection, row -> {
                    List<String> columns = indexes.computeIfAbsent(row.getString(1), any -> new ArrayList<>());
                    if (columns.size() == row.getInt(2) - 1 && row.getString(3) != null) {
                        columns.add(row.getString(3));
                    }
                });
        return indexes;
    }

    private static boolean serves(List<String> index, ForeignKey key) {
        int length = key.columns().size();
        return index.size() >= length && index.subList(0, length).equals(key.columns());
    }

    /** The name that the server gives the index of a foreign key, or another one where that is taken. */
    private String free(Set<String> taken, ForeignKey key) {
        String own = key.name() == null || key.name().matches(".*_ibfk_\\d+")
                ? key.columns().get(0)
                : key.name();
        return taken.stream().anyMatch(own::equalsIgnoreCase) ? names.shortened("retort_" + own) : own;
    }
}
