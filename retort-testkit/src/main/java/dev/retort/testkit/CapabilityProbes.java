package dev.retort.testkit;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.Normalizer;
import dev.retort.dialect.Sessions;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.CreateTable;
import dev.retort.schema.Columns;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds out, in an empty schema, whether a database has the capabilities that no operation needs, and whether its dialect agrees. */
final class CapabilityProbes {

    /** Finds out whether a database can do something. */
    @FunctionalInterface
    private interface Probe {
        boolean in(LiveSchema live) throws SQLException;
    }

    private static final Table SHORT_TEXTS =
            Table.of(QualifiedName.of("short_texts"), List.of(Columns.column("a", Columns.varchar(3))));

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private CapabilityProbes() {}

    /** The capabilities that are probed. */
    static Set<Capability> capabilities() {
        return all().keySet();
    }

    /** Whether a database has one of these capabilities. */
    static boolean finds(Capability capability, LiveSchema live) throws SQLException {
        return Objects.requireNonNull(all().get(capability)).in(live);
    }

    private static Map<Capability, Probe> all() {
        Map<Capability, Probe> probes = new EnumMap<>(Capability.class);
        probes.put(Capability.COMMENTS, live -> rules(live).comments());
        probes.put(Capability.TRANSACTIONAL_DDL, CapabilityProbes::takesTableBack);
        probes.put(Capability.CONSTRAINT_NAMES, CapabilityProbes::namesConstraints);
        probes.put(
                Capability.UNCOMMITTED_CHANGES,
                live -> live.dialect().transactions().uncommitted() != null);
        probes.put(Capability.NORMAL_FORMS, live -> live.dialect().normalizer() != Normalizer.NONE);
        probes.put(Capability.TEXT_LENGTHS, CapabilityProbes::refusesLongText);
        probes.put(
                Capability.CASELESS_NAMES,
                live -> rules(live).nameKey("MAIL").equals(rules(live).nameKey("mail")));
        probes.put(
                Capability.CASELESS_TABLE_NAMES,
                live -> rules(live).tableKey("MAIL").equals(rules(live).tableKey("mail")));
        probes.put(Capability.INDEX_NAMES_OF_SCHEMA, live -> rules(live).indexNamesAreOfSchema());
        probes.put(
                Capability.CREATE_SCHEMA,
                live -> accepts(live, "CREATE SCHEMA retort_probed", "DROP SCHEMA retort_probed"));
        probes.put(Capability.SCHEMAS, live -> live.connection().getMetaData().supportsSchemasInTableDefinitions());
        probes.put(Capability.LOGINS, live -> live.connection().getMetaData().getUserName() != null);
        probes.put(
                Capability.DENIALS,
                live -> live.connection().getMetaData().getUserName() != null
                        && !INSUFFICIENT_PRIVILEGE.equals(stateOfMissingTable(live)));
        probes.put(Capability.NAMED_SESSIONS, live -> live.dialect().sessions() != Sessions.NAMELESS);
        return probes;
    }

    private static ComparisonRules rules(LiveSchema live) {
        return live.dialect().comparison();
    }

    /** The dialect must agree. */
    private static boolean takesTableBack(LiveSchema live) throws SQLException {
        live.connection().setAutoCommit(false);
        live.run(new CreateTable(SHORT_TEXTS));
        live.connection().rollback();
        live.connection().setAutoCommit(true);
        boolean undone = live.inspect().tables().isEmpty();
        if (undone != live.dialect().transactions().includeDdl()) {
            throw new IllegalStateException("The dialect says something else.");
        }
        return undone;
    }

    private static boolean namesConstraints(LiveSchema live) throws SQLException {
        live.run(new CreateTable(SHORT_TEXTS.uniqueConstraints(List.of(UniqueConstraint.of(null, List.of("a"))))));
        return live.inspect().tables().get(0).uniqueConstraints().get(0).name() != null;
    }

    private static boolean refusesLongText(LiveSchema live) throws SQLException {
        live.run(new CreateTable(SHORT_TEXTS));
        try {
            live.run(new BulkInsert(SHORT_TEXTS.name(), List.of("a"), List.of(List.of("longer"))));
            return false;
        } catch (SQLException refused) {
            return true;
        }
    }

    private static String stateOfMissingTable(LiveSchema live) {
        try {
            live.execute("DELETE FROM retort_probed");
            throw new IllegalStateException("There is no such table.");
        } catch (SQLException missing) {
            return String.valueOf(missing.getSQLState());
        }
    }

    private static boolean accepts(LiveSchema live, String... statements) {
        try {
            live.execute(statements);
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }
}
