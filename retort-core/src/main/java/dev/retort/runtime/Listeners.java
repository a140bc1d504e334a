package dev.retort.runtime;

import dev.retort.plan.PlannedStep;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * The listeners of one database, in the order in which they are called.
 *
 * @param database the database, without passwords
 * @param all the listeners
 */
public record Listeners(String database, List<MigrationListener> all) {

    public Listeners {
        all = List.copyOf(all);
    }

    /** The same with another listener in front. */
    public Listeners preceded(MigrationListener first) {
        return new Listeners(
                database, Stream.concat(Stream.of(first), all.stream()).toList());
    }

    /** Notifies them about the database. */
    public void tell(BiConsumer<MigrationListener, String> event) {
        all.forEach(listener -> event.accept(listener, database));
    }

    /** Notifies them about a step. */
    void tell(PlannedStep step, BiConsumer<MigrationListener, MigrationStep> event) {
        MigrationStep told = told(step);
        all.forEach(listener -> event.accept(listener, told));
    }

    /** A step in the form that listeners get. */
    MigrationStep told(PlannedStep step) {
        return new MigrationStep(database, step.revision(), step.direction());
    }
}
