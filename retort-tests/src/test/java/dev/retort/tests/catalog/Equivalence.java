package dev.retort.tests.catalog;

import dev.retort.tests.server.DatabaseUnderTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Two ways in which a catalog may say what is one thing to the database.
 *
 * @param reason why it is one
 * @param form makes the one way of them
 */
record Equivalence(String reason, Form form) {

    /** Turns entries that are one to the database into equal ones. */
    @FunctionalInterface
    interface Form {

        /** The entry that stands for all that are one with this; empty for what has no effect. */
        Optional<CatalogEntry> of(CatalogEntry entry) throws SQLException;
    }

    /** Those of a database, which a connection may ask. */
    static List<Equivalence> of(DatabaseUnderTest kind, Connection connection) {
        return switch (kind) {
            case POSTGRESQL -> new PostgresqlEquivalences(connection).all();
            case MARIADB, MYSQL -> MariadbEquivalences.ALL;
            case SQLITE -> SqliteEquivalences.ALL;
            default -> throw new IllegalArgumentException("Nothing reads the catalog of " + kind);
        };
    }
}
