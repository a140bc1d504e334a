package dev.retort.dialect.sqlite;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.DefaultText;
import dev.retort.dialect.IdentifierRules;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.EnumType;
import dev.retort.schema.Identity;
import dev.retort.schema.NativeType;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.Table;
import dev.retort.schema.TypeKind;
import dev.retort.sql.SqlExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When SQLite takes two descriptions for the same. */
final class SqliteComparison implements ComparisonRules {

    private static final Pattern COLLATION = Pattern.compile("(?i)\\s+collate\\s+(?:\\w+|\"[^\"]+\")\\s*$");

    private final IdentifierRules names;
    private final SqliteTypes types;

    SqliteComparison(IdentifierRules names, SqliteTypes types) {
        this.names = names;
        this.types = types;
    }

    @Override
    public SchemaSnapshot asReported(SchemaSnapshot desired) {
        return desired.with(desired.tables().stream().map(this::asReported).toList(), desired.sequences());
    }

    private Table asReported(Table table) {
        List<CheckConstraint> checks = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column.type() instanceof EnumType list) {
                checks.add(new CheckConstraint(null, EnumAsText.condition(names.write(column.name()), list)));
            }
        }
        checks.addAll(table.checks());
        return new Table(
                table.name(),
                table.columns().stream()
                        .map(column -> asReported(table, column))
                        .toList(),
                table.primaryKey(),
                table.foreignKeys(),
                table.uniqueConstraints(),
                checks,
                table.indexes(),
                null);
    }

    private Column asReported(Table table, Column column) {
        boolean nullable = column.nullable() && !SqliteDdl.isInKey(table, column);
        boolean numbered = column.identity() != null
                || (SqliteDdl.isWholeKey(table, column) && SqliteTypes.isRowNumber(types.render(column.type())));
        return new Column(
                column.name(),
                storedType(column),
                nullable,
                DefaultText.read(column.defaultValue(), SqliteProvider.SYNTAX),
                numbered ? Identity.BY_DEFAULT : null,
                null);
    }

    /** SQLite compares names without regard to the case of ASCII letters. */
    @Override
    public String nameKey(String name) {
        StringBuilder key = new StringBuilder(name);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                key.setCharAt(i, Character.toLowerCase(c));
            }
        }
        return key.toString();
    }

    @Override
    public boolean sameType(Column desired, Column actual) {
        return storedType(desired).equals(storedType(actual));
    }

    /** A numbered column is an integer, whatever width was asked for: SQLite numbers no other, and its integers hold 8 bytes. */
    private SqlType storedType(Column column) {
        return column.identity() == null
                ? types.canonical(uncollated(column.type()))
                : StandardType.of(TypeKind.INTEGER);
    }

    /** The type in the catalog has none: how texts are compared stands behind it, and is not read. */
    private SqlType uncollated(SqlType type) {
        if (!(type instanceof NativeType own)) {
            return type;
        }
        Matcher collation = COLLATION.matcher(own.text());
        return collation.find() ? types.parse(own.text().substring(0, collation.start())) : type;
    }

    @Override
    public boolean sameDefault(Column desired, Column actual) {
        return DefaultText.same(stored(desired.defaultValue()), stored(actual.defaultValue()), SqliteProvider.SYNTAX);
    }

    /** SQLite's booleans are the numbers 0 and 1. */
    private static @Nullable DefaultValue stored(@Nullable DefaultValue value) {
        DefaultValue read = DefaultText.read(value, SqliteProvider.SYNTAX);
        return read instanceof DefaultValue.Literal literal && literal.value() instanceof Boolean truth
                ? new DefaultValue.Literal(truth ? 1 : 0)
                : read;
    }

    @Override
    public boolean sameExpression(String desired, String actual) {
        return SqlExpression.same(desired, actual, SqliteProvider.SYNTAX);
    }

    @Override
    public boolean comments() {
        return false;
    }
}
