package dev.retort.rows;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.retort.operation.RowReader;
import dev.retort.operation.TruthWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file. */
final class CsvRows implements RowReader {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final CsvFile file;
    private final BitSet booleans = new BitSet();
    private final BitSet numbers = new BitSet();
    private final CsvReader<List<@Nullable String>> reader;
    private final CloseableIterator<List<@Nullable String>> records;
    private final CsvLines lines;
    private @Nullable List<String> columns;

    CsvRows(CsvFile file, InputStream content) {
        this.file = file;
        lines = new CsvLines(file.nullText());
        reader = CsvReader.builder()
                .fieldSeparator(file.separator())
                .quoteCharacter('"')
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(false)
                .detectBomHeader(false)
                .maxBufferSize(LineByLine.MOST_CHARACTERS)
                .build(lines, new Utf8Reader(content));
        records = reader.iterator();
    }

    @Override
    public List<String> columns() throws IOException {
        if (columns == null) {
            List<@Nullable String> header = record();
            if (header == null) {
                throw new IOException("the names of the columns are missing");
            }
            columns = header.stream()
                    .map(name -> Objects.requireNonNullElse(name, ""))
                    .toList();
            find(file.booleans(), "booleans", booleans);
            find(file.numbers(), "numbers", numbers);
            BitSet kept = (BitSet) booleans.clone();
            kept.or(numbers);
            lines.keep(kept);
        }
        return columns;
    }

    private void find(List<String> wanted, String values, BitSet found) throws IOException {
        for (String column : wanted) {
            int number = Objects.requireNonNull(columns).indexOf(column);
            if (number < 0) {
                throw new IOException("it has no column " + column + ", whose values are to be " + values);
            }
            found.set(number);
        }
    }

    @Override
    public @Nullable List<@Nullable Object> next() throws IOException {
        List<String> unused = columns();
        List<@Nullable String> row = record();
        return row == null
                ? null
                : booleans.isEmpty() && numbers.isEmpty() ? Collections.unmodifiableList(row) : withTypes(row);
    }

    private List<@Nullable Object> withTypes(List<@Nullable String> row) throws IOException {
        List<@Nullable Object> values = new ArrayList<>(row);
        for (int i = 0; i < row.size(); i++) {
            String word = row.get(i);
            if (word != null && booleans.get(i)) {
                values.set(i, truth(word, columns().get(i)));
            } else if (word != null && numbers.get(i)) {
                values.set(i, number(word, columns().get(i)));
            }
        }
        return values;
    }

    private static Number number(String word, String column) throws IOException {
        if (!NUMBER.matcher(word).matches()) {
            throw new IOException("its " + column + " is no number: '" + word + "'");
        }
        return Numbers.read(word);
    }

    private static Boolean truth(String word, String column) throws IOException {
        Boolean truth = TruthWords.read(word);
        if (truth == null) {
            throw new IOException("its " + column + " is neither true nor false: '" + word + "'");
        }
        return truth;
    }

    @Override
    public @Nullable List<@Nullable Object> skim() throws IOException {
        List<String> unused = columns();
        lines.skim(true);
        try {
            return next();
        } finally {
            lines.skim(false);
        }
    }

    private @Nullable List<@Nullable String> record() throws IOException {
        try {
            while (records.hasNext()) {
                List<@Nullable String> row = records.next();
                if (!lines.isEmpty()) {
                    return row;
                }
                refuseDoubtful();
            }
            return null;
        } catch (CsvParseException e) {
            throw new IOException(
                    "it has a quote that is not closed, or text behind one (a quote within quotes is written twice), or a field"
                            + " of more than " + LineByLine.MOST_CHARACTERS + " characters",
                    e);
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }

    /** Programs write NULL so in a file of one column, and many files just end with an empty line. */
    private void refuseDoubtful() throws IOException {
        if (columns != null && columns.size() == 1) {
            throw new IOException("an empty line in a file of one column may be NULL, an empty text or nothing;"
                    + " remove it, or write a word for NULL, with nullAs, and \"\" for an empty text");
        }
    }

    @Override
    public long line() {
        return lines.line();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
