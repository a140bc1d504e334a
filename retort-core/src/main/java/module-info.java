import org.jspecify.annotations.NullMarked;

/** Version control for database schemas: revisions, operations, dialects, comparison and the runner. */
@NullMarked
module dev.retort.core {
    requires transitive java.sql;
    requires static java.compiler;
    requires static transitive org.jspecify;

    exports dev.retort;
    exports dev.retort.config;
    // Until it has stood for some versions, a dialect's world is for the modules of Retort and for what is on the class
    // path.
    exports dev.retort.dialect to
            dev.retort.jpa,
            dev.retort.testkit;
    // The driver makes WatchedSockets by its name.
    exports dev.retort.dialect.postgresql to
            org.postgresql.jdbc;
    exports dev.retort.error;
    exports dev.retort.migration;
    exports dev.retort.model to
            dev.retort.jpa;
    exports dev.retort.operation;
    exports dev.retort.report;
    exports dev.retort.schema;
    exports dev.retort.spi;
    exports dev.retort.sql to
            dev.retort.jpa;

    uses dev.retort.dialect.DialectProvider;
    uses dev.retort.model.EntityModelProvider;
    uses java.sql.Driver;

    provides dev.retort.dialect.DialectProvider with
            dev.retort.dialect.h2.H2Provider,
            dev.retort.dialect.hsqldb.HsqldbProvider,
            dev.retort.dialect.mariadb.MariadbProvider,
            dev.retort.dialect.mysql.MysqlProvider,
            dev.retort.dialect.postgresql.PostgresqlProvider,
            dev.retort.dialect.sqlite.SqliteProvider;
}
