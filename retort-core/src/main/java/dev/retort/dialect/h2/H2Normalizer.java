package dev.retort.dialect.h2;

import dev.retort.dialect.DdlCompiler;
import dev.retort.dialect.Definition;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.InspectionScope;
import dev.retort.dialect.Inspector;
import dev.retort.dialect.NormalForms;
import dev.retort.dialect.Normalizer;
import dev.retort.dialect.ScratchTable;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.CreateTable;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks on tables in a database in memory, which only its one connection sees and which ends with it. H2 keeps expressions as its optimizer
 * left them, with constants computed, operands sorted and casts added. In the database itself every statement that drops a table commits,
 * and a temporary one has no checks.
 */
final class H2Normalizer implements Normalizer {

    private static final String DRIVER = "org.h2.Driver";
    private static final String UNNAMED = "jdbc:h2:mem:";

    /** The beginning of such a constant; the last word is that of a type with a time zone. */
    private static final Pattern WITH_DATE = Pattern.compile("(?i)\\b(date|timestamp|zone)\\s*'");

    private final @Nullable ClassLoader loader;
    private final UserObjects objects;
    private final DdlCompiler ddl;
    private final Inspector inspector;

    /**
     * For a dialect.
     *
     * @param loader where H2's driver can be found
     */
    H2Normalizer(@Nullable ClassLoader loader, UserObjects objects, DdlCompiler ddl, Inspector inspector) {
        this.loader = loader;
        this.objects = objects;
        this.ddl = ddl;
        this.inspector = inspector;
    }

    /**
     * Everything that the in-memory database is created with. A normal form may contain results of user-defined functions, and only their
     * code tells what they return; if there is such a function, the answer is empty.
     */
    @Override
    public Optional<String> circumstances(Connection connection) throws SQLException {
        Optional<List<String>> made = objects.withoutFunctions(connection);
        if (made.isEmpty()) {
            return Optional.empty();
        }
        DatabaseMetaData versions = connection.getMetaData();
        List<String> all = new ArrayList<>(made.get());
        all.add(versions.getDatabaseProductVersion());
        all.add(versions.getDriverVersion());
        all.add(System.getProperty("java.version") + " " + Locale.getDefault());
        all.add(H2Settings.of(connection).values().toString());
        return Optional.of(String.join("\n", all));
    }

    /** A constant with a date may have been a time of day, which is converted with the day on which it is read. */
    @Override
    public boolean isLasting(Definition found) {
        return !WITH_DATE.matcher(found.toString()).find();
    }

    @Override
    public NormalForms normalize(Connection connection, Collection<Definition> definitions) throws SQLException {
        Optional<Driver> driver = ServiceLoader.load(Driver.class, loader).stream()
                .filter(provider -> provider.type().getName().equals(DRIVER))
                .map(ServiceLoader.Provider::get)
                .findFirst();
        if (driver.isEmpty()) {
            return NormalForms.NOT_ASKED;
        }
        try (Connection memory =
                driver.get().connect(UNNAMED, H2Settings.of(connection).asProperties())) {
            Memory asked = new Memory(memory);
            for (String sql : objects.made(connection, definitions.toString())) {
                asked.runs(sql);
            }
            for (ScratchTable table : ScratchTable.of(definitions)) {
                table.make(asked::makes);
            }
            return new NormalForms(asked.forms(), true);
        }
    }

    /** The database in memory. */
    private final class Memory {

        private final Connection connection;
        private final Map<QualifiedName, ScratchTable> made = new HashMap<>();
        private int attempts;

        Memory(Connection connection) {
            this.connection = connection;
        }

        boolean makes(ScratchTable table) {
            QualifiedName name = QualifiedName.of("t" + attempts++);
            boolean makes = makes(table.table(name));
            if (makes) {
                made.put(name, table);
            }
            return makes;
        }

        private boolean makes(Table table) {
            try {
                return ddl.compile(new CreateTable(table)).stream()
                        .allMatch(executable -> runs(((SqlStatement) executable).sql()));
            } catch (UnsupportedByDialectException notPossible) {
                return false;
            }
        }

        boolean runs(String sql) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
                return true;
            } catch (SQLException refused) {
                return false;
            }
        }

        Map<Definition, TableElement> forms() throws SQLException {
            Map<Definition, TableElement> forms = new HashMap<>();
            for (Table found : inspector
                    .inspect(connection, InspectionScope.DEFAULT_SCHEMA)
                    .tables()) {
                ScratchTable table = made.get(found.name());
                if (table != null) {
                    forms.putAll(table.readBack(found));
                }
            }
            return forms;
        }
    }
}
