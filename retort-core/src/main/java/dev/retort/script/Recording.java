package dev.retort.script;

import dev.retort.error.SourcePosition;
import dev.retort.operation.Operation;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The operations that one direction of a script has recorded, and where they are written. */
public final class Recording {

    /** No operations. */
    public static final Recording EMPTY = new Recording(List.of(), operation -> null, null);

    private final List<Operation> operations;
    private final Function<Operation, @Nullable SourcePosition> places;
    private final @Nullable SourcePosition revision;

    /**
     * A recording.
     *
     * @param places where each operation is written, by identity; null if that is not known
     * @param revision where the revision begins
     */
    Recording(
            List<Operation> operations,
            Function<Operation, @Nullable SourcePosition> places,
            @Nullable SourcePosition revision) {
        this.operations = operations instanceof StatementsAsOperations ? operations : List.copyOf(operations);
        this.places = places;
        this.revision = revision;
    }

    /** Keeps the position of an operation of a large file, which is otherwise forgotten when others are asked for. */
    public void keepPosition(Operation operation) {
        if (operations instanceof StatementsAsOperations statements) {
            statements.keepPosition(operation);
        }
    }

    /** Whether the operations are written statements that are read from the file while they are iterated over. */
    public boolean isLarge() {
        return operations instanceof StatementsAsOperations;
    }

    /** The operations in order. */
    public List<Operation> operations() {
        return operations;
    }

    /** Where an operation, or one within a block, is written: its line, or that of the revision. */
    public @Nullable SourcePosition position(Operation operation) {
        SourcePosition place = places.apply(operation);
        return place == null ? revision : place;
    }
}
