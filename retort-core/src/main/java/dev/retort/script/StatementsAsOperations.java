package dev.retort.script;

import dev.retort.error.SourcePosition;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.OutsideTransaction;
import dev.retort.script.sql.SqlStatement;
import java.util.AbstractList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements of a large file as operations, of which only the last ones are kept. */
final class StatementsAsOperations extends AbstractList<Operation> {

    /** The one that runs, and the next one, which is looked at before. They may be large. */
    private static final int KEPT = 2;

    private final List<SqlStatement> statements;
    private final String file;
    private final Kept[] kept = new Kept[KEPT];
    private final IdentityHashMap<Operation, SourcePosition> positions = new IdentityHashMap<>();

    private record Kept(
            int index, Operation operation, @Nullable Operation inner, SourcePosition position) {

        boolean is(Operation one) {
            return one == operation || one == inner;
        }
    }

    StatementsAsOperations(List<SqlStatement> statements, String file) {
        this.statements = statements;
        this.file = file;
    }

    @Override
    public int size() {
        return statements.size();
    }

    @Override
    public Operation get(int index) {
        Kept known = kept[index % KEPT];
        if (known == null || known.index() != index) {
            SqlStatement statement = statements.get(index);
            Operation sql = new ExecuteSql(statement.text(), List.of());
            SourcePosition position = statement.position().in(file);
            known = statement.outsideTransaction()
                    ? new Kept(index, new OutsideTransaction(List.of(sql)), sql, position)
                    : new Kept(index, sql, null, position);
            kept[index % KEPT] = known;
        }
        return known.operation();
    }

    /** Where one of the operations is written; null if that is not known any more. */
    @Nullable
    SourcePosition position(Operation operation) {
        for (Kept one : kept) {
            if (one != null && one.is(operation)) {
                return one.position();
            }
        }
        return positions.get(operation);
    }

    void keepPosition(Operation operation) {
        SourcePosition position = position(operation);
        if (position != null) {
            positions.put(operation, position);
        }
    }
}
