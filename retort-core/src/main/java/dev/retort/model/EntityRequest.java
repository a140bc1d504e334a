package dev.retort.model;

import dev.retort.dialect.Dialect;
import java.util.Map;

/**
 * A request for the schema that entities describe.
 *
 * @param entities which entities
 * @param settings settings for the persistence provider; they override the application's own
 * @param application the application's classes
 * @param dialect the dialect of the database
 * @param target the product and version of the database
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
