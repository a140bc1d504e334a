package dev.retort.model;

/**
 * The database for which a model is read.
 *
 * @param product the product's name according to its JDBC driver
 * @param majorVersion the major version
 * @param minorVersion the minor version
 */
public record TargetDatabase(String product, int majorVersion, int minorVersion) {

    @Override
    public String toString() {
        return product + " " + majorVersion + "." + minorVersion;
    }
}
