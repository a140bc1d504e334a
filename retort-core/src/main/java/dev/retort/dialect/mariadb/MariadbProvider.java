package dev.retort.dialect.mariadb;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.DeploymentUrl;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.dialect.KnownSyntaxes;
import dev.retort.operation.DialectName;
import dev.retort.sql.SqlSyntax;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Makes the dialects of MariaDB. */
public final class MariadbProvider implements DialectProvider {

    static final DialectName NAME = new DialectName("mariadb");
    static final SqlSyntax SYNTAX = KnownSyntaxes.MYSQL;

    private static final String OWN = "jdbc:mariadb:";
    private static final String MYSQL = "jdbc:mysql:";

    /** Called by the service loader. */
    public MariadbProvider() {}

    @Override
    public DialectName name() {
        return NAME;
    }

    @Override
    public boolean acceptsUrl(String jdbcUrl) {
        return jdbcUrl.startsWith(OWN) || jdbcUrl.startsWith(MYSQL);
    }

    @Override
    public Set<String> urlSchemes() {
        return Set.of("mariadb", "mysql");
    }

    @Override
    public String jdbcUrl(DeploymentUrl url) {
        return url.toJdbc(url.scheme());
    }

    /** MariaDB's driver speaks the protocol of MySQL, but refuses its addresses. */
    @Override
    public Optional<String> substitute(String jdbcUrl) {
        return jdbcUrl.startsWith(MYSQL) ? Optional.of(OWN + jdbcUrl.substring(MYSQL.length())) : Optional.empty();
    }

    @Override
    public boolean acceptsProduct(String productName) {
        return productName.equals("MariaDB");
    }

    @Override
    public SqlSyntax syntax() {
        return SYNTAX;
    }

    @Override
    public Dialect create(DatabaseVersion version) {
        return new MariadbDialect(version, MariadbSession.UNKNOWN);
    }

    @Override
    public Dialect create(Connection connection) throws SQLException {
        return new MariadbDialect(DatabaseVersion.of(connection), MariadbSession.of(connection));
    }
}
