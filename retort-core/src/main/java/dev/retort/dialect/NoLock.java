package dev.retort.dialect;

/** The lock of a database that no other process can reach: always free. */
public final class NoLock implements MigrationLock {

    public NoLock() {}

    @Override
    public boolean tryAcquire() {
        return true;
    }

    @Override
    public boolean isHeld() {
        return true;
    }

    @Override
    public boolean isExclusive() {
        return true;
    }

    @Override
    public String holder() {
        return "nobody";
    }

    @Override
    public void close() {}
}
