package dev.retort.dialect.mariadb;

import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Literals;
import dev.retort.dialect.SqlTypes;
import dev.retort.operation.DialectName;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.RenameIndex;
import java.util.List;

/** Renames and drops indexes. */
public abstract class MariadbIndexDdl extends MariadbObjects {

    protected MariadbIndexDdl(DialectName dialect, IdentifierRules names, SqlTypes types, Literals literals) {
        super(dialect, names, types, literals);
    }

    @Override
    public final List<Executable> renameIndex(RenameIndex operation) {
        return List.of(changing(
                operation,
                clause -> alter(clause, operation.table()) + "RENAME INDEX " + clause + names.write(operation.from())
                        + " TO " + names.write(operation.to())));
    }

    @Override
    public final List<Executable> dropIndex(DropIndex operation) {
        String index = names.write(operation.name());
        SqlStatement plain = changing(
                operation,
                clause -> clause.isEmpty()
                        ? "DROP INDEX " + index + " ON " + names.write(operation.table())
                        : alter(clause, operation.table()) + "DROP INDEX " + clause + index);
        return List.of(IndexDrop.of(names, operation.table(), operation.name(), plain));
    }

    /** The statement that drops a unique constraint. */
    protected final List<Executable> dropUnique(DropConstraint operation, String name) {
        SqlStatement plain = changing(
                operation, clause -> alter(clause, operation.table()) + "DROP INDEX " + clause + names.write(name));
        return List.of(IndexDrop.of(names, operation.table(), name, plain));
    }
}
