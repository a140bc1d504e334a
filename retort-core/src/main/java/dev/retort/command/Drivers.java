package dev.retort.command;

import dev.retort.dialect.DatabaseAddress;
import dev.retort.error.DatabaseAccessException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ServiceLoader;

/** Finds the JDBC driver of an address among those that a class loader sees; the first that accepts it wins. */
final class Drivers {

    private final ClassLoader loader;

    Drivers(ClassLoader loader) {
        this.loader = loader;
    }

    Connection connect(DatabaseAddress address) throws SQLException {
        for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
            if (driver.acceptsURL(address.jdbcUrl())) {
                Connection connection = driver.connect(address.jdbcUrl(), address.login());
                if (connection != null) {
                    return connection;
                }
            }
        }
        throw new DatabaseAccessException(
                "No JDBC driver accepts the url " + address.masked() + ".",
                "Put the driver's jar on 'classpath' in retort.toml.",
                null);
    }
}
