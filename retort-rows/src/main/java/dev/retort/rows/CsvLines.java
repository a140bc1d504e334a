package dev.retort.rows;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes rows of the fields that the parser finds. */
final class CsvLines extends AbstractBaseCsvCallbackHandler<List<@Nullable String>> {

    private final String nullText;
    private List<@Nullable String> row = new ArrayList<>();
    private long line = 1;
    private boolean empty;
    private boolean skimming;
    private BitSet kept = new BitSet();

    CsvLines(String nullText) {
        this.nullText = nullText;
    }

    /** The line that the last row began in. */
    long line() {
        return line;
    }

    /** Whether rows are read for their errors alone, and have only the values of the {@link #keep kept} fields. */
    void skim(boolean wanted) {
        skimming = wanted;
    }

    /** The fields, counted from 0, whose values are wanted in any case. */
    void keep(BitSet fields) {
        kept = fields;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        line = startingLineNumber;
        empty = false;
        row = new ArrayList<>(row.size());
    }

    @Override
    protected void handleField(int number, char[] buffer, int offset, int length, boolean quoted) {
        boolean unwanted = skimming && !kept.get(row.size());
        row.add(unwanted || (!quoted && isNull(buffer, offset, length)) ? null : new String(buffer, offset, length));
    }

    @Override
    protected void handleEmpty() {
        empty = true;
    }

    /** Whether the last line has nothing at all, not even quotes. */
    boolean isEmpty() {
        return empty;
    }

    private boolean isNull(char[] buffer, int offset, int length) {
        if (length != nullText.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (buffer[offset + i] != nullText.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    protected List<@Nullable String> buildRecord() {
        return row;
    }
}
