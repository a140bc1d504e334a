package dev.retort.model;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A desired schema with what was looked at to find it, so that a person can tell whether it is all.
 *
 * @param snapshot the desired schema
 * @param complete whether the source can say all that a database has; what another one leaves unsaid stays as it is
 * @param entities how many entities were read; 0 when the source has none
 * @param packages the packages of the entities, sorted
 * @param initialStatements statements that a new table needs before it can be used, by table, in the SQL of the target database
 * @param typeStatements statements that make a type which columns name, by its name in lower case, in the SQL of the target database
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

    /** The model of a source that says all of a schema, as another database does. */
    public static Model of(SchemaSnapshot snapshot) {
        return new Model(snapshot, true, 0, List.of(), Map.of(), Map.of());
    }
}
