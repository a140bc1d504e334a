package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** A change of a schema or its data. Cases may be added. */
public sealed interface Operation
        permits AddColumn,
                AddConstraint,
                AddEnumValue,
                AlterColumn,
                AlterSequence,
                AttachPartition,
                BulkInsert,
                CommentOnTable,
                CompositeOperation,
                CreateIndex,
                CreateObject,
                CreateSequence,
                CreateTable,
                CustomOperation,
                DetachPartition,
                DropColumn,
                DropConstraint,
                DropIndex,
                DropObject,
                DropSequence,
                DropTable,
                ExecuteSql,
                Grant,
                InsertRows,
                Irreversible,
                RefreshView,
                RemoveEnumValue,
                RenameColumn,
                RenameConstraint,
                Remark,
                RenameEnumValue,
                AlterDomain,
                RenameIndex,
                RenameObject,
                RenameTable,
                ReplaceObject,
                Revoke,
                RunJava,
                ValidateConstraint {

    <R> R accept(OperationVisitor<R> visitor);

    /** The operation that undoes this one; empty if there is none, or if what it needs is not known. */
    Optional<Operation> reverse();

    /** A phrase that begins with a verb: {@code add column users.email}. */
    String describe();

    /** The object that is changed; empty if that is not known. */
    Optional<QualifiedName> subject();

    /** What it creates, drops and alters in the schema, as far as the operation itself knows. */
    SchemaChange change();

    /** Whether running it a second time changes nothing more. The default is no. */
    default boolean isRepeatable() {
        return false;
    }

    /** What a person should know before it runs, as far as the operation itself knows. The default is nothing. */
    default List<Hazard> hazards() {
        return List.of();
    }
}
