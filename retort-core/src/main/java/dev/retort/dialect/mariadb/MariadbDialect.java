package dev.retort.dialect.mariadb;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.HibernateNames;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Transactions;
import dev.retort.operation.DialectName;
import java.util.List;
import java.util.Optional;

/** The parts of MariaDB, on which its cousins build. */
public final class MariadbDialect {

    static final String PRODUCT = "MariaDB";

    /** Also true after mere reading: https://mariadb.com/kb/en/in_transaction/ */
    private static final String UNCOMMITTED = "SELECT @@in_transaction";

    private MariadbDialect() {}

    static Dialect of(DatabaseVersion version, MariadbSession session) {
        DialectName name = MariadbProvider.NAME;
        MariadbFeatures features = new MariadbFeatures(version);
        MariadbIdentifiers identifiers = new MariadbIdentifiers();
        MariadbLiterals literals = new MariadbLiterals();
        MariadbTypes types = new MariadbTypes(features, literals);
        MariadbColumns columns = new MariadbColumns(identifiers, types, literals);
        MariadbFailures failures = new MariadbFailures();
        TemporaryTableDdl scratch =
                new TemporaryTableDdl(name, features, columns, identifiers, types, literals, session);
        return builder(name, version.after(PRODUCT), identifiers, types, session)
                .ddl(new MariadbDdl(name, features, columns, identifiers, types, literals, session))
                .inspector(new MariadbInspector(types, identifiers))
                .comparison(new MariadbComparison(types, features, session))
                .transactions(Transactions.WITHOUT_DDL.withUncommitted(UNCOMMITTED))
                .normalizer(new MariadbNormalizer(scratch, identifiers, types, failures))
                .failures(failures)
                .sessions(new MariadbSessions("information_schema.global_status"))
                .sessionState(new MariadbSessionState(List.of("check_constraint_checks")))
                .scriptCommand("mariadb --comments DATABASE < FILE")
                .build();
    }

    /**
     * The parts that do not differ between MariaDB and its cousins, for a cousin to add its own: at least those for operations, inspection,
     * comparison, failures and sessions.
     */
    public static Dialect.Builder builder(
            DialectName name,
            String displayName,
            IdentifierRules identifiers,
            MariadbTypes types,
            MariadbSession session) {
        return Dialect.builder(name, displayName)
                .syntax(MariadbProvider.SYNTAX)
                .identifiers(identifiers)
                .constraintNames(new HibernateNames(identifiers))
                .types(types)
                .literals(new MariadbLiterals())
                .rehearsals((connection, operations) -> Optional.of(new MariadbRehearsal(connection, types, session)))
                .transactions(Transactions.WITHOUT_DDL)
                .locks((working, connections, key) -> MariadbLock.of(working, key))
                .scriptForm(new MariadbScripts())
                .access(new MariadbAccess(identifiers));
    }
}
