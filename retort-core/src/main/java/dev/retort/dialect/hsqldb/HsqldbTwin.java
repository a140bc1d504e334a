package dev.retort.dialect.hsqldb;

import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.DdlCompiler;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.IdentifierRules;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A database in memory that reads SQL like another one, with the sequences, domains and distinct types of that one. Nobody else knows it,
 * and it ends with its one connection.
 */
final class HsqldbTwin implements AutoCloseable {

    private static final String DRIVER = "org.hsqldb.jdbc.JDBCDriver";

    private final Connection connection;

    private HsqldbTwin(Connection connection) {
        this.connection = connection;
    }

    /** The twin of a database; empty when the driver is another one. */
    static Optional<HsqldbTwin> of(Connection original, IdentifierRules names) throws SQLException {
        Driver driver = driver(original);
        if (driver == null) {
            return Optional.empty();
        }
        Properties properties = settings(original);
        properties.setProperty("user", "SA");
        properties.setProperty("password", "");
        HsqldbTwin twin =
                new HsqldbTwin(driver.connect("jdbc:hsqldb:mem:" + UUID.randomUUID() + ";shutdown=true", properties));
        objects(original, names).forEach(twin::runs);
        return Optional.of(twin);
    }

    private static @Nullable Driver driver(Connection connection) throws SQLException {
        try {
            ClassLoader loader = connection.unwrap(Connection.class).getClass().getClassLoader();
            return Class.forName(DRIVER, true, loader)
                    .asSubclass(Driver.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException anotherDriver) {
            return null;
        }
    }

    /** The settings of a database that affect how SQL is read. */
    static Properties settings(Connection original) throws SQLException {
        Properties settings = new Properties();
        CatalogQuery.of("SELECT PROPERTY_NAME, PROPERTY_VALUE FROM INFORMATION_SCHEMA.SYSTEM_PROPERTIES"
                        + " WHERE PROPERTY_NAME LIKE 'sql.%' AND PROPERTY_VALUE IS NOT NULL")
                .forEach(original, row -> settings.setProperty(row.getString(1), row.getString(2)));
        return settings;
    }

    /** The statements that create the objects of a database besides its tables. */
    static List<String> objects(Connection original, IdentifierRules names) throws SQLException {
        String home = original.getSchema();
        Set<String> schemas = new LinkedHashSet<>(Set.of(home));
        List<String> made = new ArrayList<>();
        for (String query : List.of("""
                SELECT 'SEQUENCE', SEQUENCE_SCHEMA, SEQUENCE_NAME, DATA_TYPE FROM INFORMATION_SCHEMA.SEQUENCES
                WHERE SEQUENCE_SCHEMA <> 'SYSTEM_LOBS'""", """
                SELECT 'DOMAIN', DOMAIN_SCHEMA, DOMAIN_NAME, DTD_IDENTIFIER FROM INFORMATION_SCHEMA.DOMAINS
                WHERE DOMAIN_SCHEMA <> 'INFORMATION_SCHEMA'""")) {
            CatalogQuery.of(query).forEach(original, row -> {
                schemas.add(row.getString(2));
                QualifiedName name =
                        new QualifiedName(names.fromCatalog(row.getString(2)), names.fromCatalog(row.getString(3)));
                made.add("CREATE " + row.getString(1) + " " + names.write(name) + " AS " + row.getString(4));
            });
        }
        List<String> all = new ArrayList<>();
        // A new database has the standard schema.
        schemas.stream()
                .filter(schema -> !schema.equals(HsqldbProvider.STANDARD_SCHEMA))
                .forEach(schema -> all.add("CREATE SCHEMA " + names.write(names.fromCatalog(schema))));
        all.add("SET SCHEMA " + names.write(names.fromCatalog(home)));
        all.addAll(made);
        return all;
    }

    Connection connection() {
        return connection;
    }

    /** Runs an operation; answers whether it is one and the database has not refused it. */
    boolean runs(Operation operation, DdlCompiler ddl) {
        try {
            for (Executable executable : ddl.compile(operation)) {
                if (!(executable instanceof SqlStatement statement) || !runs(statement.sql())) {
                    return false;
                }
            }
            return true;
        } catch (UnsupportedByDialectException notPossible) {
            return false;
        }
    }

    private boolean runs(String sql) {
        try {
            run(sql);
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("A database in memory can be closed.", e);
        }
    }
}
