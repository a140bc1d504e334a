package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** A change of a schema or its data. Cases may be added. */
public sealed interface Operation
        permits AddColumn,
                AddConstraint,
                AlterColumn,
                AlterSequence,
                BulkInsert,
                CommentOnTable,
                CompositeOperation,
                CreateIndex,
                CreateSequence,
                CreateTable,
                CustomOperation,
                DropColumn,
                DropConstraint,
                DropIndex,
                DropSequence,
                DropTable,
                ExecuteSql,
                Irreversible,
                RenameColumn,
                RenameTable,
                RunJava {

    <R> R accept(OperationVisitor<R> visitor);

    /** The operation that undoes this one; empty if there is none, or if what it needs is not known. */
    Optional<Operation> reverse();

    /** A phrase that begins with a verb: {@code add column users.email}. */
    String describe();

    /** The table or sequence that is changed; empty if that is not known. */
    Optional<QualifiedName> subject();

    /** What it creates, drops and alters in the schema, as far as the operation itself knows. */
    SchemaChange change();

    /** What a person should know before it runs, as far as the operation itself knows. The default is nothing. */
    default List<Hazard> hazards() {
        return List.of();
    }
}
