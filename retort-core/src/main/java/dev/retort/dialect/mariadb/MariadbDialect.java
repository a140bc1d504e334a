package dev.retort.dialect.mariadb;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.ConnectionSource;
import dev.retort.dialect.ConstraintNames;
import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.DdlCompiler;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.HibernateNames;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Inspector;
import dev.retort.dialect.Literals;
import dev.retort.dialect.MigrationLock;
import dev.retort.dialect.Rehearsal;
import dev.retort.dialect.Rights;
import dev.retort.dialect.SessionState;
import dev.retort.dialect.Sessions;
import dev.retort.dialect.SqlTypes;
import dev.retort.error.DatabaseAccessException;
import dev.retort.operation.DialectName;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.sql.SqlSyntax;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** MariaDB. */
final class MariadbDialect implements Dialect {

    static final String PRODUCT = "MariaDB";

    private static final int INTERRUPTED = 1317;
    private static final Set<Integer> DENIED = Set.of(1044, 1142, 1143, 1227);

    private final DatabaseVersion version;
    private final MariadbIdentifiers identifiers = new MariadbIdentifiers();
    private final MariadbLiterals literals = new MariadbLiterals();
    private final MariadbTypes types;
    private final MariadbDdl ddl;
    private final MariadbInspector inspector;
    private final MariadbComparison comparison;
    private final MariadbSession session;

    MariadbDialect(DatabaseVersion version, MariadbSession session) {
        this.version = version;
        this.session = session;
        MariadbFeatures features = new MariadbFeatures(version);
        types = new MariadbTypes(features, literals);
        ddl = new MariadbDdl(features, identifiers, types, literals, session);
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

    @Override
    public SqlSyntax syntax() {
        return MariadbProvider.SYNTAX;
    }

    /** ER_QUERY_INTERRUPTED: https://mariadb.com/docs/server/reference/error-codes */
    @Override
    public boolean isCancelled(SQLException failure) {
        return failure.getErrorCode() == INTERRUPTED;
    }

    /** Denied a statement, table, column, database: https://mariadb.com/docs/server/reference/error-codes */
    @Override
    public boolean isDenied(SQLException failure) {
        return DENIED.contains(failure.getErrorCode());
    }

    /** A grant is for a user and the hosts that the user may come from. */
    @Override
    public String remedyOfDenial(Connection connection, String right, QualifiedName table) throws SQLException {
        String schema = table.schema() == null ? connection.getCatalog() : table.schema();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT CURRENT_USER()")) {
            row.next();
            String login = row.getString(1);
            int at = login.lastIndexOf('@');
            return Rights.remedy("GRANT " + right + " ON " + identifiers.write(new QualifiedName(schema, table.name()))
                    + " TO '" + login.substring(0, at) + "'@'" + login.substring(at + 1) + "'");
        }
    }

    @Override
    public void requireSchema(Connection connection, boolean ownSchema) throws SQLException {
        if (connection.getCatalog() == null && !ownSchema) {
            throw new DatabaseAccessException(
                    "The connection is to a server and to no database on it.",
                    "Write the database behind the host, as in mariadb://host:3306/database.",
                    null);
        }
    }

    @Override
    public Sessions sessions() {
        return new MariadbSessions();
    }

    @Override
    public SessionState sessionState() {
        return new MariadbSessionState();
    }

    @Override
    public ConstraintNames constraintNames() {
        return new HibernateNames(identifiers);
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
    public Optional<Rehearsal> rehearsal(Connection connection, Stream<Operation> operations) {
        return Optional.of(new MariadbRehearsal(connection, types, session));
    }

    @Override
    public MigrationLock lock(Connection working, ConnectionSource connections, String key) throws SQLException {
        return MariadbLock.of(working, key);
    }
}
