package dev.retort.dialect.h2;

import dev.retort.dialect.CatalogNames;
import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.SqlTypes;
import dev.retort.schema.ArrayType;
import dev.retort.schema.EnumType;
import dev.retort.schema.NativeType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The types of tables' columns or of domains: H2 lists the values of an enum and the elements of an array apart. */
final class CatalogTypes {

    private final CatalogNames names;
    private final SqlTypes types;
    private final Map<List<Object>, List<String>> enumValues = new HashMap<>();
    private final Map<List<Object>, ReportedType> elementTypes = new HashMap<>();

    private CatalogTypes(CatalogNames names, SqlTypes types) {
        this.names = names;
        this.types = types;
    }

    /**
     * The types of a kind of objects.
     *
     * @param kind the kind in the catalog's word
     */
    static CatalogTypes of(String kind, CatalogNames names, SqlTypes types, Connection connection) throws SQLException {
        CatalogTypes read = new CatalogTypes(names, types);
        String belonging = " WHERE OBJECT_TYPE = '" + kind + "' AND OBJECT_SCHEMA IN " + names.marks();
        new CatalogQuery(
                        "SELECT OBJECT_SCHEMA, OBJECT_NAME, ENUM_IDENTIFIER, VALUE_NAME FROM INFORMATION_SCHEMA.ENUM_VALUES"
                                + belonging + " ORDER BY VALUE_ORDINAL",
                        names.stored())
                .forEach(connection, read::addEnumValue);
        new CatalogQuery(
                        "SELECT OBJECT_SCHEMA, OBJECT_NAME, COLLECTION_TYPE_IDENTIFIER, " + ReportedType.COLUMNS
                                + " FROM INFORMATION_SCHEMA.ELEMENT_TYPES" + belonging,
                        names.stored())
                .forEach(connection, read::addElementType);
        return read;
    }

    private void addEnumValue(ResultSet row) throws SQLException {
        List<Object> key = key(names.of(row, "OBJECT_SCHEMA", "OBJECT_NAME"), row.getString("ENUM_IDENTIFIER"));
        enumValues.computeIfAbsent(key, missing -> new ArrayList<>()).add(row.getString("VALUE_NAME"));
    }

    private void addElementType(ResultSet row) throws SQLException {
        QualifiedName object = names.of(row, "OBJECT_SCHEMA", "OBJECT_NAME");
        elementTypes.put(key(object, row.getString("COLLECTION_TYPE_IDENTIFIER")), ReportedType.of(row));
    }

    private static List<Object> key(QualifiedName object, String identifier) {
        return List.of(object, identifier);
    }

    /** The type of a column of an object, or of an object itself. */
    SqlType type(QualifiedName object, ReportedType reported) {
        if (reported.isEnum()) {
            return new EnumType(null, values(object, reported));
        }
        if (!reported.isArray()) {
            return types.parse(reported.text());
        }
        ReportedType element = elementTypes.get(key(object, reported.identifier()));
        if (element == null) {
            return new NativeType(reported.text());
        }
        SqlType inner = type(object, element);
        return reported.limitsElements()
                ? new NativeType(types.render(inner) + " ARRAY[" + reported.maximumElements() + "]")
                : new ArrayType(inner);
    }

    /** The values of an enum. */
    List<String> values(QualifiedName object, ReportedType reported) {
        return enumValues.getOrDefault(key(object, reported.identifier()), List.of());
    }
}
