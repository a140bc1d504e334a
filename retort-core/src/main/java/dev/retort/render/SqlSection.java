package dev.retort.render;

import dev.retort.operation.Attention;
import java.util.List;

/**
 * One direction of a revision in SQL.
 *
 * @param statements the statements, without terminator
 * @param attentions the remarks; they stand at the beginning
 */
public record SqlSection(List<String> statements, List<Attention> attentions) {

    public SqlSection {
        statements = List.copyOf(statements);
        attentions = List.copyOf(attentions);
    }
}
