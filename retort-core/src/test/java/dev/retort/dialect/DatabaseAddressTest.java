package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.retort.error.ConfigurationException;
import dev.retort.error.DatabaseAccessException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    private static final Path PROJECT = Path.of("/project");

    private final Dialects dialects = Dialects.loadedFrom(DatabaseAddressTest.class.getClassLoader());

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", quoteCharacter = '`', textBlock = """
            # setting                                                | address of JDBC                                  | user    | password
            jdbc:postgresql://host:5432/shop?sslmode=require         | jdbc:postgresql://host:5432/shop?sslmode=require | -       | -
            postgresql://host/shop                                   | jdbc:postgresql://host/shop                      | -       | -
            postgres://u:p@host:5432/shop                            | jdbc:postgresql://host:5432/shop                 | u       | p
            POSTGRES://u:p@host/shop                                 | jdbc:postgresql://host/shop                      | u       | p
            postgresql://u:p@host/shop?sslmode=require&x=a%20b       | jdbc:postgresql://host/shop?sslmode=require&x=a%20b | u    | p
            postgresql+asyncpg://u:p@host/shop                       | jdbc:postgresql://host/shop                      | u       | p
            postgresql+psycopg2://u@host/shop                        | jdbc:postgresql://host/shop                      | u       | -
            postgresql://u:@host/shop                                | jdbc:postgresql://host/shop                      | u       | ``
            postgresql://u%40acme:p%40%3A%2F%25%2B+@host/shop        | jdbc:postgresql://host/shop                      | u@acme  | p@:/%++
            postgresql://u:100%@host/shop                            | jdbc:postgresql://host/shop                      | u       | 100%
            postgresql://u:p@ss:w@host/shop                          | jdbc:postgresql://host/shop                      | u       | p@ss:w
            postgresql://u:p%C3%A9@host/a%20shop                     | jdbc:postgresql://host/a shop                    | u       | pé
            postgresql://u:p@[::1]:5432/shop                         | jdbc:postgresql://[::1]:5432/shop                | u       | p
            postgresql://u:p@h1:5432,h2:5432/shop                    | jdbc:postgresql://h1:5432,h2:5432/shop           | u       | p
            r2dbc:postgresql://u:p@host/shop                         | jdbc:postgresql://host/shop                      | u       | p
            r2dbcs:postgresql://u:p@host/shop                        | jdbc:postgresql://host/shop                      | u       | p
            r2dbc:pool:postgresql://u:p@host/shop                    | jdbc:postgresql://host/shop                      | u       | p
            r2dbc:proxy:pool:mariadb://host/shop                     | jdbc:mariadb://host/shop                         | -       | -
            mariadb://u:p@host:3306/shop                             | jdbc:mariadb://host:3306/shop                    | u       | p
            mariadb+aiomysql://u:p@host/shop                         | jdbc:mariadb://host/shop                         | u       | p
            mysql://u:p@host:3306/shop                               | jdbc:mysql://host:3306/shop                      | u       | p
            mysql+pymysql://u:p@host/shop?charset=utf8mb4            | jdbc:mysql://host/shop                           | u       | p
            jdbc:mysql://host/shop                                   | jdbc:mysql://host/shop                           | -       | -
            sqlite:///shop.db                                        | jdbc:sqlite:/project/shop.db                     | -       | -
            sqlite:///data/my%20shop.db                              | jdbc:sqlite:/project/data/my shop.db             | -       | -
            sqlite+aiosqlite:///../shop.db                           | jdbc:sqlite:/shop.db                             | -       | -
            sqlite:///a@b/shop.db                                    | jdbc:sqlite:/project/a@b/shop.db                 | -       | -
            sqlite:////abs/shop.db                                   | jdbc:sqlite:/abs/shop.db                         | -       | -
            sqlite:////abs/shop.db?cache=shared                      | jdbc:sqlite:/abs/shop.db?cache=shared            | -       | -
            sqlite://                                                | jdbc:sqlite::memory:                             | -       | -
            sqlite:///:memory:                                       | jdbc:sqlite::memory:                             | -       | -
            jdbc:sqlite:shop.db                                      | jdbc:sqlite:/project/shop.db                     | -       | -
            jdbc:sqlite:shop.db?foreign_keys=on                      | jdbc:sqlite:/project/shop.db?foreign_keys=on     | -       | -
            jdbc:sqlite:/abs/shop.db                                 | jdbc:sqlite:/abs/shop.db                         | -       | -
            jdbc:sqlite::memory:                                     | jdbc:sqlite::memory:                             | -       | -
            jdbc:sqlite:file:x?mode=memory&cache=shared              | jdbc:sqlite:file:x?mode=memory&cache=shared      | -       | -
            jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1                       | jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1               | -       | -
            jdbc:h2:./shop;MODE=PostgreSQL                           | jdbc:h2:/project/shop;MODE=PostgreSQL            | -       | -
            jdbc:h2:file:../data/shop                                | jdbc:h2:file:/data/shop                          | -       | -
            jdbc:h2:~/shop                                           | jdbc:h2:~/shop                                   | -       | -
            r2dbc:h2:mem:///shop?DB_CLOSE_DELAY=-1                   | jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1               | -       | -
            r2dbc:h2:file:///./shop                                  | jdbc:h2:file:/project/shop                       | -       | -
            r2dbc:h2:tcp://u:p@host:9092/shop                        | jdbc:h2:tcp://host:9092/shop                     | u       | p
            jdbc:oracle:thin:@host:1521/shop                         | jdbc:oracle:thin:@host:1521/shop                 | -       | -
            jdbc:mariadb://u:p@host:3306/shop                        | jdbc:mariadb://host:3306/shop                    | u       | p
            jdbc:postgresql://u%40a:p%2Fw@host/shop?ssl=true         | jdbc:postgresql://host/shop?ssl=true             | u@a     | p/w
            jdbc:postgresql://u:p@ss@[::1]:5432/shop                 | jdbc:postgresql://[::1]:5432/shop                | u       | p@ss
            jdbc:mysql:loadbalance://u@h1,h2/shop                    | jdbc:mysql:loadbalance://h1,h2/shop              | u       | -
            jdbc:mysql://u:p@h1,v:q@h2/shop                          | jdbc:mysql://u:p@h1,v:q@h2/shop                  | -       | -
            jdbc:mysql://host/shop?user=me@host                      | jdbc:mysql://host/shop?user=me@host              | -       | -
            jdbc:h2:tcp://u:p@host/shop;MODE=MySQL                   | jdbc:h2:tcp://host/shop;MODE=MySQL               | u       | p
            jdbc:h2:tcp://host:9092/a@b;USER=me@x                    | jdbc:h2:tcp://host:9092/a@b;USER=me@x            | -       | -
            """)
    void everyFormOfAnAddressBecomesOneOfJdbc(String setting, String jdbcUrl, String user, String password) {
        DatabaseAddress address = dialects.address(setting, PROJECT, null, null);

        assertThat(address).isEqualTo(new DatabaseAddress(jdbcUrl, user, password));
    }

    /** A driver would take those of the address. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    jdbc:postgresql://h/d?user=u&password=s&ssl=true | jdbc:postgresql://h/d?ssl=true
                    jdbc:mariadb://h/d?ssl=true&user=u&password=s    | jdbc:mariadb://h/d?ssl=true
                    postgresql://h/d?user=u&password=s               | jdbc:postgresql://h/d
                    jdbc:h2:mem:x;USER=u;password=s\\;t;MODE=MySQL   | jdbc:h2:mem:x;MODE=MySQL
                    """)
    void userAndPasswordOfTheSettingsWinOverParametersOfTheAddress(String url, String rest) {
        DatabaseAddress address = dialects.address(url, PROJECT, "me", "mine");

        assertThat(address.jdbcUrl()).isEqualTo(rest);
        assertThat(address.user()).isEqualTo("me");
        assertThat(address.password()).isEqualTo("mine");
    }

    @Test
    void oneSettingOfTheLoginLeavesTheOtherToTheAddress() {
        assertThat(dialects.address("jdbc:postgresql://h/d?user=u&password=s", PROJECT, "me", null)
                        .jdbcUrl())
                .isEqualTo("jdbc:postgresql://h/d?password=s");
    }

    @Test
    void userAndPasswordOfTheSettingsWin() {
        DatabaseAddress address = dialects.address("postgresql://u:p@host/shop", PROJECT, "other", "secret");

        assertThat(address.login()).containsEntry("user", "other").containsEntry("password", "secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shop.db", "localhost:5432/shop", "postgresql:shop", "u:s3cret@host/shop", "://host"})
    void whatIsNoAddressIsRefusedWithoutRepeatingIt(String setting) {
        assertThatThrownBy(() -> dialects.address(setting, PROJECT, null, null))
                .isInstanceOf(DatabaseAccessException.class)
                .hasMessage("The url is not an address of a database.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            sqlite://shop.db               | sqlite://shop.db        | sqlite:///shop.db
            sqlite+aiosqlite://shop.db     | sqlite://shop.db        | sqlite:///shop.db
            sqlite://data/shop.db          | sqlite://data/shop.db   | sqlite:///data/shop.db
            sqlite://bob:s3cret@host/db    | sqlite://***@host/db    | sqlite:///host/db
            sqlite://bob:s3cret@/db        | sqlite://***@/db        | sqlite:///db
            """)
    void anAddressOfAFileHasNeitherHostNorLogin(String setting, String shown, String right) {
        assertThatThrownBy(() -> dialects.address(setting, PROJECT, null, null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("The url " + shown + " has ")
                .hasMessageNotContaining("s3cret")
                .extracting(failure -> ((ConfigurationException) failure).hint().orElseThrow(), STRING)
                .contains(right);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://bob:a/s3cret@host:1/db",
                "postgresql://bob:a?s3cret@host:1/db",
                "postgresql://bob:a?b=s3cret@host:1/db",
                "postgresql://bob:a@x/s3cret@host:1/db",
                "postgresql://bob:a#/s3cret@host:1/db",
                "r2dbc:postgresql://bob:s3cret/x@host/db",
                "mariadb://bob:s3cret/@host:1/db",
                "mariadb://bob:/s3cret@host:1/db",
                "oracle://bob:a/s3cret@host/db",
                "jdbc:mariadb://bob:s3cret/@host/db",
                "jdbc:postgresql://bob:a/s3cret@host:1/db",
                "jdbc:mysql://bob:s3cret?x@host/db"
            })
    void anAtSignBehindTheHostIsRefusedWithoutRepeatingTheLogin(String setting) {
        assertThatThrownBy(() -> dialects.address(setting, PROJECT, null, null))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("has an @ after its host")
                .hasMessageNotContaining("s3cret")
                .hasMessageNotContaining("bob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosql://u:s3cret@host/shop", "acme+driver://u:s3cret@host/shop", "shop://host"})
    void anotherDatabaseIsNamedAndTheKnownOnesAreListed(String setting) {
        assertThatThrownBy(() -> dialects.address(setting, PROJECT, null, null))
                .isInstanceOf(DatabaseAccessException.class)
                .hasMessageStartingWith(
                        "The database '" + setting.split("[+:]", 2)[0] + "' is not one that Retort knows.")
                .hasMessageNotContaining("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "postgress://u:s3cret@host/shop, postgres",
        "postgre://host/shop, postgres",
        "postgressql://host/shop, postgresql",
        "mysq://host/shop, mysql",
        "mraiadb://host/shop, mariadb",
        "sqlite3:///shop.db, sqlite"
    })
    void aMistypedSchemeIsAskedFor(String setting, String meant) {
        assertThatThrownBy(() -> dialects.address(setting, PROJECT, null, null))
                .isInstanceOfSatisfying(
                        DatabaseAccessException.class,
                        e -> assertThat(e.hint().orElseThrow()).startsWith("Did you mean '" + meant + "'? Known"));
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgres://host/shop, jdbc:postgresql:",
        "jdbc:postgress://host/shop, jdbc:postgresql:",
        "jdbc:mysq://host/shop, jdbc:mysql:",
        "jdbc:sqlit:shop.db, jdbc:sqlite:",
        "jdbc:oracle:thin:@host,"
    })
    void aMistypedProductOfAJdbcAddressIsAskedFor(String jdbcUrl, String meant) {
        assertThat(dialects.meant(jdbcUrl).orElse(null)).isEqualTo(meant);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:h2:/abs/shop                         | jdbc:h2:/abs/shop;TRACE_LEVEL_FILE=0
            jdbc:h2:file:/abs/shop;MODE=MySQL         | jdbc:h2:file:/abs/shop;MODE=MySQL;TRACE_LEVEL_FILE=0
            jdbc:h2:mem:shop                          | jdbc:h2:mem:shop;TRACE_LEVEL_FILE=0
            jdbc:h2:/abs/shop;trace_level_file=2      | jdbc:h2:/abs/shop;trace_level_file=2
            jdbc:h2:tcp://host/shop                   | jdbc:h2:tcp://host/shop
            jdbc:postgresql://host/shop               | jdbc:postgresql://host/shop
            jdbc:x://host/shop                        | jdbc:x://host/shop
            """)
    void aDatabaseOfH2WritesNoFileOfFailuresUnlessItsAddressSaysSo(String shown, String opened) {
        assertThat(dialects.opened(shown, new org.h2.Driver())).isEqualTo(opened);
    }

    @Test
    void theDriverOfMariadbServesAddressesOfMysql() {
        assertThat(dialects.substitutes("jdbc:mysql://host/shop?x=y")).containsExactly("jdbc:mariadb://host/shop?x=y");
        assertThat(dialects.substitutes("jdbc:postgresql://host/shop")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "mssql://host/db, SQL Server",
        "mssql+pyodbc://u:s3cret@host/db, SQL Server",
        "r2dbc:mssql://host/db, SQL Server",
        "sqlserver:host, SQL Server",
        "oracle:thin:@host:1521/db, Oracle Database",
        "oracle://u:s3cret@host/db, Oracle Database",
        "cockroachdb://host/db, CockroachDB",
        "SNOWFLAKE://host/db, Snowflake"
    })
    void aDatabaseThatIsKnownAndNotSupportedIsNamed(String url, String name) {
        assertThatThrownBy(() -> dialects.address(url, PROJECT, null, null))
                .isInstanceOfSatisfying(DatabaseAccessException.class, e -> {
                    assertThat(e.getMessage())
                            .contains("does not support " + name)
                            .doesNotContain("s3cret");
                    assertThat(e.hint().orElseThrow()).doesNotContain("Did you mean");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:sqlserver://host", "jdbc:jtds:sqlserver://host/db", "jdbc:microsoft:sqlserver://host"})
    void aJdbcAddressOfADatabaseThatIsNotSupportedIsNamed(String url) {
        assertThatThrownBy(() -> dialects.forUrl(url))
                .isInstanceOf(DatabaseAccessException.class)
                .hasMessageContaining("SQL Server");
    }
}
