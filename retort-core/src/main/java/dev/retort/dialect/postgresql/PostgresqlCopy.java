package dev.retort.dialect.postgresql;

import dev.retort.dialect.CopyProtocol;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/** Sends rows through the driver's own {@code CopyManager}. */
final class PostgresqlCopy implements CopyProtocol {

    @Override
    public void in(Connection connection, String statement, Reader rows) throws SQLException, IOException {
        in(connection, statement, Reader.class, rows);
    }

    /** The same for bytes, which the driver sends as they are. */
    void in(Connection connection, String statement, InputStream rows) throws SQLException, IOException {
        in(connection, statement, InputStream.class, rows);
    }

    private static <T> void in(Connection connection, String statement, Class<T> form, T rows)
            throws SQLException, IOException {
        try {
            Class<?> type = PostgresqlDriver.connectionType(connection);
            Object copy = type.getMethod("getCopyAPI").invoke(connection.unwrap(type));
            copy.getClass().getMethod("copyIn", String.class, form).invoke(copy, statement, rows);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof SQLException refused) {
                throw refused;
            }
            if (failed.getCause() instanceof IOException unread) {
                throw unread;
            }
            throw new SQLException(failed.getCause());
        } catch (ReflectiveOperationException absent) {
            throw new SQLFeatureNotSupportedException(
                    "COPY … FROM stdin needs the driver org.postgresql:postgresql, which this connection does not come from.",
                    absent);
        }
    }

    @Override
    public void cancel(Connection connection) throws SQLException {
        try {
            Class<?> type = PostgresqlDriver.connectionType(connection);
            type.getMethod("cancelQuery").invoke(connection.unwrap(type));
        } catch (InvocationTargetException failed) {
            throw new SQLException(failed.getCause());
        } catch (ReflectiveOperationException absent) {
            throw new SQLFeatureNotSupportedException(absent);
        }
    }
}
