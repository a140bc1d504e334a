package dev.retort.dialect.postgresql;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Transactions;

/** The parts of PostgreSQL. */
final class PostgresqlDialect {

    static final String PRODUCT = "PostgreSQL";

    /** A transaction has an id once it has written: https://www.postgresql.org/docs/current/functions-info.html */
    private static final String UNCOMMITTED = "SELECT txid_current_if_assigned() IS NOT NULL";

    private PostgresqlDialect() {}

    static Dialect of(DatabaseVersion version) {
        PostgresqlIdentifiers identifiers = new PostgresqlIdentifiers();
        PostgresqlTypes types = new PostgresqlTypes(identifiers);
        PostgresqlLiterals literals = new PostgresqlLiterals();
        PostgresqlDdl ddl = new PostgresqlDdl(new PostgresqlFeatures(version), identifiers, types, literals);
        PostgresqlInspector inspector = new PostgresqlInspector(types);
        return Dialect.builder(PostgresqlProvider.NAME, version.known() ? PRODUCT + " " + version.major() : PRODUCT)
                .syntax(PostgresqlProvider.SYNTAX)
                .identifiers(identifiers)
                .constraintNames(new PostgresqlNames(identifiers))
                .types(types)
                .literals(literals)
                .ddl(ddl)
                .inspector(inspector)
                .objects(new PostgresqlLookup(identifiers))
                .comparison(new PostgresqlComparison(types, ddl))
                .normalizer(new PostgresqlNormalizer(ddl, inspector))
                .transactions(Transactions.WITH_DDL.withUncommitted(UNCOMMITTED))
                .locks((working, connections, key) -> new PostgresqlLock(working, key))
                .failures(new PostgresqlFailures())
                .access(new PostgresqlAccess(identifiers))
                .roles(new PostgresqlRoles())
                .sessions(new PostgresqlSessions())
                .sessionState(new PostgresqlSession())
                .copy(new PostgresqlCopy())
                .scriptCommand("psql -v ON_ERROR_STOP=1 -f FILE DATABASE")
                .scriptForm(new PostgresqlScripts())
                .build();
    }
}
