package dev.retort.dialect.mariadb;

import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.FromCatalog;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.StatedTable;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.TableBatch;
import dev.retort.operation.TableBatch.ColumnMove;
import dev.retort.schema.Constraint;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Compiles a batch. A new column is added where it moves to, and an AUTO_INCREMENT column is added and dropped together with the key
 * that it needs at any time.
 */
final class MariadbBatch {

    private final MariadbDdl ddl;
    private final TableBatch batch;
    private final List<Operation> operations;

    /** The moves of new columns that are made as the columns are added. They are the first ones. */
    private final List<ColumnMove> placed = new ArrayList<>();

    private MariadbBatch(MariadbDdl ddl, TableBatch batch) {
        this.ddl = ddl;
        this.batch = batch;
        this.operations = batch.operations();
    }

    static List<Executable> compile(MariadbDdl ddl, TableBatch batch) {
        MariadbBatch compiler = new MariadbBatch(ddl, batch);
        compiler.place();
        return StatedTable.through(
                compiler.executables(), batch.existing(), executable -> List.of(executable.operation()));
    }

    /**
     * Finds the moves that can be made as columns are added: both columns have their names and stay from then on, and no move before is
     * made later.
     */
    private void place() {
        int last = -1;
        for (ColumnMove move : batch.moves()) {
            int added = added(move.column());
            if (added <= last
                    || isSame(move.column(), move.other())
                    || operations.stream().skip(added + 1L).anyMatch(later -> names(later, move))) {
                return;
            }
            placed.add(move);
            last = added;
        }
    }

    /** Where a column is added; -1 if it is not. */
    private int added(String column) {
        for (int i = 0; i < operations.size(); i++) {
            if (operations.get(i) instanceof AddColumn add
                    && isSame(add.column().name(), column)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether an operation makes another column of a name that a move has. */
    private static boolean names(Operation operation, ColumnMove move) {
        Stream<String> made = Stream.of();
        if (operation instanceof AddColumn add) {
            made = Stream.of(add.column().name());
        } else if (operation instanceof DropColumn drop) {
            made = Stream.of(drop.name());
        } else if (operation instanceof RenameColumn rename) {
            made = Stream.of(rename.from(), rename.to());
        }
        return made.anyMatch(name -> isSame(name, move.column()) || isSame(name, move.other()));
    }

    private List<Executable> executables() {
        List<Executable> all = new ArrayList<>();
        for (int i = 0; i < operations.size(); ) {
            int end = Math.max(end(i), i + 1);
            List<Operation> part = operations.subList(i, end);
            boolean alone = part.size() == 1 && (places(part).isEmpty() || isNumbered(part.get(0)));
            all.addAll(alone ? ddl.compile(part.get(0)) : List.of(together(part)));
            i = end;
        }
        for (ColumnMove move :
                batch.moves().subList(placed.size(), batch.moves().size())) {
            if (!isSame(move.column(), move.other())) {
                all.add(later(partOf(List.of(), List.of(move))));
            }
        }
        return all;
    }

    /** Where the operations end that are one statement with the one at a position; nothing above it if that is a statement of its own. */
    private int end(int begin) {
        Operation first = operations.get(begin);
        if (first instanceof AddColumn add && isNumbered(first)) {
            ddl.refuseOtherIncrement(add, Objects.requireNonNull(add.column().identity()));
            int key = begin + 1;
            while (key < operations.size() && operations.get(key) instanceof AddColumn) {
                key++;
            }
            boolean found = key < operations.size()
                    && operations.get(key) instanceof AddConstraint next
                    && beginsWith(next.constraint(), add.column().name());
            return found ? key + 1 : begin;
        }
        if (first instanceof DropConstraint drop && drop.was() != null && !drop.isUnnamed()) {
            for (int i = begin + 1; i < operations.size() && operations.get(i) instanceof DropColumn column; i++) {
                boolean mayCount = column.was() == null || column.was().identity() != null;
                if (mayCount && beginsWith(drop.was(), column.name())) {
                    return i + 1;
                }
            }
        }
        return begin;
    }

    private static boolean isNumbered(Operation operation) {
        return operation instanceof AddColumn add && add.column().identity() != null;
    }

    private static boolean beginsWith(Constraint key, String column) {
        List<String> columns = List.of();
        if (key instanceof PrimaryKey primary) {
            columns = primary.columns();
        } else if (key instanceof UniqueConstraint unique) {
            columns = unique.columns();
        }
        return !columns.isEmpty() && isSame(columns.get(0), column);
    }

    /** The moves of the columns that operations add. */
    private List<ColumnMove> places(List<Operation> part) {
        return placed.stream()
                .filter(move -> part.stream()
                        .anyMatch(operation -> operation instanceof AddColumn add
                                && isSame(add.column().name(), move.column())))
                .toList();
    }

    /** The statement of several operations. */
    private Executable together(List<Operation> part) {
        TableBatch whole = partOf(part, places(part));
        return whole.moves().stream().anyMatch(ColumnMove::before)
                ? later(whole)
                : SqlStatement.ddl(new PlacedColumns(ddl, whole).sql(List.of()), whole);
    }

    private Executable later(TableBatch part) {
        return new FromCatalog(part, batch.table(), new PlacedColumns(ddl, part));
    }

    private TableBatch partOf(List<Operation> part, List<ColumnMove> moves) {
        return new TableBatch(batch.table(), part, TableBatch.Recreate.AUTO, moves, null);
    }

    static boolean isSame(String one, String other) {
        return one.equalsIgnoreCase(other);
    }
}
