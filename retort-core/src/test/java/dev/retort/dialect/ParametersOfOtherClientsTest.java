package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.ConfigurationException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other clients write behind the question mark reaches the driver in its own words, or is refused. */
class ParametersOfOtherClientsTest {

    private static final Path PROJECT = Path.of("/project");

    private final Dialects dialects = Dialects.loadedFrom(ParametersOfOtherClientsTest.class.getClassLoader());

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            postgresql | schema=app                         | currentSchema=app
            postgresql | search_path=app,public             | currentSchema=app%2Cpublic
            postgresql | connect_timeout=5                  | connectTimeout=5&loginTimeout=5
            postgresql | application_name=my%20shop         | ApplicationName=my+shop
            postgresql | target_session_attrs=read-write    | targetServerType=primary
            postgresql | target_session_attrs=standby       | targetServerType=secondary
            postgresql | target_session_attrs=prefer-standby | targetServerType=preferSecondary
            postgresql | keepalives=0                       | tcpKeepAlive=false
            postgresql | load_balance_hosts=random          | loadBalanceHosts=true
            postgresql | channel_binding=require            | channelBinding=require
            postgresql | client_encoding=UTF8&sslmode=require | sslmode=require
            postgresql | options=-c%20search_path%3Dapp     | options=-c%20search_path%3Dapp
            postgresql | sslrootcert=%2Fetc%2Fca.pem        | sslrootcert=%2Fetc%2Fca.pem
            mariadb    | connect_timeout=5                  | connectTimeout=5000
            mariadb    | read_timeout=5                     | socketTimeout=5000
            mariadb    | ssl-mode=VERIFY_CA                 | sslMode=verify-ca
            mariadb    | charset=utf8mb4&useSSL=true        | useSSL=true
            mysql      | connect_timeout=5                  | connectTimeout=5000
            """)
    void becomeTheDriversOwn(String product, String written, String drivers) {
        assertThat(jdbcUrl(product + "://host/shop?" + written))
                .isEqualTo("jdbc:" + product + "://host/shop?" + drivers)
                .isEqualTo(jdbcUrl("jdbc:" + product + "://host/shop?" + written));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            postgresql:///shop?host=/var/run/postgresql         | socket file /var/run/postgresql       | localhost
            postgresql:///shop?host=%2Fcloudsql%2Fa:b:c         | socket file /cloudsql/a:b:c           | socketFactory
            postgresql://host/shop?target_session_attrs=writer  | target_session_attrs=writer           | read-write
            postgresql://host/shop?client_encoding=LATIN1       | client_encoding=latin1                | utf8
            postgresql://host/shop?keepalives_idle=10           | the parameter keepalives_idle         | read_timeout
            postgresql://host/shop?tcp_user_timeout=10          | the parameter tcp_user_timeout        | read_timeout
            postgresql://host/shop?passfile=/p                  | the parameter passfile                | PGPASSFILE
            postgresql://host                                   | names no database                     | postgresql://host:5432/database
            postgresql://u:p@host:5432/                         | names no database                     | postgresql://host:5432/database
            jdbc:postgresql:///                                 | names no database                     | postgresql://host:5432/database
            jdbc:postgresql://host/?sslmode=require             | names no database                     | postgresql://host:5432/database
            mariadb://host/shop?schema=app                      | the parameter schema                  | mariadb://host/app
            mysql://host/shop?unix_socket=/run/mysqld.sock      | the parameter unix_socket             | host and port
            mariadb://host/shop?ssl_ca=/ca.pem                  | the parameter ssl_ca                  | serverSslCert
            mariadb://host/shop?connect_timeout=soon            | connect_timeout=soon                  | number
            postgresql://host/shop?connect_timeout=abc          | connect_timeout=abc                   | number
            postgresql://host:99999/shop                        | no port after 'host:'                | 1 to 65535
            postgresql://host:abc/shop                          | no port after 'host:'                | 1 to 65535
            jdbc:postgresql://a:5432,b:0/shop                   | no port after 'b:'                   | 1 to 65535
            jdbc:postgresql://[::1]:x/shop                      | no port after '[::1]:'               | 1 to 65535
            mariadb://host:99999/shop                           | no port after 'host:'                | 1 to 65535
            jdbc:h2:tcp://host:abc/shop                         | no port after 'host:'                | 1 to 65535
            postgresql:///shop?host=h&port=abc                  | port=abc                              | 1 to 65535
            postgresql://host/shop/x                            | after the name of the database       | one name
            jdbc:postgresql://host:5432/shop/x?sslmode=require  | after the name of the database       | one name
            mysql://host/shop/x                                 | after the name of the database       | one name
            postgresql://%2Fvar%2Frun%2Fpostgresql/shop         | socket file /var/run/postgresql       | localhost
            jdbc:postgresql://%2Fcloudsql%2Fa/shop              | socket file /cloudsql/a               | socketFactory
            mysql://%2Frun%2Fmysqld.sock/shop                   | socket file /run/mysqld.sock          | localhost
            jdbc:sqlite:                                        | names no database                     | jdbc:sqlite:shop.db
            jdbc:sqlite:?foreign_keys=on                        | names no database                     | jdbc:sqlite:shop.db
            jdbc:sqlite:file:                                   | names no database                     | jdbc:sqlite:shop.db
            jdbc:sqlite:file:?mode=memory                       | names no database                     | jdbc:sqlite:shop.db
            jdbc:h2:                                            | names no database                     | jdbc:h2:mem:shop
            jdbc:h2:mem:                                        | names no database                     | jdbc:h2:mem:shop
            jdbc:h2:mem:;DB_CLOSE_DELAY=-1                      | names no database                     | jdbc:h2:mem:shop
            jdbc:h2:file:                                       | names no database                     | jdbc:h2:./shop
            jdbc:h2:tcp://host/                                 | names no database                     | jdbc:h2:tcp://host/shop
            r2dbc:h2:mem:///                                    | names no database                     | jdbc:h2:mem:shop
            jdbc:h2:./shop?MODE=MySQL                           | a question mark                       | semicolon
            """)
    void areRefusedWhereTheDriverHasNoWord(String url, String named, String instead) {
        assertThatThrownBy(() -> jdbcUrl(url)).isInstanceOfSatisfying(ConfigurationException.class, refused -> {
            assertThat(refused.problem()).contains(named);
            assertThat(refused.hint().orElseThrow()).contains(instead);
        });
    }

    @Test
    void whatStandsInThePlaceOfAPortIsNotShown() {
        for (String url :
                List.of("postgresql://u:s3cret", "jdbc:postgresql://u:s3cret/shop", "mysql://u:4711471/shop")) {
            assertThatThrownBy(() -> jdbcUrl(url))
                    .isInstanceOfSatisfying(
                            ConfigurationException.class,
                            refused -> assertThat(
                                            refused.problem() + refused.hint().orElseThrow())
                                    .doesNotContain("s3cret", "4711471"));
        }
    }

    private String jdbcUrl(String url) {
        return dialects.address(url, PROJECT, null, null).jdbcUrl();
    }
}
