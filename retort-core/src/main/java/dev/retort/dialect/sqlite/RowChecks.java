package dev.retort.dialect.sqlite;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlTokens;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        for (String column : after.lacking()) {
            refuse("1 = 1", "has no value for the new column " + column + ", which must not be NULL");
        }
        Optional<String> number = after.rowNumber().filter(this::isThere);
        if (number.isPresent() && before.rowNumber().isEmpty()) {
            refuse(write(number.get()) + " IS NULL", "has NULL in " + number.get() + ", which would get a number");
        }
        for (String column : after.required()) {
            if (isThere(column)) {
                refuse(write(column) + " IS NULL", "has NULL in " + column + ", which must not be NULL");
            }
        }
        for (Constraint constraint : after.constraints()) {
            require(constraint, after);
        }
    }

    private boolean isThere(String column) {
        return isThere(table, column);
    }

    private static boolean isThere(Table table, String column) {
        return table.columns().stream().anyMatch(one -> SqliteIdentifiers.same(one.name(), column));
    }

    private void require(Constraint constraint, TableEdit after) throws SQLException {
        if (constraint instanceof PrimaryKey key) {
            requireDifferent(key.columns(), "primary key", after);
        } else if (constraint instanceof UniqueConstraint unique) {
            requireDifferent(unique.columns(), "unique constraint", after);
        } else if (constraint instanceof CheckConstraint check && !isOfOtherValues(check, after)) {
            refuse("NOT (" + check.expression() + ")", "does not fulfil the check " + check.expression());
        } else if (constraint instanceof ForeignKey key && !isOfOtherValues(table, key, after)) {
            requireParents(key);
        }
    }

    /** The foreign keys about what rows hold only afterwards. */
    static List<ForeignKey> ofOtherValues(Table table, TableEdit after) {
        return after.constraints().stream()
                .filter(ForeignKey.class::isInstance)
                .map(ForeignKey.class::cast)
                .filter(key -> isOfOtherValues(table, key, after))
                .toList();
    }

    private static boolean isOfOtherValues(Table table, ForeignKey key, TableEdit after) {
        return !key.columns().stream().allMatch(column -> isKept(table, column, after))
                || (isOfItself(table, key)
                        && !key.referredColumns().stream().allMatch(column -> isKept(table, column, after)));
    }

    private static boolean isKept(Table table, String column, TableEdit after) {
        return isThere(table, column)
                && !after.isAltered(column)
                && !(after.altersColumns() && isGenerated(table, column));
    }

    private static boolean isGenerated(Table table, String column) {
        return table.columns().stream()
                .anyMatch(one -> one.generated() != null && SqliteIdentifiers.same(one.name(), column));
    }

    /** Whether a foreign key refers to the table that it belongs to. */
    static boolean isOfItself(Table table, ForeignKey key) {
        return SqliteIdentifiers.same(key.referredTable().name(), table.name().name());
    }

    /** Whether a check speaks of what rows hold only afterwards, which SQLite sees when it copies them. */
    private boolean isOfOtherValues(CheckConstraint check, TableEdit after) {
        return SqlTokens.of(check.expression(), SqliteProvider.SYNTAX).all().stream()
                .map(SqlToken::name)
                .anyMatch(name -> after.isAltered(name)
                        || (after.altersColumns() && isGenerated(table, name))
                        || after.added().stream().anyMatch(column -> SqliteIdentifiers.same(column.name(), name)));
    }

    /** A column that is altered may compare its values otherwise, which SQLite sees when it copies them. */
    private void requireDifferent(List<String> columns, String what, TableEdit after) throws SQLException {
        if (!columns.stream().allMatch(column -> isKept(table, column, after))) {
            return;
        }
        String list = ddl.identifiers().writeAll(columns);
        String query = "SELECT " + list + " FROM " + ddl.identifiers().write(table.name()) + " WHERE "
                + columns.stream().map(column -> write(column) + " IS NOT NULL").collect(Collectors.joining(" AND "))
                + " GROUP BY " + list + " HAVING COUNT(*) > 1 LIMIT 1";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            if (row.next()) {
                throw new SQLIntegrityConstraintViolationException("Several rows of " + table.name() + " have the same "
                        + values(columns, row) + ", which the " + what + " on " + String.join(", ", columns)
                        + " forbids.");
            }
        }
    }

    private void requireParents(ForeignKey key) throws SQLException {
        QualifiedName referred =
                new QualifiedName(table.name().schema(), key.referredTable().name());
        String query = "SELECT "
                + key.columns().stream().map(column -> "c." + write(column)).collect(Collectors.joining(", "))
                + " FROM "
                + OrphanedRows.withoutParent(
                        ddl.identifiers().write(table.name()),
                        key.columns(),
                        ddl.identifiers().write(referred),
                        key.referredColumns())
                + " LIMIT 1";
        if (!SchemaCopy.isRead(query, connection)) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            if (row.next()) {
                throw new SQLIntegrityConstraintViolationException("A row of " + table.name() + " has "
                        + values(key.columns(), row) + ", for which there is no row in " + referred + ".");
            }
        }
    }

    private void refuse(String condition, String why) throws SQLException {
        List<String> shown = shown();
        String query = "SELECT " + ddl.identifiers().writeAll(shown) + " FROM "
                + ddl.identifiers().write(table.name()) + " WHERE " + condition + " LIMIT 1";
        if (!SchemaCopy.isRead(query, connection)) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            if (row.next()) {
                throw new SQLIntegrityConstraintViolationException(
                        "The row of " + table.name() + " with " + values(shown, row) + " " + why + ".");
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
