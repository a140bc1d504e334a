package dev.retort.model;

import dev.retort.dialect.Dialect;
import java.util.Map;

/**
 * A question for the schema that entities describe.
 *
 * @param entities which entities
 * @param settings settings for whatever maps them; they win over those that the application itself brings
 * @param application where the entities' classes are
 * @param dialect the database that the schema is for
 * @param target the product and version of that database
 */
public record EntityRequest(
        EntitySelection entities,
        Map<String, String> settings,
        ApplicationClasses application,
        Dialect dialect,
        TargetDatabase target) {

    public EntityRequest {
        settings = Map.copyOf(settings);
    }
}
