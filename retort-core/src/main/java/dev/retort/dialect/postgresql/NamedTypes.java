package dev.retort.dialect.postgresql;

import dev.retort.dialect.InspectionScope;
import dev.retort.dialect.Literals;
import dev.retort.dialect.NeededObjects;
import dev.retort.operation.Operation;
import dev.retort.operation.SchemaChange;
import dev.retort.schema.EnumType;
import dev.retort.schema.NativeType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Types and schemas that are created by hand: which exist, and which types nothing uses. */
final class NamedTypes {

    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[A-Za-z_][\\w$]*)";

    /** A name with or without schema, and arguments. Names of several words are built-in types. */
    private static final Pattern PLAIN = Pattern.compile("(" + NAME + "(?:\\." + NAME + ")?)\\s*(?:\\([^()]*\\))?");

    private static final String MISSING_TYPES =
            "SELECT name FROM unnest(?::text[]) AS t(name) WHERE to_regtype(name) IS NULL";

    private static final String WORDS = """
            SELECT t.name, ARRAY(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = y.oid ORDER BY e.enumsortorder)
                   AS words
            FROM unnest(?::text[]) AS t(name)
            JOIN pg_type y ON y.oid = to_regtype(t.name)
            WHERE y.typtype = 'e'""";

    private static final String MISSING_SCHEMAS =
            "SELECT name FROM unnest(?::text[]) AS t(name) WHERE to_regnamespace(quote_ident(name)) IS NULL";

    /** A row for each column, or other object, that depends on an enum type or a domain; casts and the domain's own checks do not count. */
    private static final String USES = """
            SELECT n.nspname, y.typname, d.objid IS NOT NULL AS used, tn.nspname AS table_schema, c.relname, a.attname
            FROM pg_type y
            JOIN pg_namespace n ON n.oid = y.typnamespace
            LEFT JOIN pg_depend d ON d.refclassid = 'pg_type'::regclass AND d.refobjid IN (y.oid, y.typarray)
                 AND d.deptype <> 'i'
                 AND d.classid NOT IN ('pg_cast'::regclass, 'pg_constraint'::regclass, 'pg_attrdef'::regclass)
                 AND NOT (d.classid = 'pg_class'::regclass AND d.objsubid = 0)
            LEFT JOIN pg_class c ON d.classid = 'pg_class'::regclass AND c.oid = d.objid
            LEFT JOIN pg_namespace tn ON tn.oid = c.relnamespace
            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid
            WHERE y.typtype IN ('e', 'd') AND (n.nspname = ANY (?) OR (cardinality(?) = 0 AND n.nspname = current_schema()))
              AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_type'::regclass AND e.objid = y.oid
                              AND e.deptype = 'e')
            ORDER BY n.nspname, y.typname""";

    private record ColumnKey(QualifiedName table, String column) {}

    private final PostgresqlIdentifiers names = new PostgresqlIdentifiers();
    private final Literals literals = new PostgresqlLiterals();
    private final Connection connection;
    private final String defaultSchema;

    /**
     * The types of a database.
     *
     * @param defaultSchema the schema that names omit
     */
    NamedTypes(Connection connection, String defaultSchema) {
        this.connection = connection;
        this.defaultSchema = defaultSchema;
    }

    NeededObjects missing(NeededObjects needed) throws SQLException {
        Map<String, SqlType> written = new LinkedHashMap<>();
        needed.types().forEach(type -> name(type).ifPresent(name -> written.put(name, type)));
        Set<String> missing = texts(MISSING_TYPES, written.keySet());
        return new NeededObjects(
                texts(MISSING_SCHEMAS, needed.schemas()),
                missing.stream().map(written::get).collect(Collectors.toSet()));
    }

    /** What makes the labels of types complete, one clause each. */
    List<String> differentLabels(NeededObjects needed) throws SQLException {
        Map<String, EnumType> desired = new TreeMap<>();
        for (SqlType type : needed.types()) {
            if (type instanceof EnumType words && words.name() != null) {
                desired.put(names.write(words.name()), words);
            }
        }
        List<String> clauses = new ArrayList<>();
        if (desired.isEmpty()) {
            return clauses;
        }
        try (PreparedStatement statement = connection.prepareStatement(WORDS)) {
            statement.setArray(
                    1, connection.createArrayOf("text", desired.keySet().toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    EnumType after = Objects.requireNonNull(desired.get(row.getString("name")));
                    List<String> words =
                            List.of((String[]) row.getArray("words").getArray());
                    EnumLabels.between(new EnumType(after.name(), words), after)
                            .filter(EnumLabels::differ)
                            .ifPresent(change -> clauses.add(change.advice(names, literals)));
                }
            }
        }
        return clauses;
    }

    /** The name of a type that may be user-defined. */
    private Optional<String> name(SqlType type) {
        if (type instanceof EnumType words && words.name() != null) {
            return Optional.of(names.write(words.name()));
        }
        if (!(type instanceof NativeType own) || PostgresqlTypes.isSerial(type)) {
            return Optional.empty();
        }
        Matcher plain = PLAIN.matcher(own.text());
        return plain.matches() ? Optional.of(plain.group(1)) : Optional.empty();
    }

    private Set<String> texts(String query, Collection<String> given) throws SQLException {
        Set<String> found = new HashSet<>();
        if (given.isEmpty()) {
            return found;
        }
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setArray(1, connection.createArrayOf("text", given.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
        }
        return found;
    }

    List<QualifiedName> unused(InspectionScope scope, List<Operation> operations) throws SQLException {
        Set<ColumnKey> freed = operations.stream().flatMap(NamedTypes::freed).collect(Collectors.toSet());
        Map<QualifiedName, Boolean> used = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(USES)) {
            for (int parameter = 1; parameter <= 2; parameter++) {
                statement.setArray(
                        parameter,
                        connection.createArrayOf("text", scope.schemas().toArray()));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    used.merge(
                            name(row.getString("nspname"), row.getString("typname")),
                            staysInUse(row, freed),
                            Boolean::logicalOr);
                }
            }
        }
        Set<QualifiedName> taken = NeededObjects.of(operations).types().stream()
                .flatMap(type -> name(type).stream())
                .map(name -> QualifiedName.parse(name).within(defaultSchema))
                .collect(Collectors.toSet());
        return used.entrySet().stream()
                .filter(type -> !type.getValue() && !taken.contains(type.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean staysInUse(ResultSet row, Set<ColumnKey> freed) throws SQLException {
        String column = row.getString("attname");
        if (column == null) {
            return row.getBoolean("used");
        }
        QualifiedName table = name(row.getString("table_schema"), row.getString("relname"));
        return !freed.contains(new ColumnKey(table, column)) && !freed.contains(new ColumnKey(table, ""));
    }

    /** The columns whose type is no longer used after an operation; an empty name stands for all columns of a table. */
    private static Stream<ColumnKey> freed(Operation operation) {
        SchemaChange change = operation.change();
        return Stream.of(
                        change.droppedTables().stream().map(table -> new ColumnKey(table, "")),
                        change.droppedColumns().stream().map(column -> new ColumnKey(column.table(), column.name())),
                        change.alteredColumns().stream()
                                .filter(column -> column.type().isPresent())
                                .map(column -> new ColumnKey(column.table(), column.from())))
                .flatMap(columns -> columns);
    }

    private QualifiedName name(String schema, String name) {
        return new QualifiedName(schema, name).within(defaultSchema);
    }
}
