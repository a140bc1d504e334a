package dev.retort.dialect.postgresql;

import dev.retort.dialect.DdlCompiler;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.FromAnswer;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.SqlTypes;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterDomain;
import dev.retort.operation.AttachPartition;
import dev.retort.operation.CreateObject;
import dev.retort.operation.DetachPartition;
import dev.retort.operation.DropObject;
import dev.retort.operation.Operation;
import dev.retort.operation.RemoveEnumValue;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameObject;
import dev.retort.operation.ReplaceObject;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.AuxiliaryObject;
import dev.retort.schema.Extension;
import dev.retort.schema.ObjectReference;
import dev.retort.schema.SchemaObject.Kind;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import dev.retort.sql.SqlTokens;
import dev.retort.sql.Terminator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles operations on objects beside tables, and on partitions, for PostgreSQL. */
abstract class PostgresqlObjects extends DdlCompiler {

    private static final Set<Kind> EXISTENCE_ASKED = Set.of(Kind.SCHEMA, Kind.EXTENSION, Kind.MATERIALIZED_VIEW);

    private static final Set<Kind> RENAMED_IF_THERE = Set.of(Kind.VIEW, Kind.MATERIALIZED_VIEW, Kind.SEQUENCE);

    /** https://www.postgresql.org/docs/current/sql-createfunction.html */
    private static final Set<String> ROUTINE_ATTRIBUTES = Set.of(
            "as",
            "begin",
            "called",
            "cost",
            "external",
            "immutable",
            "language",
            "leakproof",
            "not",
            "parallel",
            "return",
            "rows",
            "security",
            "set",
            "stable",
            "strict",
            "support",
            "transform",
            "volatile",
            "window");

    PostgresqlObjects(PostgresqlIdentifiers names, SqlTypes types, PostgresqlLiterals literals) {
        super(PostgresqlProvider.NAME, names, types, literals);
    }

    @Override
    protected final Optional<String> lacking(Kind kind) {
        return Optional.empty();
    }

    @Override
    protected final String domainNullability(AlterDomain operation, boolean nullable) {
        return nullable ? "DROP NOT NULL" : "SET NOT NULL";
    }

    /** Only a trigger that is no constraint has OR REPLACE: https://www.postgresql.org/docs/current/sql-createtrigger.html */
    @Override
    protected final boolean replacesAtOnce(ReplaceObject operation) {
        return !isConstraint(operation.object()) && !isConstraint(operation.was());
    }

    private boolean isConstraint(@Nullable AuxiliaryObject object) {
        return object instanceof Trigger trigger
                && SqlTokens.of(trigger.definition(), syntax()).all().stream()
                        .limit(2)
                        .anyMatch(token -> token.is("constraint"));
    }

    @Override
    protected final Set<String> routineAttributes() {
        return ROUTINE_ATTRIBUTES;
    }

    @Override
    protected final boolean triggersLackSchema() {
        return true;
    }

    /** A trigger belongs to its table, an extension to no schema, and routines of one name are distinguished by their arguments. */
    @Override
    protected final String write(ObjectReference object) {
        if (object.table() != null) {
            return names.write(object.name().name()) + " ON " + names.write(object.table());
        }
        if (object.kind() == Kind.EXTENSION) {
            return names.write(object.name().name());
        }
        return object.arguments() == null
                ? names.write(object.name())
                : names.write(object.name()) + "(" + object.arguments() + ")";
    }

    @Override
    protected String clauses(Extension extension) {
        String schema = extension.name().schema();
        return (schema == null ? "" : " SCHEMA " + names.write(schema)) + super.clauses(extension);
    }

    /**
     * That of ALTER TABLE asks for the table alone, and not for a column or a constraint: https://www.postgresql.org/docs/current/sql-commands.html
     */
    @Override
    protected final boolean hasExistenceClause(Operation operation) {
        if (operation instanceof CreateObject create) {
            return EXISTENCE_ASKED.contains(create.object().kind());
        }
        if (operation instanceof RenameObject rename) {
            return RENAMED_IF_THERE.contains(rename.object().kind());
        }
        return !(operation instanceof AddConstraint
                || operation instanceof AlterColumn
                || operation instanceof RenameColumn
                || operation instanceof AlterDomain);
    }

    @Override
    public List<Executable> replaceObject(ReplaceObject operation) {
        if (operation.object() instanceof Extension extension) {
            String version = extension.version() == null ? "" : " TO " + literals.text(extension.version());
            return one("ALTER EXTENSION " + write(extension.reference()) + " UPDATE" + version, operation);
        }
        if (operation.object() instanceof View view) {
            SqlStatement atOnce =
                    view.kind() == Kind.MATERIALIZED_VIEW ? null : made(operation, view, "CREATE OR REPLACE ");
            return List.of(new FromAnswer(
                    operation,
                    new ViewReplacement(
                            operation,
                            names.write(view.name()),
                            Terminator.removedFrom(view.query()),
                            atOnce,
                            (SqlStatement) dropped(new DropObject(view.reference(), operation.was())),
                            made(new CreateObject(view), view, "CREATE "))));
        }
        return super.replaceObject(operation);
    }

    @Override
    public List<Executable> removeEnumValue(RemoveEnumValue operation) {
        return List.of(new FromAnswer(operation, new EnumValueRemoval(operation, names, types, literals)));
    }

    @Override
    public List<Executable> attachPartition(AttachPartition operation) {
        return one(
                alter(operation.table()) + "ATTACH PARTITION " + names.write(operation.partition()) + " "
                        + operation.bounds(),
                operation);
    }

    @Override
    public List<Executable> detachPartition(DetachPartition operation) {
        return one(alter(operation.table()) + "DETACH PARTITION " + names.write(operation.partition()), operation);
    }

    @Override
    public List<Executable> validateConstraint(ValidateConstraint operation) {
        return one(alter(operation.table()) + "VALIDATE CONSTRAINT " + names.write(operation.name()), operation);
    }
}
