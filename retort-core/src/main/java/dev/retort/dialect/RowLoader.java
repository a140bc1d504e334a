package dev.retort.dialect;

import dev.retort.operation.InsertRows;
import dev.retort.operation.RowReader;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends the rows of files to a database, as many as there are, without keeping them. */
public interface RowLoader {

    /** The statement that takes the rows. */
    String sql(InsertRows rows);

    /** A value of a file in a script, whose rows are those that this loader would send. */
    String written(@Nullable Object value);

    /** Whether, even in auto-commit mode, no row is left after a failure. */
    boolean isAtomic();

    /**
     * Makes ready to send the rows of a file.
     *
     * @throws SQLException when the database does not take them
     */
    Load begin(Connection connection, InsertRows rows) throws SQLException;

    /** The sending of one file. */
    interface Load extends AutoCloseable {

        /**
         * Sends all rows in the transaction of the connection.
         *
         * @throws SQLException when the database rejects one
         * @throws IOException when they cannot be read to their end
         */
        void send(RowReader rows) throws SQLException, IOException;

        /**
         * The lines of the rows that the database has rejected; empty if nobody knows. Asked after {@link #send} has failed.
         *
         * @param failure how it failed
         */
        Optional<FileLines> rejected(SQLException failure);

        /**
         * Cancels what another thread has begun.
         *
         * @throws SQLException when the request cannot be sent
         */
        void cancel() throws SQLException;

        @Override
        void close() throws SQLException;
    }
}
