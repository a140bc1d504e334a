package dev.retort.dialect;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Databases without dialect that are known by name, by the prefixes of their urls. */
final class OtherDatabases {

    private static final Pattern SCHEME = Pattern.compile(
            "(?:jdbc:|r2dbcs?:(?:pool:|proxy:)*)?(?<scheme>[A-Za-z][A-Za-z0-9-]*)(?:\\+[A-Za-z0-9_]+)?:.*",
            Pattern.DOTALL);

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("mssql", "SQL Server"),
            Map.entry("sqlserver", "SQL Server"),
            Map.entry("jtds", "SQL Server"),
            Map.entry("microsoft", "SQL Server"),
            Map.entry("azuresql", "SQL Server"),
            Map.entry("oracle", "Oracle Database"),
            Map.entry("db2", "Db2"),
            Map.entry("as400", "Db2"),
            Map.entry("cockroach", "CockroachDB"),
            Map.entry("cockroachdb", "CockroachDB"),
            Map.entry("redshift", "Redshift"),
            Map.entry("snowflake", "Snowflake"),
            Map.entry("bigquery", "BigQuery"),
            Map.entry("spanner", "Spanner"),
            Map.entry("cloudspanner", "Spanner"),
            Map.entry("clickhouse", "ClickHouse"),
            Map.entry("ch", "ClickHouse"),
            Map.entry("duckdb", "DuckDB"),
            Map.entry("derby", "Derby"),
            Map.entry("hsqldb", "HSQLDB"),
            Map.entry("firebird", "Firebird"),
            Map.entry("firebirdsql", "Firebird"),
            Map.entry("sybase", "SAP ASE"),
            Map.entry("sap", "SAP HANA"),
            Map.entry("hana", "SAP HANA"),
            Map.entry("informix", "Informix"),
            Map.entry("informix-sqli", "Informix"),
            Map.entry("teradata", "Teradata"),
            Map.entry("vertica", "Vertica"),
            Map.entry("exa", "Exasol"),
            Map.entry("hive", "Hive"),
            Map.entry("hive2", "Hive"),
            Map.entry("trino", "Trino"),
            Map.entry("presto", "Presto"),
            Map.entry("databricks", "Databricks"),
            Map.entry("ucanaccess", "Access"),
            Map.entry("access", "Access"),
            Map.entry("libsql", "libSQL"),
            Map.entry("mongodb", "MongoDB"),
            Map.entry("cassandra", "Cassandra"),
            Map.entry("redis", "Redis"));

    private OtherDatabases() {}

    /** The database of a url, in whatever form; empty if it is not known. */
    static Optional<String> named(String url) {
        Matcher matcher = SCHEME.matcher(url);
        return matcher.matches()
                ? Optional.ofNullable(NAMES.get(matcher.group("scheme").toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }
}
