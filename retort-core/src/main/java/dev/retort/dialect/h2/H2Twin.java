package dev.retort.dialect.h2;

import dev.retort.dialect.DdlCompiler;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.InspectionScope;
import dev.retort.dialect.Inspector;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import dev.retort.schema.SnapshotMapper;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * A database in memory that is asked how H2 reports conditions and defaults. H2 keeps them as its optimizer left them, with constants
 * computed, operands sorted and casts added, which no comparison of texts can foresee.
 */
final class H2Twin {

    private static final String DRIVER = "org.h2.Driver";
    private static final QualifiedName NAME = QualifiedName.of("twin");

    private final H2Settings settings;
    private final @Nullable ClassLoader loader;
    private final DdlCompiler ddl;
    private final Inspector inspector;

    H2Twin(H2Settings settings, @Nullable ClassLoader loader, DdlCompiler ddl, Inspector inspector) {
        this.settings = settings;
        this.loader = loader;
        this.ddl = ddl;
        this.inspector = inspector;
    }

    /**
     * The snapshot with its conditions, defaults and computations in H2's words. A table that the twin cannot make, for want of a domain
     * or a function of the user's own, stays as it is; so do all when the driver is not at hand.
     */
    SchemaSnapshot inOwnWords(SchemaSnapshot snapshot) {
        if (snapshot.tables().stream().noneMatch(H2Twin::hasExpressions)) {
            return snapshot;
        }
        try (Connection connection = open()) {
            if (connection == null) {
                return snapshot;
            }
            for (Sequence sequence : snapshot.sequences()) {
                attempt(
                        connection,
                        new CreateSequence(Sequence.of(sequence.name().inSchema(null), 1, 1)));
            }
            Map<QualifiedName, Table> reported = new HashMap<>();
            for (Table table : snapshot.tables()) {
                reported.put(table.name(), hasExpressions(table) ? inOwnWords(connection, table) : table);
            }
            return new SnapshotMapper() {
                @Override
                public Table table(Table table) {
                    return reported.getOrDefault(table.name(), table);
                }
            }.snapshot(snapshot);
        } catch (SQLException notAtHand) {
            return snapshot;
        }
    }

    private static boolean hasExpressions(Table table) {
        return !table.checks().isEmpty()
                || table.columns().stream()
                        .anyMatch(column -> column.defaultValue() instanceof DefaultValue.Expression
                                || column.onUpdate() != null
                                || column.generated() != null);
    }

    private @Nullable Connection open() throws SQLException {
        Optional<Driver> driver = ServiceLoader.load(Driver.class, loader).stream()
                .filter(provider -> provider.type().getName().equals(DRIVER))
                .map(ServiceLoader.Provider::get)
                .findFirst();
        return driver.isEmpty() ? null : driver.get().connect("jdbc:h2:mem:" + settings.inUrl(), new Properties());
    }

    private Table inOwnWords(Connection connection, Table table) throws SQLException {
        List<CheckConstraint> numbered = new ArrayList<>();
        for (CheckConstraint check : table.checks()) {
            numbered.add(CheckConstraint.of(String.format("twin_%05d", numbered.size()), check.expression()));
        }
        Table twin = Table.of(NAME, table.columns()).checks(numbered);
        if (!attempt(connection, new CreateTable(twin))) {
            return table;
        }
        SchemaSnapshot found = inspector.inspect(connection, InspectionScope.ofTable(NAME));
        execute(connection, "DROP TABLE twin");
        return found.table(NAME).map(reported -> withWordsOf(table, reported)).orElse(table);
    }

    private static Table withWordsOf(Table table, Table reported) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = reported.columns().get(i);
            columns.add(table.columns()
                    .get(i)
                    .withDefault(column.defaultValue())
                    .onUpdateSql(column.onUpdate())
                    .generated(column.generated()));
        }
        List<CheckConstraint> checks = new ArrayList<>();
        for (int i = 0; i < table.checks().size(); i++) {
            checks.add(table.checks().get(i).expression(reported.checks().get(i).expression()));
        }
        return table.columns(columns).checks(checks);
    }

    private boolean attempt(Connection connection, Operation operation) {
        try {
            for (Executable executable : ddl.compile(operation)) {
                if (executable instanceof SqlStatement statement) {
                    execute(connection, statement.sql());
                }
            }
            return true;
        } catch (SQLException notPossibleHere) {
            return false;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
