package dev.retort.dialect;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/**
 * The version of a database server.
 *
 * @param major the first number
 * @param minor the second number
 */
public record DatabaseVersion(int major, int minor) implements Comparable<DatabaseVersion> {

    /** The version to assume without a connection: newer than any. */
    public static final DatabaseVersion NEWEST = new DatabaseVersion(Integer.MAX_VALUE, 0);

    /** The version that a connection reports. */
    public static DatabaseVersion of(Connection connection) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        return new DatabaseVersion(metadata.getDatabaseMajorVersion(), metadata.getDatabaseMinorVersion());
    }

    public boolean known() {
        return major != NEWEST.major;
    }

    /** The name of a product with this version, such as {@code H2 2.5}; only the name if the version is not known. */
    public String after(String product) {
        return known() ? product + " " + major + "." + minor : product;
    }

    public boolean atLeast(int wantedMajor, int wantedMinor) {
        return compareTo(new DatabaseVersion(wantedMajor, wantedMinor)) >= 0;
    }

    @Override
    public int compareTo(DatabaseVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }
}
