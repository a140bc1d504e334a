package dev.retort.dialect.postgresql;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.ConnectionSource;
import dev.retort.dialect.ConstraintNames;
import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.DdlCompiler;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Inspector;
import dev.retort.dialect.Literals;
import dev.retort.dialect.MigrationLock;
import dev.retort.dialect.Roles;
import dev.retort.dialect.SessionState;
import dev.retort.dialect.Sessions;
import dev.retort.dialect.SqlTypes;
import dev.retort.operation.DialectName;
import dev.retort.schema.QualifiedName;
import java.io.IOException;
import java.io.Reader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** PostgreSQL. */
final class PostgresqlDialect implements Dialect {

    static final String PRODUCT = "PostgreSQL";

    private final DatabaseVersion version;
    private final PostgresqlIdentifiers identifiers = new PostgresqlIdentifiers();
    private final PostgresqlTypes types = new PostgresqlTypes(identifiers);
    private final PostgresqlLiterals literals = new PostgresqlLiterals();
    private final PostgresqlDdl ddl;
    private final PostgresqlInspector inspector = new PostgresqlInspector(types);
    private final PostgresqlComparison comparison;

    PostgresqlDialect(DatabaseVersion version) {
        this.version = version;
        ddl = new PostgresqlDdl(new PostgresqlFeatures(version), identifiers, types, literals);
        comparison = new PostgresqlComparison(types, ddl);
    }

    @Override
    public DialectName name() {
        return PostgresqlProvider.NAME;
    }

    @Override
    public String displayName() {
        return version.known() ? PRODUCT + " " + version.major() : PRODUCT;
    }

    @Override
    public boolean transactionalDdl() {
        return true;
    }

    /** Without the right to use the schema, no right on a table counts. */
    @Override
    public String remedyOfDenial(Connection connection, String right, QualifiedName table) throws SQLException {
        SearchPath path = SearchPath.of(connection);
        String schema = table.schema() == null ? path.current() : table.schema();
        return schema != null && path.lacks(connection, schema, "USAGE")
                ? path.grant("USAGE", schema)
                : schema != null && right.equals("CREATE")
                        ? path.grant("CREATE", schema)
                        : Dialect.super.remedyOfDenial(connection, right, table);
    }

    @Override
    public void requireSchema(Connection connection, boolean ownSchema) throws SQLException {
        SearchPath.of(connection).requireFirst(connection, ownSchema);
    }

    /** The server ends sessions with a state of its own: https://www.postgresql.org/docs/current/errcodes-appendix.html */
    @Override
    public boolean isLost(SQLException failure) {
        return Dialect.super.isLost(failure)
                || String.valueOf(failure.getSQLState()).startsWith("57P");
    }

    @Override
    public void copyIn(Connection connection, String statement, Reader rows) throws SQLException, IOException {
        PostgresqlCopy.in(connection, statement, rows);
    }

    @Override
    public void cancelCopy(Connection connection) throws SQLException {
        PostgresqlCopy.cancel(connection);
    }

    @Override
    public Roles roles() {
        return new PostgresqlRoles();
    }

    @Override
    public Sessions sessions() {
        return new PostgresqlSessions();
    }

    @Override
    public SessionState sessionState() {
        return new PostgresqlSession();
    }

    /** https://www.postgresql.org/docs/current/ddl-rowsecurity.html: rows that no policy lets through are as if they were not there. */
    @Override
    public boolean hidesRows(Connection connection, QualifiedName table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT row_security_active(to_regclass(?))")) {
            statement.setString(1, identifiers().write(table));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    @Override
    public ConstraintNames constraintNames() {
        return new PostgresqlNames(identifiers);
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
    public MigrationLock lock(Connection working, ConnectionSource connections, String key) {
        return new PostgresqlLock(working, key);
    }
}
