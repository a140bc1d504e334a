package dev.retort.dialect.postgresql;

import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.ObjectLookup;
import dev.retort.schema.ObjectReference;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Looks up objects in the catalog of PostgreSQL, which information_schema shows only in part. */
final class PostgresqlLookup extends ObjectLookup {

    private static final Pattern BETWEEN_COMMAS = Pattern.compile(",(?![^(]*\\))");

    PostgresqlLookup(IdentifierRules names) {
        super(names);
    }

    @Override
    protected boolean hasSearchPath() {
        return true;
    }

    @Override
    protected CatalogQuery query(ObjectReference object) {
        String name = names.write(object.name());
        return switch (object.kind()) {
            case TABLE -> relation(name, "'r', 'p', 'f'");
            case VIEW -> relation(name, "'v'");
            case MATERIALIZED_VIEW -> relation(name, "'m'");
            case FUNCTION -> routine(object, "p.prokind <> 'p'");
            case PROCEDURE -> routine(object, "p.prokind = 'p'");
            case TRIGGER ->
                CatalogQuery.of(
                        "SELECT 1 FROM pg_trigger WHERE tgname = ? AND tgrelid = to_regclass(?)",
                        object.name().name(),
                        object.table() == null ? "" : names.write(object.table()));
            case ENUM_TYPE -> type(name, "e");
            case DOMAIN -> type(name, "d");
            case EXTENSION ->
                CatalogQuery.of(
                        "SELECT 1 FROM pg_extension WHERE extname = ?",
                        object.name().name());
            case SCHEMA ->
                CatalogQuery.of(
                        "SELECT 1 FROM pg_namespace WHERE nspname = ?",
                        object.name().name());
            default -> super.query(object);
        };
    }

    @Override
    public boolean hasEnumValue(Connection connection, QualifiedName type, String value) throws SQLException {
        return !CatalogQuery.of(
                        "SELECT 1 FROM pg_enum WHERE enumtypid = to_regtype(?) AND enumlabel = ?",
                        names.write(type),
                        value)
                .texts(connection)
                .isEmpty();
    }

    @Override
    public boolean hasPartition(Connection connection, QualifiedName table, QualifiedName partition)
            throws SQLException {
        return !CatalogQuery.of(
                        "SELECT 1 FROM pg_inherits WHERE inhparent = to_regclass(?) AND inhrelid = to_regclass(?)",
                        names.write(table),
                        names.write(partition))
                .texts(connection)
                .isEmpty();
    }

    private static CatalogQuery relation(String name, String kinds) {
        return CatalogQuery.of(
                "SELECT 1 FROM pg_class WHERE oid = to_regclass(?) AND relkind IN (" + kinds + ")", name);
    }

    private static CatalogQuery type(String name, String kind) {
        return CatalogQuery.of("SELECT 1 FROM pg_type WHERE oid = to_regtype(?) AND typtype = '" + kind + "'", name);
    }

    /** Not {@code to_regprocedure}, which fails on PostgreSQL before 16 where there is no such type. */
    private static CatalogQuery routine(ObjectReference object, String condition) {
        List<String> arguments = new ArrayList<>(List.of(object.name().name()));
        StringBuilder sql = new StringBuilder("SELECT 1 FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
                + " WHERE p.proname = ? AND " + condition);
        if (object.name().schema() == null) {
            sql.append(" AND pg_function_is_visible(p.oid)");
        } else {
            sql.append(" AND n.nspname = ?");
            arguments.add(object.name().schema());
        }
        if (object.arguments() != null) {
            List<String> types = BETWEEN_COMMAS
                    .splitAsStream(object.arguments())
                    .filter(type -> !type.isBlank())
                    .toList();
            sql.append(" AND p.proargtypes = array_to_string(ARRAY[")
                    .append(types.stream().map(type -> "to_regtype(?)::oid").collect(Collectors.joining(", ")))
                    .append("]::oid[], ' ', '0')::oidvector");
            arguments.addAll(types);
        }
        return new CatalogQuery(sql.toString(), arguments);
    }
}
