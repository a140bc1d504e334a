package dev.retort.model;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A desired schema and how it was found, so that a person can tell whether it is complete.
 *
 * @param snapshot the desired schema
 * @param complete whether the source can say everything about a schema; what another source leaves unsaid stays as it is
 * @param entities the number of entities that were read; 0 if the source has none
 * @param packages the packages of the entities, sorted
 * @param initialStatements statements that a new table needs before it can be used, by table, in the SQL of the target database
 * @param typeStatements statements that create a type of a column, by its name in lower case, in the SQL of the target database
 */
public record Model(
        SchemaSnapshot snapshot,
        boolean complete,
        int entities,
        List<String> packages,
        Map<QualifiedName, List<String>> initialStatements,
        Map<String, List<String>> typeStatements) {

    public Model {
        packages = packages.stream().sorted().toList();
        initialStatements = new TreeMap<>(initialStatements);
        typeStatements = new TreeMap<>(typeStatements);
    }

    /** The model of a source that can say everything about a schema, such as another database. */
    public static Model of(SchemaSnapshot snapshot) {
        return new Model(snapshot, true, 0, List.of(), Map.of(), Map.of());
    }
}
