package dev.retort.dialect.h2;

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
import dev.retort.dialect.SqlTypes;
import dev.retort.operation.DialectName;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** H2 in one version and with one set of settings. */
final class H2Dialect implements Dialect {

    static final String PRODUCT = "H2";

    /** https://h2database.com/javadoc/org/h2/api/ErrorCode.html */
    static final int NOT_ENOUGH_RIGHTS = 90096;

    /** No connection, closed, closed at shutdown, closed here. */
    private static final Set<Integer> CLOSED = Set.of(90067, 90098, 90121, 90007);

    private final DatabaseVersion version;
    private final H2Identifiers identifiers;
    private final SqlTypes types;
    private final Literals literals = new Literals();
    private final String defaultSchema;
    private final ComparisonRules comparison;

    /**
     * The dialect.
     *
     * @param defaultSchema the schema of names that have none, as the catalog has it
     * @param driver where H2's driver can be found
     */
    H2Dialect(DatabaseVersion version, H2Settings settings, String defaultSchema, @Nullable ClassLoader driver) {
        this.version = version;
        this.identifiers = new H2Identifiers(settings);
        this.types = new H2Types(identifiers, literals);
        this.defaultSchema = identifiers.fromCatalog(defaultSchema);
        H2Twin twin = new H2Twin(settings, driver, ddl(), inspector());
        this.comparison = new H2Comparison(version, identifiers, types, twin);
    }

    @Override
    public DialectName name() {
        return H2Provider.NAME;
    }

    @Override
    public boolean ownsTable(QualifiedName table) {
        return table.name().equals(H2Lock.TABLE);
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
    public ConstraintNames constraintNames() {
        return new HibernateNames(identifiers);
    }

    @Override
    public boolean isLost(SQLException failure) {
        return isClosed(failure);
    }

    static boolean isClosed(SQLException failure) {
        return CLOSED.contains(failure.getErrorCode());
    }

    @Override
    public boolean isDenied(SQLException failure) {
        return failure.getErrorCode() == NOT_ENOUGH_RIGHTS;
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
        return new H2Ddl(identifiers, types, literals, defaultSchema);
    }

    @Override
    public Inspector inspector() {
        return new H2Inspector(version, identifiers, types);
    }

    @Override
    public ComparisonRules comparison() {
        return comparison;
    }

    @Override
    public MigrationLock lock(Connection working, ConnectionSource connections, String key) throws SQLException {
        return H2Lock.of(working, connections, key);
    }
}
