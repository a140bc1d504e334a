package dev.retort.command;

import dev.retort.dialect.Rehearsal;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.GeneratedOperations;
import dev.retort.operation.Operation;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out by a copy of the schema which operations a database refuses. */
final class RefusedOperations {

    private RefusedOperations() {}

    /**
     * Which operations are refused, and why. Where the database makes no copy, none. The others are tried anew without each one that is
     * refused.
     */
    static Map<Operation, String> of(Database database, GeneratedOperations upgrade) throws SQLException {
        Map<Operation, String> refused = new LinkedHashMap<>();
        int before;
        do {
            before = refused.size();
            List<Operation> left = upgrade.operations().stream()
                    .filter(operation -> !refused.containsKey(operation))
                    .toList();
            addRefused(database, left, refused);
        } while (refused.size() > before);
        return refused;
    }

    private static void addRefused(Database database, List<Operation> operations, Map<Operation, String> refused)
            throws SQLException {
        try (Rehearsal rehearsal = database.dialect()
                .rehearsals()
                .of(database.connection(), operations.stream())
                .orElse(null)) {
            if (rehearsal != null) {
                for (Operation operation : operations) {
                    tried(rehearsal, operation).ifPresent(why -> refused.put(operation, why));
                }
            }
        }
    }

    /** What the dialect refuses does not come, so that the copy stays without it. */
    private static Optional<String> tried(Rehearsal rehearsal, Operation operation) {
        try {
            return rehearsal.failure(operation);
        } catch (UnsupportedByDialectException refusedAnyway) {
            return Optional.empty();
        }
    }
}
