package dev.retort.dialect;

import java.io.IOException;
import java.io.Reader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/** Sends the rows of a COPY to the database. */
public interface CopyProtocol {

    /** For a database without COPY. */
    CopyProtocol NONE = new CopyProtocol() {
        @Override
        public void in(Connection connection, String statement, Reader rows) throws SQLException {
            throw new SQLFeatureNotSupportedException("This database takes no rows by COPY.");
        }

        @Override
        public void cancel(Connection connection) {}
    };

    /**
     * Sends the rows of a COPY in the transaction of a connection.
     *
     * @throws SQLException when the database rejects them, or its driver cannot send any
     * @throws IOException when the rows cannot be read to their end; nothing is copied then
     */
    void in(Connection connection, String statement, Reader rows) throws SQLException, IOException;

    /**
     * Cancels a copy that another thread has begun with {@link #in}.
     *
     * @throws SQLException when the request cannot be sent
     */
    void cancel(Connection connection) throws SQLException;
}
