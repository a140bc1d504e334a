package dev.retort.command;

import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.dialect.DatabaseAddress;
import dev.retort.dialect.Dialects;
import dev.retort.error.Advice;
import dev.retort.error.DatabaseAccessException;
import dev.retort.error.MissingClass;
import dev.retort.error.RetortException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the JDBC driver for an address, first on the application's class path, then among those of Retort or its host. The first that
 * accepts the address is used; if none does, a driver of another product may serve it.
 */
final class Drivers {

    private static final Pattern PRODUCT = Pattern.compile("^(jdbc:[^:]+:).*$");

    private final List<ClassLoader> loaders;
    private final Dialects dialects;
    private final Duration readTimeout;

    private Drivers(List<ClassLoader> loaders, Dialects dialects, Duration readTimeout) {
        this.loaders = loaders;
        this.dialects = dialects;
        this.readTimeout = readTimeout;
    }

    /**
     * The drivers of a project. Those of its class path are loaded separately, so that others of the same name do not hide them.
     *
     * @param loader sees the drivers of Retort or its host
     */
    static Drivers of(Settings settings, ClassLoader loader, Dialects dialects) {
        List<Path> named = ClassPath.named(settings);
        return new Drivers(
                named.isEmpty()
                        ? List.of(loader)
                        : List.of(
                                new URLClassLoader(
                                        "drivers", ClassPath.urls(named), ClassLoader.getPlatformClassLoader()),
                                loader),
                dialects,
                Duration.ofSeconds(settings.number(ConfigKey.READ_TIMEOUT)));
    }

    private Stream<ServiceLoader.Provider<Driver>> all() {
        return loaders.stream().flatMap(loader -> ServiceLoader.load(Driver.class, loader).stream());
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
            dialects.explainRejection(address.jdbcUrl());
            throw new SQLException("its JDBC driver does not accept this url.");
        }
        Optional<DatabaseAccessException> unsupported = dialects.unsupported(address.jdbcUrl());
        if (unsupported.isPresent()) {
            throw unsupported.get();
        }
        throw new DatabaseAccessException(
                "No JDBC driver accepts the url " + address.masked() + "." + broken(),
                Advice.of(
                        "{} the driver's jar on {}.",
                        Advice.of(dialects.meant(address.jdbcUrl())
                                .map(meant -> "Did you mean '" + meant + "'? Otherwise put")
                                .orElse("Put")),
                        Advice.setting(ConfigKey.CLASSPATH.key())),
                null);
    }

    /** A driver that cannot be loaded is skipped, as another one may serve the address. */
    private static Optional<Driver> loaded(ServiceLoader.Provider<Driver> provider) {
        try {
            return Optional.of(provider.get());
        } catch (ServiceConfigurationError | LinkageError e) {
            return Optional.empty();
        }
    }

    /** The drivers that cannot be loaded, for a message; empty if all can. */
    private String broken() {
        StringBuilder said = new StringBuilder();
        all().forEach(provider -> {
            try {
                Driver unused = provider.get();
            } catch (ServiceConfigurationError | LinkageError e) {
                said.append(" The driver ")
                        .append(provider.type().getName())
                        .append(" cannot be loaded: ")
                        .append(MissingClass.behind(e)
                                .map(missing -> "the class " + missing.name() + " is missing.")
                                .orElse(e + "."));
            }
        });
        return said.toString();
    }

    private Optional<Connection> connect(String jdbcUrl, DatabaseAddress address) throws SQLException {
        Iterator<ServiceLoader.Provider<Driver>> found = all().iterator();
        while (found.hasNext()) {
            Optional<Driver> driver = loaded(found.next());
            Connection connection = driver.isEmpty() ? null : connect(driver.get(), jdbcUrl, address);
            if (connection != null) {
                return Optional.of(connection);
            }
        }
        return Optional.empty();
    }

    private @Nullable Connection connect(Driver driver, String jdbcUrl, DatabaseAddress address) throws SQLException {
        try {
            if (!driver.acceptsURL(jdbcUrl)) {
                return null;
            }
            Properties properties = address.login();
            properties.putAll(dialects.watching(jdbcUrl, driver, readTimeout));
            return connect(driver, jdbcUrl, properties);
        } catch (RetortException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new SQLException(String.valueOf(e.getMessage()), e);
        }
    }

    private @Nullable Connection connect(Driver driver, String jdbcUrl, Properties properties) throws SQLException {
        try {
            return driver.connect(dialects.opened(jdbcUrl, driver), properties);
        } catch (SQLException e) {
            if (!dialects.isDeniedAddition(jdbcUrl, e)) {
                throw e;
            }
            return driver.connect(jdbcUrl, properties);
        }
    }

    /** Whether there is a driver for the product of an address, judged by the simplest address of that product. */
    private boolean hasDriver(String jdbcUrl) {
        String simplest = PRODUCT.matcher(jdbcUrl).replaceFirst("$1//localhost/database");
        return all().flatMap(provider -> loaded(provider).stream()).anyMatch(driver -> accepts(driver, simplest));
    }

    private static boolean accepts(Driver driver, String jdbcUrl) {
        try {
            return driver.acceptsURL(jdbcUrl);
        } catch (SQLException | RuntimeException e) {
            return false;
        }
    }
}
