package dev.retort.dialect.sqlite;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.ConnectionSource;
import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.DdlCompiler;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Inspector;
import dev.retort.dialect.Literals;
import dev.retort.dialect.MigrationLock;
import dev.retort.dialect.Rehearsal;
import dev.retort.dialect.SqlTypes;
import dev.retort.operation.DialectName;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.sql.SqlSyntax;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** SQLite in one version. */
final class SqliteDialect implements Dialect {

    static final String PRODUCT = "SQLite";

    private static final int BUSY = 5;
    private static final int INTERRUPTED = 9;
    private static final Set<Integer> DENIED = Set.of(3, 8, 14, 23);

    private final DatabaseVersion version;
    private final IdentifierRules identifiers = new SqliteIdentifiers();
    private final SqliteTypes types = new SqliteTypes();
    private final Literals literals = new SqliteLiterals();

    SqliteDialect(DatabaseVersion version) {
        this.version = version;
    }

    @Override
    public DialectName name() {
        return SqliteProvider.NAME;
    }

    @Override
    public String displayName() {
        return version.after(PRODUCT);
    }

    @Override
    public boolean transactionalDdl() {
        return true;
    }

    /** SQLITE_BUSY with its extensions: https://www.sqlite.org/rescode.html#busy */
    @Override
    public boolean isBusy(SQLException failure) {
        return (failure.getErrorCode() & 0xff) == BUSY;
    }

    /** SQLITE_INTERRUPT: https://www.sqlite.org/rescode.html#interrupt */
    @Override
    public boolean isCancelled(SQLException failure) {
        return (failure.getErrorCode() & 0xff) == INTERRUPTED;
    }

    /** SQLITE_PERM, SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_AUTH: https://www.sqlite.org/rescode.html */
    @Override
    public boolean isDenied(SQLException failure) {
        return isAccessDenied(failure);
    }

    static boolean isAccessDenied(SQLException failure) {
        return DENIED.contains(failure.getErrorCode() & 0xff);
    }

    @Override
    public String remedyOfDenial(Connection connection, String right, QualifiedName table) throws SQLException {
        return SqliteLock.databaseFile(connection).map(FileRights::remedy).orElse("The database is opened read-only.");
    }

    @Override
    public SqlSyntax syntax() {
        return SqliteProvider.SYNTAX;
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
        return new SqliteDdl(version, identifiers, types, literals);
    }

    @Override
    public Inspector inspector() {
        return new SqliteInspector(identifiers, types);
    }

    @Override
    public ComparisonRules comparison() {
        return new SqliteComparison(identifiers, types);
    }

    @Override
    public Optional<Rehearsal> rehearsal(Connection connection, Stream<Operation> operations) throws SQLException {
        return operations.anyMatch(SqliteRehearsal::mayRefuse)
                ? SqliteRehearsal.of(connection, ddl())
                : Optional.empty();
    }

    /** One lock per database file, whatever the key. */
    @Override
    public MigrationLock lock(Connection working, ConnectionSource connections, String key) throws SQLException {
        return SqliteLock.of(working);
    }
}
