package dev.retort.rows;

import dev.retort.operation.RowFile;
import dev.retort.operation.RowReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A CSV file.
 *
 * @param path the path from the folder of the revision
 * @param separator the character between two fields
 * @param nullText what a field without quotes holds that is NULL
 * @param booleans the columns whose values are true or false
 * @param numbers the columns whose values are numbers
 */
public record CsvFile(String path, char separator, String nullText, List<String> booleans, List<String> numbers)
        implements RowFile {

    public CsvFile {
        booleans = List.copyOf(booleans);
        numbers = List.copyOf(numbers);
        if (separator == '"' || separator == '\n' || separator == '\r') {
            throw new IllegalArgumentException(
                    "A quote or the end of a line cannot separate the fields of " + path + ".");
        }
    }

    /** The same file with another character between its fields, such as {@code ;} or a tab. */
    public CsvFile separatedBy(char character) {
        return new CsvFile(path, character, nullText, booleans, numbers);
    }

    /** The same file with a word for NULL, such as {@code \N}; fields that are empty are empty texts then. */
    public CsvFile nullAs(String word) {
        return new CsvFile(path, separator, word, booleans, numbers);
    }

    /**
     * The same file with columns whose values are true or false. A run knows that by itself; offline SQL, which sees no table, has to be told.
     */
    public CsvFile booleans(String... columns) {
        return new CsvFile(path, separator, nullText, List.of(columns), numbers);
    }

    /**
     * The same file with columns whose values are numbers. Offline SQL has to be told of those that MySQL or MariaDB keeps as bits
     * ({@code BIT(8)}).
     */
    public CsvFile numbers(String... columns) {
        return new CsvFile(path, separator, nullText, booleans, List.of(columns));
    }

    @Override
    public RowReader open(InputStream content) throws IOException {
        return new CsvRows(this, content);
    }

    @Override
    public String source() {
        return "dev.retort.rows.RowFiles.csv(" + JavaLiterals.text(path) + ")"
                + (separator == ',' ? "" : ".separatedBy(" + JavaLiterals.character(separator) + ")")
                + (nullText.isEmpty() ? "" : ".nullAs(" + JavaLiterals.text(nullText) + ")")
                + columns("booleans", booleans)
                + columns("numbers", numbers);
    }

    private static String columns(String method, List<String> names) {
        return names.isEmpty()
                ? ""
                : names.stream().map(JavaLiterals::text).collect(Collectors.joining(", ", "." + method + "(", ")"));
    }
}
