package dev.retort.tests.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.compare.SchemaComparator;
import dev.retort.dialect.DatabaseVersion;
import dev.retort.operation.GeneratedOperations;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.testkit.Capabilities;
import dev.retort.testkit.DialectConformanceSuite;
import dev.retort.testkit.LiveSchema;
import dev.retort.tests.server.DatabaseUnderTest;
import java.util.Locale;

/** The suite on a database under test, with the comparison that users get. */
abstract class ConformanceIT extends DialectConformanceSuite {

    final DatabaseUnderTest kind;

    ConformanceIT(DatabaseUnderTest kind) {
        this.kind = kind;
    }

    @Override
    protected String dialect() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    protected Capabilities capabilities(DatabaseVersion version) {
        return kind.capabilities();
    }

    @Override
    protected void assertNothingDiffers(LiveSchema live, SchemaSnapshot desired, SchemaSnapshot catalog) {
        assertThat(new SchemaComparator(live.dialect())
                        .asking(live.dialect().normalizer().on(live.connection()))
                        .compare(desired, catalog, object -> true)
                        .upgrade())
                .isEqualTo(GeneratedOperations.NONE);
    }
}
