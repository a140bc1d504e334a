package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/** One change to a schema or its data. Cases may be added. */
public sealed interface Operation
        permits AddColumn,
                AddConstraint,
                AlterColumn,
                AlterSequence,
                BulkInsert,
                CommentOnTable,
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
                OutsideTransaction,
                RenameColumn,
                RenameTable,
                RunJava {

    <R> R accept(OperationVisitor<R> visitor);

    /** The operation that undoes this one; empty when there is none or when what is needed for it is not known. */
    Optional<Operation> reverse();

    /** The operation as a phrase that begins with a verb: {@code add column users.email}. */
    String describe();

    /** The table or sequence that is changed; empty when that is not known. */
    Optional<QualifiedName> subject();

    /** What it makes, drops and alters in the schema, as far as the operation itself tells. */
    SchemaChange change();

    /** What a person should know before it runs, as far as the operation itself tells. The standard answer is nothing. */
    default List<Hazard> hazards() {
        return List.of();
    }
}
