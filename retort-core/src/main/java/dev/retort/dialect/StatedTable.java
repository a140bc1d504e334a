package dev.retort.dialect;

import dev.retort.dialect.Executable.FromCatalog;
import dev.retort.operation.Operation;
import dev.retort.operation.TableBatch;
import dev.retort.operation.TableBatch.Recreate;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A table that a batch states, through the executables of the batch. */
public final class StatedTable {

    private StatedTable() {}

    /**
     * The executables, each of which knows what the table is like where it begins, as far as the ones before it tell.
     *
     * @param existing the table before the first one; null if it is not known
     * @param done the operations that an executable does
     */
    public static List<Executable> through(
            List<Executable> executables, @Nullable Table existing, Function<Executable, List<Operation>> done) {
        List<Executable> all = new ArrayList<>();
        Optional<Table> now = Optional.ofNullable(existing);
        for (Executable executable : executables) {
            all.add(executable instanceof FromCatalog later ? later.stating(now.orElse(null)) : executable);
            for (Operation operation : done.apply(executable)) {
                now = now.flatMap(table -> after(table, operation));
            }
        }
        return all;
    }

    private static Optional<Table> after(Table table, Operation operation) {
        return operation instanceof TableBatch batch
                ? batch.stating(table).after()
                : new TableBatch(table.name(), List.of(operation), Recreate.AUTO, List.of(), table).after();
    }
}
