package dev.retort.testkit;

import dev.retort.operation.Operation;
import dev.retort.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operation, and what it makes of a schema. The methods return a changed copy.
 *
 * @param name what it is about, unique among the cases of a dialect
 * @param needs what a database must be able to do for it
 * @param setUp what makes the schema before, in an empty one
 * @param operation the operation
 * @param after the schema afterwards, as it would be wished for
 * @param schema where its tables are, other than in the connection's own schema; null for there
 * @param answers numbers that a query must find afterwards
 */
public record OperationCase(
        String name,
        Set<Capability> needs,
        List<Operation> setUp,
        Operation operation,
        SchemaSnapshot after,
        @Nullable String schema,
        Map<String, Long> answers) {

    /** The schema, made for the case, of whoever is not in the connection's own. */
    public static final String ELSEWHERE = "retort_elsewhere";

    public OperationCase {
        needs = Set.copyOf(needs);
        setUp = List.copyOf(setUp);
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /** A case that every database can do. */
    public static OperationCase of(String name, List<Operation> setUp, Operation operation, SchemaSnapshot after) {
        return new OperationCase(name, Set.of(), setUp, operation, after, null, Map.of());
    }

    /** The same for databases that can do something, too. */
    public OperationCase needing(Capability... more) {
        Set<Capability> all = EnumSet.noneOf(Capability.class);
        all.addAll(needs);
        all.addAll(List.of(more));
        return new OperationCase(name, all, setUp, operation, after, schema, answers);
    }

    /** The same after one more operation. */
    public OperationCase behind(Operation... more) {
        List<Operation> all = new ArrayList<>(setUp);
        all.addAll(List.of(more));
        return new OperationCase(name, needs, all, operation, after, schema, answers);
    }

    /** The same in a schema of its own. */
    public OperationCase elsewhere() {
        return new OperationCase(name, needs, setUp, operation, after, ELSEWHERE, answers);
    }

    /** The same with a query that must find a number afterwards. */
    public OperationCase answering(String query, long number) {
        Map<String, Long> all = new LinkedHashMap<>(answers);
        all.put(query, number);
        return new OperationCase(name, needs, setUp, operation, after, schema, all);
    }

    @Override
    public String toString() {
        return name;
    }
}
