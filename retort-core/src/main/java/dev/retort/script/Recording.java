package dev.retort.script;

import dev.retort.error.SourcePosition;
import dev.retort.operation.Operation;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one direction of a script does, and where the script says so. */
public final class Recording {

    /** What does nothing. */
    public static final Recording EMPTY = new Recording(List.of(), operation -> null, null);

    private final List<Operation> operations;
    private final Function<Operation, @Nullable SourcePosition> places;
    private final @Nullable SourcePosition revision;

    /**
     * A recording.
     *
     * @param places where an operation is written, by what it is and not by what it equals; null when that is not known
     * @param revision where the revision begins
     */
    Recording(
            List<Operation> operations,
            Function<Operation, @Nullable SourcePosition> places,
            @Nullable SourcePosition revision) {
        this.operations = List.copyOf(operations);
        this.places = places;
        this.revision = revision;
    }

    /** The operations in order. */
    public List<Operation> operations() {
        return operations;
    }

    /** Where an operation, or one within a block, is written: its line, or the revision when only that is known. */
    public @Nullable SourcePosition position(Operation operation) {
        SourcePosition place = places.apply(operation);
        return place == null ? revision : place;
    }
}
