package dev.retort.dialect.sqlite;

import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.FromCatalog;
import dev.retort.operation.AddColumn;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.operation.SchemaChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes one rebuild of several that follow each other, with what is done to the table between them. */
final class RebuildJoin {

    private final List<Executable> joined = new ArrayList<>();
    private final List<Executable> between = new ArrayList<>();
    private @Nullable FromCatalog last;

    private RebuildJoin() {}

    /** The executables of a step. One that commits in between is undone operation by operation, so nothing in it is joined. */
    static List<Executable> of(List<Executable> executables) {
        if (executables.stream().anyMatch(Executable::outsideTransaction)) {
            return executables;
        }
        RebuildJoin join = new RebuildJoin();
        executables.forEach(join::add);
        join.joined.addAll(join.between);
        return join.joined;
    }

    private void add(Executable executable) {
        FromCatalog before = last;
        boolean goesOn = before != null
                && executable.operation().subject().equals(Optional.of(before.table()))
                && !needsRows(before, executable);
        TableRebuild rebuild = rebuildOf(executable);
        if (before != null && goesOn && rebuild != null) {
            TableRebuild all = Objects.requireNonNull(rebuildOf(before))
                    .and(Stream.concat(between.stream().map(Executable::operation), rebuild.operations().stream())
                            .toList());
            last = new FromCatalog(before.operation(), before.table(), all)
                    .stating(before.stated())
                    .recordedAs(before.recorded());
            joined.set(joined.size() - 1, last);
            between.clear();
        } else if (goesOn && isPartOfRebuild(executable)) {
            between.add(executable);
        } else {
            joined.addAll(between);
            between.clear();
            joined.add(executable);
            last = rebuild == null ? null : (FromCatalog) executable;
        }
    }

    /**
     * Whether what rows hold after the operations so far counts: they get the default with which a column is added, which a later operation
     * may take away, and each type of a column makes others of its values.
     */
    private boolean needsRows(FromCatalog before, Executable executable) {
        List<SchemaChange> earlier = Stream.concat(
                        Objects.requireNonNull(rebuildOf(before)).operations().stream(),
                        between.stream().map(Executable::operation))
                .map(Operation::change)
                .toList();
        return executable.operation().change().alteredColumns().stream()
                .anyMatch(altered -> earlier.stream().anyMatch(change -> needsRows(altered, change)));
    }

    private static boolean needsRows(SchemaChange.AlteredColumn altered, SchemaChange earlier) {
        String column = altered.from();
        return earlier.added().stream()
                        .anyMatch(added ->
                                SqliteIdentifiers.same(column, added.element().name()))
                || (altered.type().isPresent()
                        && earlier.alteredColumns().stream()
                                .anyMatch(other ->
                                        other.type().isPresent() && SqliteIdentifiers.same(column, other.from())));
    }

    private static @Nullable TableRebuild rebuildOf(Executable executable) {
        return executable instanceof FromCatalog later && later.from() instanceof TableRebuild rebuild ? rebuild : null;
    }

    /** A column is dropped by SQLite itself, which refuses that where something needs it. */
    private static boolean isPartOfRebuild(Executable executable) {
        Operation operation = executable.operation();
        return operation == executable.recorded()
                && (operation instanceof AddColumn
                        || operation instanceof CreateIndex
                        || operation instanceof DropIndex);
    }
}
