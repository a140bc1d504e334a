import org.jspecify.annotations.NullMarked;

/** Version control for database schemas: revisions, operations, dialects, comparison and the runner. */
@NullMarked
module dev.retort.core {
    requires transitive java.sql;
    requires static java.compiler;
    requires static transitive org.jspecify;

    exports dev.retort.dialect;
    exports dev.retort.error;
    exports dev.retort.migration;
    exports dev.retort.operation;
    exports dev.retort.revision;
    exports dev.retort.schema;

    uses dev.retort.dialect.DialectProvider;

    provides dev.retort.dialect.DialectProvider with
            dev.retort.dialect.mariadb.MariadbProvider,
            dev.retort.dialect.postgresql.PostgresqlProvider;
}
