package dev.retort.dialect.sqlite;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Table;
import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlTokens;
import java.util.List;

/**
 * Tells which new constraints are about values that the rows of a table have only once they are copied.
 *
 * @param table the table as it is
 * @param after the table as it will be
 */
record OtherValues(Table table, TableEdit after) {

    /** Whether the table has a column already. */
    boolean isThere(String column) {
        return table.columns().stream().anyMatch(one -> SqliteIdentifiers.same(one.name(), column));
    }

    /** Whether rows keep the values of all these columns. */
    boolean keepsAll(List<String> columns) {
        return columns.stream().allMatch(column -> isThere(column) && !isAltered(column));
    }

    /** Whether it is known what rows will hold in all these columns. */
    boolean knowsAll(List<String> columns) {
        return columns.stream().allMatch(column -> isThere(column) && !(after.altersColumns() && isGenerated(column)));
    }

    /** A generated column may depend on one that is altered. */
    private boolean isAltered(String column) {
        return after.isAltered(column) || (after.altersColumns() && isGenerated(column));
    }

    private boolean isGenerated(String column) {
        return table.columns().stream()
                .anyMatch(one -> one.generated() != null && SqliteIdentifiers.same(one.name(), column));
    }

    /** Whether a foreign key is about such values. */
    boolean concerns(ForeignKey key) {
        return !keepsAll(key.columns()) || (isOfItself(key) && !keepsAll(key.referredColumns()));
    }

    /** Whether a check is about such values. */
    boolean concerns(CheckConstraint check) {
        return SqlTokens.of(check.expression(), SqliteProvider.SYNTAX).all().stream()
                .map(SqlToken::name)
                .anyMatch(name -> isAltered(name) || isAdded(name));
    }

    private boolean isAdded(String name) {
        return after.added().stream().map(Column::name).anyMatch(column -> SqliteIdentifiers.same(column, name));
    }

    /** The new foreign keys about such values. */
    List<ForeignKey> foreignKeys() {
        return after.constraints().stream()
                .filter(ForeignKey.class::isInstance)
                .map(ForeignKey.class::cast)
                .filter(this::concerns)
                .toList();
    }

    /** Whether a foreign key refers to the table that it belongs to. */
    boolean isOfItself(ForeignKey key) {
        return SqliteIdentifiers.same(key.referredTable().name(), table.name().name());
    }
}
