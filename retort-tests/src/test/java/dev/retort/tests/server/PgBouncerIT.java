package dev.retort.tests.server;

import org.junit.jupiter.api.Tag;

@Tag("pgbouncer")
class PgBouncerIT extends PoolerContract {

    PgBouncerIT() {
        super(Pooler.PGBOUNCER);
    }
}
