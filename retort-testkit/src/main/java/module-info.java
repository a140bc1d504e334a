import org.jspecify.annotations.NullMarked;

/** What every dialect has to keep to, as tests that run on a database. */
@NullMarked
module dev.retort.testkit {
    requires transitive dev.retort.core;
    requires org.assertj.core;
    requires static transitive org.jspecify;
    requires transitive org.junit.jupiter.api;
    requires transitive org.junit.jupiter.params;

    exports dev.retort.testkit;
    // The suite's tests are methods of a class that others extend.
    opens dev.retort.testkit to
            org.junit.platform.commons;
}
