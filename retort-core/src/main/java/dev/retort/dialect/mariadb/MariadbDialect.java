package dev.retort.dialect.mariadb;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.ConnectionSource;
import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.DdlCompiler;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Inspector;
import dev.retort.dialect.Literals;
import dev.retort.dialect.MigrationLock;
import dev.retort.dialect.SqlTypes;
import dev.retort.operation.DialectName;
import dev.retort.schema.SqlType;
import dev.retort.sql.SqlSyntax;
import java.sql.Connection;
import java.sql.SQLException;

/** MariaDB. */
final class MariadbDialect implements Dialect {

    static final String PRODUCT = "MariaDB";

    private final DatabaseVersion version;
    private final MariadbIdentifiers identifiers = new MariadbIdentifiers();
    private final MariadbLiterals literals = new MariadbLiterals();
    private final MariadbTypes types;
    private final MariadbDdl ddl;
    private final MariadbInspector inspector;
    private final MariadbComparison comparison;

    MariadbDialect(DatabaseVersion version, MariadbSession session) {
        this.version = version;
        MariadbFeatures features = new MariadbFeatures(version);
        types = new MariadbTypes(features, literals);
        ddl = new MariadbDdl(features, identifiers, types, literals, session.database());
        inspector = new MariadbInspector(types, identifiers);
        comparison = new MariadbComparison(types, features, session);
    }

    @Override
    public DialectName name() {
        return MariadbProvider.NAME;
    }

    @Override
    public String displayName() {
        return version.after(PRODUCT);
    }

    @Override
    public boolean transactionalDdl() {
        return false;
    }

    /** "Cannot change column: used in a foreign key constraint", even where the values stay as they are. */
    @Override
    public boolean refusesTypeUnderForeignKey(SqlType before, SqlType after) {
        return true;
    }

    @Override
    public SqlSyntax syntax() {
        return MariadbProvider.SYNTAX;
    }

    @Override
    public IdentifierRules identifiers() {
        return identifiers;
    }

    @Override
    public SqlTypes types() {
        return types;
    }

    @Override
    public Literals literals() {
        return literals;
    }

    @Override
    public DdlCompiler ddl() {
        return ddl;
    }

    @Override
    public Inspector inspector() {
        return inspector;
    }

    @Override
    public ComparisonRules comparison() {
        return comparison;
    }

    @Override
    public MigrationLock lock(Connection working, ConnectionSource connections, String key) throws SQLException {
        return MariadbLock.of(working, key);
    }
}
