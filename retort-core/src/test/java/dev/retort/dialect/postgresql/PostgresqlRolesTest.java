package dev.retort.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every statement of a text is read, and only what it leaves open must be there before. */
class PostgresqlRolesTest {

    private final PostgresqlRoles roles = new PostgresqlRoles();

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    CREATE TABLE x (); GRANT SELECT ON x TO app                            | app
                    CREATE TABLE x (); CREATE ROLE app; GRANT SELECT ON x TO app           | -
                    GRANT SELECT ON x TO app; CREATE ROLE app                              | app
                    ALTER ROLE old RENAME TO app; GRANT SELECT ON x TO app                 | -
                    SELECT ';'; ALTER TABLE x OWNER TO "App"                               | App
                    GRANT a, "B" TO c, GROUP d WITH ADMIN OPTION                           | a B c d
                    GRANT a TO b GRANTED BY c                                              | a b c
                    REVOKE ADMIN OPTION FOR a FROM b                                       | a b
                    REVOKE a FROM b CASCADE                                                | a b
                    GRANT SELECT (a, b), UPDATE ON x TO c                                  | c
                    REVOKE GRANT OPTION FOR SELECT ON x FROM c                             | c
                    ALTER DEFAULT PRIVILEGES FOR ROLE x IN SCHEMA s GRANT ALL ON TABLES TO y | x y
                    ALTER DEFAULT PRIVILEGES FOR USER x, z REVOKE ALL ON TABLES FROM PUBLIC  | x z
                    ALTER DEFAULT PRIVILEGES REVOKE GRANT OPTION FOR ALL ON TABLES FROM y  | y
                    ALTER POLICY p ON x TO app                                             | app
                    ALTER POLICY p ON x RENAME TO q                                        | -
                    ALTER TABLE role RENAME TO app                                         | -
                    CREATE USER MAPPING FOR app SERVER s                                   | app
                    CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END; SET ROLE app | app
                    SELECT 'GRANT SELECT ON x TO app; SET ROLE app'                        | -
                    """)
    void theRolesThatATextNeeds(String sql, String needed) {
        assertThat(roles.in(sql).needed())
                .containsExactlyElementsOf(needed == null ? List.of() : List.of(needed.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    CREATE TABLE x (); CREATE ROLE app; CREATE USER "B" LOGIN | app B
                    CREATE GROUP app                                          | app
                    ALTER USER old RENAME TO app                              | app
                    CREATE USER MAPPING FOR app SERVER s                      | -
                    SELECT 'CREATE ROLE app'                                  | -
                    """)
    void theRolesThatATextMakes(String sql, String made) {
        assertThat(roles.in(sql).made())
                .containsExactlyInAnyOrderElementsOf(made == null ? List.of() : List.of(made.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    DO $$ BEGIN CREATE ROLE app; END $$                         | true
                    /* do */ (SELECT 1); CALL make_roles()                      | true
                    ALTER TABLE x ADD COLUMN do int                             | false
                    INSERT INTO x VALUES (1) ON CONFLICT DO NOTHING             | false
                    CREATE FUNCTION f() RETURNS int BEGIN ATOMIC CALL p(); END  | false
                    """)
    void codeThatATextRunsMayMakeRolesUnseen(String sql, boolean unseen) {
        assertThat(roles.in(sql).unseen()).isEqualTo(unseen);
    }
}
