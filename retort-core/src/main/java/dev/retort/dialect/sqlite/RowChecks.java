package dev.retort.dialect.sqlite;

import dev.retort.dialect.sqlite.TableEdit.Different;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Looks for rows that a rebuilt table would not take, before they are copied. */
final class RowChecks {

    private final Connection connection;
    private final SqliteDdl ddl;
    private final Table table;

    /**
     * The checks of a table.
     *
     * @param table the table as it is
     */
    RowChecks(Connection connection, SqliteDdl ddl, Table table) {
        this.connection = connection;
        this.ddl = ddl;
        this.table = table;
    }

    /**
     * Requires that the rows fit.
     *
     * @throws SQLIntegrityConstraintViolationException naming a row that does not
     */
    void require(TableEdit before, TableEdit after) throws SQLException {
        OtherValues others = new OtherValues(table, after);
        for (String column : after.lacking()) {
            refuse("1 = 1", "has no value for the new column " + column + ", which must not be NULL");
        }
        Optional<String> number = after.rowNumber().filter(others::isThere);
        if (number.isPresent() && before.rowNumber().isEmpty()) {
            refuse(write(number.get()) + " IS NULL", "has NULL in " + number.get() + ", which would get a number");
        }
        for (String column : after.required()) {
            if (others.isThere(column)) {
                refuse(write(column) + " IS NULL", "has NULL in " + column + ", which must not be NULL");
            }
        }
        ValuesAfter values = new ValuesAfter(ddl, before, after);
        for (String column : after.written()) {
            if (others.isThere(column)) {
                requireKept(column, values);
            }
        }
        for (Map.Entry<String, EnumType> list : after.labels().entrySet()) {
            requireLabels(list.getKey(), list.getValue(), values);
        }
        for (Constraint constraint : after.constraints()) {
            require(constraint, others, values);
        }
        List<Different> looked = after.constraints().stream()
                .flatMap(constraint -> different(constraint).stream())
                .toList();
        for (Different different : after.different()) {
            if (!looked.contains(different)
                    && others.knowsAll(different.columns())
                    && changesAny(different.columns(), values)) {
                requireDifferent(different, others, values);
            }
        }
    }

    private static boolean changesAny(List<String> columns, ValuesAfter values) throws SQLException {
        for (String column : columns) {
            if (values.changes(column)) {
                return true;
            }
        }
        return false;
    }

    /** A value that becomes another one must come back when the type does. */
    private void requireKept(String column, ValuesAfter values) throws SQLException {
        Optional<String> lost = values.lost(column);
        if (lost.isPresent()) {
            String query = "SELECT " + values.change(column) + " FROM "
                    + ddl.identifiers().write(table.name()) + " WHERE " + lost.get() + " LIMIT 1";
            refuseFirst(query, List.of(column), change -> "A row of " + table.name() + " has " + change + ".");
        }
    }

    private void requireLabels(String column, EnumType list, ValuesAfter values) throws SQLException {
        refuse(
                "NOT (" + EnumAsText.condition(values.of(column), list) + ")",
                "does not fulfil the check " + EnumAsText.condition(write(column), list));
    }

    private void require(Constraint constraint, OtherValues others, ValuesAfter values) throws SQLException {
        Optional<Different> different = different(constraint);
        if (different.isPresent()) {
            requireDifferent(different.get(), others, values);
        } else if (constraint instanceof CheckConstraint check && !others.concerns(check)) {
            refuse("NOT (" + check.expression() + ")", "does not fulfil the check " + check.expression());
        } else if (constraint instanceof ForeignKey key && !others.concerns(key)) {
            requireParents(key);
        }
    }

    private static Optional<Different> different(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return Optional.of(new Different("primary key", key.columns()));
        }
        return constraint instanceof UniqueConstraint unique
                ? Optional.of(new Different("unique constraint", unique.columns()))
                : Optional.empty();
    }

    private void requireDifferent(Different different, OtherValues others, ValuesAfter values) throws SQLException {
        List<String> columns = different.columns();
        if (!others.knowsAll(columns)) {
            return;
        }
        List<String> compared = new ArrayList<>();
        for (String column : columns) {
            compared.add(values.changes(column) ? values.of(column) : write(column));
        }
        String list = String.join(", ", compared);
        String query = "SELECT " + list + " FROM " + ddl.identifiers().write(table.name()) + " WHERE "
                + columns.stream().map(column -> write(column) + " IS NOT NULL").collect(Collectors.joining(" AND "))
                + " GROUP BY " + list + " HAVING COUNT(*) > 1 LIMIT 1";
        // The copy tells of a collation that is not there.
        if (SchemaCopy.isRead(query, connection)) {
            refuseFirst(
                    query,
                    columns,
                    found -> "Several rows of " + table.name() + " have the same " + found + ", which the "
                            + different.what() + " on " + String.join(", ", columns) + " forbids.");
        }
    }

    private void requireParents(ForeignKey key) throws SQLException {
        QualifiedName referred =
                new QualifiedName(table.name().schema(), key.referredTable().name());
        String child = ddl.identifiers().write(table.name());
        String parent = ddl.identifiers().write(referred);
        boolean isThere = SchemaCopy.isRead("SELECT 1 FROM " + parent, connection);
        String query = "SELECT "
                + key.columns().stream().map(column -> "c." + write(column)).collect(Collectors.joining(", "))
                + " FROM "
                + (isThere
                        ? OrphanedRows.withoutParent(child, key.columns(), parent, key.referredColumns())
                        : OrphanedRows.referring(child, key.columns()))
                + " LIMIT 1";
        if (SchemaCopy.isRead(query, connection)) {
            refuseFirst(
                    query,
                    key.columns(),
                    values -> "A row of " + table.name() + " has " + values + ", for which there is no "
                            + (isThere ? "row in " : "table ") + referred + ".");
        }
    }

    private void refuse(String condition, String why) throws SQLException {
        List<String> shown = shown();
        String query = "SELECT " + ddl.identifiers().writeAll(shown) + " FROM "
                + ddl.identifiers().write(table.name()) + " WHERE " + condition + " LIMIT 1";
        if (SchemaCopy.isRead(query, connection)) {
            refuseFirst(query, shown, values -> "The row of " + table.name() + " with " + values + " " + why + ".");
        }
    }

    /** Refuses the first row that a query finds. */
    private void refuseFirst(String query, List<String> columns, UnaryOperator<String> said) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            if (row.next()) {
                throw new SQLIntegrityConstraintViolationException(said.apply(values(columns, row)));
            }
        }
    }

    /** The columns by which a person finds a row. */
    private List<String> shown() {
        PrimaryKey key = table.primaryKey();
        return key != null
                ? key.columns()
                : table.columns().stream().limit(3).map(Column::name).toList();
    }

    private static String values(List<String> columns, ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            values.add(columns.get(i) + " = " + row.getString(i + 1));
        }
        return String.join(", ", values);
    }

    private String write(String column) {
        return ddl.identifiers().write(column);
    }
}
