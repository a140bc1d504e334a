package dev.retort.dialect.sqlite;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Transactions;
import java.util.Optional;

/** The parts of SQLite. */
final class SqliteDialect {

    static final String PRODUCT = "SQLite";

    private SqliteDialect() {}

    static Dialect of(DatabaseVersion version) {
        SqliteIdentifiers identifiers = new SqliteIdentifiers();
        SqliteTypes types = new SqliteTypes();
        SqliteLiterals literals = SqliteLiterals.INSTANCE;
        SqliteDdl ddl = new SqliteDdl(version, identifiers, types, literals);
        SqliteInspector inspector = new SqliteInspector(identifiers, types);
        return Dialect.builder(SqliteProvider.NAME, version.after(PRODUCT))
                .syntax(SqliteProvider.SYNTAX)
                .identifiers(identifiers)
                .types(types)
                .literals(literals)
                .ddl(ddl)
                .inspector(inspector)
                .objects(new SqliteLookup(identifiers))
                .comparison(new SqliteComparison(identifiers, types))
                .rehearsals((connection, operations) -> operations.anyMatch(SqliteRehearsal::mayRefuse)
                        ? SqliteRehearsal.of(connection, ddl, inspector)
                        : Optional.empty())
                .transactions(Transactions.WITH_DDL)
                .foreignKeys(new SqliteForeignKeys())
                // There is one lock to a file, whatever the key.
                .locks((working, connections, key) -> SqliteLock.of(working))
                .failures(SqliteFailures.INSTANCE)
                .access(new SqliteAccess(identifiers))
                .scriptCommand("sqlite3 -bail DATABASE < FILE")
                .build();
    }
}
