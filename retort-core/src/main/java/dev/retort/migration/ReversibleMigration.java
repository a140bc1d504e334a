package dev.retort.migration;

/**
 * A revision with one direction written out; the other is its reverse. An operation that cannot be reversed is refused when the
 * downgrade is recorded, before anything runs.
 */
public interface ReversibleMigration extends Migration {

    /** Records what leads from the revisions this one revises to this one. */
    void change(Operations op);

    @Override
    default void upgrade(Operations op) {
        change(op);
    }

    @Override
    default void downgrade(Operations op) {
        op.reverse(this::change);
    }
}
