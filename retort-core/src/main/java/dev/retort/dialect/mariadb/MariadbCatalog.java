package dev.retort.dialect.mariadb;

import java.util.List;

/** The queries of information_schema, in the order in which their results build on each other. */
final class MariadbCatalog {

    static final List<InformationSchemaQuery> QUERIES = List.of(
            query(
                    """
                    SELECT table_schema, table_name, table_type, table_comment, table_collation, engine, create_options
                    FROM information_schema.tables""",
                    "table_schema",
                    "AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED', 'SEQUENCE') ORDER BY table_name",
                    (row, reading) -> reading.table(row)),
            query(
                    """
                    SELECT constraint_schema AS table_schema, table_name, constraint_name, level, check_clause
                    FROM information_schema.check_constraints""",
                    "constraint_schema",
                    "ORDER BY table_name, constraint_name",
                    (row, reading) -> reading.check(row)),
            query(
                    """
                    SELECT table_schema, table_name, column_name, column_default, is_nullable, column_type, collation_name, extra,
                           generation_expression, column_comment
                    FROM information_schema.columns""",
                    "table_schema",
                    "ORDER BY table_name, ordinal_position",
                    (row, reading) -> reading.column(row, ReportedColumn.of(row))),
            query("""
                    SELECT constraint_schema AS table_schema, table_name, constraint_name, delete_rule, update_rule
                    FROM information_schema.referential_constraints""", "constraint_schema", "", (row, reading) -> reading.referentialRules(row)),
            query(
                    """
                    SELECT table_schema, table_name, constraint_name, column_name, referenced_table_schema, referenced_table_name,
                           referenced_column_name
                    FROM information_schema.key_column_usage""",
                    "table_schema",
                    "AND referenced_table_name IS NOT NULL ORDER BY table_name, constraint_name, ordinal_position",
                    (row, reading) -> reading.foreignKeyColumn(row)),
            query(
                    """
                    SELECT table_schema, table_name, index_name, non_unique, column_name, collation, sub_part, index_type, ignored,
                           index_comment
                    FROM information_schema.statistics""",
                    "table_schema",
                    "ORDER BY table_name, index_name, seq_in_index",
                    (row, reading) -> reading.indexPart(row)));

    private MariadbCatalog() {}

    private static InformationSchemaQuery query(
            String select, String schemaColumn, String rest, InformationSchemaQuery.RowReader rows) {
        return new InformationSchemaQuery(
                MariadbSession.IN_PLAIN_WORDS + select, schemaColumn, "table_name", rest, rows);
    }
}
