package dev.retort.dialect;

import dev.retort.schema.ObjectReference;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks up objects other than sequences in the catalog. The default asks the views of {@code information_schema} that the SQL standard describes. */
public class ObjectLookup {

    /** The names of the database. */
    protected final IdentifierRules names;

    public ObjectLookup(IdentifierRules names) {
        this.names = names;
    }

    /**
     * Whether there is an object; a routine without arguments is there if any of that name is.
     *
     * @throws SQLException when the database does not answer
     */
    public boolean isThere(Connection connection, ObjectReference object) throws SQLException {
        return !query(object).texts(connection).isEmpty();
    }

    /**
     * Whether a named enum type has a label; a type without schema is found as a statement finds it. The default is no.
     *
     * @throws SQLException when the database does not answer
     */
    public boolean hasEnumValue(Connection connection, QualifiedName type, String value) throws SQLException {
        return false;
    }

    /**
     * Whether a table is a partition of another. The default is no.
     *
     * @throws SQLException when the database does not answer
     */
    public boolean hasPartition(Connection connection, QualifiedName table, QualifiedName partition)
            throws SQLException {
        return false;
    }

    /** Whether a name without schema may find an object in another schema than the connection's own. The default is no. */
    protected boolean hasSearchPath() {
        return false;
    }

    /** The query that has a row if there is an object; one without schema is found as a statement finds it. */
    protected CatalogQuery query(ObjectReference object) {
        return switch (object.kind()) {
            case TABLE ->
                with(
                        inSchema("TABLES", "TABLE_SCHEMA", "TABLE_NAME", object),
                        " AND TABLE_TYPE NOT IN ('SEQUENCE', ?)",
                        "VIEW");
            case SCHEMA -> named("SCHEMATA", "SCHEMA_NAME", object);
            case VIEW -> inSchema("VIEWS", "TABLE_SCHEMA", "TABLE_NAME", object);
            case FUNCTION, PROCEDURE ->
                with(
                        inSchema("ROUTINES", "ROUTINE_SCHEMA", "ROUTINE_NAME", object),
                        " AND ROUTINE_TYPE = ?",
                        object.kind().name());
            case TRIGGER -> inSchema("TRIGGERS", "TRIGGER_SCHEMA", "TRIGGER_NAME", object);
            case DOMAIN -> inSchema("DOMAINS", "DOMAIN_SCHEMA", "DOMAIN_NAME", object);
            default -> throw new IllegalArgumentException("No " + object.describe() + " is looked up.");
        };
    }

    /** A query for an object without schema. */
    protected final CatalogQuery named(String view, String nameColumn, ObjectReference object) {
        return CatalogQuery.of(
                "SELECT 1 FROM INFORMATION_SCHEMA." + view + " WHERE " + nameColumn + " = ?",
                names.toCatalog(object.name().name()));
    }

    /** A query for an object in its schema. */
    protected final CatalogQuery inSchema(String view, String schemaColumn, String nameColumn, ObjectReference object) {
        CatalogQuery named = named(view, nameColumn, object);
        String schema = object.name().schema();
        return schema == null ? named : with(named, " AND " + schemaColumn + " = ?", names.toCatalog(schema));
    }

    /** A query with one more condition. */
    protected final CatalogQuery with(CatalogQuery query, String condition, String argument) {
        List<String> arguments = new ArrayList<>(query.arguments());
        arguments.add(argument);
        return new CatalogQuery(query.sql() + condition, arguments);
    }
}
