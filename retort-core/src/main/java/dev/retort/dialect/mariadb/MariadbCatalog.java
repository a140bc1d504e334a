package dev.retort.dialect.mariadb;

import java.util.List;
import java.util.stream.Stream;

/** The queries of information_schema, in the order in which their results build on each other. */
final class MariadbCatalog {

    static final List<InformationSchemaQuery> QUERIES = Stream.of(
                    InformationSchemaQuery.of(
                            InformationSchemaQuery.TABLES,
                            "table_schema",
                            "AND table_type IN ('BASE TABLE', 'SYSTEM VERSIONED', 'SEQUENCE') ORDER BY table_name",
                            (row, reading) -> reading.table(row)),
                    InformationSchemaQuery.of(
                            """
                            SELECT constraint_schema AS table_schema, table_name, constraint_name, level, check_clause
                            FROM information_schema.check_constraints""",
                            "constraint_schema",
                            "ORDER BY table_name, constraint_name",
                            (row, reading) -> reading.check(row)),
                    InformationSchemaQuery.of(
                            """
                            SELECT table_schema, table_name, column_name, column_default, is_nullable, column_type, collation_name,
                                   extra, generation_expression, column_comment
                            FROM information_schema.columns""",
                            "table_schema",
                            "ORDER BY table_name, ordinal_position",
                            (row, reading) -> reading.column(row, ReportedColumn.of(row))),
                    InformationSchemaQuery.REFERENTIAL_RULES,
                    InformationSchemaQuery.FOREIGN_KEYS,
                    InformationSchemaQuery.of(
                            """
                            SELECT table_schema, table_name, index_name, non_unique, column_name, collation, sub_part, index_type,
                                   ignored, index_comment
                            FROM information_schema.statistics""",
                            "table_schema",
                            "ORDER BY table_name, index_name, seq_in_index",
                            (row, reading) -> reading.indexPart(row)))
            .map(query -> query.after(MariadbSession.IN_PLAIN_WORDS))
            .toList();

    private MariadbCatalog() {}
}
