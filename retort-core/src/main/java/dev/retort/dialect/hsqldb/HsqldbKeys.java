package dev.retort.dialect.hsqldb;

import dev.retort.dialect.CatalogNames;
import dev.retort.dialect.CatalogQuery;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.UniqueConstraint;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the keys and the indexes of the tables of some schemas. */
final class HsqldbKeys {

    /** The name of a primary key that was given none. */
    private static final Pattern CHOSEN_KEY = Pattern.compile("SYS_PK_\\d+");

    /** The name of the index of a constraint, which is the constraint's own unless the database is set otherwise. */
    private static final Pattern OF_CONSTRAINT = Pattern.compile("SYS_IDX_(?:(.*)_)?\\d+");

    private final CatalogNames names;
    private final Connection connection;
    private final Map<QualifiedName, QualifiedName> tables = new HashMap<>();
    private final Map<QualifiedName, List<String>> columns = new HashMap<>();
    private final Map<QualifiedName, List<Integer>> positions = new HashMap<>();
    private final Map<QualifiedName, Set<String>> indexed = new HashMap<>();

    HsqldbKeys(CatalogNames names, Connection connection) {
        this.names = names;
        this.connection = connection;
    }

    /** The keys of each table. */
    Map<QualifiedName, List<Constraint>> constraints() throws SQLException {
        CatalogQuery.of(
                        "SELECT CONSTRAINT_SCHEMA, CONSTRAINT_NAME, TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME,"
                                + " POSITION_IN_UNIQUE_CONSTRAINT FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE ORDER BY ORDINAL_POSITION")
                .forEach(connection, this::addColumn);
        Map<QualifiedName, List<Constraint>> found = new LinkedHashMap<>();
        new CatalogQuery(
                        "SELECT T.CONSTRAINT_SCHEMA, T.CONSTRAINT_NAME, T.CONSTRAINT_TYPE, T.TABLE_SCHEMA, T.TABLE_NAME,"
                                + " R.UNIQUE_CONSTRAINT_SCHEMA, R.UNIQUE_CONSTRAINT_NAME, R.DELETE_RULE, R.UPDATE_RULE"
                                + " FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS T"
                                + " LEFT JOIN INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS R"
                                + " ON R.CONSTRAINT_SCHEMA = T.CONSTRAINT_SCHEMA AND R.CONSTRAINT_NAME = T.CONSTRAINT_NAME"
                                + " WHERE T.CONSTRAINT_TYPE <> 'CHECK' AND T.TABLE_SCHEMA IN " + names.marks()
                                + " ORDER BY T.CONSTRAINT_NAME",
                        names.stored())
                .forEach(
                        connection,
                        row -> found.computeIfAbsent(
                                        names.of(row, "TABLE_SCHEMA", "TABLE_NAME"), missing -> new ArrayList<>())
                                .add(constraint(row)));
        return found;
    }

    private void addColumn(ResultSet row) throws SQLException {
        QualifiedName constraint = names.of(row, "CONSTRAINT_SCHEMA", "CONSTRAINT_NAME");
        tables.put(constraint, names.of(row, "TABLE_SCHEMA", "TABLE_NAME"));
        columns.computeIfAbsent(constraint, missing -> new ArrayList<>()).add(names.of(row, "COLUMN_NAME"));
        positions
                .computeIfAbsent(constraint, missing -> new ArrayList<>())
                .add(row.getInt("POSITION_IN_UNIQUE_CONSTRAINT"));
    }

    private Constraint constraint(ResultSet row) throws SQLException {
        QualifiedName name = names.of(row, "CONSTRAINT_SCHEMA", "CONSTRAINT_NAME");
        String stored = row.getString("CONSTRAINT_NAME");
        indexed.computeIfAbsent(names.of(row, "TABLE_SCHEMA", "TABLE_NAME"), missing -> new HashSet<>())
                .add(stored);
        List<String> own = columns.getOrDefault(name, List.of());
        return switch (row.getString("CONSTRAINT_TYPE")) {
            case "PRIMARY KEY" -> PrimaryKey.of(CHOSEN_KEY.matcher(stored).matches() ? null : name.name(), own);
            case "UNIQUE" -> UniqueConstraint.of(name.name(), own);
            default -> foreignKey(name, own, row);
        };
    }

    private ForeignKey foreignKey(QualifiedName name, List<String> own, ResultSet row) throws SQLException {
        QualifiedName unique = names.of(row, "UNIQUE_CONSTRAINT_SCHEMA", "UNIQUE_CONSTRAINT_NAME");
        List<String> key = columns.getOrDefault(unique, own);
        List<String> referred = positions.getOrDefault(name, List.of()).stream()
                .map(position -> key.get(position - 1))
                .toList();
        return ForeignKey.of(name.name(), own, tables.getOrDefault(unique, unique), referred)
                .onDelete(action(row.getString("DELETE_RULE")))
                .onUpdate(action(row.getString("UPDATE_RULE")));
    }

    private static ReferentialAction action(String reported) {
        return Arrays.stream(ReferentialAction.values())
                .filter(action -> action.sql().equals(reported))
                .findFirst()
                .orElse(ReferentialAction.NO_ACTION);
    }

    /** The indexes of each table that belong to no constraint; to be asked after the constraints. */
    Map<QualifiedName, List<Index>> indexes() throws SQLException {
        Map<QualifiedName, Map<String, Index>> found = new LinkedHashMap<>();
        new CatalogQuery(
                        "SELECT TABLE_SCHEM, TABLE_NAME, INDEX_NAME, NON_UNIQUE, COLUMN_NAME FROM"
                                + " INFORMATION_SCHEMA.SYSTEM_INDEXINFO WHERE TABLE_SCHEM IN " + names.marks()
                                + " ORDER BY INDEX_NAME, ORDINAL_POSITION",
                        names.stored())
                .forEach(connection, row -> add(found, row));
        Map<QualifiedName, List<Index>> byTable = new LinkedHashMap<>();
        found.forEach((table, indexes) -> byTable.put(table, List.copyOf(indexes.values())));
        return byTable;
    }

    private void add(Map<QualifiedName, Map<String, Index>> found, ResultSet row) throws SQLException {
        QualifiedName table = names.of(row, "TABLE_SCHEM", "TABLE_NAME");
        String stored = row.getString("INDEX_NAME");
        if (isOfConstraint(table, stored)) {
            return;
        }
        // With a star where an index has the name of a constraint.
        String name =
                names.rules().fromCatalog(stored.endsWith("*") ? stored.substring(0, stored.length() - 1) : stored);
        boolean unique = !row.getBoolean("NON_UNIQUE");
        Index.Part part = Index.Part.column(names.of(row, "COLUMN_NAME"));
        found.computeIfAbsent(table, missing -> new LinkedHashMap<>())
                .merge(stored, Index.of(name, List.of(part)).unique(unique), (before, more) -> before.and(part));
    }

    private boolean isOfConstraint(QualifiedName table, String index) {
        Set<String> constraints = indexed.getOrDefault(table, Set.of());
        var chosen = OF_CONSTRAINT.matcher(index);
        return constraints.contains(index)
                || (chosen.matches()
                        && !constraints.isEmpty()
                        && (chosen.group(1) == null || constraints.contains(chosen.group(1))));
    }
}
