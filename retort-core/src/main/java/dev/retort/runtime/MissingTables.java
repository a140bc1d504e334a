package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.Conditional;
import dev.retort.dialect.Presence;
import dev.retort.error.ScriptException;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.InsertRows;
import dev.retort.operation.Operation;
import dev.retort.operation.SchemaChange;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaObject.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Refuses, before its first step, a plan whose operations need a table that does not exist. */
final class MissingTables {

    private final Map<QualifiedName, ScriptException> refusals = new LinkedHashMap<>();

    /** The names that the plan makes, takes away or may make, without their schemas. */
    private final Set<String> touched = new HashSet<>();

    private MissingTables() {}

    /**
     * Requires that the tables exist or are created by earlier operations. Nothing is checked after SQL or Java that may create them.
     *
     * @param connection in auto-commit mode
     * @throws ScriptException naming the first table that is missing
     */
    static void refuse(Connection connection, Dialect dialect, Iterable<CompiledStep> steps) throws SQLException {
        MissingTables tables = new MissingTables();
        tables.collect(steps);
        if (tables.refusals.isEmpty()) {
            return;
        }
        Presence presence = new Presence(connection, dialect);
        connection.setAutoCommit(false);
        try {
            for (Map.Entry<QualifiedName, ScriptException> needed : tables.refusals.entrySet()) {
                if (presence.isMissing(needed.getKey())) {
                    throw needed.getValue();
                }
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private void collect(Iterable<CompiledStep> steps) {
        for (CompiledStep step : steps) {
            for (Executable executable : step.examples()) {
                Operation operation = executable.operation();
                if (executable instanceof Conditional conditional) {
                    conditional.parts().forEach(this::touch);
                } else if (operation.change().known()) {
                    rowsOf(operation).ifPresent(table -> need(table, step, executable));
                    for (SchemaChange.Part part : operation.change().parts()) {
                        changed(part).ifPresent(table -> need(table, step, executable));
                        touch(part);
                    }
                } else if (!executable.changesData() || executable.runsCode()) {
                    return;
                }
            }
        }
    }

    private static Optional<QualifiedName> rowsOf(Operation operation) {
        if (operation instanceof BulkInsert insert) {
            return Optional.of(insert.table());
        }
        return operation instanceof InsertRows insert ? Optional.of(insert.table()) : Optional.empty();
    }

    /** The table that a change is about, unless it makes the table. */
    private static Optional<QualifiedName> changed(SchemaChange.Part part) {
        SchemaChange.Subject subject = part.subject();
        if (subject instanceof SchemaChange.ColumnOf column) {
            return Optional.of(column.table());
        }
        if (subject instanceof SchemaChange.ElementOf element) {
            return Optional.of(element.table());
        }
        if (subject instanceof SchemaChange.CommentOf comment) {
            return Optional.of(comment.table());
        }
        if (subject instanceof SchemaChange.PartitionOf partition) {
            return Optional.of(partition.table());
        }
        return !part.makes()
                        && subject instanceof SchemaChange.WholeObject whole
                        && whole.object().kind() == Kind.TABLE
                ? Optional.of(whole.object().name())
                : Optional.empty();
    }

    private void touch(SchemaChange.Part part) {
        if (part.subject() instanceof SchemaChange.WholeObject whole) {
            touched.add(key(whole.object().name()));
        }
        if (part instanceof SchemaChange.RenamedTable renamed) {
            touched.add(key(renamed.to()));
        }
        if (part instanceof SchemaChange.RenamedObject renamed) {
            touched.add(key(renamed.to()));
        }
    }

    private void need(QualifiedName table, CompiledStep step, Executable executable) {
        if (!touched.contains(key(table))) {
            refusals.putIfAbsent(
                    table,
                    new ScriptException(
                            "The database cannot do '" + executable.operation().describe() + "': table " + table
                                    + " does not exist.",
                            step.recording().position(executable.recorded()),
                            "Nothing was run. Correct the name, or create the table before this.",
                            null));
        }
    }

    private static String key(QualifiedName name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
