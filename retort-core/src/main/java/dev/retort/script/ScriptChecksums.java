package dev.retort.script;

import dev.retort.sql.SqlLexer;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlSyntaxes;
import dev.retort.sql.SqlToken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The checksums of one revision's script. Comments, white space and formatting do not count. Each value begins with the name of
 * its algorithm: {@code sha256-tokens-1:9f86…}.
 *
 * <p>A Java revision has one checksum for both directions. An SQL revision has one for each section, so that a database's section
 * may change without a word about the others.
 */
public final class ScriptChecksums {

    /** What a Java revision's only checksum is called. */
    private static final String WHOLE = "";

    private final Map<String, String> values;

    private ScriptChecksums(Map<String, String> values) {
        this.values = values;
    }

    static ScriptChecksums ofJava(SourceText source, String className) {
        return new ScriptChecksums(Map.of(WHOLE, JavaChecksum.of(source, className)));
    }

    static ScriptChecksums ofSql(SourceText source, SqlSyntaxes syntaxes) {
        SqlScript script = SqlScript.parse(source);
        Map<String, String> values = new LinkedHashMap<>();
        for (SqlSection section : script.sections()) {
            String value = digest(script.text(section), syntax(section.databases(), syntaxes));
            String direction = section.kind().words();
            if (section.databases().isEmpty()) {
                values.put(direction, value);
            }
            section.databases().forEach(database -> values.put(direction + " " + database, value));
        }
        return new ScriptChecksums(values);
    }

    /** Checksums as {@link #entries()} gives them. */
    static ScriptChecksums of(Map<String, String> entries) {
        return new ScriptChecksums(new LinkedHashMap<>(entries));
    }

    /** The checksums by what they are of: a section's words, or nothing for a whole Java class. */
    Map<String, String> entries() {
        return values;
    }

    /** The checksum of what an upgrade runs on a database; empty when the script has nothing for it. */
    public Optional<String> upgrade(String database) {
        return find("upgrade", database);
    }

    /** The checksum of what a downgrade runs on a database; empty when there is no way back. */
    public Optional<String> downgrade(String database) {
        return find("downgrade", database);
    }

    private Optional<String> find(String direction, String database) {
        for (String key : List.of(direction + " " + database, direction, WHOLE)) {
            if (values.containsKey(key)) {
                return Optional.ofNullable(values.get(key));
            }
        }
        return Optional.empty();
    }

    private static SqlSyntax syntax(List<String> databases, SqlSyntaxes syntaxes) {
        List<SqlSyntax> distinct =
                databases.stream().map(syntaxes::of).distinct().toList();
        return distinct.size() == 1 ? distinct.get(0) : SqlSyntax.COMMON;
    }

    private static String digest(String text, SqlSyntax syntax) {
        TokenDigest digest = new TokenDigest();
        SqlLexer lexer = SqlMarker.lexer(text, syntax);
        for (SqlToken token = lexer.next(); !token.isEnd(); token = lexer.next()) {
            if (token.kind() == SqlToken.Kind.NUMBER) {
                addParts(token.text(), digest);
            } else if (!token.isComment()) {
                digest.add(token.text());
            } else {
                SqlMarker.of(token.text().strip())
                        .ifPresent(marker -> digest.add("-- " + marker.kind().words()));
            }
        }
        return digest.value();
    }

    /** To this checksum the point and the sign within a number are tokens of their own: 1.5 counts as 1, the point, and 5. */
    private static void addParts(String number, TokenDigest digest) {
        int start = 0;
        for (int i = 0; i < number.length(); i++) {
            if (".+-".indexOf(number.charAt(i)) >= 0) {
                if (i > start) {
                    digest.add(number.substring(start, i));
                }
                digest.add(number.substring(i, i + 1));
                start = i + 1;
            }
        }
        if (start < number.length()) {
            digest.add(number.substring(start));
        }
    }
}
