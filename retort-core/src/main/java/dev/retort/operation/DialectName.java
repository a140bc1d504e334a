package dev.retort.operation;

/**
 * The short name of a database, such as {@code postgresql}, as revision files and settings spell it.
 *
 * @param value the name in lower case
 */
public record DialectName(String value) {

    @Override
    public String toString() {
        return value;
    }
}
