package dev.retort.dialect.sqlite;

import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.DefaultText;
import dev.retort.dialect.IdentifierRules;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tables of one database file, from three queries. */
final class SqliteCatalog {

    /** The pragmas are joined from left to right: the tables first, then what each of them has. */
    private static final String COLUMNS = """
            SELECT t.name AS table_name, t.wr, t.strict, c.name, c.type, c."notnull", c.dflt_value, c.pk, c.hidden
            FROM pragma_table_list AS t
            CROSS JOIN pragma_table_xinfo(t.name, t.schema) AS c
            WHERE t.schema = ? AND t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
            ORDER BY t.name, c.cid""";

    private static final String FOREIGN_KEYS = """
            SELECT t.name AS table_name, k.id, k."table" AS referred, k."from", k."to", k.on_delete, k.on_update
            FROM pragma_table_list AS t
            CROSS JOIN pragma_foreign_key_list(t.name, t.schema) AS k
            WHERE t.schema = ? AND t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
            ORDER BY t.name, k.id DESC, k.seq""";

    /** A hidden column of a virtual table; 2 and 3 are the generated columns. */
    private static final int HIDDEN = 1;

    private final String stored;
    private final @Nullable String schema;
    private final IdentifierRules names;
    private final SqliteTypes types;
    private final Map<String, Draft> drafts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * The tables of a schema.
     *
     * @param stored the schema
     * @param schema the schema in the names of the tables; null for none
     */
    SqliteCatalog(String stored, @Nullable String schema, IdentifierRules names, SqliteTypes types) {
        this.stored = stored;
        this.schema = schema;
        this.names = names;
        this.types = types;
    }

    List<Table> tables(Connection connection) throws SQLException {
        CatalogQuery.of(COLUMNS, stored).forEach(connection, this::addColumn);
        String texts =
                "SELECT type, name, tbl_name, sql FROM " + names.write(stored) + ".sqlite_schema WHERE sql IS NOT NULL";
        CatalogQuery.of(texts).forEach(connection, this::addText);
        CatalogQuery.of(FOREIGN_KEYS, stored).forEach(connection, this::addForeignKey);
        return drafts.values().stream().map(this::table).toList();
    }

    /** What is known of a table so far. */
    private static final class Draft {
        final String name;
        final Options options;
        final List<RawColumn> columns = new ArrayList<>();
        final List<Index> indexes = new ArrayList<>();
        final Map<Integer, RawForeignKey> foreignKeys = new LinkedHashMap<>();
        TableText text = new TableText("");

        Draft(String name, Options options) {
            this.name = name;
            this.options = options;
        }

        List<String> keyColumns() {
            return columns.stream()
                    .filter(column -> column.keyPosition > 0)
                    .sorted(Comparator.comparing(RawColumn::keyPosition))
                    .map(RawColumn::name)
                    .toList();
        }

        /** The column's own spelling of a name in any case. */
        String columnName(String written) {
            return columns.stream()
                    .map(RawColumn::name)
                    .filter(written::equalsIgnoreCase)
                    .findFirst()
                    .orElse(written);
        }
    }

    private record RawColumn(
            String name,
            String type,
            boolean nullable,
            @Nullable String defaultText,
            int keyPosition,
            boolean generated) {}

    private record RawForeignKey(
            String referred,
            String onDelete,
            String onUpdate,
            List<String> columns,
            List<@Nullable String> referredColumns) {}

    private void addColumn(ResultSet row) throws SQLException {
        String table = row.getString("table_name");
        Options strict = row.getBoolean("strict") ? Options.NONE.with(SqliteDdl.STRICT, "") : Options.NONE;
        Options options = row.getBoolean("wr") ? strict.with(SqliteDdl.WITHOUT_ROWID, "") : strict;
        if (row.getInt("hidden") == HIDDEN) {
            return;
        }
        drafts.computeIfAbsent(table, name -> new Draft(name, options))
                .columns
                .add(new RawColumn(
                        row.getString("name"),
                        row.getString("type"),
                        !row.getBoolean("notnull"),
                        CatalogQuery.text(row, "dflt_value"),
                        row.getInt("pk"),
                        row.getInt("hidden") > HIDDEN));
    }

    private void addText(ResultSet row) throws SQLException {
        Draft draft = drafts.get(row.getString("tbl_name"));
        if (draft == null) {
            return;
        }
        String kind = row.getString("type");
        if (kind.equals("table")) {
            draft.text = new TableText(row.getString("sql"));
        } else if (kind.equals("index")) {
            draft.indexes.add(new IndexText(row.getString("sql")).read(row.getString("name")));
        }
    }

    private void addForeignKey(ResultSet row) throws SQLException {
        Draft draft = drafts.get(row.getString("table_name"));
        if (draft == null) {
            return;
        }
        int id = row.getInt("id");
        RawForeignKey key = draft.foreignKeys.get(id);
        if (key == null) {
            key = new RawForeignKey(
                    row.getString("referred"),
                    row.getString("on_delete"),
                    row.getString("on_update"),
                    new ArrayList<>(),
                    new ArrayList<>());
            draft.foreignKeys.put(id, key);
        }
        key.columns.add(row.getString("from"));
        key.referredColumns.add(CatalogQuery.text(row, "to"));
    }

    private Table table(Draft draft) {
        List<String> key = draft.keyColumns();
        List<Column> columns =
                draft.columns.stream().map(column -> column(draft, column, key)).toList();
        return Table.of(named(draft.name), columns)
                .primaryKey(key.isEmpty() ? null : PrimaryKey.of(draft.text.primaryKeyName(), key))
                .foreignKeys(foreignKeys(draft))
                .uniqueConstraints(draft.text.uniqueConstraints().stream()
                        .map(unique -> unique.columns(
                                unique.columns().stream().map(draft::columnName).toList()))
                        .toList())
                .checks(draft.text.checks())
                .indexes(draft.indexes.stream()
                        .map(index -> withColumnNames(draft, index))
                        .sorted(Comparator.comparing(Index::name))
                        .toList())
                .options(draft.options);
    }

    private static Index withColumnNames(Draft draft, Index index) {
        List<Index.Part> parts = index.parts().stream()
                .map(part -> part.respelled(draft::columnName))
                .toList();
        return index.parts(parts);
    }

    private Column column(Draft draft, RawColumn column, List<String> key) {
        String collation = draft.text.collations().get(column.name);
        Column found = Column.of(column.name, types.parse(column.type))
                .nullable(column.nullable)
                .collate(collation == null ? null : QualifiedName.of(collation));
        Generated generating = column.generated ? draft.text.generated().get(column.name) : null;
        if (generating != null) {
            return found.generated(generating);
        }
        // An INTEGER PRIMARY KEY is another name of the row's number and never NULL:
        // https://www.sqlite.org/lang_createtable.html#rowid
        boolean rowNumber = key.equals(List.of(column.name))
                && !draft.options.has(SqliteDdl.WITHOUT_ROWID)
                && SqliteTypes.isRowNumber(column.type);
        return found.nullable(column.nullable && !rowNumber)
                .withDefault(DefaultText.read(column.defaultText, SqliteProvider.SYNTAX))
                .asIdentity(rowNumber ? Identity.BY_DEFAULT : null);
    }

    private List<ForeignKey> foreignKeys(Draft draft) {
        List<TableText.Reference> texts = draft.text.references();
        List<ForeignKey> keys = new ArrayList<>();
        for (RawForeignKey key : draft.foreignKeys.values()) {
            TableText.Reference text =
                    texts.size() == draft.foreignKeys.size() ? texts.get(keys.size()) : TableText.UNKNOWN;
            Draft referred = drafts.get(key.referred);
            keys.add(ForeignKey.of(
                            text.name(),
                            key.columns.stream().map(draft::columnName).toList(),
                            named(referred == null ? key.referred : referred.name),
                            referredColumns(key, referred))
                    .onDelete(action(key.onDelete))
                    .onUpdate(action(key.onUpdate))
                    .deferrability(text.deferrability()));
        }
        return keys;
    }

    /** A foreign key that names no columns refers to the primary key. */
    private static List<String> referredColumns(RawForeignKey key, @Nullable Draft referred) {
        List<String> whole = referred == null ? List.of() : referred.keyColumns();
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < key.columns.size(); i++) {
            String written = key.referredColumns.get(i);
            if (written != null) {
                columns.add(referred == null ? written : referred.columnName(written));
            } else {
                columns.add(i < whole.size() ? whole.get(i) : key.columns.get(i));
            }
        }
        return columns;
    }

    private static ReferentialAction action(String reported) {
        return Arrays.stream(ReferentialAction.values())
                .filter(action -> action.sql().equals(reported.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(ReferentialAction.NO_ACTION);
    }

    private QualifiedName named(String name) {
        return new QualifiedName(schema, name);
    }
}
