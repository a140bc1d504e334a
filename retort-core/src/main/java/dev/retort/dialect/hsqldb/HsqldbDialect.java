package dev.retort.dialect.hsqldb;

import dev.retort.dialect.ConnectionSource;
import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.HibernateNames;
import dev.retort.dialect.Literals;
import dev.retort.dialect.Locks;
import dev.retort.dialect.MigrationLock;
import dev.retort.dialect.Transactions;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;

/** The parts of HSQLDB. */
final class HsqldbDialect {

    static final String PRODUCT = "HSQLDB";

    private static final String UNCOMMITTED =
            "SELECT TRANSACTION_SIZE > 0 FROM INFORMATION_SCHEMA.SYSTEM_SESSIONS WHERE SESSION_ID = SESSION_ID()";

    private static final Transactions TRANSACTIONS =
            new Transactions(false, "START TRANSACTION", "COMMIT", UNCOMMITTED);

    private HsqldbDialect() {}

    /**
     * The dialect of a version.
     *
     * @param defaultSchema the schema of names without one, as in the catalog
     */
    static Dialect of(DatabaseVersion version, String defaultSchema) {
        HsqldbIdentifiers identifiers = new HsqldbIdentifiers();
        Literals literals = new Literals();
        HsqldbTypes types = new HsqldbTypes(identifiers, literals);
        HsqldbDdl ddl = new HsqldbDdl(identifiers, types, literals, identifiers.fromCatalog(defaultSchema));
        HsqldbInspector inspector = new HsqldbInspector(identifiers, types);
        return Dialect.builder(HsqldbProvider.NAME, version.after(PRODUCT))
                .syntax(HsqldbProvider.SYNTAX)
                .identifiers(identifiers)
                .constraintNames(new HibernateNames(identifiers))
                .types(types)
                .literals(literals)
                .ddl(ddl)
                .inspector(inspector)
                .comparison(new HsqldbComparison(identifiers, types))
                .normalizer(new HsqldbNormalizer(identifiers, ddl, inspector))
                .rehearsals(HsqldbRehearsal.of(identifiers, ddl, inspector))
                .transactions(TRANSACTIONS)
                .locks(new RowLocks())
                .failures(HsqldbFailures.INSTANCE)
                .scriptCommand("java -jar sqltool.jar --autoCommit DATABASE FILE")
                .scriptForm(new HsqldbScripts())
                .build();
    }

    /** Locks that are rows of a table. */
    private static final class RowLocks implements Locks {

        @Override
        public MigrationLock of(Connection working, ConnectionSource connections, String key) throws SQLException {
            return HsqldbLock.of(working, connections, key);
        }

        @Override
        public boolean own(QualifiedName table) {
            return table.name().equals(MigrationLock.TABLE);
        }
    }
}
