package dev.retort.dialect;

import dev.retort.operation.Remark;
import java.util.Optional;

/** What a revision says to people. Nothing is sent. */
public record Notice(Remark operation) implements Executable {

    @Override
    public Optional<String> notice() {
        return Optional.of(operation.text());
    }

    /** Only the comment. */
    @Override
    public Offline offline() {
        return Offline.written();
    }

    @Override
    public boolean outsideTransaction() {
        return false;
    }

    @Override
    public boolean isAtomic() {
        return true;
    }

    @Override
    public boolean changesData() {
        return false;
    }

    @Override
    public boolean runsCode() {
        return false;
    }

    @Override
    public Notice runOutsideTransaction() {
        return this;
    }
}
