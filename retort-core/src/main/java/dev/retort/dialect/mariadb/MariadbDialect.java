package dev.retort.dialect.mariadb;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.HibernateNames;
import dev.retort.dialect.Transactions;
import dev.retort.operation.DialectName;
import java.util.Optional;

/** The parts of MariaDB, on which its cousins build. */
public final class MariadbDialect {

    static final String PRODUCT = "MariaDB";

    /** Also true after mere reading: https://mariadb.com/kb/en/in_transaction/ */
    private static final String UNCOMMITTED = "SELECT @@in_transaction";

    private MariadbDialect() {}

    static Dialect of(DatabaseVersion version, MariadbSession session) {
        return builder(MariadbProvider.NAME, version.after(PRODUCT), version, session)
                .build();
    }

    /** Its parts, for a cousin under a name of its own to replace what differs. */
    public static Dialect.Builder builder(DialectName name, String displayName, DatabaseVersion version) {
        return builder(name, displayName, version, MariadbSession.UNKNOWN);
    }

    private static Dialect.Builder builder(
            DialectName name, String displayName, DatabaseVersion version, MariadbSession session) {
        MariadbFeatures features = new MariadbFeatures(version);
        MariadbIdentifiers identifiers = new MariadbIdentifiers();
        MariadbLiterals literals = new MariadbLiterals();
        MariadbTypes types = new MariadbTypes(features, literals);
        MariadbFailures failures = new MariadbFailures();
        TemporaryTableDdl scratch = new TemporaryTableDdl(name, features, identifiers, types, literals, session);
        return Dialect.builder(name, displayName)
                .syntax(MariadbProvider.SYNTAX)
                .identifiers(identifiers)
                .constraintNames(new HibernateNames(identifiers))
                .types(types)
                .literals(literals)
                .ddl(new MariadbDdl(name, features, identifiers, types, literals, session))
                .inspector(new MariadbInspector(types, identifiers))
                .comparison(new MariadbComparison(types, features, session))
                .rehearsals((connection, operations) -> Optional.of(new MariadbRehearsal(connection, types, session)))
                .transactions(Transactions.WITHOUT_DDL.withUncommitted(UNCOMMITTED))
                .locks((working, connections, key) -> MariadbLock.of(working, key))
                .normalizer(new MariadbNormalizer(scratch, identifiers, types, failures))
                .failures(failures)
                .access(new MariadbAccess(identifiers))
                .sessions(new MariadbSessions())
                .sessionState(new MariadbSessionState())
                .scriptCommand("mariadb DATABASE < FILE");
    }
}
