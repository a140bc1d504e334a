package dev.retort.tests.run;

import dev.retort.tests.server.Pooler;
import org.junit.jupiter.api.Tag;

@Tag("pgbouncer")
class PgBouncerTest extends PooledRuns {

    PgBouncerTest() {
        super(Pooler.PGBOUNCER);
    }
}
