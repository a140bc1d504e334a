package dev.retort.script.sql;

import dev.retort.script.source.TokenDigest;
import dev.retort.sql.SqlLexer;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlSyntaxes;
import dev.retort.sql.SqlToken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the checksums of the sections of an SQL revision. */
public final class SqlChecksums {

    private SqlChecksums() {}

    /** The checksums by the words of the sections: {@code upgrade}, {@code downgrade h2}; one entry for each database that is named. */
    public static Map<String, String> of(SqlScript script, SqlSyntaxes syntaxes) {
        Map<String, String> values = new LinkedHashMap<>();
        for (SqlSection section : script.sections()) {
            String value = digest(script.text(section), syntax(section.databases(), syntaxes));
            String direction = section.kind().words();
            if (section.databases().isEmpty()) {
                values.put(direction, value);
            }
            section.databases().forEach(database -> values.put(direction + " " + database, value));
        }
        return values;
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
            if (!token.isComment()) {
                digest.add(token.text());
            } else {
                SqlMarker.of(token.text().strip())
                        .ifPresent(marker -> digest.add("-- " + marker.kind().words()));
            }
        }
        return digest.value();
    }
}
