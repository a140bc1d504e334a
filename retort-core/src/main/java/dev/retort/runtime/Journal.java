package dev.retort.runtime;

import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.Conditional;
import dev.retort.dialect.Executable.CopyIn;
import dev.retort.dialect.Executable.JavaWork;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.error.Action;
import dev.retort.error.Advice;
import dev.retort.error.HalfDoneStepException;
import dev.retort.error.SourcePosition;
import dev.retort.history.JournalEntry;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlTokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
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

    private final CompiledStep step;
    private final SqlSyntax syntax;

    Journal(CompiledStep step, SqlSyntax syntax) {
        this.step = step;
        this.syntax = syntax;
    }

    /** The entry of a statement. */
    JournalEntry entry(int number, boolean closed) {
        return new JournalEntry(
                step.revision(),
                step.direction(),
                number,
                hash(step.executables().get(number - 1)),
                closed);
    }

    /** The entry of a conditional statement that did not have to run. */
    JournalEntry skipped(int number) {
        return new JournalEntry(
                step.revision(),
                step.direction(),
                number,
                hashOfSkipped(step.executables().get(number - 1)),
                true);
    }

    /** The entry of a conditional statement that did not have to run when it was run again, which it may have caused itself. */
    JournalEntry doubtful(int number) {
        return new JournalEntry(
                step.revision(),
                step.direction(),
                number,
                hashOfDoubtful(step.executables().get(number - 1)),
                true);
    }

    /** Whether the statement of an entry did not have to run when it was run again. */
    boolean isDoubtful(JournalEntry entry) {
        return entry.statement() <= step.executables().size()
                && entry.hash().equals(hashOfDoubtful(step.executables().get(entry.statement() - 1)));
    }

    /** Whether the statement of an entry did not have to run. */
    boolean isSkipped(JournalEntry entry) {
        return entry.statement() <= step.executables().size()
                && entry.hash().equals(hashOfSkipped(step.executables().get(entry.statement() - 1)));
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
            Executable executable = step.executables().stream()
                    .skip(entry.statement() - 1L)
                    .findFirst()
                    .orElse(null);
            if (executable == null
                    || !(entry.hash().equals(hash(executable)) || isSkipped(entry) || isDoubtful(entry))) {
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
            return SqlTokens.of(statement.sql(), syntax).all().stream()
                    .map(SqlToken::text)
                    .collect(Collectors.joining(" "));
        }
        if (executable instanceof CopyIn copy) {
            return copy.copy().text();
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

    private String hash(Executable executable) {
        return hash(whole(executable));
    }

    private String hashOfSkipped(Executable executable) {
        return hash(whole(executable) + " skipped");
    }

    private String hashOfDoubtful(Executable executable) {
        return hash(whole(executable) + " doubtful");
    }

    private static String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
