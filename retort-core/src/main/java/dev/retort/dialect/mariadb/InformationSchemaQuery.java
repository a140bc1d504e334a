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
