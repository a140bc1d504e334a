package dev.retort.migration;

import dev.retort.operation.AddEnumValue;
import dev.retort.operation.AlterDomain;
import dev.retort.operation.AttachPartition;
import dev.retort.operation.CreateObject;
import dev.retort.operation.DetachPartition;
import dev.retort.operation.DropObject;
import dev.retort.operation.Grant;
import dev.retort.operation.Operation;
import dev.retort.operation.Privileges;
import dev.retort.operation.RefreshView;
import dev.retort.operation.RemoveEnumValue;
import dev.retort.operation.RenameEnumValue;
import dev.retort.operation.RenameObject;
import dev.retort.operation.ReplaceObject;
import dev.retort.operation.Revoke;
import dev.retort.schema.Domain;
import dev.retort.schema.Extension;
import dev.retort.schema.NamedEnum;
import dev.retort.schema.ObjectReference;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaObject.Kind;
import dev.retort.schema.SchemaObjects;
import dev.retort.schema.SqlType;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.List;
import java.util.function.Consumer;

/** Records operations on objects beside tables: views, routines, triggers, types, schemas, privileges, partitions. */
abstract sealed class ObjectOperations permits Operations {

    ObjectOperations() {}

    /** Records an operation. */
    public abstract Operations apply(Operation operation);

    // schemas and extensions

    public final Operations createSchema(String name) {
        return apply(new CreateObject(new Schema(QualifiedName.parse(name))));
    }

    /** Drops an empty schema. */
    public final Operations dropSchema(String name) {
        Schema was = new Schema(QualifiedName.parse(name));
        return apply(new DropObject(was.reference(), was));
    }

    public final Operations renameSchema(String from, String to) {
        return rename(Kind.SCHEMA, from, to);
    }

    /** Creates an extension in the version that the server provides; {@code schema.name} puts its objects into that schema. */
    public final Operations createExtension(String name) {
        return apply(new CreateObject(new Extension(QualifiedName.parse(name), null)));
    }

    /** Creates an extension in a version. */
    public final Operations createExtension(String name, String version) {
        return apply(new CreateObject(new Extension(QualifiedName.parse(name), version)));
    }

    /** Updates an extension to the version that the server provides. */
    public final Operations updateExtension(String name) {
        return apply(new ReplaceObject(new Extension(QualifiedName.parse(name), null), null));
    }

    /** Updates an extension to a version. */
    public final Operations updateExtension(String name, String version) {
        return apply(new ReplaceObject(new Extension(QualifiedName.parse(name), version), null));
    }

    /** Drops an extension; the operation is reversed to the version that the server provides. */
    public final Operations dropExtension(String name) {
        Extension was = new Extension(QualifiedName.parse(name), null);
        return apply(new DropObject(was.reference(), was));
    }

    /** Drops an extension whose version is known. */
    public final Operations dropExtension(String name, String was) {
        Extension extension = new Extension(QualifiedName.parse(name), was);
        return apply(new DropObject(extension.reference(), extension));
    }

    // types

    public final Operations createEnum(String name, String... values) {
        return apply(new CreateObject(new NamedEnum(QualifiedName.parse(name), List.of(values))));
    }

    /** Drops an enum type. Without its labels the operation cannot be reversed. */
    public final Operations dropEnum(String name, String... was) {
        NamedEnum type = new NamedEnum(QualifiedName.parse(name), List.of(was));
        return apply(new DropObject(type.reference(), was.length == 0 ? null : type));
    }

    public final Operations renameEnum(String from, String to) {
        return rename(Kind.ENUM_TYPE, from, to);
    }

    /** Adds a label at the end of an enum type. The operation cannot be reversed. */
    public final Operations addEnumValue(String type, String value) {
        return apply(new AddEnumValue(QualifiedName.parse(type), value, null, false));
    }

    /** Adds a label to an enum type before another one. The operation cannot be reversed. */
    public final Operations addEnumValueBefore(String type, String value, String next) {
        return apply(new AddEnumValue(QualifiedName.parse(type), value, next, true));
    }

    /** Adds a label to an enum type after another one. The operation cannot be reversed. */
    public final Operations addEnumValueAfter(String type, String value, String previous) {
        return apply(new AddEnumValue(QualifiedName.parse(type), value, previous, false));
    }

    /**
     * Removes a label of an enum type. Fails, and changes nothing, where rows have it. The operation cannot be reversed.
     *
     * <p>The type is made anew, and the tables that use it are rewritten.
     */
    public final Operations removeEnumValue(String type, String value) {
        return apply(new RemoveEnumValue(QualifiedName.parse(type), value, null));
    }

    /** Removes a label of an enum type, after giving another one to the rows that have it. The operation cannot be reversed. */
    public final Operations removeEnumValue(String type, String value, String replacement) {
        return apply(new RemoveEnumValue(QualifiedName.parse(type), value, replacement));
    }

    /** Renames a label of an enum type, in all rows at once. */
    public final Operations renameEnumValue(String type, String from, String to) {
        return apply(new RenameEnumValue(QualifiedName.parse(type), from, to));
    }

    public final Operations createDomain(String name, SqlType type) {
        return createDomain(name, type, "");
    }

    /**
     * Creates a domain.
     *
     * @param clauses its default and its conditions, in the database's SQL: {@code DEFAULT 1 CHECK (VALUE > 0)}
     */
    public final Operations createDomain(String name, SqlType type, String clauses) {
        return apply(new CreateObject(new Domain(QualifiedName.parse(name), type, clauses)));
    }

    /**
     * Changes a domain: {@code op.alterDomain("age", d -> d.addCheck("adult", "VALUE > 17"))}. The operation can be reversed if what was
     * before is stated.
     */
    public final Operations alterDomain(String name, Consumer<DomainAlteration> change) {
        DomainAlteration alteration = new DomainAlteration();
        change.accept(alteration);
        return apply(new AlterDomain(QualifiedName.parse(name), alteration.changes()));
    }

    /** Drops a domain. The operation cannot be reversed. */
    public final Operations dropDomain(String name) {
        return apply(new DropObject(ObjectReference.of(Kind.DOMAIN, QualifiedName.parse(name)), null));
    }

    /** Drops a domain with its definition, which makes the operation reversible. */
    public final Operations dropDomain(String name, SqlType type, String clauses) {
        Domain was = new Domain(QualifiedName.parse(name), type, clauses);
        return apply(new DropObject(was.reference(), was));
    }

    public final Operations renameDomain(String from, String to) {
        return rename(Kind.DOMAIN, from, to);
    }

    // sequences

    public final Operations renameSequence(String from, String to) {
        return rename(Kind.SEQUENCE, from, to);
    }

    // views

    public final Operations createView(String name, String query) {
        return createView(SchemaObjects.view(name, query));
    }

    public final Operations createView(View view) {
        return apply(new CreateObject(view));
    }

    /** Replaces a view. The operation cannot be reversed. */
    public final Operations replaceView(String name, String query) {
        return replaceView(SchemaObjects.view(name, query));
    }

    /** Replaces a view, also a materialized one. The operation cannot be reversed. */
    public final Operations replaceView(View view) {
        return apply(new ReplaceObject(view, null));
    }

    /** Replaces a view whose previous query is known, which makes the operation reversible. */
    public final Operations replaceView(View view, View was) {
        return apply(new ReplaceObject(view, was));
    }

    /** Drops a view. The operation cannot be reversed. */
    public final Operations dropView(String name) {
        return apply(new DropObject(ObjectReference.of(Kind.VIEW, QualifiedName.parse(name)), null));
    }

    /** Drops a materialized view. The operation cannot be reversed. */
    public final Operations dropMaterializedView(String name) {
        return apply(new DropObject(ObjectReference.of(Kind.MATERIALIZED_VIEW, QualifiedName.parse(name)), null));
    }

    /** Drops a view, also a materialized one, with its query, which makes the operation reversible. */
    public final Operations dropView(View was) {
        return apply(new DropObject(was.reference(), was));
    }

    public final Operations renameView(String from, String to) {
        return rename(Kind.VIEW, from, to);
    }

    public final Operations renameMaterializedView(String from, String to) {
        return rename(Kind.MATERIALIZED_VIEW, from, to);
    }

    /** Computes the rows of a materialized view anew. */
    public final Operations refreshView(String name) {
        return apply(new RefreshView(QualifiedName.parse(name), false));
    }

    /** Computes the rows of a materialized view anew, while it can be read, which needs a unique index of it. */
    public final Operations refreshViewConcurrently(String name) {
        return apply(new RefreshView(QualifiedName.parse(name), true));
    }

    // routines and triggers

    /** Creates a function or a procedure. */
    public final Operations createRoutine(Routine routine) {
        return apply(new CreateObject(routine));
    }

    /** Replaces a function or a procedure. The operation cannot be reversed. */
    public final Operations replaceRoutine(Routine routine) {
        return apply(new ReplaceObject(routine, null));
    }

    /** Replaces a function or a procedure whose previous definition is known, which makes the operation reversible. */
    public final Operations replaceRoutine(Routine routine, Routine was) {
        return apply(new ReplaceObject(routine, was));
    }

    /**
     * Drops a function. The operation cannot be reversed.
     *
     * @param signature its name, with the types of its arguments if several have the name: {@code add_one(integer)}
     */
    public final Operations dropFunction(String signature) {
        return apply(new DropObject(ObjectReference.ofRoutine(Kind.FUNCTION, signature), null));
    }

    /** The same for a procedure. */
    public final Operations dropProcedure(String signature) {
        return apply(new DropObject(ObjectReference.ofRoutine(Kind.PROCEDURE, signature), null));
    }

    /** Drops a function or a procedure with its definition, which makes the operation reversible. */
    public final Operations dropRoutine(Routine was) {
        return apply(new DropObject(was.reference(), was));
    }

    public final Operations renameFunction(String signature, String to) {
        return apply(new RenameObject(ObjectReference.ofRoutine(Kind.FUNCTION, signature), to));
    }

    public final Operations renameProcedure(String signature, String to) {
        return apply(new RenameObject(ObjectReference.ofRoutine(Kind.PROCEDURE, signature), to));
    }

    public final Operations createTrigger(Trigger trigger) {
        return apply(new CreateObject(trigger));
    }

    /** Replaces a trigger. The operation cannot be reversed. */
    public final Operations replaceTrigger(Trigger trigger) {
        return apply(new ReplaceObject(trigger, null));
    }

    /** Replaces a trigger whose previous definition is known, which makes the operation reversible. */
    public final Operations replaceTrigger(Trigger trigger, Trigger was) {
        return apply(new ReplaceObject(trigger, was));
    }

    /** Drops a trigger. The operation cannot be reversed. */
    public final Operations dropTrigger(String name, String table) {
        return apply(new DropObject(trigger(name, table), null));
    }

    /** Drops a trigger with its definition, which makes the operation reversible. */
    public final Operations dropTrigger(Trigger was) {
        return apply(new DropObject(was.reference(), was));
    }

    public final Operations renameTrigger(String from, String table, String to) {
        return apply(new RenameObject(trigger(from, table), to));
    }

    private static ObjectReference trigger(String name, String table) {
        QualifiedName of = QualifiedName.parse(table);
        return ObjectReference.ofTrigger(of.sibling(name), of);
    }

    // privileges

    /** Grants privileges: {@code op.grant(Privileges.of("SELECT", "INSERT").on("users"), "app")}; {@code public} is everybody. */
    public final Operations grant(Privileges privileges, String... grantees) {
        return apply(new Grant(privileges, List.of(grantees)));
    }

    /** Revokes privileges, and the right to grant them to others. */
    public final Operations revoke(Privileges privileges, String... grantees) {
        return apply(new Revoke(privileges, List.of(grantees)));
    }

    // partitions

    /**
     * Makes a table a partition of another.
     *
     * @param bounds which rows it holds, in the database's SQL: {@code FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')}
     */
    public final Operations attachPartition(String table, String partition, String bounds) {
        return apply(new AttachPartition(QualifiedName.parse(table), QualifiedName.parse(partition), bounds));
    }

    /** Makes a partition a table of its own. The operation cannot be reversed. */
    public final Operations detachPartition(String table, String partition) {
        return apply(new DetachPartition(QualifiedName.parse(table), QualifiedName.parse(partition), null));
    }

    /** Makes a partition a table of its own; knowing which rows it held makes the operation reversible. */
    public final Operations detachPartition(String table, String partition, String was) {
        return apply(new DetachPartition(QualifiedName.parse(table), QualifiedName.parse(partition), was));
    }

    private Operations rename(Kind kind, String from, String to) {
        return apply(new RenameObject(ObjectReference.of(kind, QualifiedName.parse(from)), to));
    }
}
