package dev.retort.dialect.postgresql;

import dev.retort.dialect.LiteralText;
import dev.retort.dialect.SqlTypes;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.DefaultValue.Literal;
import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import dev.retort.sql.SqlExpression;
import dev.retort.sql.SqlExpression.Kind;
import dev.retort.sql.SqlSyntax;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the text of a default: {@code 'x'::character varying} is the text x. */
final class PostgresqlDefaults {

    private static final Set<TypeKind> NUMERIC = Set.of(
            TypeKind.SMALLINT, TypeKind.INTEGER, TypeKind.BIGINT, TypeKind.DECIMAL, TypeKind.REAL, TypeKind.DOUBLE);

    private final SqlTypes types;

    PostgresqlDefaults(SqlTypes types) {
        this.types = types;
    }

    /** The default that a text means; null for the text NULL. */
    @Nullable
    DefaultValue read(String sql) {
        Optional<SqlExpression> parsed = SqlExpression.parse(sql, SqlSyntax.COMMON);
        if (parsed.isEmpty()) {
            return new DefaultValue.Expression(sql);
        }
        SqlExpression value = parsed.get();
        String type = "";
        if (value.kind() == Kind.CAST) {
            type = value.text();
            value = value.parts().get(0);
        }
        if (value.kind() == Kind.NAME && value.text().equals("null")) {
            return null;
        }
        Object literal = literal(value, type);
        return literal == null ? new DefaultValue.Expression(sql) : new Literal(literal);
    }

    private @Nullable Object literal(SqlExpression value, String type) {
        return switch (value.kind()) {
            case TEXT -> isBits(type) ? null : isNumeric(type) ? number(value) : value.text();
            case NUMBER -> number(value);
            case NAME -> truth(value.text());
            default -> null;
        };
    }

    private static @Nullable Boolean truth(String word) {
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }

    private boolean isNumeric(String type) {
        return types.parse(type) instanceof StandardType standard && NUMERIC.contains(standard.kind());
    }

    /** A text as the default of a bit column is written B'101', and the name of a sequence is no text of the column's. */
    private static boolean isBits(String type) {
        return type.startsWith("bit") || type.startsWith("reg") || type.equals("b") || type.equals("x");
    }

    private static @Nullable Number number(SqlExpression value) {
        return LiteralText.number(value.text()).orElse(null);
    }
}
