package dev.retort.operation;

/**
 * The short name of a dialect, such as {@code postgresql}, as in revision files and settings.
 *
 * @param value the name in lower case
 */
public record DialectName(String value) {

    @Override
    public String toString() {
        return value;
    }
}
