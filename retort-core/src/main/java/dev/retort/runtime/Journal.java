package dev.retort.runtime;

import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.Conditional;
import dev.retort.dialect.Executable.CopyIn;
import dev.retort.dialect.Executable.JavaWork;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.LoadFile;
import dev.retort.digest.Sha256;
import dev.retort.error.Action;
import dev.retort.error.Advice;
import dev.retort.error.HalfDoneStepException;
import dev.retort.error.SourcePosition;
import dev.retort.history.JournalEntry;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlTokens;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The journal of one step. */
final class Journal {

    private static final Advice PUT_IT_BACK = Advice.of(
            "Restore that statement, then run the command again. Only statements that have not run yet, comments and white space may be"
                    + " changed. {}",
            HalfDoneStepException.BY_HAND);

    private static final Advice CORRECTED = Advice.of(
            "It failed or was interrupted, and part of it may be done. If nothing of it is left in the database, {} runs the"
                    + " statement that is there now. {}",
            Action.RESUME_RETRY,
            HalfDoneStepException.BY_HAND);

    /** What the hash of a statement has behind the text, which tells what came of it. */
    private static final String RUN = "";

    private static final String SKIPPED = " skipped";
    private static final String DOUBTFUL = " doubtful";

    private final CompiledStep step;
    private final SqlSyntax syntax;

    Journal(CompiledStep step, SqlSyntax syntax) {
        this.step = step;
        this.syntax = syntax;
    }

    /** The entry of a statement. */
    JournalEntry entry(int number, boolean closed) {
        return entry(number, RUN, closed);
    }

    /** The entry of a conditional statement that did not have to run. */
    JournalEntry skipped(int number) {
        return entry(number, SKIPPED, true);
    }

    /** The entry of a conditional statement that did not have to run when it was run again, which it may have caused itself. */
    JournalEntry doubtful(int number) {
        return entry(number, DOUBTFUL, true);
    }

    private JournalEntry entry(int number, String mark, boolean closed) {
        return new JournalEntry(
                step.revision(),
                step.direction(),
                number,
                hash(step.executables().get(number - 1), mark),
                closed);
    }

    /** Whether the statement of an entry did not have to run. */
    boolean isSkipped(JournalEntry entry) {
        return has(entry, SKIPPED);
    }

    /** Whether the statement of an entry did not have to run when it was run again. */
    boolean isDoubtful(JournalEntry entry) {
        return has(entry, DOUBTFUL);
    }

    private boolean has(JournalEntry entry, String mark) {
        return entry.statement() <= step.executables().size()
                && entry.hash().equals(hash(step.executables().get(entry.statement() - 1), mark));
    }

    /** The number of statements that are known to be done. */
    static int closed(List<JournalEntry> entries) {
        return (int) entries.stream().filter(JournalEntry::closed).count();
    }

    /**
     * Refuses to continue a step whose statements are not those with which an earlier run began.
     *
     * @throws HalfDoneStepException naming the first statement that differs
     */
    void requireSameStatements(List<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            Executable executable = entry.statement() > step.executables().size()
                    ? null
                    : step.executables().get(entry.statement() - 1);
            if (Stream.of(RUN, SKIPPED, DOUBTFUL).noneMatch(mark -> has(entry, mark))) {
                throw new HalfDoneStepException(
                        step.revision(),
                        step.direction().word(),
                        closed(entries),
                        "The file was changed since: its statement " + entry.statement() + where(executable)
                                + " is not the one that was run.",
                        entry.closed() ? PUT_IT_BACK : CORRECTED);
            }
        }
    }

    private String where(@Nullable Executable executable) {
        SourcePosition position =
                executable == null ? step.position() : step.recording().position(executable.recorded());
        return position == null ? "" : " (" + position + ")";
    }

    static String text(Executable executable) {
        return executable instanceof SqlStatement statement
                ? statement.sql()
                : executable.operation().describe();
    }

    /** What identifies a statement: its tokens, or its text with the rows that belong to it. */
    private String whole(Executable executable) {
        if (executable instanceof SqlStatement statement) {
            return SqlTokens.joined(statement.sql(), syntax);
        }
        if (executable instanceof CopyIn copy) {
            return copy.copy().text();
        }
        if (executable instanceof LoadFile load) {
            return load.sql() + " " + load.rows().digest();
        }
        if (executable instanceof Conditional conditional) {
            return conditional.condition() + " " + whole(conditional.inner());
        }
        if (executable instanceof JavaWork) {
            return text(executable);
        }
        return executable
                .statements()
                .map(statements -> statements.stream().map(this::whole).collect(Collectors.joining("; ")))
                .orElseGet(executable.operation()::toString);
    }

    private String hash(Executable executable, String mark) {
        return Sha256.of(whole(executable) + mark);
    }
}
