package dev.retort.dialect.mysql;

import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.dialect.Server;
import dev.retort.dialect.mariadb.MariadbDialect;
import dev.retort.dialect.mariadb.MariadbProvider;
import dev.retort.operation.DialectName;
import dev.retort.sql.SqlSyntax;
import java.util.Optional;
import java.util.Set;

/**
 * Knows MySQL when it meets it. Its addresses belong to MariaDB's provider: a server of MariaDB is reached by them as well, and only an open
 * connection tells the two apart.
 */
public final class MysqlProvider implements DialectProvider {

    private static final DialectName NAME = new DialectName("mysql");
    private static final String PRODUCT = "MySQL";
    private static final MariadbProvider MARIADB = new MariadbProvider();

    /** Called by the service loader. */
    public MysqlProvider() {}

    @Override
    public DialectName name() {
        return NAME;
    }

    @Override
    public Optional<DialectName> parent() {
        return Optional.of(MariadbProvider.NAME);
    }

    @Override
    public boolean isSupported() {
        return false;
    }

    @Override
    public boolean acceptsUrl(String jdbcUrl) {
        return false;
    }

    @Override
    public Set<String> urlSchemes() {
        return Set.of();
    }

    /** Its driver takes MariaDB for MySQL, which says in its version that it is not. */
    @Override
    public boolean claims(Server server) {
        return server.product().equals(PRODUCT) && !MARIADB.claims(server);
    }

    @Override
    public SqlSyntax syntax() {
        return MariadbProvider.SYNTAX;
    }

    @Override
    public Dialect create(DatabaseVersion version) {
        return MariadbDialect.builder(NAME, version.after(PRODUCT), version).build();
    }
}
