package dev.retort.script.sql;

import dev.retort.script.source.ScriptDigest;
import dev.retort.sql.CopyRows;
import dev.retort.sql.SqlLexer;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlSyntax.Feature;
import dev.retort.sql.SqlSyntaxes;
import dev.retort.sql.SqlToken;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Computes the checksums of the sections of an SQL revision. What is a comment to one database may be executed by another, so in a section
 * that is not for databases of one known syntax, only what every syntax takes for a comment is one.
 */
final class SqlChecksums {

    /**
     * The syntaxes of quotes and comments, the one for tokens first. A fixed list, since a checksum must not change with the available
     * dialects.
     */
    private static final List<SqlSyntax> READINGS = List.of(
            SqlMarker.ANY,
            SqlMarker.ANY
                    .without(Feature.NESTED_COMMENTS, Feature.DOLLAR_QUOTES)
                    .with(Feature.ALTERNATE_QUOTES),
            SqlMarker.ANY
                    .without(Feature.NESTED_COMMENTS, Feature.DOLLAR_QUOTES)
                    .with(Feature.NAMES_IN_BRACKETS),
            SqlMarker.ANY.without(Feature.DOLLAR_QUOTES).with(Feature.NAMES_IN_BRACKETS),
            SqlMarker.ANY
                    .without(Feature.NESTED_COMMENTS, Feature.DOLLAR_QUOTES)
                    .with(Feature.HASH_COMMENTS, Feature.BACKSLASHES, Feature.TEXTS_IN_DOUBLE_QUOTES),
            SqlMarker.ANY.with(Feature.BACKTICK_OPERATORS),
            SqlMarker.ANY.with(Feature.SLASH_COMMENTS),
            SqlMarker.ANY
                    .without(Feature.NESTED_COMMENTS, Feature.DOLLAR_QUOTES)
                    .with(Feature.SLASH_COMMENTS));

    private SqlChecksums() {}

    /** The checksum of the text of a section for some databases, or for all. */
    static String of(String text, List<String> databases, SqlSyntaxes syntaxes) {
        return digest(text, readings(databases, syntaxes));
    }

    private static List<SqlSyntax> readings(List<String> databases, SqlSyntaxes syntaxes) {
        List<SqlSyntax> distinct =
                databases.stream().map(syntaxes::of).distinct().toList();
        return distinct.size() == 1 && syntaxes.names().containsAll(databases) ? distinct : READINGS;
    }

    /** The rows of a COPY are not SQL: all of their characters count. */
    private static String digest(String text, List<SqlSyntax> readings) {
        ScriptDigest digest = new ScriptDigest(ScriptDigest.Rule.TOKENS);
        StringBuilder sql = new StringBuilder();
        List<String> rows = new ArrayList<>();
        int from = 0;
        CopyRows.Follower copy = new CopyRows.Follower();
        SqlLexer lexer = SqlMarker.lexer(text, readings.get(0));
        for (SqlToken token = lexer.next(); !token.isEnd(); token = lexer.next()) {
            if (token.isComment()) {
                continue;
            }
            copy.accept(token);
            if (token.is(";")) {
                int end = copy.direction() == CopyRows.Direction.TO_SERVER ? CopyRows.end(text, token.end()) : -1;
                if (end >= 0) {
                    sql.append(text, from, token.end());
                    rows.add(text.substring(token.end(), end));
                    from = end;
                    lexer.moveTo(end);
                }
                copy = new CopyRows.Follower();
            }
        }
        addTokens(digest, sql.append(text, from, text.length()).toString(), readings);
        rows.forEach(digest::add);
        return digest.value();
    }

    private static void addTokens(ScriptDigest digest, String text, List<SqlSyntax> readings) {
        BitSet comments = comments(text, readings);
        SqlLexer lexer = SqlMarker.lexer(text, readings.get(0));
        for (SqlToken token = lexer.next(); !token.isEnd(); token = lexer.next()) {
            Optional<SqlMarker> marker =
                    token.isComment() ? SqlMarker.of(token.text().strip()) : Optional.empty();
            if (marker.isPresent()) {
                digest.add(marker.get().kind().line());
            } else if (token.kind() == SqlToken.Kind.DELIMITER_COMMAND) {
                digest.add("DELIMITER " + token.value());
            } else if (comments.nextClearBit(token.start()) < token.end()) {
                digest.add(token.text().stripTrailing());
            }
        }
    }

    /** The characters that are part of a comment in every syntax. */
    private static BitSet comments(String text, List<SqlSyntax> readings) {
        BitSet common = new BitSet();
        common.set(0, text.length());
        for (int i = 0; i < readings.size() && !common.isEmpty(); i++) {
            BitSet comments = new BitSet();
            SqlLexer lexer = SqlMarker.lexer(text, readings.get(i));
            for (SqlToken token = lexer.next(); !token.isEnd(); token = lexer.next()) {
                if (token.isComment()) {
                    comments.set(token.start(), token.end());
                }
            }
            common.and(comments);
        }
        return common;
    }
}
