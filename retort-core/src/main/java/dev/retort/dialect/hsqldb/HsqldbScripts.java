package dev.retort.dialect.hsqldb;

import dev.retort.dialect.ScriptForm;
import dev.retort.sql.SqlLexer;
import dev.retort.sql.SqlToken;
import java.util.Set;

/**
 * Scripts for SqlTool, which ends a statement at every semicolon unless it is between lines {@code \.} and {@code .;}, and reads a function
 * or a procedure up to a line {@code .;} in any case.
 * https://hsqldb.org/doc/2.0/util-guide/sqltool-chapt.html#sqltool_raw-sect
 */
final class HsqldbScripts implements ScriptForm {

    private static final Set<String> ROUTINES = Set.of("function", "procedure");

    @Override
    public String written(String statement, boolean severalParts) {
        return severalParts || makesRoutine(statement) ? "\\.\n" + statement + "\n.;" : statement;
    }

    private static boolean makesRoutine(String statement) {
        SqlLexer lexer = new SqlLexer(statement, HsqldbProvider.SYNTAX);
        return word(lexer).is("create") && ROUTINES.contains(word(lexer).word());
    }

    private static SqlToken word(SqlLexer lexer) {
        SqlToken token = lexer.next();
        while (token.isComment()) {
            token = lexer.next();
        }
        return token;
    }
}
