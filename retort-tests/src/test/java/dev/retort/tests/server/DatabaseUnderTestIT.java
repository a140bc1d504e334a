package dev.retort.tests.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseUnderTestIT {

    @ParameterizedTest
    @EnumSource
    void aFreshDatabaseKeepsTablesBetweenConnectionsAndSharesNoneWithTheNext(DatabaseUnderTest kind)
            throws SQLException {
        try (TestDatabase first = kind.fresh();
                TestDatabase second = kind.fresh()) {
            run(first, "CREATE TABLE t (a INTEGER)");
            run(first, "INSERT INTO t VALUES (1)");
            assertThatThrownBy(() -> run(second, "INSERT INTO t VALUES (1)")).isInstanceOf(SQLException.class);
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
