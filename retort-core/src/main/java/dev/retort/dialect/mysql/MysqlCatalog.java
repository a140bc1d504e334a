package dev.retort.dialect.mysql;

import dev.retort.dialect.mariadb.CatalogReading;
import dev.retort.dialect.mariadb.InformationSchemaQuery;
import dev.retort.dialect.mariadb.MariadbLiterals;
import dev.retort.dialect.mariadb.ReportedColumn;
import dev.retort.dialect.mariadb.TableDraft;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Index;
import dev.retort.schema.Options;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The queries of information_schema, in the order in which their results build on each other. What they give does not depend on the settings
 * of the session; {@code information_schema_stats_expiry} only affects statistics, which they do not ask for.
 */
final class MysqlCatalog {

    private static final Pattern ON_UPDATE = Pattern.compile("(?i)\\bon update (\\S+)");

    private static final MariadbLiterals LITERALS = new MariadbLiterals();

    static final List<InformationSchemaQuery> QUERIES = List.of(
            InformationSchemaQuery.of(
                    InformationSchemaQuery.TABLES,
                    "table_schema",
                    "AND table_type = 'BASE TABLE' ORDER BY table_name",
                    (row, reading) -> reading.table(row)),
            new InformationSchemaQuery(
                    """
                    SELECT t.constraint_schema AS table_schema, t.table_name AS table_name,
                           t.constraint_name AS constraint_name, t.enforced AS enforced, c.check_clause AS check_clause
                    FROM information_schema.table_constraints t
                    JOIN information_schema.check_constraints c
                      ON c.constraint_schema = t.constraint_schema AND c.constraint_name = t.constraint_name""",
                    "t.constraint_schema",
                    "t.table_name",
                    "AND t.constraint_type = 'CHECK' ORDER BY t.table_name, t.constraint_name",
                    MysqlCatalog::check),
            InformationSchemaQuery.of(
                    """
                    SELECT table_schema, table_name, column_name, column_default, is_nullable, data_type, column_type,
                           collation_name, extra, generation_expression, column_comment, srs_id
                    FROM information_schema.columns""", "table_schema", "ORDER BY table_name, ordinal_position", MysqlCatalog::column),
            InformationSchemaQuery.REFERENTIAL_RULES,
            InformationSchemaQuery.FOREIGN_KEYS,
            InformationSchemaQuery.of(
                    """
                    SELECT table_schema, table_name, index_name, non_unique, column_name, collation, sub_part, index_type,
                           is_visible, index_comment, expression
                    FROM information_schema.statistics""", "table_schema", "ORDER BY table_name, index_name, seq_in_index", MysqlCatalog::indexPart));

    private MysqlCatalog() {}

    private static void check(ResultSet row, CatalogReading reading) throws SQLException {
        TableDraft table = reading.tableOf(row).orElse(null);
        if (table != null) {
            String condition = MysqlExpression.inCatalog(row.getString("check_clause"));
            table.check(CheckConstraint.of(row.getString("constraint_name"), condition)
                    .enforced(row.getString("enforced").equals("YES")));
        }
    }

    private static void column(ResultSet row, CatalogReading reading) throws SQLException {
        TableDraft table = reading.tableOf(row).orElse(null);
        if (table == null) {
            return;
        }
        String extra = row.getString("extra");
        String generation = row.getString("generation_expression");
        Matcher update = ON_UPDATE.matcher(extra);
        String name = row.getString("column_name");
        table.column(new ReportedColumn(
                name,
                row.getString("column_type"),
                row.getString("is_nullable").equals("YES"),
                defaultValue(row.getString("column_default"), extra, row.getString("data_type")),
                generation == null || generation.isEmpty() ? null : MysqlExpression.inCatalog(generation),
                extra.contains("STORED"),
                update.find() ? update.group(1) : null,
                extra.contains("auto_increment"),
                extra.contains(ReportedColumn.INVISIBLE),
                false,
                row.getString("collation_name"),
                row.getString("column_comment")));
        String system = row.getString("srs_id");
        if (system != null) {
            table.replace(name, column -> column.option(MysqlColumns.SRID, system));
        }
    }

    /** The default as SQL; null for none. Only strings, numbers and moments come without their quotes. */
    private static @Nullable String defaultValue(@Nullable String text, String extra, String type) {
        if (text == null) {
            return null;
        }
        if (extra.contains("DEFAULT_GENERATED")) {
            return MysqlMoment.isUsual(text) ? text : "(" + MysqlExpression.inCatalog(text) + ")";
        }
        boolean bytes = type.equals("binary") || type.equals("varbinary");
        return type.equals("bit") || (bytes && text.startsWith("0x")) ? text : LITERALS.text(text);
    }

    private static void indexPart(ResultSet row, CatalogReading reading) throws SQLException {
        TableDraft table = reading.tableOf(row).orElse(null);
        if (table == null) {
            return;
        }
        String column = row.getString("column_name");
        Index.Part part = column == null
                ? Index.Part.expression(MysqlExpression.inCatalog(row.getString("expression")))
                        .descending("D".equals(row.getString("collation")))
                : TableDraft.part(row, column);
        boolean visible = row.getString("is_visible").equals("YES");
        table.indexPart(row, part, visible ? Options.NONE : Options.NONE.with(MysqlDdl.INVISIBLE, ""));
    }
}
