package dev.retort.tests.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The catalog of PostgreSQL, in the words of its own functions. */
final class PostgresqlCatalog {

    /** Three columns: the object, what is said, and what of it is left where it does not matter how columns count. */
    private static final String QUERY = """
            WITH space AS (SELECT oid, nspname, nspacl FROM pg_namespace
                WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'),
            extended AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e'),
            relation AS (SELECT c.* FROM pg_class c WHERE relnamespace IN (SELECT oid FROM space) AND relname !~ '^retort_'
                AND NOT EXISTS (SELECT FROM extended WHERE classid = 'pg_class'::regclass AND objid = c.oid)),
            owned AS (SELECT objid, refobjid, refobjsubid, deptype, refobjid::regclass || '.' || attname AS owner FROM pg_depend
                JOIN pg_attribute ON attrelid = refobjid AND attnum = refobjsubid
                WHERE classid = 'pg_class'::regclass AND refclassid = 'pg_class'::regclass AND refobjsubid > 0
                    AND deptype IN ('a', 'i') AND objid IN (SELECT oid FROM relation WHERE relkind = 'S')),
            cell AS (SELECT a.*, r.oid::regclass || '.' || attname AS name, pg_get_expr(adbin, adrelid) AS expression,
                    (SELECT max(format('nextval(%L::regclass)', objid::regclass)) FROM owned
                        WHERE refobjid = attrelid AND refobjsubid = attnum AND deptype = 'a') AS counting
                FROM pg_attribute a JOIN relation r ON r.oid = attrelid AND relkind IN ('r', 'p', 'f', 'c')
                LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
                WHERE attrelid >= 16384 AND attnum > 0 AND NOT attisdropped),
            thing AS (
            SELECT nspname::text AS object, concat_ws(' ', 'schema', nspacl) AS said FROM space
            UNION ALL SELECT extname, concat_ws(' ', 'extension in', extnamespace::regnamespace) FROM pg_extension
                WHERE extname <> 'plpgsql'
            UNION ALL SELECT oid::regclass::text, concat_ws(' ', 'relation', relkind, relpersistence, reloptions, relreplident,
                    relrowsecurity, relforcerowsecurity, relacl, nullif(reloftype, 0)::regtype,
                    (SELECT amname FROM pg_am WHERE oid = relam), (SELECT spcname FROM pg_tablespace WHERE oid = reltablespace),
                    pg_get_partkeydef(oid), pg_get_expr(relpartbound, oid),
                    CASE WHEN relkind IN ('v', 'm') THEN pg_get_viewdef(oid) END)
                FROM relation WHERE relkind NOT IN ('i', 'I', 'S')
            UNION ALL SELECT inhrelid::regclass::text, concat_ws(' ', 'inherits', inhparent::regclass, inhseqno) FROM pg_inherits
                WHERE inhrelid IN (SELECT oid FROM relation WHERE relkind NOT IN ('i', 'I'))
            UNION ALL SELECT name, concat_ws(' ', 'column', format_type(atttypid, atttypmod),
                    CASE WHEN attcollation <> typcollation THEN 'COLLATE ' || attcollation::regcollation END,
                    CASE WHEN attnotnull THEN 'NOT NULL' END,
                    CASE WHEN attstorage <> typstorage THEN 'STORAGE ' || attstorage::text END,
                    CASE WHEN attcompression <> '' THEN 'COMPRESSION ' || attcompression::text END,
                    CASE WHEN coalesce(nullif(attstattarget, -1), 0) <> 0 THEN 'STATISTICS ' || attstattarget END,
                    attoptions, attfdwoptions, attacl, CASE WHEN NOT attislocal THEN 'inherited' END)
                FROM cell JOIN pg_type t ON t.oid = atttypid
            UNION ALL SELECT name, concat_ws(' ', 'default of', format_type(atttypid, atttypmod), 'is', expression) FROM cell
                WHERE attgenerated = '' AND expression IS NOT NULL AND expression IS DISTINCT FROM counting
            UNION ALL SELECT name, concat_ws(' ', 'generated', attgenerated, format_type(atttypid, atttypmod), 'as', expression)
                FROM cell WHERE attgenerated <> ''
            UNION ALL SELECT CASE WHEN contype = 'n' THEN (SELECT name FROM cell WHERE attrelid = conrelid AND attnum = conkey[1])
                    ELSE conname END,
                    concat_ws(' ', 'constraint', conname, 'of', nullif(conrelid, 0)::regclass, nullif(contypid, 0)::regtype,
                    pg_get_constraintdef(c.oid), CASE WHEN NOT convalidated THEN 'NOT VALID' END)
                FROM pg_constraint c WHERE conrelid IN (SELECT oid FROM relation)
                    OR contypid IN (SELECT oid FROM pg_type WHERE typnamespace IN (SELECT oid FROM space))
            UNION ALL SELECT relname, concat_ws(' ', pg_get_indexdef(indexrelid), CASE WHEN NOT indisvalid THEN 'invalid' END,
                    CASE WHEN indisclustered THEN 'clustered' END, CASE WHEN indisreplident THEN 'replica identity' END)
                FROM pg_index JOIN relation r ON r.oid = indexrelid
            UNION ALL SELECT coalesce(owner, r.oid::regclass::text), concat_ws(' ', 'sequence', r.oid::regclass, relpersistence,
                    format_type(seqtypid, NULL), 'START', seqstart, 'INCREMENT', seqincrement, 'FROM', seqmin, 'TO', seqmax,
                    'CACHE', seqcache, CASE WHEN seqcycle THEN 'CYCLE' END, 'of ' || owner, relacl)
                FROM pg_sequence JOIN relation r ON r.oid = seqrelid LEFT JOIN owned ON objid = seqrelid
            UNION ALL SELECT t.oid::regtype::text, concat_ws(' ', 'type', typtype, typacl, CASE typtype
                    WHEN 'd' THEN concat_ws(' ', format_type(typbasetype, typtypmod), CASE WHEN typnotnull THEN 'NOT NULL' END, typdefault,
                        typcollation::regcollation)
                    WHEN 'e' THEN (SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder)
                        FROM pg_enum WHERE enumtypid = t.oid)
                    WHEN 'r' THEN (SELECT concat_ws(' ', rngsubtype::regtype, rngsubopc, rngcanonical, rngsubdiff)
                        FROM pg_range WHERE rngtypid = t.oid) END)
                FROM pg_type t WHERE typnamespace IN (SELECT oid FROM space) AND typtype IN ('d', 'e', 'r')
                    AND NOT EXISTS (SELECT FROM extended WHERE classid = 'pg_type'::regclass AND objid = t.oid)
            UNION ALL SELECT tgname, concat_ws(' ', pg_get_triggerdef(oid), tgenabled) FROM pg_trigger
                WHERE NOT tgisinternal AND tgrelid IN (SELECT oid FROM relation)
            UNION ALL SELECT rulename, concat_ws(' ', pg_get_ruledef(oid), ev_enabled) FROM pg_rewrite
                WHERE rulename <> '_RETURN' AND ev_class IN (SELECT oid FROM relation)
            UNION ALL SELECT policyname, concat_ws(' ', 'policy of', schemaname, tablename, permissive, roles, cmd, qual, with_check)
                FROM pg_policies
            UNION ALL SELECT proname, CASE WHEN prokind = 'a' THEN 'aggregate' ELSE pg_get_functiondef(p.oid) END FROM pg_proc p
                WHERE pronamespace IN (SELECT oid FROM space)
                    AND NOT EXISTS (SELECT FROM extended WHERE classid = 'pg_proc'::regclass AND objid = p.oid)
            UNION ALL SELECT stxname, pg_get_statisticsobjdef(oid) FROM pg_statistic_ext WHERE stxrelid IN (SELECT oid FROM relation)
            UNION ALL SELECT o.identity, concat_ws(' ', 'comment on', o.type, quote_literal(description)) FROM pg_description d
                CROSS JOIN LATERAL pg_identify_object(classoid, objoid, objsubid) o
                WHERE objoid >= 16384 AND o.identity !~ '\\mretort_'
                    AND NOT EXISTS (SELECT FROM extended WHERE classid = classoid AND objid = objoid))
            SELECT object, said, said FROM thing
            UNION ALL SELECT name, CASE attidentity WHEN 'a' THEN 'numbered always' WHEN 'd' THEN 'numbered, as identity'
                    ELSE 'numbered, as serial' END, CASE attidentity WHEN 'a' THEN 'numbered always' ELSE 'numbered' END
                FROM cell WHERE attidentity <> '' OR expression = counting
            """;

    private PostgresqlCatalog() {}

    static List<CatalogEntry> read(Connection connection) throws SQLException {
        List<CatalogEntry> entries = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUERY)) {
            while (row.next()) {
                entries.add(
                        new CatalogEntry(row.getString(1), row.getString(2), Optional.ofNullable(row.getString(3))));
            }
        }
        return entries;
    }
}
