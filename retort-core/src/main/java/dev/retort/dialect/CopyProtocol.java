package dev.retort.dialect;

import java.io.IOException;
import java.io.Reader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/** How the rows of a COPY reach the database. */
public interface CopyProtocol {

    /** Of a database that takes no rows in this way. */
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
     * @throws SQLException when the database refuses them, or its driver cannot send any
     * @throws IOException when the rows cannot be read to their end; nothing is copied then
     */
    void in(Connection connection, String statement, Reader rows) throws SQLException, IOException;

    /**
     * Has the server give up a copy that is under way, which another thread has begun with {@link #in}.
     *
     * @throws SQLException when the server cannot be asked
     */
    void cancel(Connection connection) throws SQLException;
}
