package dev.retort.dialect.sqlite;

import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.ObjectLookup;
import dev.retort.schema.ObjectReference;
import java.util.Locale;

/** Looks up tables, views and triggers. */
final class SqliteLookup extends ObjectLookup {

    SqliteLookup(IdentifierRules names) {
        super(names);
    }

    @Override
    protected CatalogQuery query(ObjectReference object) {
        String schema = object.name().schema();
        return CatalogQuery.of(
                "SELECT 1 FROM " + (schema == null ? "" : names.write(schema) + ".")
                        + "sqlite_schema WHERE type = ? AND name = ? COLLATE NOCASE",
                object.kind().name().toLowerCase(Locale.ROOT),
                object.name().name());
    }
}
