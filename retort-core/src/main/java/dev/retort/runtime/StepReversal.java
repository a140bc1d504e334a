package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.error.Action;
import dev.retort.error.Advice;
import dev.retort.error.HalfDoneStepException;
import dev.retort.error.RetortException;
import dev.retort.history.JournalEntry;
import dev.retort.history.JournalTable;
import dev.retort.operation.Hazard;
import dev.retort.operation.Irreversible;
import dev.retort.operation.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Undoes what a half-done step has done, its last operation first. */
final class StepReversal {

    /**
     * An operation to undo.
     *
     * @param first the number of the first statement of the operation
     * @param last the number of its last statement that is done
     * @param reverse the operation that undoes it; null if it did not have to run
     * @param back the statements of that operation
     */
    private record Piece(int first, int last, @Nullable Operation reverse, List<Executable> back) {}

    private final Connection connection;
    private final Dialect dialect;
    private final JournalTable table;
    private final CompiledStep step;
    private final List<JournalEntry> journaled;
    private final Journal journal;

    /**
     * Of a step.
     *
     * @param journaled its entries in the journal
     */
    StepReversal(
            Connection connection,
            Dialect dialect,
            JournalTable table,
            CompiledStep step,
            List<JournalEntry> journaled) {
        this.connection = connection;
        this.dialect = dialect;
        this.table = table;
        this.step = step;
        this.journaled = journaled;
        this.journal = new Journal(step, dialect.syntax());
    }

    /**
     * Undoes the step.
     *
     * @param done the number of statements of the step that are done
     * @throws HalfDoneStepException before anything is run, when one of them cannot be undone
     * @throws StatementFailure when a statement fails; the journal records how far this has come
     */
    void run(int done, JdbcSink sink) throws SQLException, StatementFailure {
        List<Piece> pieces = pieces(done);
        RowsAtStake rows = new RowsAtStake(connection, dialect);
        for (Piece piece : pieces) {
            Operation reverse = piece.reverse();
            Optional<String> lost = reverse == null ? Optional.empty() : rows.next(reverse);
            if (lost.isPresent()) {
                throw refused(done, step.executables().get(piece.first() - 1), lost.get());
            }
        }
        connection.rollback();
        for (Piece piece : pieces) {
            takeBack(piece, sink);
        }
    }

    /**
     * Whether the step can be undone; changes nothing.
     *
     * @param done the number of statements of the step that are done
     */
    boolean isPossible(int done) {
        try {
            pieces(done);
            return true;
        } catch (RetortException refused) {
            return false;
        }
    }

    private List<Piece> pieces(int done) {
        List<Piece> pieces = new ArrayList<>();
        int last = done;
        while (last > 0) {
            Executable executable = step.executables().get(last - 1);
            if (isDoubtful(last)) {
                throw refused(done, executable, "it is not known whether it has run");
            }
            if (isSkipped(last)) {
                pieces.add(new Piece(last, last, null, List.of()));
                last--;
                continue;
            }
            Operation operation = undone(executable);
            int first = last;
            while (first > 1 && undone(step.executables().get(first - 2)) == operation && !isSkipped(first - 1)) {
                first--;
            }
            boolean cut = last < step.executables().size()
                    && undone(step.executables().get(last)) == operation;
            boolean partly = first > 1 && undone(step.executables().get(first - 2)) == operation;
            if (partly || (cut && operation != executable.operation())) {
                throw refused(done, executable, "only a part of '" + operation.describe() + "' is done");
            }
            Operation reverse = reverse(executable, operation, done);
            pieces.add(new Piece(first, last, reverse, dialect.ddl().compile(reverse)));
            last = first - 1;
        }
        return pieces;
    }

    private boolean isDoubtful(int number) {
        return number <= journaled.size() && journal.isDoubtful(journaled.get(number - 1));
    }

    private boolean isSkipped(int number) {
        return number <= journaled.size() && journal.isSkipped(journaled.get(number - 1));
    }

    /** The operation to reverse for a statement: its own part, or the recorded operation. */
    private static Operation undone(Executable executable) {
        return executable.operation().reverse().isPresent() ? executable.operation() : executable.recorded();
    }

    private Operation reverse(Executable executable, Operation operation, int done) {
        boolean losesData = Stream.of(executable.hazards(), operation.hazards())
                .flatMap(List::stream)
                .anyMatch(Hazard::losesData);
        if (losesData) {
            throw refused(done, executable, "what it removed is gone");
        }
        return operation
                .reverse()
                .filter(back -> !(back instanceof Irreversible))
                .orElseThrow(() -> refused(done, executable, "it is not known what undoes it"));
    }

    private HalfDoneStepException refused(int done, Executable executable, String why) {
        return new HalfDoneStepException(
                step.revision(),
                step.direction().word(),
                done,
                "This one cannot be undone, " + why + ":\n    " + Journal.text(executable),
                Advice.of(
                        "Nothing was undone. {} continues the step instead. {}",
                        Action.RESUME,
                        HalfDoneStepException.BY_HAND));
    }

    /** If the database can do that, an operation is undone in one transaction, whatever it was done in: it is never undone by half. */
    private void takeBack(Piece piece, JdbcSink sink) throws SQLException, StatementFailure {
        boolean alone = piece.back().stream().anyMatch(one -> CompiledStep.commitsByItself(one, dialect));
        for (int number = piece.last(); number > piece.first(); number--) {
            table.remove(connection, journal.entry(number, true));
        }
        // In doubt until it is undone: if this fails, the catalog tells whether the effect is still there.
        JournalEntry entry = journal.entry(piece.first(), true);
        table.reopen(connection, entry);
        if (alone) {
            connection.commit();
        }
        for (Executable executable : piece.back()) {
            sink.run(step.step(), executable);
        }
        table.remove(connection, entry);
        connection.commit();
    }
}
