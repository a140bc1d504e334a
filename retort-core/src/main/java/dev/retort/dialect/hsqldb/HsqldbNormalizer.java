package dev.retort.dialect.hsqldb;

import dev.retort.dialect.DdlCompiler;
import dev.retort.dialect.Definition;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.InspectionScope;
import dev.retort.dialect.Inspector;
import dev.retort.dialect.NormalForms;
import dev.retort.dialect.Normalizer;
import dev.retort.dialect.ScratchTable;
import dev.retort.operation.CreateTable;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Asks on tables in a database in memory. HSQLDB keeps expressions as it has understood them. In the database itself every statement on a
 * table commits, and waits until no other session is in a transaction.
 */
final class HsqldbNormalizer implements Normalizer {

    private final IdentifierRules names;
    private final DdlCompiler ddl;
    private final Inspector inspector;

    HsqldbNormalizer(IdentifierRules names, DdlCompiler ddl, Inspector inspector) {
        this.names = names;
        this.ddl = ddl;
        this.inspector = inspector;
    }

    /** Everything that the database in memory is created with. */
    @Override
    public Optional<String> circumstances(Connection connection) throws SQLException {
        DatabaseMetaData versions = connection.getMetaData();
        List<String> all = new ArrayList<>(HsqldbTwin.objects(connection, names));
        all.add(versions.getDatabaseProductVersion());
        all.add(versions.getDriverVersion());
        all.add(new TreeMap<>(HsqldbTwin.settings(connection)).toString());
        return Optional.of(String.join("\n", all));
    }

    @Override
    public NormalForms normalize(Connection connection, Collection<Definition> definitions) throws SQLException {
        Optional<HsqldbTwin> found = HsqldbTwin.of(connection, names);
        if (found.isEmpty()) {
            return NormalForms.NOT_ASKED;
        }
        try (HsqldbTwin twin = found.get()) {
            Map<QualifiedName, ScratchTable> made = new HashMap<>();
            int[] attempts = {0};
            for (ScratchTable table : ScratchTable.of(definitions)) {
                table.make(part -> {
                    QualifiedName name = QualifiedName.of("t" + attempts[0]++);
                    boolean makes = twin.runs(new CreateTable(part.table(name)), ddl);
                    if (makes) {
                        made.put(name, part);
                    }
                    return makes;
                });
            }
            return new NormalForms(forms(twin, made), true);
        }
    }

    private Map<Definition, TableElement> forms(HsqldbTwin twin, Map<QualifiedName, ScratchTable> made)
            throws SQLException {
        Map<Definition, TableElement> forms = new HashMap<>();
        for (Table found : inspector
                .inspect(twin.connection(), InspectionScope.DEFAULT_SCHEMA)
                .tables()) {
            ScratchTable table = made.get(found.name());
            if (table != null) {
                forms.putAll(table.readBack(found));
            }
        }
        return forms;
    }
}
