package dev.retort.migration;

/**
 * A revision whose downgrade is the reverse of its upgrade. An operation that cannot be reversed is refused when the downgrade is recorded,
 * before anything runs.
 */
public interface ReversibleMigration extends Migration {

    /** Records the operations that lead from the parents to this revision. */
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
