package dev.retort.command;

import dev.retort.dialect.DatabaseAddress;
import dev.retort.dialect.Dialects;
import dev.retort.error.DatabaseAccessException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the JDBC driver of an address among those that a class loader sees; the first that accepts it wins. Where none does, a driver of
 * another product may serve it.
 */
final class Drivers {

    private static final Pattern PRODUCT = Pattern.compile("^(jdbc:[^:]+:).*$");

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
        if (Stream.concat(Stream.of(address.jdbcUrl()), dialects.substitutes(address.jdbcUrl()).stream())
                .anyMatch(this::hasDriver)) {
            throw new SQLException("its JDBC driver does not accept this url.");
        }
        throw new DatabaseAccessException(
                "No JDBC driver accepts the url " + address.masked() + ".",
                "Put the driver's jar on 'classpath' in retort.toml.",
                null);
    }

    private Optional<Connection> connect(String jdbcUrl, DatabaseAddress address) throws SQLException {
        for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
            Connection connection = connect(driver, jdbcUrl, address);
            if (connection != null) {
                return Optional.of(connection);
            }
        }
        return Optional.empty();
    }

    private @Nullable Connection connect(Driver driver, String jdbcUrl, DatabaseAddress address) throws SQLException {
        try {
            return driver.acceptsURL(jdbcUrl) ? driver.connect(dialects.opened(jdbcUrl), address.login()) : null;
        } catch (RuntimeException e) {
            throw new SQLException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Whether there is a driver for the product of an address, as it accepts the simplest address of that product. */
    private boolean hasDriver(String jdbcUrl) {
        String simplest = PRODUCT.matcher(jdbcUrl).replaceFirst("$1//localhost/database");
        return ServiceLoader.load(Driver.class, loader).stream().anyMatch(driver -> accepts(driver.get(), simplest));
    }

    private static boolean accepts(Driver driver, String jdbcUrl) {
        try {
            return driver.acceptsURL(jdbcUrl);
        } catch (SQLException | RuntimeException e) {
            return false;
        }
    }
}
