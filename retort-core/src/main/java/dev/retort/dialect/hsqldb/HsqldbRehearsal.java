package dev.retort.dialect.hsqldb;

import dev.retort.dialect.DdlCompiler;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.InspectionScope;
import dev.retort.dialect.Inspector;
import dev.retort.dialect.Rehearsal;
import dev.retort.dialect.Rehearsals;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.Operation;
import dev.retort.operation.OutsideTransaction;
import dev.retort.schema.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tries operations on a copy of the tables of the connection's own schema: whether HSQLDB changes the type of a column, or drops one,
 * depends on the checks, keys and generated columns that use it. After a user's SQL or Java code nothing is certain any more.
 */
final class HsqldbRehearsal implements Rehearsal {

    /** The errors that name what uses a column: "dependent objects exist", "is referenced by", "column is referenced in". */
    private static final Set<Integer> IN_USE = Set.of(-5502, -5533, -5536);

    private final HsqldbTwin twin;
    private final DdlCompiler ddl;
    private boolean certain;

    private HsqldbRehearsal(HsqldbTwin twin, DdlCompiler ddl, boolean certain) {
        this.twin = twin;
        this.ddl = ddl;
        this.certain = certain;
    }

    /** Rehearsals with the parts of a dialect. */
    static Rehearsals of(IdentifierRules names, DdlCompiler ddl, Inspector inspector) {
        return (connection, operations) -> {
            Optional<HsqldbTwin> twin = operations.anyMatch(HsqldbRehearsal::mayMeetUse)
                    ? HsqldbTwin.of(connection, names)
                    : Optional.empty();
            if (twin.isEmpty()) {
                return Optional.empty();
            }
            List<Table> tables = inspector
                    .inspect(connection, InspectionScope.DEFAULT_SCHEMA)
                    .tables();
            return Optional.of(new HsqldbRehearsal(twin.get(), ddl, copies(twin.get(), ddl, tables)));
        };
    }

    private static boolean mayMeetUse(Operation operation) {
        if (operation instanceof OutsideTransaction block) {
            return block.operations().stream().anyMatch(HsqldbRehearsal::mayMeetUse);
        }
        return operation instanceof DropColumn
                || (operation instanceof AlterColumn alter
                        && alter.change(ColumnChange.Type.class).isPresent());
    }

    /** Whether all tables could be made. */
    private static boolean copies(HsqldbTwin twin, DdlCompiler ddl, List<Table> tables) {
        boolean whole = true;
        for (Table table : tables) {
            whole &= twin.runs(new CreateTable(table.foreignKeys(List.of())), ddl);
        }
        for (Table table : tables) {
            for (var key : table.foreignKeys()) {
                whole &= twin.runs(new AddConstraint(table.name(), key), ddl);
            }
        }
        return whole;
    }

    @Override
    public Optional<String> failureAlone(Operation operation) {
        certain &= operation.change().known();
        if (!certain) {
            return Optional.empty();
        }
        try {
            for (Executable executable : ddl.compile(operation)) {
                if (executable instanceof SqlStatement statement && !statement.changesData()) {
                    twin.run(statement.sql());
                }
            }
            return Optional.empty();
        } catch (UnsupportedByDialectException refusedAnyway) {
            certain = false;
            throw refusedAnyway;
        } catch (SQLException refused) {
            certain = false;
            return IN_USE.contains(refused.getErrorCode())
                    ? Optional.of(String.valueOf(refused.getMessage())
                            + "; drop what uses the column before, and add it again after")
                    : Optional.empty();
        }
    }

    @Override
    public void close() {
        twin.close();
    }
}
