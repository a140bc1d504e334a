package dev.retort.dialect.h2;

import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.ObjectLookup;
import dev.retort.schema.ObjectReference;

/** Looks up objects in the catalog of H2. */
final class H2Lookup extends ObjectLookup {

    /** The condition of a materialized view in INFORMATION_SCHEMA.TABLES, which calls it a view. */
    static final String IS_MATERIALIZED = "TABLE_CLASS = 'org.h2.table.MaterializedView'";

    H2Lookup(IdentifierRules names) {
        super(names);
    }

    @Override
    protected CatalogQuery query(ObjectReference object) {
        return switch (object.kind()) {
            // An alias of a Java method that returns nothing is called a procedure there.
            case FUNCTION -> inSchema("ROUTINES", "ROUTINE_SCHEMA", "ROUTINE_NAME", object);
            case VIEW -> view(object, " AND NOT ");
            case MATERIALIZED_VIEW -> view(object, " AND ");
            default -> super.query(object);
        };
    }

    private CatalogQuery view(ObjectReference object, String and) {
        return with(
                inSchema("TABLES", "TABLE_SCHEMA", "TABLE_NAME", object),
                and + IS_MATERIALIZED + " AND TABLE_TYPE = ?",
                "VIEW");
    }
}
