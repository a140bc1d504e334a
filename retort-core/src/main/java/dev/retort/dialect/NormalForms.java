package dev.retort.dialect;

import dev.retort.schema.TableElement;
import java.util.Map;
import java.util.Optional;

/**
 * What definitions are in a server's own words.
 *
 * @param byDefinition the normal forms, parts of tables without names; what the server refuses has none
 * @param asked whether the server could be asked at all
 */
public record NormalForms(Map<Definition, TableElement> byDefinition, boolean asked) {

    /** Of a database that was not asked, or may not be. */
    public static final NormalForms NOT_ASKED = new NormalForms(Map.of(), false);

    public NormalForms {
        byDefinition = Map.copyOf(byDefinition);
    }

    /** The normal form of a definition, which is of the same kind; empty when there is none. */
    public <T extends TableElement> Optional<T> of(Definition definition, Class<T> kind) {
        return Optional.ofNullable(byDefinition.get(definition)).map(kind::cast);
    }
}
