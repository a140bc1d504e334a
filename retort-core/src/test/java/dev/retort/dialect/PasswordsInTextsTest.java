package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.retort.secret.FirstLine;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords that are not the connection's own, found by where they stand. In the tables a paragraph sign ends a line. */
class PasswordsInTextsTest {

    private static final Secrets SECRETS =
            Dialects.loadedFrom(PasswordsInTextsTest.class.getClassLoader()).secrets(null, null, null);

    private static final Secrets OF_MARIADB =
            Dialects.loadedFrom(PasswordsInTextsTest.class.getClassLoader()).secrets("mariadb://h/x", null, null);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
            CREATE ROLE x LOGIN PASSWORD 'pw' VALID UNTIL 'x' -> CREATE ROLE x LOGIN PASSWORD '***' VALID UNTIL 'x'
            CREATE ROLE x PASSWORD'pw'; SELECT 'x' -> CREATE ROLE x PASSWORD'***'; SELECT 'x'
            CREATE ROLE x PASSWORD $$pw$$; -> CREATE ROLE x PASSWORD $$***$$;
            CREATE ROLE x PASSWORD $a$p$$w$a$; -> CREATE ROLE x PASSWORD $a$***$a$;
            ALTER ROLE x ENCRYPTED PASSWORD E'p\\'w' NOLOGIN -> ALTER ROLE x ENCRYPTED PASSWORD E'***' NOLOGIN
            ALTER ROLE x PASSWORD U&'p\\0041w' UESCAPE '!' -> ALTER ROLE x PASSWORD U&'***' UESCAPE '!'
            ALTER ROLE x PASSWORD 'p''w' -> ALTER ROLE x PASSWORD '***'
            ALTER ROLE x PASSWORD¶ /* c */ 'p¶w' -> ALTER ROLE x PASSWORD¶ /* c */ '***'
            ALTER ROLE x PASSWORD -- c¶'pw' -> ALTER ROLE x PASSWORD -- c¶'***'
            ALTER ROLE x PASSWORD 'a'¶'b' -> ALTER ROLE x PASSWORD '***'¶'***'
            ALTER ROLE x PASSWORD NULL -> ALTER ROLE x PASSWORD NULL
            ALTER ROLE x PASSWORD '' -> ALTER ROLE x PASSWORD ''
            CREATE USER u IDENTIFIED BY 'pw' COMMENT 'c' -> CREATE USER u IDENTIFIED BY '***' COMMENT 'c'
            CREATE USER u IDENTIFIED BY "pw" -> CREATE USER u IDENTIFIED BY "***"
            ALTER USER u IDENTIFIED BY PASSWORD '*AB' -> ALTER USER u IDENTIFIED BY PASSWORD '***'
            ALTER USER u@'%' IDENTIFIED VIA mysql_native_password USING PASSWORD('pw') OR ed25519 USING 'x' -> ALTER USER u@'%' IDENTIFIED VIA mysql_native_password USING PASSWORD('***') OR ed25519 USING '***'
            ALTER USER u IDENTIFIED WITH a BY 'pw' REPLACE 'old' -> ALTER USER u IDENTIFIED WITH a BY '***' REPLACE '***'
            ALTER USER u IDENTIFIED WITH 'a' AS 'pw' -> ALTER USER u IDENTIFIED WITH 'a' AS '***'
            ALTER USER u IDENTIFIED BY pw -> ALTER USER u IDENTIFIED BY ***
            SET PASSWORD FOR u = PASSWORD('pw') -> SET PASSWORD FOR u = PASSWORD('***')
            SET PASSWORD FOR 'u'@'%' = 'pw' -> SET PASSWORD FOR 'u'@'%' = '***'
            SET PASSWORD = 'pw' -> SET PASSWORD = '***'
            ALTER USER u SET PASSWORD 'pw' -> ALTER USER u SET PASSWORD '***'
            CREATE USER MAPPING FOR x SERVER s OPTIONS (user 'u', password 'pw', token 'pw') -> CREATE USER MAPPING FOR x SERVER s OPTIONS (user 'u', password '***', token '***')
            CREATE SERVER s FOREIGN DATA WRAPPER mysql OPTIONS (HOST 'h', PASSWORD 'pw', PORT 1) -> CREATE SERVER s FOREIGN DATA WRAPPER mysql OPTIONS (HOST 'h', PASSWORD '***', PORT 1)
            CREATE SUBSCRIPTION s CONNECTION 'host=h password=pw user=u' PUBLICATION p -> CREATE SUBSCRIPTION s CONNECTION 'host=h password=*** user=u' PUBLICATION p
            CREATE SUBSCRIPTION s CONNECTION 'host=h password=pw' PUBLICATION p -> CREATE SUBSCRIPTION s CONNECTION 'host=h password=***' PUBLICATION p
            SELECT dblink_connect('postgres://u:pw@h/d') -> SELECT dblink_connect('postgres://***@h/d')
            SELECT * FROM dblink('host=h password=''p''''w''', 'SELECT 1') -> SELECT * FROM dblink('host=h password=''***''', 'SELECT 1')
            SELECT dblink('password=p''w', 'SELECT 1') -> SELECT dblink('password=***', 'SELECT 1')
            SELECT dblink('host=h password = ''a b'' user=u') -> SELECT dblink('host=h password = ''***'' user=u')
            SELECT dblink('password=''a\\''b'' user=u') -> SELECT dblink('password=''***'' user=u')
            RAISE NOTICE 'password=%', 'pw'; SELECT 'x' -> RAISE NOTICE 'password=%', '***'; SELECT 'x'
            CREATE USER u SALT 'AB' HASH 'CD' ADMIN -> CREATE USER u SALT '***' HASH '***' ADMIN
            CREATE USER u SALT X'AB' HASH X'CD' -> CREATE USER u SALT X'***' HASH X'***'
            CHANGE MASTER TO MASTER_HOST='h', MASTER_PASSWORD='pw', MASTER_PORT=1 -> CHANGE MASTER TO MASTER_HOST='h', MASTER_PASSWORD='***', MASTER_PORT=1
            DO $$BEGIN EXECUTE 'CREATE ROLE x PASSWORD ''pw'''; END$$ -> DO $$BEGIN EXECUTE 'CREATE ROLE x PASSWORD ''***'''; END$$
            DO $$BEGIN EXECUTE 'CREATE ROLE x PASSWORD ' || quote_literal('pw'); END$$ -> DO $$BEGIN EXECUTE 'CREATE ROLE x PASSWORD ' || quote_literal('***'); END$$
            EXECUTE 'CREATE ROLE x PASSWORD ''' || 'pw' || '''' -> EXECUTE 'CREATE ROLE x PASSWORD ''' || '***' || ''''
            EXECUTE format('CREATE ROLE x PASSWORD %L', 'pw') -> EXECUTE format('CREATE ROLE x PASSWORD %L', '***')
            SET @s = CONCAT('ALTER USER u IDENTIFIED BY ''', 'pw', '''') -> SET @s = CONCAT('ALTER USER u IDENTIFIED BY ''', '***', '''')
            SET app.password TO 'pw' -> SET app.password TO '***'
            SELECT set_config('app.password', 'pw', false) -> SELECT set_config('app.password', '***', false)
            INSERT INTO settings VALUES ('smtp_password', 'pw', 'x') -> INSERT INTO settings VALUES ('smtp_password', '***', 'x')
            UPDATE u SET password = crypt('pw', gen_salt('bf')), name = 'n' -> UPDATE u SET password = crypt('***', gen_salt('***')), name = 'n'
            SELECT pgp_sym_encrypt('x', 'pw'), 'n' -> SELECT pgp_sym_encrypt('***', '***'), 'n'
            UPDATE u SET "password" = 'pw' WHERE name = 'n' -> UPDATE u SET "password" = '***' WHERE name = 'n'
            UPDATE u SET `password`='pw' WHERE name='n' -> UPDATE u SET `password`='***' WHERE name='n'
            CREATE LINKED TABLE t('d', 'jdbc:h2:mem:x', 'sa', 'pw', 't') -> CREATE LINKED TABLE t('d', 'jdbc:h2:mem:x', 'sa', '***', 't')
            CALL LINK_SCHEMA('x', '', 'jdbc:h2:mem:x', 'sa', 'pw', 'y') -> CALL LINK_SCHEMA('x', '', 'jdbc:h2:mem:x', 'sa', '***', 'y')
            SELECT dblink_connect($$host=h password=pw$$) -> SELECT dblink_connect($$host=h password=***$$)
            CREATE TABLE t (a INT) CONNECTION='mysql://u:pw@h/d' -> CREATE TABLE t (a INT) CONNECTION='mysql://***@h/d'
            INSERT INTO t VALUES ('{"password": "a \\"b\\" c"}') -> INSERT INTO t VALUES ('{"password": "***"}')
            PRAGMA key = 'pw' -> PRAGMA key = '***'
            CREATE LINKED TABLE t('d', 'jdbc:h2:mem:x;PASSWORD=pw', 'sa', '', 't') -> CREATE LINKED TABLE t('d', 'jdbc:h2:mem:x;PASSWORD=***', 'sa', '', 't')
            CREATE LINKED TABLE IF NOT EXISTS "L 1" ('d', 'jdbc:h2:mem:x', 'sa', 'pw', 't') -> CREATE LINKED TABLE IF NOT EXISTS "L 1" ('d', 'jdbc:h2:mem:x', 'sa', '***', 't')
            MERGE INTO u USING v ON u.id = v.id WHEN NOT MATCHED THEN INSERT (id, password) VALUES (4, 'pw') -> MERGE INTO u USING v ON u.id = v.id WHEN NOT MATCHED THEN INSERT (id, password) VALUES (4, '***')
            CREATE USER u PASSWORD lower('PW') ADMIN -> CREATE USER u PASSWORD lower('***') ADMIN
            CREATE USER u PASSWORD CONCAT('p', 'w') -> CREATE USER u PASSWORD CONCAT('***', '***')
            SELECT * FROM u WHERE secret <> 'pw' AND name = 'n' -> SELECT * FROM u WHERE secret <> '***' AND name = 'n'
            SELECT * FROM u WHERE token LIKE 'pw%' OR name LIKE 'n' -> SELECT * FROM u WHERE token LIKE '***' OR name LIKE 'n'
            SELECT * FROM u WHERE token NOT IN ('pw', 'pw2') -> SELECT * FROM u WHERE token NOT IN ('***', '***')
            SELECT * FROM u WHERE u.token IS NOT DISTINCT FROM 'pw' -> SELECT * FROM u WHERE u.token IS NOT DISTINCT FROM '***'
            UPDATE u SET password = CASE WHEN a = 1 THEN 'pw' ELSE 'pw2' END, name = 'n' -> UPDATE u SET password = CASE WHEN a = 1 THEN '***' ELSE '***' END, name = 'n'
            UPDATE u SET password = name || 'pw' || 'p', name = 'n' -> UPDATE u SET password = name || '***' || '***', name = 'n'
            UPDATE u SET password =¶ ('pw'),¶ name = 'n' -> UPDATE u SET password =¶ ('***'),¶ name = 'n'
            UPDATE u SET password = (SELECT 'pw' FROM v) WHERE name = 'n' -> UPDATE u SET password = (SELECT '***' FROM v) WHERE name = 'n'
            WHEN MATCHED THEN UPDATE SET password = 'pw' -> WHEN MATCHED THEN UPDATE SET password = '***'
            INSERT INTO u (name, "password", age) VALUES ('n', 'pw', 1), ('m', 'p', 2); SELECT 'x' -> INSERT INTO u (name, "password", age) VALUES ('n', '***', 1), ('m', '***', 2); SELECT 'x'
            INSERT INTO "my s"."u" AS x (name, password) OVERRIDING SYSTEM VALUE VALUES ('n', 'pw') -> INSERT INTO "my s"."u" AS x (name, password) OVERRIDING SYSTEM VALUE VALUES ('n', '***')
            INSERT `s-a`.`u` (name, password) /* c */ VALUES ROW('n', 'pw') -> INSERT `s-a`.`u` (name, password) /* c */ VALUES ROW('n', '***')
            REPLACE u (token) VALUES ('pw') -> REPLACE u (token) VALUES ('***')
            REPLACE INTO u (token) VALUES (CONCAT('p', 'w')) -> REPLACE INTO u (token) VALUES (CONCAT('***', '***'))
            INSERT INTO u (name, info) VALUES ('n', '{"password": "pw"}') -> INSERT INTO u (name, info) VALUES ('n', '{"password": "***"}')
            SET app.password TO pw -> SET app.password TO ***
            DO $$BEGIN ALTER ROLE x PASSWORD $a$pw$a$; SET app.password TO $a$pw$a$; END$$ -> DO $$BEGIN ALTER ROLE x PASSWORD $a$***$a$; SET app.password TO $a$***$a$; END$$
            ALTER DATABASE d SET app.password = pw -> ALTER DATABASE d SET app.password = ***
            SELECT dblink('host=h¶password=pw¶user=u') -> SELECT dblink('host=h¶password=***¶user=u')
            SELECT http_header('Authorization', 'Bearer abc123def456') -> SELECT http_header('Authorization', 'Bearer ***')
            SELECT 'Authorization: Basic dXNlcjpwdzE=' -> SELECT 'Authorization: Basic ***'
            INSERT INTO t VALUES ('<a><password>pw</password></a>') -> INSERT INTO t VALUES ('<a><password>***</password></a>')
            ATTACH DATABASE 'x.db' AS enc KEY 'pw' -> ATTACH DATABASE 'x.db' AS enc KEY '***'
            """)
    void aPasswordThatSqlGivesIsMasked(String sql, String shown) {
        assertMasked(SECRETS, sql, shown);
        assertMasked(OF_MARIADB, sql, shown);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
            ALTER USER u IDENTIFIED BY 'p\\' w' -> ALTER USER u IDENTIFIED BY '***'
            ALTER USER u IDENTIFIED BY 'p\\\\' COMMENT 'c' -> ALTER USER u IDENTIFIED BY '***' COMMENT 'c'
            PREPARE s FROM 'ALTER USER u IDENTIFIED BY \\'pw\\'' -> PREPARE s FROM 'ALTER USER u IDENTIFIED BY \\'***\\''
            near 'IDENTIFIED BY 'pw'' at line 1 -> near 'IDENTIFIED BY '***'' at line 1
            """)
    void whatABackslashDoesIsAskedOfTheDatabase(String sql, String shown) {
        assertMasked(OF_MARIADB, sql, shown);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
            password=X postgres://u:Y@h -> password=*** postgres://***@h
            password=X, token=Y; postgres://u:Z@h, postgres://u:Z@h2. -> password=***, token=***; postgres://***@h, postgres://***@h2.
            "password=X" 'postgres://u:Y@h' -> "password=***" 'postgres://***@h'
            {"password":"X","url":"postgres://u:Y@h","old":"postgres://u:Z@h"} -> {"password":"***","url":"postgres://***@h","old":"postgres://***@h"}
            {"tokens":["X","Y"],"b":["c"]} -> {"tokens":["***","***"],"b":["c"]}
            {"password" : 12, "token": null, "has_password": true} -> {"password" : ***, "token": null, "has_password": true}
            {\\"password\\":\\"X\\\\\\"Y\\",\\"b\\":\\"c\\"} -> {\\"password\\":\\"***\\",\\"b\\":\\"c\\"}
            "{\\"url\\":\\"postgres://u:Y@h\\"}" -> "{\\"url\\":\\"postgres://***@h\\"}"
            password¶=¶'X'¶password=Y¶user=u -> password¶=¶'***'¶password=***¶user=u
            password=¶user=u -> password=¶user=u
            password: hunter2 -> password: ***
            password: swordfish -> password: ***
            tried user=u and password=hunter2 -> tried user=u and password=***
            password: hash it -> password: hash it
            'password': 'X' -> 'password': '***'
            PGPASSWORD=X psql -> PGPASSWORD=*** psql
            {user=u, password=r} -> {user=u, password=***}
            password={a;b c} user=u -> password=*** user=u
            Key (email, token)=(a, X) already exists. -> Key (email, token)=(***) already exists.
            Key (token)=(X) Y) already exists. -> Key (token)=(***) already exists.
            Schlüssel »(email, token)=(a, X) Y)« existiert bereits. -> Schlüssel »(email, token)=(***)« existiert bereits.
            Duplicate entry 'X' for key 'password' -> Duplicate entry '***' for key 'password'
            (conn=5) Duplicate entry '1-it's' for key 'users.uq_token' -> (conn=5) Duplicate entry '***' for key 'users.uq_token'
            "PUBLIC.I ON PUBLIC.U(PASSWORD NULLS FIRST) VALUES ( /* 1 */ 'X' )"; x -> "PUBLIC.I ON PUBLIC.U(PASSWORD NULLS FIRST) VALUES (***)"; x
            "PUBLIC.I ON PUBLIC.U(ID, TOKEN DESC NULLS LAST) VALUES ( 1, 'X' )" -> "PUBLIC.I ON PUBLIC.U(ID, TOKEN DESC NULLS LAST) VALUES (***)"
            near 'wher password = 'X'' at line 1; Query is: update u set name = 'x' wher password = 'X' -> near 'wher password = '***'' at line 1; Query is: update u set name = 'x' wher password = '***'
            near 'usr x@'h' identified by 'X'' at line 1¶create usr x@'h' identified by 'X' -> near 'usr x@'h' identified by '***'' at line 1¶create usr x@'h' identified by '***'
            near 'wher password='Y'' at line 2¶update u set password='X' wher password='Y' -> near 'wher password='***'' at line 2¶update u set password='***' wher password='***'
            Key (token)=(X) conflicts with existing key (token)=(Y). -> Key (token)=(***) conflicts with existing key (token)=(***).
            Syntax error in "CREATE USER u PASSWORD [*]'X'"; -> Syntax error in "CREATE USER u PASSWORD [*]'***'";
            No revision 'password=a b;c'. -> No revision 'password=***'.
            No revision 'postgresql://u:pw'. -> No revision 'postgresql://***'.
            no file postgresql:/u:pw@h:1/x -> no file postgresql:/***@h:1/x
            no postgres://u:a/b@h:1/x -> no postgres://***@h:1/x
            no 'jdbc:h2:mem:x;PASSWORD=a b;MODE=c' -> no 'jdbc:h2:mem:x;PASSWORD=***;MODE=c'
            No revision 'jdbc:h2:mem:x;PASSWORD=a b'. -> No revision 'jdbc:h2:mem:x;PASSWORD=***'.
            no jdbc:sqlite:y.db?hexkey=X -> no jdbc:sqlite:y.db?hexkey=***
            see https://u:p@h/a@b,https://u:q@h -> see https://***@h/a@b,https://***@h
            unclosed password='X -> unclosed password='***
            """)
    void aPasswordThatAServerOrAnErrorRepeatsIsMasked(String said, String shown) {
        assertMasked(SECRETS, said, shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE users (password VARCHAR(50) NOT NULL, token TEXT DEFAULT 'x')",
                "UPDATE flights SET passenger = 'p', compass = 'n', secretary = 's', tokenizer = 't'",
                "SELECT * FROM a JOIN b ON a.token = b.token WHERE a.password IS NULL AND b.password = ?",
                "UPDATE u SET password = NULL, password_attempts = 3, password = DEFAULT, token = $1",
                "SET password_encryption = 'scram-sha-256'",
                "COMMENT ON COLUMN users.password IS 'the hash'",
                "CREATE TABLE t (kind ENUM('password', 'oauth'), CHECK (kind IN ('password', 'oauth')))",
                "PARTITION BY HASH (x); WHERE key = 'colour'",
                "password::text = x; password VARCHAR(5)",
                "ALTER TABLE users RENAME COLUMN password TO password_hash",
                "ALTER TABLE users RENAME COLUMN token TO name",
                "UPDATE users SET password = password_hash WHERE token = name AND password=name",
                "UPDATE users\nSET name = 'n',\n    password = upper(name)\nWHERE token=0 AND name = 'n'",
                "UPDATE u SET password = (SELECT p FROM v WHERE v.id = u.id), name = 'n'",
                "SELECT * FROM u WHERE token = name ORDER BY 'x'",
                "CREATE TRIGGER t BEFORE INSERT ON u FOR EACH ROW SET NEW.password = lower(NEW.password)",
                "DO $$BEGIN IF password = name THEN PERFORM 'x'; END IF; END$$",
                "Syntax error in SQL statement \"UPDATE u SET password = name WHERE [*]\"",
                "near 'SET password = name WHERE'",
                "EXECUTE 'UPDATE u SET password = password_hash'",
                "INSERT INTO users (id, name) VALUES (1, 'n'); INSERT INTO users SELECT 'n', password FROM u",
                "INSERT INTO schemas VALUES ('{\"password\": {\"type\": \"string\"}}')",
                "COMMENT ON COLUMN u.password IS 'the password: hashed'",
                "Upgrade   a -> b, set password: optional",
                "password VARCHAR(50) CHECK (length(password) > 8), token char(5)",
                "the bearer of it, the basic idea",
                "CREATE FUNCTION f(password text) RETURNS text AS $$ SELECT 'x' || password $$ LANGUAGE sql",
                "CREATE FUNCTION f() AS $a$ SELECT password $a$; CREATE FUNCTION g() AS $a$ SELECT 'x' $a$",
                "Upgrade   a -> b, rename password to password_hash",
                "SELECT 'x' WHERE 'password' <> 'password' AND 'token' IN ('a', 'b')",
                "syntax error: unexpected token: 'x'; unrecognized token: \"'x\"; Token \"x\" is invalid.",
                "column \"password\" of relation \"users\" does not exist",
                "Duplicate entry 'a' for key 'users.email'",
                "'password' has a '${' that no '}' closes.",
                "password = \"${DB_PASSWORD}\"",
                "Check 'user' and 'password', or the user in the url.",
                "like product://user:password@host:port/database.",
                "see https://example.com:80/a@b, jdbc:postgresql://h:1,h2:2/x, postgresql://[::1]:5432/x",
                "invalid password: it is too short",
                "INSERT INTO notes VALUES ('Forgot password', 'Click here'), ('The password:', 'x')",
                "DO $$BEGIN RAISE NOTICE 'wrong password'; PERFORM 'x'; END$$",
                "secret.toml:2: Unexpected 's'; migrations/add_password.sql:7: The upgrade of 'a' failed",
                "com.acme.BadTokenException: It is bad\n\tat com.acme.Password.check(Password.java:12)",
                "it must be \"jdbc:h2:{ {.|mem:}[name] }[;key=value...]\" but is not",
                "Access denied for user 'u' (using password: YES)",
                "co******ect",
                "The driver is identified by its name."
            })
    void nothingElseIsMasked(String said) {
        assertMasked(SECRETS, said, said);
        assertMasked(OF_MARIADB, said, said);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiterString = " -> ", quoteCharacter = '~', textBlock = """
            CREATE USER m1 PASSWORD 'x¶y' -> CREATE USER m1 PASSWORD '***'
            UPDATE users SET password = crypt(¶password, 'x') -> UPDATE users SET password = crypt(…
            INSERT INTO notes VALUES ('a¶password = ''b'' c') -> INSERT INTO notes VALUES ('a…
            ALTER ROLE u PASSWORD¶'x' -> ALTER ROLE u PASSWORD…
            DO $$¶BEGIN -> DO $$…
            """)
    void aStatementThatIsCutShortHasNoSayInWhatFollows(String statement, String shown) {
        String line = FirstLine.of(statement.replace('¶', '\n'));
        String text = "These are done:\n" + line + "\n    CREATE USER bob PASSWORD 'z'\nSay '" + line
                + "' or 'retort stamp --purge REVISION'.";

        assertThat(line.replace("\u00a0", "")).isEqualTo(shown);
        assertThat(SECRETS.masked(text)).isEqualTo(text.replace("'z'", "'***'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "password",
                "insert into a(password) values (",
                "select password = ",
                "update set password = case ",
                "insert into a(b",
                "-- the password\n",
                "password = 'p'\n",
                "/* password */ ",
                "'p'\n",
                "link_schema('",
                "pass",
                "(",
                "\"",
                "'",
                "''",
                "password='",
                "password=",
                "password={",
                "password=f(",
                "jdbc:",
                "a://",
                "postgres://u:p",
                "password $a$",
                "a://u:",
                ";PASSWORD=",
                "identified by ",
                "\\\"",
                "password /*",
                "(password",
                "key",
                "password -- "
            })
    void aLongTextTakesNoLongerThanItsLengthTells(String piece) {
        String text = "password = " + piece.repeat(300_000 / piece.length());

        for (String password : new String[] {"r", "a", "s3cretword"}) {
            Secrets secrets = Dialects.loadedFrom(PasswordsInTextsTest.class.getClassLoader())
                    .secrets("postgresql://u@h/x", "u", password);
            assertTimeout(Duration.ofSeconds(20), () -> secrets.masked(text));
        }
    }

    @Test
    void whateverIsCutOffIsReadToItsEnd() {
        String text =
                "jdbc:x://u:p@h?password={\"password\\\":\\\"''a'' password $a$ identified via f using password('x') || (\n key)=(";
        for (int begin = 0; begin < text.length(); begin++) {
            for (int end = begin; end <= text.length(); end++) {
                String cut = text.substring(begin, end);
                assertThatCode(() -> SECRETS.masked(cut)).doesNotThrowAnyException();
            }
        }
    }

    private static void assertMasked(Secrets secrets, String said, String shown) {
        String masked = secrets.masked(said.replace('¶', '\n'));

        assertThat(masked).isEqualTo(shown.replace('¶', '\n'));
        assertThat(secrets.masked(masked)).isEqualTo(masked);
    }
}
