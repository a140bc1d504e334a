package dev.retort.dialect.mysql;

import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Literals;
import dev.retort.dialect.mariadb.MariadbColumns;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Generated;
import java.util.List;
import java.util.Locale;

/** Writes the definitions of MySQL's columns: https://dev.mysql.com/doc/refman/8.0/en/create-table.html */
final class MysqlColumns extends MariadbColumns {

    /** The option of a spatial column whose values are all in one reference system. */
    static final String SRID = "srid";

    /** The options of a column that only SHOW CREATE TABLE shows, as keywords. */
    static final List<String> SHOWN =
            List.of("column_format", "storage", "engine_attribute", "secondary_engine_attribute");

    private final MysqlTypes types;

    MysqlColumns(IdentifierRules names, MysqlTypes types, Literals literals) {
        super(names, types, literals);
        this.types = types;
    }

    @Override
    protected String generated(Generated generated, boolean nullable) {
        return super.generated(generated, nullable) + (nullable ? "" : " NOT NULL");
    }

    @Override
    protected String attributes(Column column) {
        StringBuilder clauses = new StringBuilder();
        column.options()
                .values()
                .forEach((name, value) -> clauses.append(' ')
                        .append(name.toUpperCase(Locale.ROOT))
                        .append(' ')
                        .append(value));
        return clauses.toString();
    }

    @Override
    protected String onUpdateOf(Column column, String expression) {
        return MysqlMoment.of(column, types).in(expression);
    }

    @Override
    protected String defaultOf(Column column, DefaultValue value) {
        String sql = MysqlMoment.of(column, types).in(defaultValue(value));
        if (MysqlMoment.isBare(value) && !MysqlMoment.isOf(column, types)) {
            return "(" + sql + ")";
        }
        boolean literal = !sql.startsWith("(") && !sql.equalsIgnoreCase("NULL");
        return literal && types.hasNoLiteralDefault(column.type()) ? "(" + sql + ")" : sql;
    }
}
