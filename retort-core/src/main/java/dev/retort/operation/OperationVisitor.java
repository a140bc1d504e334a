package dev.retort.operation;

/**
 * An answer for each operation. Implemented inside this library only: it grows with every new operation. Whoever brings a database
 * of their own extends {@code DdlCompiler}, which always has an answer.
 *
 * @param <R> the answer
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

    R executeSql(ExecuteSql operation);

    R bulkInsert(BulkInsert operation);

    R runJava(RunJava operation);

    R outsideTransaction(OutsideTransaction operation);

    R irreversible(Irreversible operation);

    R custom(CustomOperation operation);
}
