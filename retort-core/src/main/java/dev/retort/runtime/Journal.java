package dev.retort.runtime;

import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.history.JournalEntry;
import dev.retort.history.JournalTable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What the journal says of one step. */
final class Journal {

    private final JournalTable table;
    private final PreparedStep step;

    Journal(JournalTable table, PreparedStep step) {
        this.table = table;
        this.step = step;
    }

    JournalTable table() {
        return table;
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

    /** Whether the entries of an earlier run are of this very step, text for text. */
    boolean matches(List<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            boolean same = entry.revision().equals(step.revision())
                    && entry.direction().equals(step.direction())
                    && entry.statement() <= step.executables().size()
                    && entry.hash().equals(hash(step.executables().get(entry.statement() - 1)));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    static String text(Executable executable) {
        return executable instanceof SqlStatement statement
                ? statement.sql()
                : executable.operation().describe();
    }

    private static String hash(Executable executable) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text(executable).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
