package dev.retort.tests.catalog;

import dev.retort.tests.server.DatabaseUnderTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that a database holds, as its own catalog says it: read without the help of Retort's inspection, so that it shows what that does
 * not see. What makes no difference to {@link dev.retort.testkit.CatalogEquality} is left out, and so are Retort's metadata tables.
 *
 * @param entries what the catalog says, sorted
 */
public record RawCatalog(List<CatalogEntry> entries) {

    public RawCatalog {
        entries = entries.stream().sorted().toList();
    }

    /** The catalog of the database, or in MariaDB of the schema, that a connection is in. */
    public static RawCatalog read(DatabaseUnderTest kind, Connection connection) throws SQLException {
        return new RawCatalog(
                switch (kind) {
                    case POSTGRESQL -> PostgresqlCatalog.read(connection);
                    case MARIADB, MYSQL -> MariadbCatalog.read(connection);
                    case SQLITE -> SqliteCatalog.read(connection);
                    default -> throw new IllegalArgumentException("Nothing reads the catalog of " + kind);
                });
    }

    /** The same where it does not matter in which of several ways a column counts. */
    public RawCatalog withoutNumbering() {
        return new RawCatalog(entries.stream()
                .map(CatalogEntry::withoutNumbering)
                .flatMap(Optional::stream)
                .toList());
    }

    /** What this catalog says and another one does not. */
    public List<CatalogEntry> beyond(RawCatalog other) {
        List<CatalogEntry> left = new ArrayList<>(entries);
        other.entries.forEach(left::remove);
        return left;
    }
}
