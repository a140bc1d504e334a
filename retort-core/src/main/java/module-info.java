import org.jspecify.annotations.NullMarked;

/** Version control for database schemas: revisions, operations, dialects, comparison and the runner. */
@NullMarked
module dev.retort.core {
    requires transitive java.sql;
    requires static java.compiler;
    requires static transitive org.jspecify;

    exports dev.retort.error;
    exports dev.retort.plan;
    exports dev.retort.revision;
}
