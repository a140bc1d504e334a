package dev.retort.dialect;

import dev.retort.schema.ArrayType;
import dev.retort.schema.NativeType;
import dev.retort.schema.SqlType;
import dev.retort.sql.SqlTokens;

/** Types that are given by name, with or without a schema. */
public record QualifiedTypes(Dialect dialect) {

    /** Whether a type is given by a name, which the server may write in another way. */
    public static boolean isName(SqlType type) {
        return type instanceof ArrayType array ? isName(array.element()) : type instanceof NativeType;
    }

    /** Whether two types have the same name, only one of them with a schema, which may be that of the other one. */
    public boolean differInSchema(SqlType one, SqlType other) {
        SqlTokens first = tokens(one);
        SqlTokens second = tokens(other);
        return isQualified(first) != isQualified(second)
                && dialect.comparison().sameExpression(unqualified(first), unqualified(second));
    }

    private SqlTokens tokens(SqlType type) {
        return SqlTokens.of(dialect.types().render(dialect.types().canonical(type)), dialect.syntax());
    }

    private static boolean isQualified(SqlTokens name) {
        return name.size() > 2 && name.get(1).is(".");
    }

    private static String unqualified(SqlTokens name) {
        return isQualified(name) ? name.part(2, name.size()).normal() : name.normal();
    }
}
