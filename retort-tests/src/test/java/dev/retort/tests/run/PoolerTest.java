package dev.retort.tests.run;

import dev.retort.tests.server.Pooler;

class PoolerTest extends PooledRuns {

    PoolerTest() {
        super(Pooler.SHARING_PROXY);
    }
}
