package dev.retort.operation;

/**
 * A result for each operation. Implemented only inside this library, because each new operation adds a method. A user's dialect extends
 * {@code DdlCompiler}, which has a default for each operation.
 *
 * @param <R> the result
 */
public interface OperationVisitor<R> {
    R createTable(CreateTable operation);

    R dropTable(DropTable operation);

    R renameTable(RenameTable operation);

    R commentOnTable(CommentOnTable operation);

    R addColumn(AddColumn operation);

    R dropColumn(DropColumn operation);

    R alterColumn(AlterColumn operation);

    R renameColumn(RenameColumn operation);

    R addConstraint(AddConstraint operation);

    R dropConstraint(DropConstraint operation);

    R createIndex(CreateIndex operation);

    R dropIndex(DropIndex operation);

    R createSequence(CreateSequence operation);

    R alterSequence(AlterSequence operation);

    R dropSequence(DropSequence operation);

    R createObject(CreateObject operation);

    R replaceObject(ReplaceObject operation);

    R dropObject(DropObject operation);

    R renameObject(RenameObject operation);

    R refreshView(RefreshView operation);

    R addEnumValue(AddEnumValue operation);

    R removeEnumValue(RemoveEnumValue operation);

    R renameEnumValue(RenameEnumValue operation);

    R alterDomain(AlterDomain operation);

    R grant(Grant operation);

    R revoke(Revoke operation);

    R attachPartition(AttachPartition operation);

    R detachPartition(DetachPartition operation);

    R renameConstraint(RenameConstraint operation);

    R renameIndex(RenameIndex operation);

    R validateConstraint(ValidateConstraint operation);

    R executeSql(ExecuteSql operation);

    R bulkInsert(BulkInsert operation);

    R insertRows(InsertRows operation);

    R runJava(RunJava operation);

    R remark(Remark operation);

    R outsideTransaction(OutsideTransaction operation);

    R conditionalOperations(ConditionalOperations operation);

    R tableBatch(TableBatch operation);

    R irreversible(Irreversible operation);

    R custom(CustomOperation operation);
}
