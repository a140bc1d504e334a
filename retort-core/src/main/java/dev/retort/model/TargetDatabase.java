package dev.retort.model;

/**
 * The database that a model is read for. The version decides types.
 *
 * @param product the product's name as its JDBC driver reports it
 * @param majorVersion the first number of the version
 * @param minorVersion the second number of the version
 */
public record TargetDatabase(String product, int majorVersion, int minorVersion) {

    @Override
    public String toString() {
        return product + " " + majorVersion + "." + minorVersion;
    }
}
