package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private static final Dialects DIALECTS = Dialects.loadedFrom(SecretsTest.class.getClassLoader());

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:postgresql://host/shop                              | jdbc:postgresql://host/shop
            jdbc:postgresql://host/shop?user=u&password=s3cret&ssl=t | jdbc:postgresql://host/shop?user=u&password=***&ssl=t
            jdbc:postgresql://host/shop?password=s3cret@host         | jdbc:postgresql://host/shop?password=***
            jdbc:postgresql://host/shop?sslpassword=s3cret           | jdbc:postgresql://host/shop?sslpassword=***
            jdbc:mariadb://u:s3cret@host/shop                        | jdbc:mariadb://***@host/shop
            jdbc:mariadb://u:s3/cr@et@host/shop                      | jdbc:mariadb://***@host/shop
            jdbc:mysql://u:s3?cret@host/shop                         | jdbc:mysql://***@host/shop
            jdbc:h2:mem:shop;USER=u;PASSWORD=s3cret;MODE=MySQL       | jdbc:h2:mem:shop;USER=u;PASSWORD=***;MODE=MySQL
            jdbc:sqlserver://host;user=u;Password=s3cret;encrypt=no  | jdbc:sqlserver://host;user=u;Password=***;encrypt=no
            jdbc:sqlserver://host;trustStorePassword=s3cret          | jdbc:sqlserver://host;trustStorePassword=***
            jdbc:oracle:thin:u/s3cret@host:1521/shop                 | jdbc:oracle:thin:***@host:1521/shop
            jdbc:oracle:thin:@host:1521/shop                         | jdbc:oracle:thin:***@host:1521/shop
            jdbc:x://host/shop?api_key=s3cret&access_token=s3cret    | jdbc:x://host/shop?api_key=***&access_token=***
            jdbc:sqlite:/abs/shop.db?foreign_keys=on                 | jdbc:sqlite:/abs/shop.db?foreign_keys=on
            jdbc:sqlite:/a@b/shop.db                                 | jdbc:sqlite:/a@b/shop.db
            jdbc:sqlite:/shop.db?cipher=x&password=a;s3cret          | jdbc:sqlite:/shop.db?cipher=x&password=***
            jdbc:h2:/home/me@x/shop;PASSWORD=s3cret                  | jdbc:h2:/home/me@x/shop;PASSWORD=***
            jdbc:h2:mem:x;PASSWORD=abc&defs3cret                     | jdbc:h2:mem:x;PASSWORD=***
            jdbc:h2:mem:x;PASSWORD=a@b?s3cret;MODE=MySQL             | jdbc:h2:mem:x;PASSWORD=***;MODE=MySQL
            jdbc:h2:mem:x;PASSWORD=a\\;s3cret;MODE=MySQL              | jdbc:h2:mem:x;PASSWORD=***;MODE=MySQL
            jdbc:h2:mem:x;PASSWORD =s3cret                           | jdbc:h2:mem:x;PASSWORD =***
            jdbc:h2:mem:x;PASSWORD:s3cret                            | jdbc:h2:mem:x;PASSWORD:***
            jdbc:h2:mem:x;INIT=CREATE USER a PASSWORD 's3cret'       | jdbc:h2:mem:x;INIT=CREATE USER a PASSWORD '***'
            jdbc:h2:tcp://host/x;USER=me@x;PASSWORD=s3cret           | jdbc:h2:tcp://host/x;USER=me@x;PASSWORD=***
            jdbc:postgresql://host/x?password=a;b=s3cret&ssl=t       | jdbc:postgresql://host/x?password=***&ssl=t
            jdbc:postgresql://host/x?user=me@host&password=s3cret    | jdbc:postgresql://host/x?user=me@host&password=***
            jdbc:mysql://u:a;b=s3cret@host/x                         | jdbc:mysql://***@host/x
            jdbc:mysql://u:s3cret@h1:1,v:s3cret@h2:2/x               | jdbc:mysql://***@h2:2/x
            jdbc:mysql://address=(host=h)(user=u)(password=s3cret)/x | jdbc:mysql://address=(host=h)(user=u)(password=***)/x
            jdbc:mysql://(host=h,password=s3cret,port=1)/x           | jdbc:mysql://(host=h,password=***,port=1)/x
            jdbc:mysql://host/x?password1=s3cret&keyStorePassword=s3 | jdbc:mysql://host/x?password1=***&keyStorePassword=***
            jdbc:sqlserver://h;user=me@x;password={a;s3cret};x=y     | jdbc:sqlserver://h;user=me@x;password=***;x=y
            jdbc:db2://host:1/x:user=u;password=s3cret;              | jdbc:db2://host:1/x:user=u;password=***;
            jdbc:h2:mem:x;PASSWORD=abc;s3cret                        | jdbc:h2:mem:x;PASSWORD=***
            jdbc:h2:mem:x;PASSWORD=abc;s3cret b#c;MODE=MySQL;A=b     | jdbc:h2:mem:x;PASSWORD=***;MODE=MySQL;A=b
            jdbc:postgresql://host/x?password=a&s3cret               | jdbc:postgresql://host/x?password=***
            jdbc:postgresql://host/x?password=a&s3cret#b c&ssl=t     | jdbc:postgresql://host/x?password=***&ssl=t
            jdbc:mysql://(host=h,password=a,s3cret,port=1)/x         | jdbc:mysql://(host=h,password=***,port=1)/x
            jdbc:sqlite:y.db?key=s3cret                              | jdbc:sqlite:y.db?key=***
            jdbc:sqlite:y.db?hexkey=s3cret&hexkey_mode=sse           | jdbc:sqlite:y.db?hexkey=***&hexkey_mode=sse
            jdbc:sqlite:y.db?cipher_key=s3cret&cipher=x              | jdbc:sqlite:y.db?cipher_key=***&cipher=x
            jdbc:hsqldb:file:x;crypt_key=s3cret;crypt_type=AES       | jdbc:hsqldb:file:x;crypt_key=***;crypt_type=AES
            jdbc:derby:x;bootPassword=s3cret;encryptionKey=s3cret    | jdbc:derby:x;bootPassword=***;encryptionKey=***
            """)
    void anAddressIsShownWithoutItsPassword(String jdbcUrl, String shown) {
        assertThat(new DatabaseAddress(jdbcUrl, "u", "s3cret").masked()).isEqualTo(shown);
        assertThat(new DatabaseAddress(jdbcUrl, "u", "s3cret").toString()).isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # password | said                                                   | shown
            # a short one, where none stands
            r          | Connection refused, user "r", r.                       | Connection refused, user "r", r.
            refused    | Connection to 127.0.0.1:1 refused.                     | Connection to 127.0.0.1:1 refused.
            YES        | Access denied for user 'u' (using password: YES)       | Access denied for user 'u' (using password: YES)
            authentication | password authentication failed for user "u"        | password *** failed for user "u"
            # where one stands
            r          | {user=u, password=r}                                   | {user=u, password=***}
            r          | tried password = 'r', not password = 'rest'            | tried password = '***', not password = '***'
            r          | CREATE ROLE u PASSWORD 'r'                             | CREATE ROLE u PASSWORD '***'
            r          | CREATE USER u IDENTIFIED BY 'r'                        | CREATE USER u IDENTIFIED BY '***'
            r          | Incorrect port value : r@host                          | Incorrect port value : ***@host
            r          | tried postgresql://u:r@host/x                          | tried postgresql://***@host/x
            r          | tried jdbc:postgresql://host/x?password=r, in vain     | tried jdbc:postgresql://host/x?password=***, in vain
            # a long one
            s3cretword | tried s3cretword and s3cretwords                       | tried *** and s3cretwords
            s3cret/!?  | tried s3cret/!? and s3cret%2F%21%3F                    | tried *** and ***
            s3"cret'wo | tried "s3""cret'wo" and 's3"cret''wo' and s3\\"cret'wo  | tried "***" and '***' and ***
            s3 cret wo | tried s3%20cret%20wo, s3+cret+wo                       | tried ***, ***
            s3%20crets | tried s3%20crets, s3 crets                             | tried ***, ***
            s3(cret)$1 | tried s3(cret)$1.                                      | tried ***.
            # another connection
            other      | no jdbc:mysql://h/x?user=a&password=s3cret. Try again. | no jdbc:mysql://h/x?user=a&password=***. Try again.
            other      | no postgresql://a:s3cret@h/x, r2dbc:x://a:s3cret@h     | no postgresql://***@h/x, r2dbc:x://***@h
            other      | like product://user:password@host:port/database.       | like product://user:password@host:port/database.
            password   | tried product://user:password@host                     | tried product://user:***@host
            other      | see https://example.com/a@b                            | see https://example.com/a@b
            """)
    void aPasswordIsMaskedWhereOneStandsAndALongOneEverywhere(String password, String said, String shown) {
        assertThat(DIALECTS.secrets("jdbc:postgresql://localhost/x", "u", password)
                        .masked(said))
                .isEqualTo(shown);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:postgresql://localhost/inventory        | warehouse | inventory
            jdbc:postgresql://warehouse/inventory        | u         | warehouse
            jdbc:postgresql://localhost/x                | warehouse | warehouse
            postgresql://warehouse:warehouse@localhost/x |           |
            """)
    void aLongPasswordThatIsAlsoUserDatabaseOrHostIsMaskedOnlyWhereAPasswordStands(
            String url, String user, String password) {
        String word = password == null ? "warehouse" : password;

        assertThat(DIALECTS.secrets(url, user, password).masked(word + " is gone; password=" + word))
                .isEqualTo(word + " is gone; password=***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:x;PASSWORD=abc&defs3cret word",
                "jdbc:h2:mem:x;PASSWORD=a\"b s3cret",
                "jdbc:postgresql://localhost/x?password=a'b s3cret&user=u",
                "postgresql://u:a b s3cret@localhost/x",
                "postgresql://u:a/s3cret@localhost/x",
                "oracle://u:a/s3cret word@localhost/x",
                "jdbc:mysql://u:s3cret@h1:1,v:a b s3cret@h2:2/x"
            })
    void theConnectionsOwnAddressIsShownWithoutPasswordsWhateverTheyHold(String url) {
        assertThat(DIALECTS.secrets(url, null, null).masked("tried '" + url + "' in vain"))
                .doesNotContain("s3cret")
                .endsWith("' in vain");
    }

    @Test
    void whatIsMaskedTwiceIsMaskedOnce() {
        Secrets secrets = DIALECTS.secrets("jdbc:mysql://localhost/x?password=s3cretword&a=b", "u", null);
        String shown = secrets.masked("tried jdbc:mysql://localhost/x?password=s3cretword&a=b, s3cretword.");

        assertThat(shown).isEqualTo("tried jdbc:mysql://localhost/x?password=***&a=b, ***.");
        assertThat(secrets.masked(shown)).isEqualTo(shown);
    }
}
