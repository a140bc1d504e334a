package dev.retort.dialect.mariadb;

import dev.retort.dialect.CatalogQuery;
import dev.retort.operation.SchemaChange;
import dev.retort.schema.Column;
import dev.retort.schema.Index;
import dev.retort.schema.NativeType;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table, as far as they are known, to compute the length of keys.
 *
 * @param columns the columns, by their names in lower case
 * @param types writes types
 * @param collation the default collation of new columns; null if it is not known
 */
record KeyColumns(
        Map<String, Column> columns,
        MariadbTypes types,
        @Nullable String collation) {

    KeyColumns {
        columns = Map.copyOf(columns);
    }

    /** Those of a table that does not exist. */
    static KeyColumns none(MariadbTypes types) {
        return new KeyColumns(Map.of(), types, null);
    }

    static KeyColumns of(Table table, MariadbTypes types, @Nullable String collation) {
        Map<String, Column> columns = new HashMap<>();
        table.columns().forEach(column -> columns.put(folded(column.name()), column));
        return new KeyColumns(columns, types, collation);
    }

    /** As the catalog has them. */
    static KeyColumns inCatalog(Connection connection, QualifiedName table, MariadbTypes types) throws SQLException {
        Map<String, Column> columns = new HashMap<>();
        List<String> collations = new ArrayList<>();
        CatalogQuery.of(
                        "SELECT c.column_name, c.column_type, c.character_set_name, c.collation_name, t.table_collation"
                                + " FROM information_schema.columns c JOIN information_schema.tables t"
                                + " ON t.table_schema = c.table_schema AND t.table_name = c.table_name"
                                + " WHERE c.table_schema = ? AND c.table_name = ?",
                        String.valueOf(table.schema()),
                        table.name())
                .forEach(connection, row -> {
                    String charset = row.getString(3);
                    Column column = Column.of(folded(row.getString(1)), new NativeType(row.getString(2)));
                    columns.put(
                            column.name(),
                            charset == null
                                    ? column
                                    : column.characterSet(charset).collate(row.getString(4)));
                    if (row.getString(5) != null) {
                        collations.add(row.getString(5));
                    }
                });
        return new KeyColumns(columns, types, collations.stream().findFirst().orElse(null));
    }

    /** The columns after a change of the table. */
    KeyColumns after(SchemaChange change) {
        Map<String, Column> after = new HashMap<>(columns);
        for (SchemaChange.Added added : change.added()) {
            if (added.element() instanceof Column column) {
                after.put(folded(column.name()), column);
            }
        }
        change.droppedColumns().forEach(dropped -> after.remove(folded(dropped.name())));
        for (SchemaChange.AlteredColumn altered : change.alteredColumns()) {
            Column before = after.remove(folded(altered.from()));
            if (before != null) {
                after.put(folded(altered.to()), altered.appliedTo(before));
            }
        }
        return new KeyColumns(after, types, collation);
    }

    /** Why the server would reject a key or index; empty if it would not, as far as that is known. */
    Optional<String> tooLong(TableElement desired) {
        List<TableElement> elements = new ArrayList<>();
        columns.forEach((name, column) -> elements.add(column.named(name)));
        elements.add(folded(desired));
        return new KeyLength(types, collation).tooLong(Table.of(QualifiedName.of("desired"), elements));
    }

    private static TableElement folded(TableElement desired) {
        if (desired instanceof PrimaryKey key) {
            return key.columns(folded(key.columns()));
        }
        if (desired instanceof UniqueConstraint unique) {
            return unique.columns(folded(unique.columns()));
        }
        return desired instanceof Index index ? folded(index) : desired;
    }

    private static Index folded(Index index) {
        return index.parts(index.parts().stream()
                .map(part -> part.respelled(KeyColumns::folded))
                .toList());
    }

    private static List<String> folded(List<String> names) {
        return names.stream().map(KeyColumns::folded).toList();
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
