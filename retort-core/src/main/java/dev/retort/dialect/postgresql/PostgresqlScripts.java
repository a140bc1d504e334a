package dev.retort.dialect.postgresql;

import dev.retort.dialect.ScriptForm;
import dev.retort.sql.SqlLexer;
import dev.retort.sql.SqlToken;
import java.util.List;

/**
 * Scripts for psql, in which {@code :name} outside of quotes is a variable; some are always set.
 * https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-INTERPOLATION
 */
final class PostgresqlScripts implements ScriptForm {

    @Override
    public List<String> opening() {
        return List.of("SET client_encoding TO 'UTF8'");
    }

    /** With a space after each colon that psql could take for the beginning of a variable, as in {@code a[1:n]}. */
    @Override
    public String written(String statement, boolean severalParts) {
        StringBuilder out = new StringBuilder();
        SqlLexer lexer = new SqlLexer(statement, PostgresqlProvider.SYNTAX);
        int copied = 0;
        int colon = -1;
        boolean second = false;
        for (SqlToken token = lexer.next(); !token.isEnd(); token = lexer.next()) {
            boolean follows = token.start() == colon + 1 && colon >= 0;
            if (token.is(":")) {
                second = follows && !second;
                colon = token.start();
                continue;
            }
            if (follows && !second && !token.is("=")) {
                out.append(statement, copied, token.start()).append(' ');
                copied = token.start();
            }
            colon = -1;
            second = false;
        }
        return out.append(statement, copied, statement.length()).toString();
    }
}
