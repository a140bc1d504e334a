package dev.retort.dialect.postgresql;

import dev.retort.schema.ArrayType;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Deferrability;
import dev.retort.schema.EnumType;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.Match;
import dev.retort.schema.NullsOrder;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import dev.retort.schema.Unmodelled;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds tables from the rows of the catalog. */
final class CatalogReading {

    /** A table that is not complete yet. */
    private static final class Draft {
        private final QualifiedName name;
        private final Table bare;
        private final List<TableElement> elements = new ArrayList<>();
        private final Map<Long, Index> indexes = new LinkedHashMap<>();
        private final Map<Long, ExclusionConstraint> exclusions = new LinkedHashMap<>();

        /** A table with only its own properties. */
        Draft(Table bare) {
            this.name = bare.name();
            this.bare = bare;
        }

        Table table() {
            elements.addAll(indexes.values());
            elements.addAll(exclusions.values());
            Table whole = Table.of(name, elements);
            return bare.columns(whole.columns())
                    .constraints(whole.constraints())
                    .indexes(whole.indexes());
        }
    }

    private final PostgresqlTypes types;
    private final PostgresqlDefaults defaults;
    private final String defaultSchema;
    private final Map<Long, Draft> tables = new LinkedHashMap<>();
    private final List<Sequence> sequences = new ArrayList<>();
    private final List<Unmodelled> unmodelled = new ArrayList<>();

    CatalogReading(PostgresqlTypes types, String defaultSchema) {
        this.types = types;
        this.defaults = new PostgresqlDefaults(types);
        this.defaultSchema = defaultSchema;
    }

    SchemaSnapshot snapshot() {
        return SchemaSnapshot.of(tables.values().stream().map(Draft::table).toList())
                .and(sequences)
                .and(unmodelled);
    }

    void table(ResultSet row) throws SQLException {
        QualifiedName name = name(row.getString("nspname"), row.getString("relname"));
        List<String> parents = texts(row, "parents");
        List<String> schemas = texts(row, "parent_schemas");
        List<QualifiedName> inherits = new ArrayList<>();
        for (int i = 0; i < parents.size(); i++) {
            inherits.add(name(schemas.get(i), parents.get(i)));
        }
        Options options = storage(row);
        Table table = Table.of(name, List.of())
                .comment(row.getString("description"))
                .partitioning(row.getString("partitioning"))
                .inherits(inherits)
                .options(row.getBoolean("unlogged") ? options.with(PostgresqlDdl.UNLOGGED, "") : options);
        tables.put(row.getLong("oid"), new Draft(table));
    }

    void column(ResultSet row) throws SQLException {
        boolean generated = !row.getString("attgenerated").isEmpty();
        Identity identity = identity(row);
        String defaultText = row.getString("default_text");
        DefaultValue defaultValue = generated || identity != null || defaultText == null
                ? null
                : defaults.read(defaultText, row.getBoolean("is_domain"));
        Column column = Column.of(row.getString("attname"), type(row))
                .nullable(row.getBoolean("nullable"))
                .withDefault(defaultValue)
                .asIdentity(identity)
                .collate(named(row, "collation_schema", "collation"))
                .comment(row.getString("description"));
        add(row, generated ? column.generated(generated(row, defaultText)) : column);
    }

    /** An identity column, or a SERIAL one: a default from a sequence that the column owns. */
    private @Nullable Identity identity(ResultSet row) throws SQLException {
        if (row.getObject("seqstart") == null) {
            return null;
        }
        return new Identity(
                row.getString("attidentity").equals("a"), counting(row, types.parse(row.getString("seqtype"))));
    }

    private static Generated generated(ResultSet row, String expression) throws SQLException {
        return new Generated(expression, row.getString("attgenerated").equals("s"));
    }

    private SqlType type(ResultSet row) throws SQLException {
        String enumName = row.getString("enum_name");
        if (enumName == null) {
            return types.parse(row.getString("type"));
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
                    case "p" ->
                        PrimaryKey.of(name, columns)
                                .including(texts(row, "included"))
                                .deferrability(deferrability(row));
                    case "u" ->
                        UniqueConstraint.of(name, columns)
                                .including(texts(row, "included"))
                                .nullsDistinct(!row.getBoolean("nulls_not_distinct"))
                                .deferrability(deferrability(row))
                                .comment(row.getString("description"))
                                .options(storage(row));
                    case "c" ->
                        CheckConstraint.of(name, row.getString("condition"))
                                .validated(row.getBoolean("convalidated") || row.getBoolean("not_enforced"))
                                .enforced(!row.getBoolean("not_enforced"))
                                .inherited(!row.getBoolean("connoinherit"));
                    default ->
                        ForeignKey.of(
                                        name,
                                        columns,
                                        name(row.getString("referred_schema"), row.getString("referred_table")),
                                        texts(row, "referred_columns"))
                                .onDelete(action(row.getString("confdeltype")))
                                .onUpdate(action(row.getString("confupdtype")))
                                .match(row.getString("confmatchtype").equals("f") ? Match.FULL : Match.SIMPLE)
                                .deferrability(deferrability(row))
                                .validated(row.getBoolean("convalidated"))
                                .setColumns(texts(row, "set_columns"));
                });
    }

    private static Deferrability deferrability(ResultSet row) throws SQLException {
        if (!row.getBoolean("condeferrable")) {
            return Deferrability.NOT_DEFERRABLE;
        }
        return row.getBoolean("condeferred") ? Deferrability.INITIALLY_DEFERRED : Deferrability.INITIALLY_IMMEDIATE;
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
        long oid = row.getLong("indexrelid");
        if (row.getBoolean("excluding")) {
            Map<Long, ExclusionConstraint> exclusions = draft(row).exclusions;
            ExclusionConstraint found = exclusions.get(oid);
            exclusions.put(oid, withPart(found == null ? exclusion(row) : found, row));
        } else {
            Map<Long, Index> indexes = draft(row).indexes;
            Index found = indexes.get(oid);
            indexes.put(oid, withPart(found == null ? index(row) : found, row));
        }
    }

    private static Index withPart(Index index, ResultSet row) throws SQLException {
        return row.getBoolean("included") ? index.including(withColumn(index.included(), row)) : index.and(part(row));
    }

    private static ExclusionConstraint withPart(ExclusionConstraint exclusion, ResultSet row) throws SQLException {
        return row.getBoolean("included")
                ? exclusion.including(withColumn(exclusion.included(), row))
                : exclusion.comparing(part(row), row.getString("operator"));
    }

    private static List<String> withColumn(List<String> columns, ResultSet row) throws SQLException {
        List<String> more = new ArrayList<>(columns);
        more.add(row.getString("attname"));
        return more;
    }

    private static Index.Part part(ResultSet row) throws SQLException {
        String column = row.getString("attname");
        Index.Part part = column == null
                ? Index.Part.expression(withoutParentheses(row.getString("expression")))
                : Index.Part.column(column);
        String nulls = row.getString("nulls");
        return part.descending(row.getBoolean("descending"))
                .nulls(nulls == null ? null : NullsOrder.valueOf(nulls))
                .operatorClass(named(row, "class_schema", "class"))
                .collate(named(row, "collation_schema", "collation"));
    }

    private static ExclusionConstraint exclusion(ResultSet row) throws SQLException {
        return ExclusionConstraint.of(row.getString("relname"), List.of())
                .using(methodOrUsual(row))
                .where(row.getString("condition"))
                .deferrability(deferrability(row))
                .comment(row.getString("description"))
                .options(storage(row));
    }

    private static Index index(ResultSet row) throws SQLException {
        return Index.of(row.getString("relname"), List.of())
                .unique(row.getBoolean("indisunique"))
                .using(methodOrUsual(row))
                .where(row.getString("condition"))
                .nullsDistinct(!row.getBoolean("nulls_not_distinct"))
                .valid(row.getBoolean("indisvalid"))
                .comment(row.getString("description"))
                .options(storage(row));
    }

    private static @Nullable String methodOrUsual(ResultSet row) throws SQLException {
        String method = row.getString("amname");
        return method.equals(PostgresqlDdl.USUAL_METHOD) ? null : method;
    }

    /** Storage parameters and tablespace. */
    private static Options storage(ResultSet row) throws SQLException {
        Options options = Options.NONE;
        for (String parameter : row.getArray("reloptions") == null ? List.<String>of() : texts(row, "reloptions")) {
            int equals = parameter.indexOf('=');
            options = options.with(parameter.substring(0, equals), parameter.substring(equals + 1));
        }
        String tablespace = row.getString("spcname");
        return tablespace == null ? options : options.with(PostgresqlDdl.TABLESPACE, tablespace);
    }

    private static @Nullable QualifiedName named(ResultSet row, String schema, String name) throws SQLException {
        String found = row.getString(name);
        return found == null ? null : new QualifiedName(row.getString(schema), found);
    }

    /** Without outer parentheses, which are added around every expression anyway. */
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
        SqlType type = types.parse(row.getString("type"));
        Sequence sequence = Sequence.of(name(row.getString("nspname"), row.getString("relname")), 1, 1)
                .typed(type)
                .options(counting(row, type));
        String table = row.getString("owner");
        sequences.add(
                table == null
                        ? sequence
                        : sequence.ownedBy(name(row.getString("owner_schema"), table), row.getString("owner_column")));
    }

    private static SequenceOptions counting(ResultSet row, SqlType type) throws SQLException {
        SequenceOptions options = SequenceOptions.of(row.getLong("seqstart"), row.getLong("seqincrement"))
                .between(row.getLong("seqmin"), row.getLong("seqmax"))
                .cache(row.getLong("seqcache"))
                .cycle(row.getBoolean("seqcycle"));
        return PostgresqlSequences.reported(options, type);
    }

    void unmodelled(ResultSet row) throws SQLException {
        QualifiedName table = draft(row).name;
        unmodelled.add(new Unmodelled(
                table.sibling(row.getString("name")),
                table,
                Unmodelled.Part.valueOf(row.getString("part")),
                row.getString("definition")));
    }

    private void add(ResultSet row, TableElement element) throws SQLException {
        draft(row).elements.add(element);
    }

    private Draft draft(ResultSet row) throws SQLException {
        long oid = row.getLong("oid");
        Draft draft = tables.get(oid);
        if (draft == null) {
            // A table that was created while the catalog was read: its own row is missing, so it is ignored.
            return new Draft(Table.of(QualifiedName.of("?"), List.of()));
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
