package dev.retort.command;

import dev.retort.dialect.DatabaseAddress;
import dev.retort.dialect.Dialects;
import dev.retort.error.DatabaseAccessException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Finds the JDBC driver of an address among those that a class loader sees; the first that accepts it wins. Where none does, a driver of
 * another product may serve it.
 */
final class Drivers {

    private final ClassLoader loader;
    private final Dialects dialects;

    Drivers(ClassLoader loader, Dialects dialects) {
        this.loader = loader;
        this.dialects = dialects;
    }

    Connection connect(DatabaseAddress address) throws SQLException {
        Optional<Connection> connection = connect(address.jdbcUrl(), address);
        if (connection.isPresent()) {
            return connection.get();
        }
        for (String substitute : dialects.substitutes(address.jdbcUrl())) {
            Optional<Connection> served = connect(substitute, address);
            if (served.isPresent()) {
                return served.get();
            }
        }
        throw new DatabaseAccessException(
                "No JDBC driver accepts the url " + address.masked() + ".",
                "Put the driver's jar on 'classpath' in retort.toml.",
                null);
    }

    private Optional<Connection> connect(String jdbcUrl, DatabaseAddress address) throws SQLException {
        for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
            if (driver.acceptsURL(jdbcUrl)) {
                Connection connection = driver.connect(jdbcUrl, address.login());
                if (connection != null) {
                    return Optional.of(connection);
                }
            }
        }
        return Optional.empty();
    }
}
