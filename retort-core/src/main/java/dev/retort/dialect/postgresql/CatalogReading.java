package dev.retort.dialect.postgresql;

import dev.retort.schema.ArrayType;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.OwnedSequence;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import dev.retort.schema.Unread;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the rows of the catalog together to tables. */
final class CatalogReading {

    /** A table that is not read to its end. */
    private static final class Draft {
        private final QualifiedName name;
        private final @Nullable String comment;
        private final List<TableElement> elements = new ArrayList<>();
        private final Map<Long, Index> indexes = new LinkedHashMap<>();

        Draft(QualifiedName name, @Nullable String comment) {
            this.name = name;
            this.comment = comment;
        }

        Table table() {
            elements.addAll(indexes.values());
            return Table.of(name, elements).comment(comment);
        }
    }

    private static final String USUAL_METHOD = "btree";

    private final PostgresqlTypes types;
    private final PostgresqlDefaults defaults;
    private final String defaultSchema;
    private final Map<Long, Draft> tables = new LinkedHashMap<>();
    private final List<Sequence> sequences = new ArrayList<>();
    private final List<OwnedSequence> ownedSequences = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    CatalogReading(PostgresqlTypes types, String defaultSchema) {
        this.types = types;
        this.defaults = new PostgresqlDefaults(types);
        this.defaultSchema = defaultSchema;
    }

    SchemaSnapshot snapshot() {
        return new SchemaSnapshot(
                tables.values().stream().map(Draft::table).toList(), sequences, ownedSequences, unread);
    }

    void table(ResultSet row) throws SQLException {
        QualifiedName name = name(row.getString("nspname"), row.getString("relname"));
        tables.put(row.getLong("oid"), new Draft(name, row.getString("description")));
    }

    void column(ResultSet row) throws SQLException {
        boolean generated = !row.getString("attgenerated").isEmpty();
        Identity identity = identity(row);
        String defaultText = row.getString("default_text");
        DefaultValue defaultValue =
                generated || identity != null || defaultText == null ? null : defaults.read(defaultText);
        Column column = new Column(
                row.getString("attname"),
                type(row, generated ? defaultText : null),
                row.getBoolean("nullable"),
                defaultValue,
                identity,
                row.getString("description"));
        add(row, column);
    }

    /** An identity column, or what SERIAL makes: a default that draws from a sequence which the column owns. */
    private static @Nullable Identity identity(ResultSet row) throws SQLException {
        long start = row.getLong("seqstart");
        if (row.wasNull()) {
            return null;
        }
        return new Identity(row.getString("attidentity").equals("a"), start, row.getLong("seqincrement"));
    }

    private SqlType type(ResultSet row, @Nullable String generation) throws SQLException {
        if (generation != null) {
            boolean stored = row.getString("attgenerated").equals("s");
            return PostgresqlTypes.generated(row.getString("type"), generation, stored);
        }
        String enumName = row.getString("enum_name");
        if (enumName == null) {
            SqlType bare = types.parse(row.getString("type"));
            String collation = row.getString("collation");
            return collation == null ? bare : types.collated(bare, collation);
        }
        EnumType words = new EnumType(name(row.getString("enum_schema"), enumName), texts(row, "labels"));
        return row.getBoolean("is_array") ? new ArrayType(words) : words;
    }

    void constraint(ResultSet row) throws SQLException {
        String name = row.getString("conname");
        List<String> columns = texts(row, "columns");
        add(
                row,
                switch (row.getString("contype")) {
                    case "p" -> new PrimaryKey(name, columns);
                    case "u" -> new UniqueConstraint(name, columns);
                    case "c" -> new CheckConstraint(name, row.getString("condition"));
                    default ->
                        new ForeignKey(
                                name,
                                columns,
                                name(row.getString("referred_schema"), row.getString("referred_table")),
                                texts(row, "referred_columns"),
                                action(row.getString("confdeltype")),
                                action(row.getString("confupdtype")));
                });
    }

    private static ReferentialAction action(String code) {
        return switch (code) {
            case "r" -> ReferentialAction.RESTRICT;
            case "c" -> ReferentialAction.CASCADE;
            case "n" -> ReferentialAction.SET_NULL;
            case "d" -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }

    void indexPart(ResultSet row) throws SQLException {
        String column = row.getString("attname");
        Index.Part part = new Index.Part(
                column == null ? withoutParentheses(row.getString("expression")) : column,
                column == null,
                row.getBoolean("descending"));
        String method = row.getString("amname");
        Index index = new Index(
                row.getString("relname"),
                List.of(part),
                row.getBoolean("indisunique"),
                method.equals(USUAL_METHOD) ? null : method,
                row.getString("condition"));
        draft(row).indexes.merge(row.getLong("indexrelid"), index, CatalogReading::joined);
    }

    private static Index joined(Index first, Index rest) {
        List<Index.Part> parts = new ArrayList<>(first.parts());
        parts.addAll(rest.parts());
        return new Index(first.name(), parts, first.unique(), first.method(), first.where());
    }

    /** Without the parentheses around the whole, which are written again around every expression. */
    private static String withoutParentheses(String expression) {
        String inner = expression;
        while (isEnclosed(inner)) {
            inner = inner.substring(1, inner.length() - 1);
        }
        return inner;
    }

    private static boolean isEnclosed(String expression) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            quoted ^= c == '\'';
            if (!quoted && (c == '(' || c == ')')) {
                depth += c == '(' ? 1 : -1;
            }
            if (depth == 0) {
                return i > 0 && i == expression.length() - 1;
            }
        }
        return false;
    }

    void sequence(ResultSet row) throws SQLException {
        Sequence sequence = new Sequence(
                name(row.getString("nspname"), row.getString("relname")),
                row.getLong("seqstart"),
                row.getLong("seqincrement"));
        String table = row.getString("owner");
        if (table == null) {
            sequences.add(sequence);
        } else {
            QualifiedName owner = name(row.getString("owner_schema"), table);
            ownedSequences.add(new OwnedSequence(sequence, owner, row.getString("owner_column")));
        }
    }

    void unread(ResultSet row) throws SQLException {
        unread.add(new Unread(
                draft(row).name,
                Unread.Part.valueOf(row.getString("part")),
                row.getString("name"),
                row.getString("definition"),
                row.getBoolean("invalid")));
    }

    private void add(ResultSet row, TableElement element) throws SQLException {
        draft(row).elements.add(element);
    }

    private Draft draft(ResultSet row) throws SQLException {
        long oid = row.getLong("oid");
        Draft draft = tables.get(oid);
        if (draft == null) {
            // A table that was made while the catalog was read: its own row is missing, and so is the table.
            return new Draft(QualifiedName.of("?"), null);
        }
        return draft;
    }

    private QualifiedName name(String schema, String name) {
        return schema.equals(defaultSchema) ? QualifiedName.of(name) : new QualifiedName(schema, name);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
