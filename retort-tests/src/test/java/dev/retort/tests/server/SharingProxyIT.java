package dev.retort.tests.server;

class SharingProxyIT extends PoolerContract {

    SharingProxyIT() {
        super(Pooler.SHARING_PROXY);
    }
}
