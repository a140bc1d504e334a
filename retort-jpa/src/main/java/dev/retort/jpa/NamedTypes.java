package dev.retort.jpa;

import dev.retort.dialect.TypeText;
import dev.retort.schema.ArrayType;
import dev.retort.schema.EnumType;
import dev.retort.schema.NativeType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;

/** The types that Hibernate creates besides tables, for enums with a named type in the database. */
final class NamedTypes {

    private static final String ENUM = " as enum";

    private final PhysicalNames names;
    private final Map<String, List<String>> statements = new HashMap<>();

    NamedTypes(Database database, SqlStringGenerationContext context, PhysicalNames names) {
        this.names = names;
        for (AuxiliaryDatabaseObject object : database.getAuxiliaryDatabaseObjects()) {
            List<String> created = Arrays.asList(object.sqlCreateStrings(context));
            if (object.appliesToDialect(database.getDialect())
                    && created.stream().anyMatch(NamedTypes::makesType)) {
                statements.put(object.getExportIdentifier().toLowerCase(Locale.ROOT), created);
            }
        }
    }

    private static boolean makesType(String sql) {
        String words = sql.strip().toLowerCase(Locale.ROOT);
        return words.startsWith("create type ") || words.startsWith("create domain ");
    }

    /** The statements that create the types, by the type's name in lower case. */
    Map<String, List<String>> statements() {
        return statements;
    }

    /** A column's type, with its labels if it names an enum type that Hibernate creates. */
    SqlType asDesired(SqlType type) {
        if (type instanceof ArrayType array) {
            return new ArrayType(asDesired(array.element()));
        }
        if (!(type instanceof NativeType named)) {
            return type;
        }
        return statements.getOrDefault(named.text().toLowerCase(Locale.ROOT), List.of()).stream()
                .filter(sql -> sql.toLowerCase(Locale.ROOT).contains(ENUM))
                .findFirst()
                .<SqlType>map(sql -> new EnumType(
                        QualifiedName.of(names.text(named.text())),
                        TypeText.of(sql.substring(sql.toLowerCase(Locale.ROOT).indexOf(ENUM)))
                                .arguments()))
                .orElse(type);
    }
}
