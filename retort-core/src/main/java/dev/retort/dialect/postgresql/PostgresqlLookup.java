package dev.retort.dialect.postgresql;

import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.ObjectLookup;
import dev.retort.schema.ObjectReference;

/** Looks up objects beside tables in the catalog of PostgreSQL, which information_schema shows only in part. */
final class PostgresqlLookup extends ObjectLookup {

    PostgresqlLookup(IdentifierRules names) {
        super(names);
    }

    @Override
    protected CatalogQuery query(ObjectReference object) {
        String name = names.write(object.name());
        return switch (object.kind()) {
            case VIEW -> relation(name, "v");
            case MATERIALIZED_VIEW -> relation(name, "m");
            case FUNCTION -> routine(object, name, "p.prokind <> 'p'");
            case PROCEDURE -> routine(object, name, "p.prokind = 'p'");
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
            default -> super.query(object);
        };
    }

    private static CatalogQuery relation(String name, String kind) {
        return CatalogQuery.of("SELECT 1 FROM pg_class WHERE oid = to_regclass(?) AND relkind = '" + kind + "'", name);
    }

    private static CatalogQuery type(String name, String kind) {
        return CatalogQuery.of("SELECT 1 FROM pg_type WHERE oid = to_regtype(?) AND typtype = '" + kind + "'", name);
    }

    private CatalogQuery routine(ObjectReference object, String name, String condition) {
        if (object.arguments() != null) {
            return CatalogQuery.of(
                    "SELECT 1 FROM pg_proc p WHERE p.oid = to_regprocedure(?) AND " + condition,
                    name + "(" + object.arguments() + ")");
        }
        String schema = object.name().schema();
        return CatalogQuery.of(
                "SELECT 1 FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.proname = ? AND "
                        + condition + " AND n.nspname = ?",
                object.name().name(),
                schema == null ? "" : schema);
    }
}
