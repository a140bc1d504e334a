package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.dialect.NeededObjects;
import dev.retort.dialect.Prerequisites;
import dev.retort.error.ScriptException;
import dev.retort.operation.CreateObject;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameObject;
import dev.retort.schema.EnumType;
import dev.retort.schema.NativeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Refuses, before its first step, a plan whose operations name a type or a schema that does not exist and that no operation creates. */
final class MissingObjects {

    /** Statements that may create one, or change where it is looked up. */
    private static final Pattern MAY_MAKE =
            Pattern.compile("(?i)\\b(type|domain|extension|schema|database|search_path|do|call|select|execute)\\b");

    private MissingObjects() {}

    /**
     * Requires that they exist. Nothing is checked after SQL or Java that may create them.
     *
     * @throws ScriptException naming the first one that is missing
     */
    static void refuse(Connection connection, Dialect dialect, Iterable<CompiledStep> steps) throws SQLException {
        Map<Operation, CompiledStep> needing = needing(steps);
        if (needing.isEmpty() || missing(connection, dialect, needing.keySet()).isEmpty()) {
            return;
        }
        for (Map.Entry<Operation, CompiledStep> one : needing.entrySet()) {
            List<String> missing = missing(connection, dialect, List.of(one.getKey()));
            if (!missing.isEmpty()) {
                throw new ScriptException(
                        "The database cannot do '" + one.getKey().describe() + "': " + String.join("; ", missing) + ".",
                        one.getValue().recording().position(one.getKey()),
                        "Nothing was run. Create it by hand, or in SQL before this.",
                        null);
            }
        }
    }

    private static List<String> missing(Connection connection, Dialect dialect, Collection<Operation> operations)
            throws SQLException {
        return Prerequisites.missing(connection, dialect, List.copyOf(operations), Map.of());
    }

    /** The operations that need existing objects, in order, with their steps. */
    private static Map<Operation, CompiledStep> needing(Iterable<CompiledStep> steps) {
        Map<Operation, CompiledStep> needing = new LinkedHashMap<>();
        for (CompiledStep step : steps) {
            for (Executable executable : step.examples()) {
                if (mayMake(executable)) {
                    return needing;
                }
                if (takesForGranted(executable.operation())) {
                    needing.putIfAbsent(executable.operation(), step);
                }
            }
        }
        return needing;
    }

    static boolean mayMake(Executable executable) {
        return executable instanceof Executable.JavaWork
                || executable.operation() instanceof CreateObject
                || executable.operation() instanceof RenameObject
                || (executable.operation() instanceof ExecuteSql written
                        && MAY_MAKE.matcher(written.sql()).find());
    }

    private static boolean takesForGranted(Operation operation) {
        NeededObjects objects = NeededObjects.of(List.of(operation));
        return !objects.schemas().isEmpty()
                || objects.types().stream().anyMatch(type -> type instanceof NativeType || type instanceof EnumType);
    }
}
