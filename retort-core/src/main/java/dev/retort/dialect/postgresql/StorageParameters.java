package dev.retort.dialect.postgresql;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options of tables and indexes on PostgreSQL. */
final class StorageParameters {

    /** https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-STORAGE-PARAMETERS */
    private static final Set<String> OF_TABLES = Set.of(
            PostgresqlDdl.TABLESPACE,
            PostgresqlDdl.UNLOGGED,
            "fillfactor",
            "parallel_workers",
            "toast_tuple_target",
            "user_catalog_table");

    /** Families of parameters that grow with each version, for the table and its TOAST table. */
    private static final Set<String> FAMILIES = Set.of("autovacuum_", "log_autovacuum_", "vacuum_");

    private static final String OF_TOAST = "toast.";

    /** https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-STORAGE-PARAMETERS */
    private static final Map<String, Set<String>> OF_INDEXES = Map.of(
            "btree", Set.of("fillfactor", "deduplicate_items"),
            "hash", Set.of("fillfactor"),
            "gist", Set.of("fillfactor", "buffering"),
            "spgist", Set.of("fillfactor"),
            "gin", Set.of("fastupdate", "gin_pending_list_limit"),
            "brin", Set.of("pages_per_range", "autosummarize"));

    private StorageParameters() {}

    static boolean isOfTables(String option) {
        String parameter = option.startsWith(OF_TOAST) ? option.substring(OF_TOAST.length()) : option;
        return OF_TABLES.contains(option) || FAMILIES.stream().anyMatch(parameter::startsWith);
    }

    /**
     * Whether an index can have an option. An access method of an extension has parameters of its own.
     *
     * @param method the access method; null for the default
     */
    static boolean isOfIndexes(String option, @Nullable String method) {
        Set<String> known =
                OF_INDEXES.get(method == null ? PostgresqlDdl.USUAL_METHOD : method.toLowerCase(Locale.ROOT));
        return option.equals(PostgresqlDdl.TABLESPACE) || known == null || known.contains(option);
    }
}
