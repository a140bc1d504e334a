package dev.retort.tests.run;

import dev.retort.testkit.Capabilities;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.TestDatabase;
import dev.retort.tests.server.UnderTest;
import java.io.IOException;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.tools.Server;
import org.hsqldb.persist.HsqlProperties;
import org.hsqldb.server.ServerAcl;

/** A database that several processes share, and that outlives each of them. */
enum SharedDatabase implements UnderTest {
    SQLITE(DatabaseUnderTest.SQLITE) {
        @Override
        String slowSelect(int milliseconds) {
            return "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < " + milliseconds * 4000
                    + ") SELECT sum(x % 7) AS total FROM c";
        }
    },
    /** A server of this process. */
    H2(DatabaseUnderTest.H2) {
        @Override
        TestDatabase fresh() {
            String url =
                    "jdbc:h2:tcp://localhost:" + H2Server.PORT + "/mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
            return new TestDatabase(kind, url, "sa", "", () -> shutDown(url));
        }

        @Override
        String slowSelect(int milliseconds) {
            return "SELECT SUM(MOD(x * 31, 7)) AS total FROM SYSTEM_RANGE(1, " + milliseconds * 4000 + ")";
        }
    },
    /** A server of this process. */
    HSQLDB(DatabaseUnderTest.HSQLDB) {
        /** Its server ends the session with the statement. */
        @Override
        boolean sessionSurvivesCancel() {
            return false;
        }

        @Override
        TestDatabase fresh() {
            String name = UUID.randomUUID().toString();
            String url = "jdbc:hsqldb:hsql://localhost:" + HsqldbServer.PORT + "/" + name + ";filepath=mem:" + name;
            return new TestDatabase(kind, url, "SA", "", () -> shutDown(url));
        }

        @Override
        String asTable(String query) {
            return "(" + query + ") WITH DATA";
        }

        @Override
        String slowSelect(int milliseconds) {
            return asTable("SELECT SUM(MOD(x * y, 7)) AS total FROM UNNEST(SEQUENCE_ARRAY(1, 1000, 1)) AS t(x),"
                    + " UNNEST(SEQUENCE_ARRAY(1, " + milliseconds + ", 1)) AS u(y)");
        }
    },
    POSTGRESQL(DatabaseUnderTest.POSTGRESQL) {
        @Override
        String slowSelect(int milliseconds) {
            return "SELECT pg_sleep(" + milliseconds + " / 1000.0)::text AS total";
        }
    },
    MARIADB(DatabaseUnderTest.MARIADB) {
        @Override
        String slowSelect(int milliseconds) {
            return "SELECT SLEEP(" + milliseconds + " / 1000.0) AS total";
        }
    },
    MYSQL(DatabaseUnderTest.MYSQL) {
        @Override
        String slowSelect(int milliseconds) {
            // A SLEEP that is all of a query ends without an error when the query is cancelled.
            return "SELECT COUNT(*) AS total FROM (SELECT 1 AS one) t WHERE SLEEP(" + milliseconds + " / 1000.0) = 0";
        }
    };

    final DatabaseUnderTest kind;

    /** Whether a rolled-back transaction undoes its schema changes, too. */
    final boolean transactionalDdl;

    SharedDatabase(DatabaseUnderTest kind) {
        this.kind = kind;
        this.transactionalDdl = kind.capabilities().has(Capability.TRANSACTIONAL_DDL);
    }

    @Override
    public Capabilities capabilities() {
        return kind.capabilities();
    }

    /** Those that this machine has. */
    static Stream<SharedDatabase> available() {
        return Stream.of(values()).filter(UnderTest::isAvailable);
    }

    @Override
    public boolean isAvailable() {
        return kind.isAvailable();
    }

    /** A new empty database; closing it removes it. */
    TestDatabase fresh() {
        return kind.fresh();
    }

    /** A query as it follows CREATE TABLE … AS. The standard answer is the query alone. */
    String asTable(String query) {
        return query;
    }

    /** Whether a session goes on when its statement is cancelled. The standard answer is yes. */
    boolean sessionSurvivesCancel() {
        return true;
    }

    /** A query, for a new table, with one column {@code total} that takes about so long. */
    abstract String slowSelect(int milliseconds);

    private static void shutDown(String url) {
        try (Connection connection = DriverManager.getConnection(url, "SA", "");
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException refused) {
            throw new IllegalStateException("The test's database does not stop.", refused);
        }
    }

    /** The server, started when it is first asked for; it ends with this process. */
    private static final class HsqldbServer {

        static final int PORT = start();

        private static int start() {
            try {
                // The first database has the number 0, and so have connections that are being made, which its end would
                // close.
                DriverManager.getConnection("jdbc:hsqldb:mem:first", "SA", "").close();
                int port = freePort();
                HsqlProperties properties = new HsqlProperties();
                properties.setProperty("server.port", port);
                properties.setProperty("server.remote_open", true);
                properties.setProperty("server.maxdatabases", 1000);
                properties.setProperty("server.no_system_exit", true);
                properties.setProperty("server.silent", true);
                org.hsqldb.server.Server server = new org.hsqldb.server.Server();
                server.setProperties(properties);
                server.setLogWriter(null);
                server.setErrWriter(null);
                server.start();
                return port;
            } catch (IOException | SQLException | ServerAcl.AclFormatException e) {
                throw new IllegalStateException("The server does not start.", e);
            }
        }

        private static int freePort() throws IOException {
            try (ServerSocket free = new ServerSocket(0)) {
                return free.getLocalPort();
            }
        }
    }

    /** The server, started when it is first asked for; it ends with this process. */
    private static final class H2Server {

        static final int PORT = start();

        private static int start() {
            try {
                return Server.createTcpServer("-tcpPort", "0", "-ifNotExists", "-tcpDaemon")
                        .start()
                        .getPort();
            } catch (SQLException e) {
                throw new IllegalStateException("The server does not start.", e);
            }
        }
    }
}
