package dev.retort.dialect.mariadb;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A query of information_schema.
 *
 * @param select the query without conditions
 * @param schemaColumn the column with the schema
 * @param tableColumn the column with the table
 * @param rest what follows the conditions on the two
 * @param rows reads the result
 */
public record InformationSchemaQuery(
        String select, String schemaColumn, String tableColumn, String rest, RowReader rows) {

    /** The columns of tables that a reading takes. */
    public static final String TABLES = """
            SELECT table_schema, table_name, table_type, table_comment, table_collation, engine, create_options
            FROM information_schema.tables""";

    /** What foreign keys do to rows. */
    public static final InformationSchemaQuery REFERENTIAL_RULES =
            of("""
            SELECT constraint_schema AS table_schema, table_name, constraint_name, delete_rule, update_rule
            FROM information_schema.referential_constraints""", "constraint_schema", "", (row, reading) -> reading.referentialRules(row));

    /** The columns of foreign keys. */
    public static final InformationSchemaQuery FOREIGN_KEYS = of(
            """
            SELECT table_schema, table_name, constraint_name, column_name, referenced_table_schema, referenced_table_name,
                   referenced_column_name
            FROM information_schema.key_column_usage""",
            "table_schema",
            "AND referenced_table_name IS NOT NULL ORDER BY table_name, constraint_name, ordinal_position",
            (row, reading) -> reading.foreignKeyColumn(row));

    /** A query whose column with the table is {@code table_name}. */
    public static InformationSchemaQuery of(String select, String schemaColumn, String rest, RowReader rows) {
        return new InformationSchemaQuery(select, schemaColumn, "table_name", rest, rows);
    }

    /** The same with words before it. */
    InformationSchemaQuery after(String prefix) {
        return new InformationSchemaQuery(prefix + select, schemaColumn, tableColumn, rest, rows);
    }

    /** Reads rows of a result. */
    @FunctionalInterface
    public interface RowReader {

        /** Reads one row. */
        void read(ResultSet row, CatalogReading reading) throws SQLException;
    }

    /**
     * The query for one schema, or for one table of it. The server opens only the tables of this schema; in a query for several schemas, it
     * would open those of all.
     */
    String sql(boolean oneTable) {
        return select + " WHERE " + schemaColumn + " = ?" + (oneTable ? " AND " + tableColumn + " = ? " : " ") + rest;
    }
}
