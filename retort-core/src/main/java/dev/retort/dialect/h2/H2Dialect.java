package dev.retort.dialect.h2;

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
import org.jspecify.annotations.Nullable;

/** The parts of H2. */
final class H2Dialect {

    static final String PRODUCT = "H2";

    private static final String UNCOMMITTED =
            "SELECT CONTAINS_UNCOMMITTED FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID = SESSION_ID()";

    private H2Dialect() {}

    /**
     * The dialect of a version with given settings.
     *
     * @param defaultSchema the schema of names without one, as in the catalog
     * @param driver where H2's driver can be found
     */
    static Dialect of(
            DatabaseVersion version, H2Settings settings, String defaultSchema, @Nullable ClassLoader driver) {
        H2Identifiers identifiers = new H2Identifiers(settings);
        Literals literals = new Literals();
        H2Types types = new H2Types(identifiers, literals);
        H2Ddl ddl = new H2Ddl(identifiers, types, literals, identifiers.fromCatalog(defaultSchema));
        H2Inspector inspector = new H2Inspector(version, identifiers, types);
        UserObjects objects = new UserObjects(version, identifiers, types);
        return Dialect.builder(H2Provider.NAME, version.after(PRODUCT))
                .syntax(H2Provider.SYNTAX)
                .identifiers(identifiers)
                .constraintNames(new HibernateNames(identifiers))
                .types(types)
                .literals(literals)
                .ddl(ddl)
                .inspector(inspector)
                .objects(new H2Lookup(identifiers))
                .comparison(new H2Comparison(version, settings, identifiers, types))
                .normalizer(new H2Normalizer(driver, objects, ddl, inspector))
                .transactions(Transactions.WITHOUT_DDL.withUncommitted(UNCOMMITTED))
                .locks(new RowLocks())
                .failures(H2Failures.INSTANCE)
                .scriptCommand("RUNSCRIPT FROM 'FILE' CHARSET 'UTF-8'")
                .build();
    }

    /** Locks that are rows of a table. */
    private static final class RowLocks implements Locks {

        @Override
        public MigrationLock of(Connection working, ConnectionSource connections, String key) throws SQLException {
            return H2Lock.of(working, connections, key);
        }

        @Override
        public boolean own(QualifiedName table) {
            return table.name().equals(H2Lock.TABLE);
        }
    }
}
