package dev.retort.dialect.h2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.dialect.ConnectionSource;
import dev.retort.dialect.MigrationLock;
import dev.retort.error.DatabaseAccessException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class H2LockTest {

    private static final String KEY = "retort_version";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:locked", "jdbc:h2:file:", "jdbc:h2:mem:lower;DATABASE_TO_LOWER=TRUE"})
    void keepsASecondRunnerOutUntilItIsClosed(String url) throws Exception {
        ConnectionSource source = source(url);
        try (Connection working = source.open();
                Connection other = source.open();
                MigrationLock second = H2Lock.of(other, source, KEY);
                MigrationLock unrelated = H2Lock.of(other, source, "another")) {
            MigrationLock first = H2Lock.of(working, source, KEY);
            assertThat(first.tryAcquire()).isTrue();
            assertThat(first.tryAcquire()).isTrue();
            assertThat(second.tryAcquire()).isFalse();
            assertThat(second.holder())
                    .contains("process " + ProcessHandle.current().pid());
            assertThat(unrelated.tryAcquire()).isTrue();
            working.createStatement().execute("CREATE TABLE work (a integer)");
            assertThat(second.tryAcquire()).isFalse();
            first.close();
            assertThat(second.tryAcquire()).isTrue();
            assertThat(first.tryAcquire()).isFalse();
        }
    }

    @Test
    @Timeout(60)
    void whoAsksAHundredTimesIsAnsweredAtOnceEachTime() throws Exception {
        ConnectionSource source = source("jdbc:h2:mem:asked");
        try (Connection working = source.open();
                Connection other = source.open();
                MigrationLock first = H2Lock.of(working, source, KEY);
                MigrationLock second = H2Lock.of(other, source, KEY)) {
            assertThat(first.tryAcquire()).isTrue();
            for (int times = 0; times < 100; times++) {
                assertThat(second.tryAcquire()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:another", "jdbc:h2:mem:", "jdbc:h2:file:"})
    void isNotTakenInAnotherDatabase(String url) throws Exception {
        ConnectionSource source = source(url);
        try (Connection working = DriverManager.getConnection("jdbc:h2:mem:working");
                MigrationLock lock = H2Lock.of(working, source, KEY)) {
            assertThatThrownBy(lock::tryAcquire)
                    .isInstanceOf(DatabaseAccessException.class)
                    .hasMessageStartingWith("The migration lock needs a second connection to WORKING in memory, but");
        }
    }

    @Test
    void endsWithItsConnection() throws Exception {
        List<Connection> opened = new ArrayList<>();
        ConnectionSource source = () -> {
            Connection connection = DriverManager.getConnection("jdbc:h2:mem:dying");
            opened.add(connection);
            return connection;
        };
        try (Connection working = source.open();
                MigrationLock first = H2Lock.of(working, source, KEY);
                MigrationLock second = H2Lock.of(working, source, KEY)) {
            assertThat(first.tryAcquire()).isTrue();
            assertThat(second.tryAcquire()).isFalse();
            opened.get(1).close();
            assertThat(second.tryAcquire()).isTrue();
        }
    }

    @Test
    void isHeldByOneOfManyWhoComeAtOnce() throws Exception {
        int runners = 8;
        ConnectionSource source = source("jdbc:h2:mem:crowded");
        ExecutorService pool = Executors.newFixedThreadPool(runners);
        try (Connection keeper = source.open()) {
            AtomicInteger holders = new AtomicInteger();
            AtomicInteger times = new AtomicInteger();
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 0; i < runners; i++) {
                tasks.add(() -> holdsAlone(keeper, source, holders, times));
            }
            for (Future<Boolean> alone : pool.invokeAll(tasks)) {
                assertThat(alone.get()).isTrue();
            }
            assertThat(times).hasPositiveValue();
        } finally {
            pool.shutdownNow();
        }
    }

    private static boolean holdsAlone(
            Connection working, ConnectionSource source, AtomicInteger holders, AtomicInteger times) throws Exception {
        boolean alone = true;
        for (int attempts = 0; attempts < 20; attempts++) {
            try (MigrationLock lock = H2Lock.of(working, source, KEY)) {
                if (lock.tryAcquire()) {
                    times.incrementAndGet();
                    alone &= holders.incrementAndGet() == 1;
                    holders.decrementAndGet();
                }
            }
        }
        return alone;
    }

    @Test
    void isNotTakenWhileItsTableIsChanged() throws Exception {
        ConnectionSource source = source("jdbc:h2:mem:changed");
        ExecutorService elsewhere = Executors.newSingleThreadExecutor();
        try (Connection working = source.open();
                Connection other = source.open();
                MigrationLock lock = H2Lock.of(working, source, KEY)) {
            try (MigrationLock first = H2Lock.of(working, source, KEY)) {
                assertThat(first.tryAcquire()).isTrue();
                assertThat(lock.tryAcquire()).isFalse();
            }
            other.createStatement().execute("CREATE ALIAS slow FOR \"" + Slow.class.getName() + ".check\"");
            Future<Boolean> change = elsewhere.submit(() -> other.createStatement()
                    .execute("ALTER TABLE retort_lock ADD CONSTRAINT checked CHECK (slow(name))"));
            Slow.begun.await();
            assertThat(lock.tryAcquire()).isFalse();
            Slow.ended.countDown();
            change.get();
            assertThat(lock.tryAcquire()).isTrue();
        } finally {
            elsewhere.shutdownNow();
        }
    }

    /** A condition that is tried until a test lets it end. */
    public static final class Slow {

        private static final CountDownLatch begun = new CountDownLatch(1);
        private static final CountDownLatch ended = new CountDownLatch(1);

        private Slow() {}

        public static boolean check(String value) throws InterruptedException {
            begun.countDown();
            ended.await();
            return !value.isEmpty();
        }
    }

    @Test
    void isAlwaysFreeInADatabaseOfItsOwn() throws Exception {
        ConnectionSource source = () -> DriverManager.getConnection("jdbc:h2:mem:");
        try (Connection working = source.open();
                MigrationLock first = H2Lock.of(working, source, KEY);
                MigrationLock second = H2Lock.of(working, source, KEY)) {
            assertThat(first.tryAcquire()).isTrue();
            assertThat(second.tryAcquire()).isTrue();
            assertThat(second.holder()).isEqualTo("nobody");
        }
    }

    private ConnectionSource source(String url) {
        String full = url.endsWith("file:") ? url + folder.resolve("shop") : url;
        return () -> DriverManager.getConnection(full);
    }
}
