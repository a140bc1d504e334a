package dev.retort.dialect;

import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlSyntax.Feature;
import java.util.Map;

/** The syntaxes of databases that have no dialect here: revisions may have sections for them all the same. */
public final class KnownSyntaxes {

    /** The syntax of MySQL, which is MariaDB's too. */
    public static final SqlSyntax MYSQL = SqlSyntax.COMMON
            .with(Feature.HASH_COMMENTS, Feature.BACKSLASHES, Feature.TEXTS_IN_DOUBLE_QUOTES, Feature.DELIMITER_COMMAND)
            .without(Feature.NESTED_COMMENTS, Feature.DOLLAR_QUOTES);

    private static final SqlSyntax SQL_SERVER = SqlSyntax.COMMON
            .with(Feature.NAMES_IN_BRACKETS)
            .without(Feature.DOLLAR_QUOTES)
            .withBatchLine("GO");

    private static final SqlSyntax ORACLE = SqlSyntax.COMMON
            .with(Feature.ALTERNATE_QUOTES, Feature.ANONYMOUS_BLOCKS)
            .without(Feature.NESTED_COMMENTS, Feature.DOLLAR_QUOTES)
            .withBatchLine("/");

    static final Map<String, SqlSyntax> BY_NAME = Map.of("mysql", MYSQL, "sqlserver", SQL_SERVER, "oracle", ORACLE);

    private KnownSyntaxes() {}
}
