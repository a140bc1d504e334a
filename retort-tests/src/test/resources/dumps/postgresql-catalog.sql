-- A row for each thing that a database holds, in words that do not depend on its numbers.
WITH relation AS (SELECT * FROM pg_class WHERE oid >= 16384 AND relname NOT LIKE 'retort\_%' AND relnamespace <> 'pg_toast'::regnamespace)
SELECT concat_ws(' | ', 'schema', nspname, obj_description(oid)) AS thing FROM pg_namespace WHERE oid >= 16384
UNION ALL SELECT concat_ws(' | ', 'relation', oid::regclass, relkind, relpersistence, reloptions, relreplident, relrowsecurity,
    relforcerowsecurity, relispopulated, reloftype::regtype, pg_get_expr(relpartbound, oid), pg_get_partkeydef(oid)) FROM relation
UNION ALL SELECT concat_ws(' | ', 'column', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull, attidentity,
    attgenerated, attcollation::regcollation, attstattarget, attstorage, attislocal, attinhcount, attoptions, attfdwoptions,
    pg_get_expr(adbin, adrelid)) FROM pg_attribute JOIN relation r ON r.oid = attrelid LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    WHERE attnum > 0 AND NOT attisdropped
UNION ALL SELECT concat_ws(' | ', 'parent', inhrelid::regclass, inhparent::regclass, inhseqno) FROM pg_inherits
UNION ALL SELECT concat_ws(' | ', 'constraint', conname, conrelid::regclass, contypid::regtype, convalidated, pg_get_constraintdef(oid))
    FROM pg_constraint WHERE oid >= 16384 AND conrelid NOT IN (SELECT oid FROM pg_class WHERE relname LIKE 'retort\_%')
    -- Servers before 18 have no names for these.
    AND (contype <> 'n' OR conrelid NOT IN (SELECT oid FROM pg_class WHERE relispartition))
UNION ALL SELECT concat_ws(' | ', 'index', pg_get_indexdef(indexrelid), indisprimary, indisclustered, indisreplident, indisvalid)
    FROM pg_index JOIN relation r ON r.oid = indrelid
UNION ALL SELECT concat_ws(' | ', 'view', oid::regclass, pg_get_viewdef(oid)) FROM relation WHERE relkind IN ('v', 'm')
UNION ALL SELECT concat_ws(' | ', 'rule', pg_get_ruledef(oid)) FROM pg_rewrite WHERE oid >= 16384
UNION ALL SELECT concat_ws(' | ', 'trigger', pg_get_triggerdef(oid), tgenabled) FROM pg_trigger WHERE NOT tgisinternal
UNION ALL SELECT concat_ws(' | ', 'policy', p::text) FROM pg_policies p
UNION ALL SELECT concat_ws(' | ', 'function', pg_get_functiondef(oid)) FROM pg_proc WHERE oid >= 16384 AND prokind <> 'a'
UNION ALL SELECT concat_ws(' | ', 'aggregate', aggfnoid::regprocedure, aggtransfn, aggtranstype::regtype, agginitval)
    FROM pg_aggregate WHERE aggfnoid >= 16384
UNION ALL SELECT concat_ws(' | ', 'operator', oid::regoperator, oprcode, oprcom::regoperator) FROM pg_operator WHERE oid >= 16384
UNION ALL SELECT concat_ws(' | ', 'cast', castsource::regtype, casttarget::regtype, castcontext, castmethod) FROM pg_cast WHERE oid >= 16384
UNION ALL SELECT concat_ws(' | ', 'type', oid::regtype, typtype, typbasetype::regtype, typnotnull, typdefault, typcollation::regcollation)
    FROM pg_type WHERE oid >= 16384 AND typname NOT LIKE '%retort\_%'
UNION ALL SELECT concat_ws(' | ', 'label', enumtypid::regtype, row_number() OVER (PARTITION BY enumtypid ORDER BY enumsortorder), enumlabel)
    FROM pg_enum
UNION ALL SELECT concat_ws(' | ', 'range', rngtypid::regtype, rngsubtype::regtype, rngmultitypid::regtype, rngsubdiff) FROM pg_range
    WHERE rngtypid >= 16384
UNION ALL SELECT concat_ws(' | ', 'collation', oid::regcollation, collprovider, collcollate) FROM pg_collation WHERE oid >= 16384
UNION ALL SELECT concat_ws(' | ', 'sequence', s::text) FROM pg_sequences s WHERE sequencename NOT LIKE 'retort\_%'
UNION ALL SELECT concat_ws(' | ', 'statistics', pg_get_statisticsobjdef(oid)) FROM pg_statistic_ext
UNION ALL SELECT concat_ws(' | ', 'extension', extname, extnamespace::regnamespace) FROM pg_extension
UNION ALL SELECT concat_ws(' | ', 'publication', pubname, puballtables, pubinsert, pubupdate, pubdelete, pubtruncate) FROM pg_publication
UNION ALL SELECT concat_ws(' | ', 'published table', t::text) FROM pg_publication_tables t WHERE tablename NOT LIKE 'retort\_%'
UNION ALL SELECT concat_ws(' | ', 'event trigger', evtname, evtevent, evtfoid::regproc, evtenabled, evttags) FROM pg_event_trigger
UNION ALL SELECT concat_ws(' | ', 'foreign data wrapper', fdwname, fdwoptions) FROM pg_foreign_data_wrapper
UNION ALL SELECT concat_ws(' | ', 'server', srvname, srvoptions) FROM pg_foreign_server
UNION ALL SELECT concat_ws(' | ', 'mapping', usename, umoptions) FROM pg_user_mappings
UNION ALL SELECT concat_ws(' | ', 'foreign table', ftrelid::regclass, ftoptions) FROM pg_foreign_table
UNION ALL SELECT concat_ws(' | ', 'words', mapcfg::regconfig, maptokentype, mapseqno, mapdict::regdictionary) FROM pg_ts_config_map
    WHERE mapcfg >= 16384
UNION ALL SELECT concat_ws(' | ', 'dictionary', oid::regdictionary, dictinitoption) FROM pg_ts_dict WHERE oid >= 16384
UNION ALL SELECT concat_ws(' | ', 'comment', (pg_identify_object(classoid, objoid, objsubid)).identity, description) FROM pg_description
    WHERE objoid >= 16384
ORDER BY 1
