package dev.retort.dialect;

import dev.retort.operation.ExecuteSql;
import dev.retort.sql.CopyRows;
import dev.retort.sql.SqlTokens;

/** The user's own SQL, refused where the database does not run it. */
record WrittenSql(DdlCompiler ddl) {

    Executable inTransaction(ExecuteSql operation) {
        refuse(
                operation,
                true,
                "; put it outside, between '-- outside transaction' and '-- end' or in op.outsideTransaction(…)");
        return ddl.written(operation, ddl.kind(operation));
    }

    /** Several statements that are sent as one text are one transaction all the same. */
    Executable outsideTransaction(ExecuteSql operation) {
        StatementKind kind = ddl.kind(operation);
        boolean several = kind.isSeveral();
        refuse(operation, several, several ? ", and a text of several statements is one; write each by itself" : "");
        return ddl.written(operation, kind).runOutsideTransaction();
    }

    private void refuse(ExecuteSql operation, boolean inTransaction, String wayOut) {
        SqlTokens text = SqlTokens.of(CopyRows.withoutRows(operation.sql(), ddl.syntax()), ddl.syntax());
        ddl.whyNot(text, inTransaction).ifPresent(why -> {
            throw ddl.unsupported(operation, why + wayOut);
        });
    }
}
