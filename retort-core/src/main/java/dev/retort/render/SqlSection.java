package dev.retort.render;

import dev.retort.operation.Hazard;
import java.util.List;

/**
 * One direction of a revision in SQL.
 *
 * @param statements the statements, without terminator
 * @param hazards what a person should know; it is at the beginning
 */
public record SqlSection(List<String> statements, List<Hazard> hazards) {

    public SqlSection {
        statements = List.copyOf(statements);
        hazards = List.copyOf(hazards);
    }
}
