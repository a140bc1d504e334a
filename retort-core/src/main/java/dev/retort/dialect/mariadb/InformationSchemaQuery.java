package dev.retort.dialect.mariadb;

import java.sql.ResultSet;
import java.sql.SQLException;

/** The queries of information_schema, in the order in which their results build on each other. */
enum InformationSchemaQuery {
    TABLES(
            """
            SELECT table_schema, table_name, table_type, table_comment, table_collation, engine, create_options
            FROM information_schema.tables""",
            "table_schema",
            "AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED', 'SEQUENCE') ORDER BY table_name") {
        @Override
        void read(ResultSet row, CatalogReading reading) throws SQLException {
            reading.table(row);
        }
    },
    CHECKS("""
            SELECT constraint_schema AS table_schema, table_name, constraint_name, level, check_clause
            FROM information_schema.check_constraints""", "constraint_schema", "ORDER BY table_name, constraint_name") {
        @Override
        void read(ResultSet row, CatalogReading reading) throws SQLException {
            reading.check(row);
        }
    },
    COLUMNS("""
            SELECT table_schema, table_name, column_name, column_default, is_nullable, column_type, collation_name, extra,
                   generation_expression, column_comment
            FROM information_schema.columns""", "table_schema", "ORDER BY table_name, ordinal_position") {
        @Override
        void read(ResultSet row, CatalogReading reading) throws SQLException {
            reading.column(row);
        }
    },
    REFERENTIAL_RULES("""
            SELECT constraint_schema AS table_schema, table_name, constraint_name, delete_rule, update_rule
            FROM information_schema.referential_constraints""", "constraint_schema", "") {
        @Override
        void read(ResultSet row, CatalogReading reading) throws SQLException {
            reading.referentialRules(row);
        }
    },
    FOREIGN_KEYS(
            """
            SELECT table_schema, table_name, constraint_name, column_name, referenced_table_schema, referenced_table_name,
                   referenced_column_name
            FROM information_schema.key_column_usage""",
            "table_schema",
            "AND referenced_table_name IS NOT NULL ORDER BY table_name, constraint_name, ordinal_position") {
        @Override
        void read(ResultSet row, CatalogReading reading) throws SQLException {
            reading.foreignKeyColumn(row);
        }
    },
    INDEXES("""
            SELECT table_schema, table_name, index_name, non_unique, column_name, collation, sub_part, index_type, ignored,
                   index_comment
            FROM information_schema.statistics""", "table_schema", "ORDER BY table_name, index_name, seq_in_index") {
        @Override
        void read(ResultSet row, CatalogReading reading) throws SQLException {
            reading.indexPart(row);
        }
    };

    private final String select;
    private final String schemaColumn;
    private final String rest;

    InformationSchemaQuery(String select, String schemaColumn, String rest) {
        this.select = select;
        this.schemaColumn = schemaColumn;
        this.rest = rest;
    }

    /**
     * The query for one schema, or for one table of it. The server opens only the tables of this schema; in a query for several schemas, it
     * would open those of all.
     */
    String sql(boolean oneTable) {
        return MariadbSession.IN_PLAIN_WORDS + select + " WHERE " + schemaColumn + " = ?"
                + (oneTable ? " AND table_name = ? " : " ") + rest;
    }

    /** Reads one row of the result. */
    abstract void read(ResultSet row, CatalogReading reading) throws SQLException;
}
