package dev.retort.tests.server;

import dev.retort.testkit.Capabilities;
import dev.retort.testkit.Capability;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A database product that a test runs on. */
public enum DatabaseUnderTest implements UnderTest {
    SQLITE {
        @Override
        public TestDatabase fresh() {
            Path folder = TemporaryFolder.create("retort-sqlite");
            return new TestDatabase(
                    this, "jdbc:sqlite:" + folder.resolve("test.db"), null, null, () -> TemporaryFolder.delete(folder));
        }
    },
    /** In memory, for as long as the test keeps the database open. */
    H2 {
        @Override
        public TestDatabase fresh() {
            String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
            return new TestDatabase(this, url, "sa", "", () -> shutDownH2(url));
        }
    },
    H2_FILE {
        @Override
        public boolean isVariant() {
            return true;
        }

        @Override
        public TestDatabase fresh() {
            Path folder = TemporaryFolder.create("retort-h2");
            String url = "jdbc:h2:file:" + folder.resolve("test");
            return new TestDatabase(this, url, "sa", "", () -> {
                shutDownH2(url);
                TemporaryFolder.delete(folder);
            });
        }
    },
    /** In memory, for as long as the test keeps the database open. */
    HSQLDB {
        @Override
        public TestDatabase fresh() {
            String url = "jdbc:hsqldb:mem:" + UUID.randomUUID();
            return new TestDatabase(this, url, "SA", "", () -> Statements.run(url, "SA", "", "SHUTDOWN IMMEDIATELY"));
        }
    },
    HSQLDB_FILE {
        @Override
        public boolean isVariant() {
            return true;
        }

        /** After a kill, HSQLDB would wait 10 seconds for a sign of life of the process that has opened the files. */
        @Override
        public TestDatabase fresh() {
            Path folder = TemporaryFolder.create("retort-hsqldb");
            String url = "jdbc:hsqldb:file:" + folder.resolve("test") + ";shutdown=true;hsqldb.lock_file=false";
            return new TestDatabase(this, url, "SA", "", () -> {
                Statements.run(url, "SA", "", "SHUTDOWN IMMEDIATELY");
                TemporaryFolder.delete(folder);
            });
        }
    },
    POSTGRESQL {
        @Override
        public TestDatabase fresh() {
            return TestServers.POSTGRESQL.fresh(this);
        }
    },
    MARIADB {
        @Override
        public TestDatabase fresh() {
            return TestServers.MARIADB.fresh(this);
        }
    },
    /** On a server that an environment variable names; none comes with the build. */
    MYSQL {
        @Override
        public boolean isAvailable() {
            return TestServers.MYSQL.isGiven();
        }

        @Override
        public TestDatabase fresh() {
            return TestServers.MYSQL.fresh(this);
        }
    };

    /** All databases that this machine has. */
    public static Stream<DatabaseUnderTest> available() {
        return Stream.of(values()).filter(UnderTest::isAvailable);
    }

    /** The databases that can do something, one for each product. */
    public static Stream<DatabaseUnderTest> having(Capability... needed) {
        return available()
                .filter(database -> !database.isVariant())
                .filter(database -> database.capabilities().has(List.of(needed)));
    }

    /** Whether it is MariaDB or a cousin: names stand in backticks, and a schema is a database. */
    public boolean isLikeMariadb() {
        return this == MARIADB || this == MYSQL;
    }

    @Override
    public Capabilities capabilities() {
        return KnownLacks.of(this);
    }

    /** A new empty database; closing it removes it. */
    public abstract TestDatabase fresh();

    private static void shutDownH2(String url) {
        Statements.run(url, "sa", "", "SHUTDOWN IMMEDIATELY");
    }
}
