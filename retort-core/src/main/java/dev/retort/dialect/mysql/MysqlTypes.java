package dev.retort.dialect.mysql;

import dev.retort.dialect.Literals;
import dev.retort.dialect.TypeText;
import dev.retort.dialect.mariadb.MariadbTypes;
import dev.retort.schema.SqlType;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** How MySQL writes types. */
final class MysqlTypes extends MariadbTypes {

    /** The types whose catalog spelling is another one. */
    private static final Map<String, String> REPORTED = Map.of(
            "integer unsigned", "int unsigned",
            "bit", "bit(1)",
            "year(4)", "year",
            "vector", "vector(2048)",
            "geometrycollection", "geomcollection");

    /** https://dev.mysql.com/doc/refman/8.0/en/data-type-defaults.html#data-type-defaults-explicit */
    private static final Pattern WITHOUT_LITERAL_DEFAULT = Pattern.compile(
            "(?is)(tiny|medium|long)?(text|blob)|json|vector|geometry|geom(etry)?collection|(multi)?(point|linestring|polygon)");

    private static final Set<String> NUMBERS = Set.of(
            "tinyint",
            "smallint",
            "mediumint",
            "int",
            "integer",
            "bigint",
            "decimal",
            "numeric",
            "float",
            "double",
            "boolean",
            "year");

    private static final Set<String> BYTES = Set.of("binary", "varbinary");

    MysqlTypes(MysqlFeatures features, Literals literals) {
        super(features, literals);
    }

    @Override
    protected String databaseName() {
        return MysqlProvider.PRODUCT;
    }

    @Override
    protected String reported(String type) {
        return REPORTED.getOrDefault(type, type);
    }

    /** Whether the default of a type can only be an expression in parentheses. */
    boolean hasNoLiteralDefault(SqlType type) {
        return WITHOUT_LITERAL_DEFAULT.matcher(name(type)).matches();
    }

    boolean isNumber(SqlType type) {
        return NUMBERS.contains(name(type).split(" ", 2)[0]);
    }

    /** Whether a type is of bytes, with a default that can be a literal. */
    boolean isOfBytes(SqlType type) {
        return BYTES.contains(name(type));
    }

    private String name(SqlType type) {
        return TypeText.of(render(type)).name();
    }
}
