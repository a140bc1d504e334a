package dev.retort.runtime;

import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.CopyIn;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.error.HalfDoneStepException;
import dev.retort.history.JournalEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What the journal says of one step. */
final class Journal {

    private static final String PUT_IT_BACK =
            "Put that statement back as it was, then run the command again. Only what has not run yet may be changed. When you have"
                    + " brought the database in order by hand, 'retort stamp --purge' forgets the step.";

    private static final String CORRECTED =
            "It failed or was cut off, and a part of it may be done. When nothing of it is left in the database, 'retort resume --retry'"
                    + " runs what stands there now. " + HalfDoneStepException.BY_HAND;

    private final PreparedStep step;

    Journal(PreparedStep step) {
        this.step = step;
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

    /** How many statements are known to be done. */
    static int closed(List<JournalEntry> entries) {
        return (int) entries.stream().filter(JournalEntry::closed).count();
    }

    /**
     * Refuses to go on with a step whose statements are not the ones that an earlier run began with.
     *
     * @throws HalfDoneStepException naming the first statement that differs
     */
    void requireSameStatements(List<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            boolean same = entry.statement() <= step.executables().size()
                    && entry.hash().equals(hash(step.executables().get(entry.statement() - 1)));
            if (!same) {
                throw new HalfDoneStepException(
                        step.revision(),
                        step.direction().word(),
                        closed(entries),
                        "The file was changed since: its statement " + entry.statement()
                                + " is not the one that was run.",
                        entry.closed() ? PUT_IT_BACK : CORRECTED);
            }
        }
    }

    static String text(Executable executable) {
        return executable instanceof SqlStatement statement
                ? statement.sql()
                : executable.operation().describe();
    }

    /** The text with the rows that belong to it. */
    private static String whole(Executable executable) {
        return executable instanceof CopyIn copy ? copy.copy().text() : text(executable);
    }

    private static String hash(Executable executable) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(whole(executable).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
