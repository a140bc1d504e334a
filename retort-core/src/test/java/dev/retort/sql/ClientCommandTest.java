package dev.retort.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.dialect.mariadb.MariadbProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCommandTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\connect shop",
                "\\copy t FROM 'rows.csv'",
                "\\i other.sql",
                "\\. other.sql",
                "GO",
                "go",
                "source other.sql",
                "DELIMITER //",
                ".mode csv",
                ".read other.sql",
                ":r other.sql",
                "@other.sql",
                "!ls",
                "SPOOL log.txt",
                "WHENEVER SQLERROR EXIT",
                "exit"
            })
    void isFoundWhereAStatementBegins(String line) {
        assertThat(ClientCommand.in("-- note\n" + line + "\n", SqlSyntax.COMMON))
                .map(ClientCommand::text)
                .contains(line);
        assertThat(ClientCommand.in(line, MariadbProvider.SYNTAX)).isPresent();
    }

    @Test
    void isFoundBehindAStatementWithoutSemicolon() {
        assertThat(ClientCommand.in("SELECT 'DROP TABLE ' || name FROM t \\gexec", SqlSyntax.COMMON))
                .map(ClientCommand::text)
                .contains("\\gexec");
        assertThat(ClientCommand.in("CREATE TABLE t (a int)\nGO\nCREATE TABLE u (a int)", SqlSyntax.COMMON))
                .map(ClientCommand::text)
                .contains("GO");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT '\\connect'",
                "SELECT 1 -- \\connect",
                "SELECT a AS\ngo\nFROM t",
                "SELECT .5, t.mode, a::text, @@x, b[1:2] FROM source",
                "INSERT INTO exit (quit) VALUES (1)",
                "SELECT $$\\connect$$"
            })
    void isNoPartOfAStatement(String sql) {
        assertThat(ClientCommand.in(sql, SqlSyntax.COMMON)).isEmpty();
    }

    @Test
    void isNotTheNullOfMariadb() {
        assertThat(ClientCommand.in("SELECT \\N", MariadbProvider.SYNTAX)).isEmpty();
    }
}
