package dev.retort.schema;

/**
 * A view.
 *
 * @param name the name
 * @param query its query, in the database's SQL
 * @param materialized whether its rows are stored until it is refreshed
 */
public record View(QualifiedName name, String query, boolean materialized) implements AuxiliaryObject {

    /** The same view with its rows stored until it is refreshed. */
    public View asMaterialized() {
        return new View(name, query, true);
    }

    @Override
    public Kind kind() {
        return materialized ? Kind.MATERIALIZED_VIEW : Kind.VIEW;
    }
}
