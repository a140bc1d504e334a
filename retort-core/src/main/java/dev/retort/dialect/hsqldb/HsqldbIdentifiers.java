package dev.retort.dialect.hsqldb;

import dev.retort.dialect.UpperCaseIdentifiers;
import java.util.Set;

/** Names of HSQLDB, which stores a name without quotes in upper case. */
final class HsqldbIdentifiers extends UpperCaseIdentifiers {

    private static final int MAXIMUM_LENGTH = 128;

    /** https://hsqldb.org/doc/2.0/guide/lists-app.html */
    private static final Set<String> RESERVED = Set.of("""
            abs absent acos all allocate alter and any any_value are array array_agg array_max_cardinality as asensitive
            asin asymmetric at atan atomic authorization avg begin begin_frame begin_partition between bigint binary
            bit_length blob boolean both by call called cardinality cascaded case cast ceil ceiling char char_length
            character character_length check clob close coalesce collate collect column commit comparable condiiton
            connect constraint contains convert corr corresponding cos cosh count covar_pop covar_samp create cross cube
            cume_dist current current_catalog current_date current_default_transform_group current_path current_role
            current_row current_schema current_time current_timestamp current_transform_group_for_type current_user
            cursor cycle date day deallocate dec decimal declare default delete dense_rank deref describe deterministic
            disconnect distinct do double drop dynamic each element else elseif empty end end_exec end_frame
            end_partition equals escape every except exec execute exists exit exp external extract false fetch filter
            first_value float floor for foreign frame_row free from full function fusion get global grant group grouping
            groups handler having hold hour identity if import in indicator initial inner inout insensitive insert int
            integer intersect intersection interval into is iterate join json json_array json_arrayagg json_exists
            json_object json_objectagg json_query json_table json_value lag language large last_value lateral lead
            leading least leave left like like_regx listagg ln local localtime localtimestamp log log10 loop lower lpad
            ltrim match max max_cardinality member merge method min minute mod modifies module month multiset national
            natural nchar nclob new no none normalize not nth_value ntile null nullif numeric occurrences_regex
            octet_length of offset old omit on only open or order out outer over overlaps overlay parameter partition
            percent percent_rank percentile_cont percentile_disc period portion position position_regex power precedes
            precision prepare primary procedure range rank reads real recursive ref references referencing regr_avgx
            regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy release repeat resignal
            result return returns revoke right rollback rollup row row_number rows rpad rtrim savepoint scope scroll
            search second select sensitive session_user set signal similar sin sinh smallint some specific specifictype
            sql sqlexception sqlstate sqlwarning sqrt stacked start static stddev_pop stddev_samp submultiset substring
            substring_regex succeeds sum symmetric system system_time system_user table tablesample tan tanh then time
            timestamp timezone_hour timezone_minute to trailing translate translate_regex translation treat trigger trim
            trim_array true truncate uescape undo union unique unknown unnest until update upper user using value
            value_of values var_pop var_samp varbinary varchar varying versioning when whenever where while width_bucket
            window with within without year
            """.strip().split("\\s+"));

    HsqldbIdentifiers() {
        super(MAXIMUM_LENGTH, RESERVED);
    }

    /** Without quotes a name begins with a letter. */
    @Override
    public String write(String name) {
        return name.startsWith("_") ? quoted(toCatalog(name)) : super.write(name);
    }
}
