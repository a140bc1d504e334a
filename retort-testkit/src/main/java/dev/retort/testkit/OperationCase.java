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
 * An operation and the schema after it. The methods return a changed copy.
 *
 * @param name what it is about, unique among the cases of a dialect
 * @param needs the capabilities that it needs
 * @param reversible whether the operation has a reverse, which must restore the schema
 * @param setUp creates the schema before, in an empty one, with rows that must survive
 * @param operation the operation
 * @param after the schema afterwards, as it would be desired
 * @param otherSchema whether {@link #OTHER_SCHEMA} is needed
 * @param answers numbers that queries must return afterwards
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

    /** A schema other than the connection's own. */
    public static final String OTHER_SCHEMA = "retort_other";

    public OperationCase {
        needs = Set.copyOf(needs);
        setUp = List.copyOf(setUp);
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    /** A case for every database, with a reverse. */
    public static OperationCase of(String name, List<Operation> setUp, Operation operation, SchemaSnapshot after) {
        return new OperationCase(name, Set.of(), true, setUp, operation, after, false, Map.of());
    }

    /** The same for databases with a capability. */
    public OperationCase needing(Capability... more) {
        Set<Capability> all = EnumSet.noneOf(Capability.class);
        all.addAll(needs);
        all.addAll(List.of(more));
        return new OperationCase(name, all, reversible, setUp, operation, after, otherSchema, answers);
    }

    /** The same without a reverse. */
    public OperationCase irreversible() {
        return new OperationCase(name, needs, false, setUp, operation, after, otherSchema, answers);
    }

    /** The same with more operations before it. */
    public OperationCase withSetUp(Operation... more) {
        List<Operation> all = new ArrayList<>(setUp);
        all.addAll(List.of(more));
        return new OperationCase(name, needs, reversible, all, operation, after, otherSchema, answers);
    }

    /** The same in a database with another schema. */
    public OperationCase inOtherSchema() {
        return new OperationCase(name, needs, reversible, setUp, operation, after, true, answers);
    }

    /** The same with a query that must return a number afterwards. */
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
