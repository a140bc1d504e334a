package dev.retort.dialect;

/**
 * Lines of a file of rows.
 *
 * @param first the first one, counted from 1
 * @param last the last one, or where the last row begins
 */
public record FileLines(long first, long last) {

    @Override
    public String toString() {
        return first == last ? "line " + first : "lines " + first + " to " + last;
    }
}
