import org.jspecify.annotations.NullMarked;

/** Version control for database schemas: revisions, operations, dialects, comparison and the runner. */
@NullMarked
module dev.retort.core {
    requires transitive java.sql;
    requires static java.compiler;
    requires static transitive org.jspecify;

    exports dev.retort;
    exports dev.retort.config;
    exports dev.retort.dialect;
    // The driver makes WatchedSockets by its name.
    exports dev.retort.dialect.postgresql to
            org.postgresql.jdbc;
    exports dev.retort.error;
    exports dev.retort.migration;
    exports dev.retort.model;
    exports dev.retort.operation;
    exports dev.retort.plan;
    exports dev.retort.render;
    exports dev.retort.report;
    exports dev.retort.revision;
    exports dev.retort.runtime;
    exports dev.retort.schema;
    exports dev.retort.script;
    exports dev.retort.sql;

    uses dev.retort.dialect.DialectProvider;
    uses dev.retort.model.EntityModelProvider;
    uses java.sql.Driver;

    provides dev.retort.dialect.DialectProvider with
            dev.retort.dialect.h2.H2Provider,
            dev.retort.dialect.mariadb.MariadbProvider,
            dev.retort.dialect.mysql.MysqlProvider,
            dev.retort.dialect.postgresql.PostgresqlProvider,
            dev.retort.dialect.sqlite.SqliteProvider;
}
