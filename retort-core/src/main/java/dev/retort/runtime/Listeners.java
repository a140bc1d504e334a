package dev.retort.runtime;

import dev.retort.plan.PlannedStep;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * All who hear what happens on one database, in the order in which they hear it.
 *
 * @param database the database, as it may be shown
 * @param all the listeners
 */
public record Listeners(String database, List<MigrationListener> all) {

    public Listeners {
        all = List.copyOf(all);
    }

    /** The same with another one, which hears everything first. */
    public Listeners preceded(MigrationListener first) {
        return new Listeners(
                database, Stream.concat(Stream.of(first), all.stream()).toList());
    }

    /** Tells them something about the database. */
    public void tell(BiConsumer<MigrationListener, String> event) {
        all.forEach(listener -> event.accept(listener, database));
    }

    /** Tells them something about a step. */
    void tell(PlannedStep step, BiConsumer<MigrationListener, MigrationStep> event) {
        MigrationStep told = told(step);
        all.forEach(listener -> event.accept(listener, told));
    }

    /** A step as listeners hear of it. */
    MigrationStep told(PlannedStep step) {
        return new MigrationStep(database, step.revision(), step.direction());
    }
}
