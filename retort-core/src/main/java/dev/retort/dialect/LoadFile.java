package dev.retort.dialect;

import dev.retort.operation.InsertRows;
import dev.retort.operation.Operation;

/**
 * The rows of a file that the client sends.
 *
 * @param rows the file and its table
 * @param loader sends them
 */
public record LoadFile(InsertRows rows, RowLoader loader, boolean outsideTransaction, Operation recorded)
        implements Executable {

    LoadFile(InsertRows rows, RowLoader loader) {
        this(rows, loader, false, rows);
    }

    /** The statement that takes the rows. */
    public String sql() {
        return loader.sql(rows);
    }

    @Override
    public InsertRows operation() {
        return rows;
    }

    /** A script has its rows, as many as there are, and not only a few statements. */
    @Override
    public Offline offline() {
        return Offline.onlyOnline();
    }

    @Override
    public boolean isAtomic() {
        return loader.isAtomic();
    }

    @Override
    public boolean changesData() {
        return true;
    }

    @Override
    public boolean runsCode() {
        return false;
    }

    @Override
    public LoadFile runOutsideTransaction() {
        return new LoadFile(rows, loader, true, recorded);
    }

    @Override
    public LoadFile recordedAs(Operation whole) {
        return new LoadFile(rows, loader, outsideTransaction, whole);
    }
}
