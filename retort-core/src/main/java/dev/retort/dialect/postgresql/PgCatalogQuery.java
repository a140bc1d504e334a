package dev.retort.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The queries of the catalog, in the order in which their results build on each other. Each has two parameters: the schemas, empty for the
 * connection's own, and the only table, null for all.
 */
enum PgCatalogQuery {
    TABLES("""
            SELECT t.oid, n.nspname, t.relname, d.description, c.relpersistence = 'u' AS unlogged,
                   pg_get_partkeydef(t.oid) AS partitioning, s.spcname, c.reloptions || ARRAY(
                       SELECT 'toast.' || o FROM pg_class l, unnest(l.reloptions) o WHERE l.oid = c.reltoastrelid) AS reloptions,
                   ARRAY(SELECT p.relname::text FROM pg_inherits h JOIN pg_class p ON p.oid = h.inhparent
                         WHERE h.inhrelid = t.oid ORDER BY h.inhseqno) AS parents,
                   ARRAY(SELECT q.nspname::text FROM pg_inherits h JOIN pg_class p ON p.oid = h.inhparent
                         JOIN pg_namespace q ON q.oid = p.relnamespace
                         WHERE h.inhrelid = t.oid ORDER BY h.inhseqno) AS parent_schemas
            FROM scope t JOIN pg_namespace n ON n.oid = t.relnamespace
            JOIN pg_class c ON c.oid = t.oid
            LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
            LEFT JOIN pg_description d ON d.objoid = t.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = 0
            ORDER BY t.oid""") {
        @Override
        void read(ResultSet row, CatalogReading reading) throws SQLException {
            reading.table(row);
        }
    },
    COLUMNS("""
            SELECT t.oid, a.attname, format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable,
                   a.attidentity, a.attgenerated, pg_get_expr(f.adbin, f.adrelid) AS default_text, d.description,
                   s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
                   format_type(s.seqtypid, NULL) AS seqtype, n.nspname AS enum_schema, e.typname AS enum_name,
                   CASE WHEN e.oid IS NOT NULL THEN
                       ARRAY(SELECT l.enumlabel::text FROM pg_enum l WHERE l.enumtypid = e.oid ORDER BY l.enumsortorder)
                   END AS labels, y.typelem <> 0 AND y.typlen = -1 AS is_array,
                   y.typtype = 'd' AS is_domain, NULLIF(cn.nspname, 'pg_catalog') AS collation_schema, co.collname AS collation
            FROM scope t
            JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
            JOIN pg_type y ON y.oid = a.atttypid
            LEFT JOIN pg_type e ON e.typtype = 'e' AND e.oid = CASE WHEN y.typtype = 'e' THEN y.oid ELSE y.typelem END
            LEFT JOIN pg_namespace n ON n.oid = e.typnamespace
            LEFT JOIN pg_collation co ON co.oid = a.attcollation AND a.attcollation <> y.typcollation
            LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
            LEFT JOIN pg_attrdef f ON f.adrelid = t.oid AND f.adnum = a.attnum
            LEFT JOIN pg_description d ON d.objoid = t.oid AND d.classoid = 'pg_class'::regclass AND d.objsubid = a.attnum
            LEFT JOIN pg_depend o ON o.refclassid = 'pg_class'::regclass AND o.refobjid = t.oid AND o.refobjsubid = a.attnum
                 AND o.classid = 'pg_class'::regclass AND o.deptype IN ('a', 'i')
                 AND EXISTS (SELECT FROM pg_sequence q WHERE q.seqrelid = o.objid)
                 AND (a.attidentity <> '' OR EXISTS (
                     SELECT FROM pg_depend u WHERE u.classid = 'pg_attrdef'::regclass AND u.objid = f.oid
                     AND u.refclassid = 'pg_class'::regclass AND u.refobjid = o.objid))
            LEFT JOIN pg_sequence s ON s.seqrelid = o.objid
            ORDER BY t.oid, a.attnum""") {
        @Override
        void read(ResultSet row, CatalogReading reading) throws SQLException {
            reading.column(row);
        }
    },
    CONSTRAINTS("""
            SELECT t.oid, c.conname, c.contype, c.confdeltype, c.confupdtype, rn.nspname AS referred_schema,
                   r.relname AS referred_table, pg_get_expr(c.conbin, c.conrelid) AS condition,
                   ARRAY(SELECT a.attname::text FROM unnest(c.conkey) WITH ORDINALITY k(num, pos)
                         JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.num ORDER BY k.pos) AS columns,
                   ARRAY(SELECT a.attname::text FROM unnest(c.confkey) WITH ORDINALITY k(num, pos)
                         JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.num ORDER BY k.pos) AS referred_columns,
                   ARRAY(SELECT a.attname::text
                         FROM jsonb_array_elements_text(NULLIF(to_jsonb(c) -> 'confdelsetcols', 'null')) AS k(num)
                         JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.num::int) AS set_columns,
                   ARRAY(SELECT a.attname::text FROM generate_series(i.indnkeyatts, i.indnatts - 1) AS k(pos)
                         JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[k.pos]
                         ORDER BY k.pos) AS included,
                   c.condeferrable, c.condeferred, c.convalidated, c.confmatchtype, c.connoinherit,
                   COALESCE(to_jsonb(c) ->> 'conenforced' = 'false', FALSE) AS not_enforced,
                   COALESCE(to_jsonb(i) ->> 'indnullsnotdistinct' = 'true', FALSE) AS nulls_not_distinct,
                   x.reloptions, s.spcname,
                   CASE WHEN c.contype = 'u' THEN obj_description(c.oid, 'pg_constraint') END AS description
            FROM scope t
            JOIN pg_constraint c ON c.conrelid = t.oid AND c.contype IN ('p', 'u', 'c', 'f') AND c.conparentid = 0
            LEFT JOIN pg_index i ON i.indexrelid = c.conindid AND c.contype IN ('p', 'u')
            LEFT JOIN pg_class x ON x.oid = i.indexrelid
            LEFT JOIN pg_tablespace s ON s.oid = x.reltablespace
            LEFT JOIN pg_class r ON r.oid = c.confrelid
            LEFT JOIN pg_namespace rn ON rn.oid = r.relnamespace
            ORDER BY t.oid, c.conname""") {
        @Override
        void read(ResultSet row, CatalogReading reading) throws SQLException {
            reading.constraint(row);
        }
    },
    INDEXES("""
            SELECT t.oid, i.indexrelid, x.relname, i.indisunique, m.amname, pg_get_expr(i.indpred, i.indrelid) AS condition,
                   a.attname, k.pos > i.indnkeyatts AS included, i.indoption[k.pos - 1] & 1 = 1 AS descending,
                   CASE i.indoption[k.pos - 1] WHEN 1 THEN 'LAST' WHEN 2 THEN 'FIRST' END AS nulls,
                   CASE WHEN a.attname IS NULL THEN pg_get_indexdef(i.indexrelid, k.pos, false) END AS expression,
                   CASE WHEN NOT o.opcdefault THEN o.opcname END AS class, NULLIF(n.nspname, 'pg_catalog') AS class_schema,
                   co.collname AS collation, NULLIF(cn.nspname, 'pg_catalog') AS collation_schema,
                   i.indisvalid, x.reloptions, s.spcname,
                   CASE WHEN c.oid IS NULL THEN obj_description(x.oid, 'pg_class')
                        ELSE obj_description(c.oid, 'pg_constraint') END AS description,
                   COALESCE(i.indisunique AND to_jsonb(i) ->> 'indnullsnotdistinct' = 'true', FALSE) AS nulls_not_distinct,
                   c.oid IS NOT NULL AS excluding, c.condeferrable, c.condeferred,
                   (SELECT CASE WHEN pg_operator_is_visible(e.oid) THEN e.oprname::text
                           ELSE 'OPERATOR(' || quote_ident(h.nspname) || '.' || e.oprname || ')' END
                    FROM pg_operator e JOIN pg_namespace h ON h.oid = e.oprnamespace
                    WHERE e.oid = c.conexclop[k.pos]) AS operator
            FROM scope t
            JOIN pg_index i ON i.indrelid = t.oid
            JOIN pg_class x ON x.oid = i.indexrelid
            JOIN pg_am m ON m.oid = x.relam
            LEFT JOIN pg_tablespace s ON s.oid = x.reltablespace
            CROSS JOIN LATERAL generate_series(1, i.indnatts) AS k(pos)
            LEFT JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[k.pos - 1] AND a.attnum <> 0
            LEFT JOIN pg_opclass o ON o.oid = i.indclass[k.pos - 1]
            LEFT JOIN pg_namespace n ON n.oid = o.opcnamespace
            LEFT JOIN pg_collation co ON co.oid = i.indcollation[k.pos - 1] AND co.collname <> 'default'
                 AND co.oid IS DISTINCT FROM a.attcollation
            LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
            LEFT JOIN pg_constraint c ON c.conrelid = t.oid AND c.conindid = i.indexrelid AND c.contype IN ('p', 'u', 'x')
            WHERE c.oid IS NULL OR c.contype = 'x'
            ORDER BY t.oid, x.relname, k.pos""") {
        // An exclusion constraint is an index whose parts have operators.
        // An index option of 0 is ASC NULLS LAST and one of 3 DESC NULLS FIRST, which are the defaults.
        // Properties that servers before version 15 do not have are read through JSON.
        @Override
        void read(ResultSet row, CatalogReading reading) throws SQLException {
            reading.indexPart(row);
        }
    },
    UNMODELLED("""
            SELECT t.oid, 'INDEX_OR_CONSTRAINT' AS part, x.relname AS name, pg_get_indexdef(i.indexrelid)
                   || COALESCE(' TABLESPACE ' || quote_ident(s.spcname), '')
                   || COALESCE('; COMMENT ' || quote_literal(obj_description(x.oid, 'pg_class')), '') AS definition
            FROM scope t JOIN pg_index i ON i.indrelid = t.oid JOIN pg_class x ON x.oid = i.indexrelid
            LEFT JOIN pg_tablespace s ON s.oid = x.reltablespace
            WHERE NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conrelid = t.oid AND c.conindid = i.indexrelid
                              AND c.contype IN ('p', 'u', 'x'))
              AND EXISTS (SELECT FROM pg_attribute p WHERE p.attrelid = i.indexrelid AND p.attoptions IS NOT NULL)
            UNION ALL
            SELECT t.oid, 'INDEX_OR_CONSTRAINT', c.conname, pg_get_constraintdef(c.oid)
                   || COALESCE(' WITH (' || array_to_string(x.reloptions, ', ') || ')', '')
                   || COALESCE(' USING INDEX TABLESPACE ' || quote_ident(s.spcname), '')
                   || COALESCE('; COMMENT ' || quote_literal(obj_description(c.oid, 'pg_constraint')), '')
            FROM scope t
            JOIN pg_constraint c ON c.conrelid = t.oid AND c.contype IN ('p', 'u', 'c', 'f', 'x') AND c.conparentid = 0
            LEFT JOIN pg_index i ON i.indexrelid = c.conindid
            LEFT JOIN pg_class x ON x.oid = c.conindid AND c.contype IN ('p', 'u', 'x')
            LEFT JOIN pg_tablespace s ON s.oid = x.reltablespace
            WHERE (c.contype <> 'x' AND i.indisexclusion)
               OR (c.contype NOT IN ('u', 'x') AND (x.reloptions IS NOT NULL OR x.reltablespace <> 0
                   OR obj_description(c.oid, 'pg_constraint') IS NOT NULL))
               OR (c.contype = 'x' AND EXISTS (
                   SELECT FROM pg_attribute p WHERE p.attrelid = c.conindid AND p.attoptions IS NOT NULL))
               OR to_jsonb(c) ->> 'conperiod' = 'true' OR (c.contype = 'f' AND to_jsonb(c) ->> 'conenforced' = 'false')
            UNION ALL
            SELECT s.stxrelid, 'INDEX_OR_CONSTRAINT', s.stxname, pg_get_statisticsobjdef(s.oid)
            FROM scope t JOIN pg_statistic_ext s ON s.stxrelid = t.oid
            UNION ALL
            SELECT * FROM (
                SELECT t.oid, 'TABLE', t.relname, concat_ws(' ', 'OF ' || NULLIF(c.reloftype, 0)::regtype,
                       'USING ' || quote_ident(m.amname), CASE WHEN c.relrowsecurity THEN 'ENABLE ROW LEVEL SECURITY' END,
                       CASE WHEN c.relforcerowsecurity THEN 'FORCE ROW LEVEL SECURITY' END,
                       (SELECT string_agg('POLICY ' || quote_ident(p.polname), ' ' ORDER BY p.polname)
                        FROM pg_policy p WHERE p.polrelid = t.oid),
                       CASE c.relreplident WHEN 'n' THEN 'REPLICA IDENTITY NOTHING' WHEN 'f' THEN 'REPLICA IDENTITY FULL'
                            WHEN 'i' THEN 'REPLICA IDENTITY USING INDEX' END) AS definition
                FROM scope t JOIN pg_class c ON c.oid = t.oid
                LEFT JOIN pg_am m ON m.oid = c.relam AND m.amname <> 'heap') AS besides
            WHERE definition <> ''
            UNION ALL
            SELECT * FROM (
                SELECT t.oid, 'COLUMN', a.attname, concat_ws(' ', CASE WHEN a.attstorage <> y.typstorage THEN 'STORAGE '
                       || CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN'
                               ELSE 'EXTENDED' END END,
                       CASE a.attcompression WHEN 'p' THEN 'COMPRESSION pglz' WHEN 'l' THEN 'COMPRESSION lz4' END,
                       CASE WHEN a.attstattarget >= 0 THEN 'STATISTICS ' || a.attstattarget END,
                       'SET (' || array_to_string(a.attoptions, ', ') || ')') AS definition
                FROM scope t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
                JOIN pg_type y ON y.oid = a.atttypid) AS besides
            WHERE definition <> ''""") {
        @Override
        void read(ResultSet row, CatalogReading reading) throws SQLException {
            reading.unmodelled(row);
        }
    },
    SEQUENCES("""
            SELECT n.nspname, c.relname, s.seqstart, s.seqincrement, format_type(s.seqtypid, NULL) AS type,
                   s.seqmin, s.seqmax, s.seqcache, s.seqcycle, r.nspname AS owner_schema, o.relname AS owner,
                   a.attname AS owner_column
            FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i')
                 AND d.refclassid = 'pg_class'::regclass
            LEFT JOIN pg_class o ON o.oid = d.refobjid
            LEFT JOIN pg_namespace r ON r.oid = o.relnamespace
            LEFT JOIN pg_attribute a ON a.attrelid = o.oid AND a.attnum = d.refobjsubid
            WHERE c.relnamespace IN (SELECT oid FROM schemas) AND (SELECT only_table FROM parameters) IS NULL
              AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid
                              AND e.deptype = 'e')""") {
        @Override
        void read(ResultSet row, CatalogReading reading) throws SQLException {
            reading.sequence(row);
        }
    };

    /** Ordinary and partitioned tables that belong neither to an extension nor to another table. */
    private static final String SCOPE = """
            WITH parameters AS (SELECT ?::text[] AS names, ?::text AS only_table),
            schemas AS (
                SELECT n.oid FROM pg_namespace n, parameters p
                WHERE n.nspname = ANY (p.names) OR (p.names = '{}' AND n.nspname = current_schema())),
            scope AS (
                SELECT c.oid, c.relname, c.relnamespace FROM pg_class c, parameters p
                WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
                  AND c.relnamespace IN (SELECT oid FROM schemas) AND (p.only_table IS NULL OR c.relname = p.only_table)
                  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                                  AND d.deptype = 'e'))
            """;

    private final String question;

    PgCatalogQuery(String question) {
        this.question = question;
    }

    String sql() {
        return SCOPE + question;
    }

    /** Reads one row of the result. */
    abstract void read(ResultSet row, CatalogReading reading) throws SQLException;
}
