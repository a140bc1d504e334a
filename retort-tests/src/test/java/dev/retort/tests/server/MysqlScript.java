package dev.retort.tests.server;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the statements of a script apart as the program {@code mysql} does, which knows no bodies of routines: at each delimiter that stands
 * neither in quotes nor in a comment. https://dev.mysql.com/doc/refman/8.4/en/mysql-commands.html
 */
final class MysqlScript {

    private static final Pattern DELIMITER = Pattern.compile("(?i)DELIMITER[ \\t]+(\\S+)[^\\n]*(\\n|$)");

    /** What is read as a whole. The content of {@code /*! … }, which the server executes, is read like what is around it. */
    private static final Pattern WHOLE = Pattern.compile("""
            (?x) (?<comment> --(?=\\s|$)[^\\n]* | \\#[^\\n]* | /[*](?![!+]).*?[*]/ )
            | '(?:[^'\\\\]|\\\\.)*' | "(?:[^"\\\\]|\\\\.)*" | `[^`]*`""", Pattern.DOTALL);

    private final String script;
    private final List<String> statements = new ArrayList<>();
    private final StringBuilder statement = new StringBuilder();
    private boolean begun;
    private String delimiter = ";";

    private MysqlScript(String script) {
        this.script = script;
    }

    static List<String> statements(String script) {
        MysqlScript read = new MysqlScript(script);
        read.read();
        return read.statements;
    }

    private void read() {
        Matcher command = DELIMITER.matcher(script);
        Matcher whole = WHOLE.matcher(script);
        int at = 0;
        while (at < script.length()) {
            boolean lineStart = at == 0 || script.charAt(at - 1) == '\n';
            if (lineStart && !begun && command.region(at, script.length()).lookingAt()) {
                delimiter = command.group(1);
                at = command.end();
            } else if (script.startsWith(delimiter, at)) {
                end();
                at += delimiter.length();
            } else if (whole.region(at, script.length()).lookingAt()) {
                statement.append(whole.group());
                begun |= whole.group("comment") == null;
                at = whole.end();
            } else {
                statement.append(script.charAt(at));
                begun |= !Character.isWhitespace(script.charAt(at));
                at++;
            }
        }
        end();
    }

    private void end() {
        if (begun) {
            statements.add(statement.toString().strip());
        }
        statement.setLength(0);
        begun = false;
    }
}
