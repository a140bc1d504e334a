package dev.retort.dialect.mysql;

import dev.retort.dialect.mariadb.MariadbDefaults;
import dev.retort.dialect.mariadb.MariadbIndexes;
import dev.retort.dialect.mariadb.MariadbProvider;
import dev.retort.dialect.mariadb.ReportedColumn;
import dev.retort.dialect.mariadb.ShownTable;
import dev.retort.dialect.mariadb.TableDraft;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds a table of MySQL from the catalog. */
final class MysqlTableDraft extends TableDraft {

    /** The key that the server adds: https://dev.mysql.com/doc/refman/8.0/en/create-table-gipks.html */
    private static final String GENERATED_KEY = "my_row_id";

    private final MysqlTypes types;

    MysqlTableDraft(
            MysqlTypes types,
            @Nullable String database,
            QualifiedName name,
            String comment,
            @Nullable String collation) {
        super(types, database, name, comment, collation);
        this.types = types;
    }

    /** The table without the key that the server adds to one without. */
    @Override
    public Table table() {
        Table table = super.table();
        return hasGeneratedKey(table)
                ? table.primaryKey(null)
                        .columns(table.columns().stream()
                                .filter(column -> !column.name().equals(GENERATED_KEY))
                                .toList())
                : table;
    }

    private static boolean hasGeneratedKey(Table table) {
        PrimaryKey key = table.primaryKey();
        return key != null
                && key.columns().equals(List.of(GENERATED_KEY))
                && table.column(GENERATED_KEY)
                        .filter(column -> column.invisible() && column.identity() != null)
                        .isPresent();
    }

    /** With the indexes of foreign keys, which a statement that drops one has to know. */
    @Override
    protected Table tableToRestate() {
        Table table = super.tableToRestate();
        List<Index> all = new ArrayList<>(table.indexes());
        for (Index index : indexes()) {
            if (table.foreignKeys().stream().anyMatch(key -> index.name().equals(key.name())) && !all.contains(index)) {
                all.add(index);
            }
        }
        return table.indexes(all);
    }

    @Override
    protected @Nullable DefaultValue readDefault(String text, SqlType type) {
        SqlTokens tokens = SqlTokens.of(text, MariadbProvider.SYNTAX);
        boolean quoted = tokens.size() == 1 && tokens.get(0).kind() == SqlToken.Kind.TEXT;
        if (quoted && types.isNumber(type)) {
            return MariadbDefaults.read(tokens.get(0).value(), type);
        }
        String plain = MysqlExpression.plain(text);
        DefaultValue value = MariadbDefaults.read(plain, type);
        boolean inParentheses = tokens.get(0).is("(") && tokens.closing(0) == tokens.size() - 1;
        return inParentheses && !types.hasNoLiteralDefault(type) ? computed(value, plain) : value;
    }

    /** A default in parentheses, which stay where the server would take it for another one without them. */
    private static @Nullable DefaultValue computed(@Nullable DefaultValue value, String plain) {
        return value instanceof DefaultValue.Literal || MysqlMoment.isBare(value)
                ? new DefaultValue.Expression("(" + plain + ")")
                : value;
    }

    /**
     * A string may lack characters of four bytes, for which there is a question mark, and one of bytes ends where a zero is. A full-text
     * index may have a parser.
     */
    @Override
    protected boolean lacksSomething() {
        return columns().stream().anyMatch(this::lacksDefault)
                || indexes().stream().anyMatch(MariadbIndexes::isFulltext);
    }

    private boolean lacksDefault(Column column) {
        DefaultValue value = column.defaultValue();
        return value != null
                && (types.isOfBytes(column.type())
                        || (value instanceof DefaultValue.Literal literal
                                && literal.value().toString().contains("?")));
    }

    @Override
    protected void complete(ShownTable shown) {
        MysqlShownTable table = new MysqlShownTable(shown);
        Map<String, String> parsers = table.parsers();
        for (Index index : List.copyOf(indexes())) {
            String parser = parsers.get(index.name());
            if (parser != null) {
                index(index.option(MysqlDdl.PARSER, parser));
            }
        }
        for (ReportedColumn column : table.columns()) {
            String text = column.defaultValue();
            if (text != null) {
                replace(
                        column.name(),
                        lacking -> lacksDefault(lacking)
                                ? lacking.withDefault(readDefault(text, lacking.type()))
                                : lacking);
            }
        }
    }
}
