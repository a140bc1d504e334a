package dev.retort.dialect.sqlite;

import dev.retort.dialect.BeyondStandard;
import dev.retort.dialect.DdlCompiler;
import dev.retort.dialect.DefaultText;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Literals;
import dev.retort.dialect.SqlTypes;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.sql.SqlTokens;
import java.util.List;
import java.util.Set;

/** Writes columns and constraints for SQLite. */
abstract class SqliteColumns extends DdlCompiler {

    private static final Set<String> OF_COLUMNS =
            Set.of(BeyondStandard.COLLATE, BeyondStandard.VIRTUAL, BeyondStandard.TIME_WITH_TIME_ZONE);

    private static final Set<String> OF_FOREIGN_KEYS = Set.of(BeyondStandard.DEFERRABLE, BeyondStandard.SET_DEFAULT);

    private static final Set<String> OF_INDEXES =
            Set.of(BeyondStandard.COLLATE, BeyondStandard.WHERE, BeyondStandard.EXPRESSION);

    private static final Set<String> CURRENT = Set.of("current_timestamp", "current_date", "current_time");

    protected SqliteColumns(IdentifierRules names, SqlTypes types, Literals literals) {
        super(SqliteProvider.NAME, names, types, literals);
    }

    /** https://www.sqlite.org/foreignkeys.html#fk_deferred, https://www.sqlite.org/lang_createindex.html */
    @Override
    protected boolean knows(String words, TableElement element) {
        if (element instanceof Column) {
            return OF_COLUMNS.contains(words);
        }
        return element instanceof ForeignKey ? OF_FOREIGN_KEYS.contains(words) : OF_INDEXES.contains(words);
    }

    /** Refuses an identity column that cannot be AUTOINCREMENT. */
    protected final void requireNumberable(Table table, Column column, Operation operation) {
        if (!isWholeKey(table, column)) {
            throw unsupported(
                    operation,
                    "an AUTOINCREMENT column has to be the whole primary key, and " + column.name() + " is not");
        }
        if (!Identity.BY_DEFAULT.equals(column.identity())) {
            throw unsupported(
                    operation, "an AUTOINCREMENT column such as " + column.name() + " has START 1 and INCREMENT 1");
        }
    }

    /**
     * An identity column is {@code integer PRIMARY KEY AUTOINCREMENT}, so that no number is used twice, as on other databases. SQLite
     * requires exactly this type and position.
     */
    @Override
    protected String columnInTable(Table table, Column column) {
        // SQLite lets a key column hold NULL unless told otherwise (its documentation calls that a bug kept for old
        // files).
        Column required = table.isInPrimaryKey(column) ? column.notNull() : column;
        PrimaryKey key = table.primaryKey();
        if (column.identity() == null || key == null) {
            return columnDefinition(required);
        }
        return names.write(column.name()) + " integer NOT NULL " + named(key) + "PRIMARY KEY AUTOINCREMENT";
    }

    @Override
    protected boolean writtenWithItsColumn(Table table, Constraint constraint) {
        return constraint instanceof PrimaryKey
                && table.columns().stream().anyMatch(column -> column.identity() != null);
    }

    static boolean isWholeKey(Table table, Column column) {
        PrimaryKey key = table.primaryKey();
        return key != null && key.columns().equals(List.of(column.name()));
    }

    @Override
    protected String columnType(Column column) {
        return column.type() instanceof EnumType list
                ? types.render(list) + " CHECK (" + EnumAsText.condition(names.write(column.name()), list) + ")"
                : types.render(column.type());
    }

    IdentifierRules identifiers() {
        return names;
    }

    /** The definition of a column. */
    String definition(Column column) {
        return columnDefinition(column);
    }

    /** The clause of a constraint. */
    String clause(QualifiedName table, Constraint constraint) {
        return constraint(table, constraint);
    }

    /** The name of a primary key before its clause; empty for none. */
    String named(PrimaryKey key) {
        return key.name() == null ? "" : "CONSTRAINT " + names.write(key.name()) + " ";
    }

    /** The declared type. */
    String typeText(SqlType type) {
        return types.render(type);
    }

    /** Whether two declared types are one type but for the length of texts, which SQLite ignores. */
    boolean isStoredAlike(String declared, String other) {
        return SqliteTypes.affinity(declared) == SqliteTypes.affinity(other)
                && SqliteTypes.withoutLength(types.canonical(types.parse(declared)))
                        .equals(SqliteTypes.withoutLength(types.canonical(types.parse(other))));
    }

    /** An expression must be in parentheses; only a constant may be without. */
    @Override
    protected String defaultValue(DefaultValue value) {
        if (value instanceof DefaultValue.Expression expression && !isConstant(expression) && !isCurrent(expression)) {
            return "(" + expression.sql() + ")";
        }
        return super.defaultValue(value);
    }

    /** Whether an expression is a constant. */
    protected static boolean isConstant(DefaultValue.Expression expression) {
        return !(DefaultText.read(expression.sql(), SqliteProvider.SYNTAX) instanceof DefaultValue.Expression);
    }

    private static boolean isCurrent(DefaultValue.Expression expression) {
        SqlTokens tokens = SqlTokens.of(expression.sql(), SqliteProvider.SYNTAX);
        return tokens.size() == 1 && CURRENT.contains(tokens.get(0).value());
    }
}
