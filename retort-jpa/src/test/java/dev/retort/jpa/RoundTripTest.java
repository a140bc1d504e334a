package dev.retort.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.compare.SchemaComparator;
import dev.retort.compare.SchemaDifferences;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.Executable;
import dev.retort.dialect.InspectionScope;
import dev.retort.model.EntitySelection;
import dev.retort.model.TargetDatabase;
import dev.retort.operation.Operation;
import dev.retort.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Generate, apply, compare again: nothing. Downgrade: the schema it was. */
@Tag("jdk")
@ParameterizedClass
@EnumSource
class RoundTripTest {

    @Parameter
    private Hibernate hibernate;

    @ParameterizedTest
    @CsvSource({
        "shop, jdbc:h2:mem:, H2",
        "features, jdbc:h2:mem:, H2",
        "shop, jdbc:sqlite::memory:, SQLite",
        "features, jdbc:sqlite::memory:, SQLite"
    })
    void whatEntitiesBecomeIsTheSameInTheDatabase(String entities, String url, String product) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            Dialect dialect = Dialects.loadedFrom(getClass().getClassLoader()).forConnection(connection);
            TargetDatabase target = new TargetDatabase(
                    product,
                    connection.getMetaData().getDatabaseMajorVersion(),
                    connection.getMetaData().getDatabaseMinorVersion());
            SchemaSnapshot desired = Requests.source(
                            hibernate,
                            EntitySelection.ofPackages("dev.retort.jpa." + entities),
                            Map.of(),
                            dialect,
                            target)
                    .read()
                    .snapshot();

            List<Operation> upgrade =
                    differences(dialect, desired, connection).upgrade().operations();
            run(dialect, connection, upgrade);
            SchemaDifferences again = differences(dialect, desired, connection);

            assertThat(again.upgrade().operations()).isEmpty();
            assertThat(again.upgrade().hazards()).isEmpty();

            run(dialect, connection, reversed(upgrade));

            assertThat(inspected(dialect, connection)).isEqualTo(SchemaSnapshot.EMPTY);
        }
    }

    private static SchemaDifferences differences(Dialect dialect, SchemaSnapshot desired, Connection connection)
            throws SQLException {
        return new SchemaComparator(dialect)
                .asking(dialect.normalizer().on(connection))
                .compare(desired, inspected(dialect, connection), table -> true);
    }

    private static SchemaSnapshot inspected(Dialect dialect, Connection connection) throws SQLException {
        return dialect.inspector().inspect(connection, InspectionScope.DEFAULT_SCHEMA);
    }

    private static List<Operation> reversed(List<Operation> operations) {
        List<Operation> back = new ArrayList<>(operations.stream()
                .map(operation -> operation.reverse().orElseThrow())
                .toList());
        Collections.reverse(back);
        return back;
    }

    private static void run(Dialect dialect, Connection connection, List<Operation> operations) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Operation operation : operations) {
                for (Executable executable : dialect.ddl().compile(operation)) {
                    for (Executable.SqlStatement sql : executable.statements().orElseThrow()) {
                        statement.execute(sql.sql());
                    }
                }
            }
        }
    }
}
