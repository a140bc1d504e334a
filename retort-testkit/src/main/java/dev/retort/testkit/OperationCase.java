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

/**
 * An operation, and what it makes of a schema. The methods return a changed copy.
 *
 * @param name what it is about, unique among the cases of a dialect
 * @param needs what a database must be able to do for it
 * @param reversible whether the operation has a reverse, which has to restore the schema
 * @param setUp what makes the schema before, in an empty one, with the rows that are to survive
 * @param operation the operation
 * @param after the schema afterwards, as it would be desired
 * @param otherSchema whether {@link #OTHER_SCHEMA} has to be there
 * @param answers numbers that a query must find afterwards
 */
public record OperationCase(
        String name,
        Set<Capability> needs,
        boolean reversible,
        List<Operation> setUp,
        Operation operation,
        SchemaSnapshot after,
        boolean otherSchema,
        Map<String, Long> answers) {

    /** A schema beside the connection's own. */
    public static final String OTHER_SCHEMA = "retort_other";

    public OperationCase {
        needs = Set.copyOf(needs);
        setUp = List.copyOf(setUp);
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /** A case that every database can do, of an operation with a reverse. */
    public static OperationCase of(String name, List<Operation> setUp, Operation operation, SchemaSnapshot after) {
        return new OperationCase(name, Set.of(), true, setUp, operation, after, false, Map.of());
    }

    /** The same for databases that can do something, too. */
    public OperationCase needing(Capability... more) {
        Set<Capability> all = EnumSet.noneOf(Capability.class);
        all.addAll(needs);
        all.addAll(List.of(more));
        return new OperationCase(name, all, reversible, setUp, operation, after, otherSchema, answers);
    }

    /** The same of an operation that has no reverse. */
    public OperationCase irreversible() {
        return new OperationCase(name, needs, false, setUp, operation, after, otherSchema, answers);
    }

    /** The same after more operations. */
    public OperationCase withSetUp(Operation... more) {
        List<Operation> all = new ArrayList<>(setUp);
        all.addAll(List.of(more));
        return new OperationCase(name, needs, reversible, all, operation, after, otherSchema, answers);
    }

    /** The same where there is another schema. */
    public OperationCase inOtherSchema() {
        return new OperationCase(name, needs, reversible, setUp, operation, after, true, answers);
    }

    /** The same with a query that must find a number afterwards. */
    public OperationCase answering(String query, long number) {
        Map<String, Long> all = new LinkedHashMap<>(answers);
        all.put(query, number);
        return new OperationCase(name, needs, reversible, setUp, operation, after, otherSchema, all);
    }

    @Override
    public String toString() {
        return name;
    }
}
