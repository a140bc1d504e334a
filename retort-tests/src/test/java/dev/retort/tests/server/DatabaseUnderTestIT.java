package dev.retort.tests.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.dialect.DatabaseVersion;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseUnderTestIT {

    @ForDatabases(variants = true)
    void aFreshDatabaseKeepsTablesBetweenConnectionsAndSharesNoneWithTheNext(DatabaseUnderTest kind)
            throws SQLException {
        try (TestDatabase first = kind.fresh();
                TestDatabase second = kind.fresh()) {
            run(first, "CREATE TABLE t (a INTEGER)");
            run(first, "INSERT INTO t VALUES (1)");
            assertThatThrownBy(() -> run(second, "INSERT INTO t VALUES (1)")).isInstanceOf(SQLException.class);
        }
    }

    /** A server that was there before the tests has whatever version it has. */
    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, retort.test.postgresql, RETORT_TEST_POSTGRESQL_URL",
        "MARIADB, retort.test.mariadb, RETORT_TEST_MARIADB_URL"
    })
    void aServerThatTheTestsStartHasTheVersionThatTheBuildNames(
            DatabaseUnderTest kind, String property, String variable) throws SQLException {
        try (TestDatabase database = kind.fresh();
                Connection connection = database.open()) {
            DatabaseVersion found = DatabaseVersion.of(connection);
            if (System.getenv(variable) == null) {
                assertThat(System.getProperty(property)).startsWith(found.major() + "." + found.minor() + ".");
            }
        }
    }

    @Test
    void anAddressIsReadWithItsUserAndOtherParameters() {
        ServerAddress address =
                ServerAddress.parse("jdbc:mariadb://db:3307/test?user=a%20b&useSsl=true&password=p%26q");

        assertThat(address).isEqualTo(new ServerAddress("jdbc:mariadb://db:3307/test?useSsl=true", "a b", "p&q"));
        assertThat(address.urlOf("other")).isEqualTo("jdbc:mariadb://db:3307/other?useSsl=true");
    }

    private static void run(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
