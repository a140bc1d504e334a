package dev.retort.migration;

import dev.retort.error.Advice;
import dev.retort.error.ScriptException;
import dev.retort.operation.ConstraintWords;
import dev.retort.operation.Operation;
import dev.retort.operation.StatedElements;
import dev.retort.schema.Constraint;
import dev.retort.schema.Index;
import dev.retort.schema.NameLimit;
import dev.retort.schema.NamingConvention;
import dev.retort.schema.NamingConvention.Kind;
import dev.retort.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * Gives the constraints and indexes of operations their final names.
 *
 * @param convention the naming convention
 * @param limit the limit of the database's names
 */
public record Naming(NamingConvention convention, NameLimit limit) {

    /** No naming convention and no limit. */
    public static final Naming NONE = new Naming(NamingConvention.NONE, NameLimit.NONE);

    /**
     * The operation with the final names. What is dropped by its name alone has its final name.
     *
     * @throws ScriptException without a position, when a constraint has no name and its template cannot make one
     */
    public Operation named(Operation operation) {
        if (convention.isEmpty()) {
            return operation;
        }
        return new Named().of(operation);
    }

    private final class Named extends StatedElements {

        @Override
        protected Constraint constraint(QualifiedName table, Constraint constraint) {
            return named(table, constraint);
        }

        @Override
        protected Index index(QualifiedName table, Index index) {
            return index.named(convention.name(table, index, limit));
        }
    }

    Constraint named(QualifiedName table, Constraint constraint) {
        Optional<String> name = convention.name(table, constraint, limit);
        Kind kind = Kind.of(constraint);
        if (name.isEmpty() && convention.has(kind)) {
            throw refused(table, ConstraintWords.inFull(constraint), kind);
        }
        return constraint.named(name.orElse(null));
    }

    /**
     * A name for an index without one.
     *
     * @throws ScriptException without a position, when the template cannot make it
     */
    String indexName(QualifiedName table, String... columns) {
        List<Index.Part> parts = Index.of("", columns).parts();
        return convention
                .indexName(table, parts, limit)
                .orElseThrow(() -> refused(table, "index (" + String.join(", ", columns) + ")", Kind.IX));
    }

    private ScriptException refused(QualifiedName table, String what, Kind kind) {
        return new ScriptException(
                "'" + what + "' of " + table + " has no name, and the template '"
                        + convention.template(kind).orElse("") + "' of the naming convention needs one.",
                null,
                Advice.of("Nothing was run. Give it a name."),
                null);
    }

    /** Whether recording an operation gives it other names, or is refused for lack of one. */
    public boolean changes(Operation operation) {
        try {
            return !named(operation).equals(operation);
        } catch (ScriptException lacksName) {
            return true;
        }
    }
}
