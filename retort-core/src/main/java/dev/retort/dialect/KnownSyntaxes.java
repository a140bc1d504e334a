package dev.retort.dialect;

import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlSyntax.Feature;
import java.util.Map;

/** The syntaxes of databases without dialect, for which revisions may have sections anyway. */
final class KnownSyntaxes {

    private static final SqlSyntax SQL_SERVER = SqlSyntax.COMMON
            .with(Feature.NAMES_IN_BRACKETS)
            .without(Feature.DOLLAR_QUOTES)
            .withBatchLine("GO");

    private static final SqlSyntax ORACLE = SqlSyntax.COMMON
            .with(Feature.ALTERNATE_QUOTES, Feature.ANONYMOUS_BLOCKS)
            .without(Feature.NESTED_COMMENTS, Feature.DOLLAR_QUOTES)
            .withBatchLine("/");

    static final Map<String, SqlSyntax> BY_NAME = Map.of("sqlserver", SQL_SERVER, "oracle", ORACLE);

    private KnownSyntaxes() {}
}
