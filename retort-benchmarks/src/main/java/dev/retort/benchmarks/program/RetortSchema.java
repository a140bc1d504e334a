package dev.retort.benchmarks.program;

import dev.retort.compare.KnownEqualities;
import dev.retort.compare.SchemaComparator;
import dev.retort.compare.SchemaDifferences;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.InspectionScope;
import dev.retort.operation.CreateTable;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The schema of a database in the hands of Retort, which is called from here alone. */
public final class RetortSchema {

    private final Connection connection;
    private final Dialect dialect;

    public RetortSchema(Connection connection) throws SQLException {
        this(
                connection,
                Dialects.loadedFrom(RetortSchema.class.getClassLoader()).forConnection(connection));
    }

    private RetortSchema(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** The same schema through another connection. */
    public RetortSchema through(Connection other) {
        return new RetortSchema(other, dialect);
    }

    /** Makes tables, in the words in which an upgrade makes them. */
    public void create(List<Table> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Table table : tables) {
                for (Executable executable : dialect.ddl().compile(new CreateTable(table))) {
                    statement.execute(((SqlStatement) executable).sql());
                }
            }
        }
    }

    /** Reads the schema. */
    public SchemaSnapshot inspect() throws SQLException {
        String home = dialect.inspector().defaultSchema(connection).orElse(null);
        return dialect.inspector()
                .inspect(connection, InspectionScope.DEFAULT_SCHEMA)
                .within(home);
    }

    /** Reads the schema and compares it with a desired one, as if for the first time; what differs, in words. */
    public List<String> differences(List<Table> desired) throws SQLException {
        return differences(desired, KnownEqualities.none());
    }

    /**
     * Does the same with the known equalities of an earlier comparison.
     *
     * @param kept the file with them; created if it does not exist
     */
    public List<String> differences(List<Table> desired, Path kept) throws SQLException, IOException {
        boolean first = Files.notExists(kept);
        KnownEqualities known = new KnownEqualities(
                List.of(dialect.normalizer().circumstances(connection).orElseThrow()),
                dialect.normalizer()::isLasting,
                first ? Set.of() : Set.copyOf(Files.readAllLines(kept)));
        List<String> differences = differences(desired, known);
        if (first) {
            Files.write(kept, known.used());
        } else if (known.hasGrown()) {
            throw new IllegalStateException("The server was asked for what is known.");
        }
        return differences;
    }

    private List<String> differences(List<Table> desired, KnownEqualities known) throws SQLException {
        SchemaDifferences differences = new SchemaComparator(dialect)
                .leavingUnsaid()
                .asking(dialect.normalizer().on(connection))
                .knowing(known)
                .compare(
                        SchemaSnapshot.of(desired),
                        inspect(),
                        object -> !dialect.locks().own(object.belongsTo()));
        List<String> words = new ArrayList<>();
        differences.upgrade().operations().forEach(operation -> words.add(operation.describe()));
        differences.upgrade().hazards().forEach(hazard -> words.add(hazard.sentence()));
        return words;
    }
}
