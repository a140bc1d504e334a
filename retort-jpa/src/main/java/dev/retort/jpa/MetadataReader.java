package dev.retort.jpa;

import dev.retort.dialect.Dialect;
import dev.retort.model.EntityRequest;
import dev.retort.model.Model;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.QualifiedSequenceName;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.engine.jdbc.env.spi.NameQualifierSupport;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Table;
import org.jspecify.annotations.Nullable;

/** Reads the tables and sequences of Hibernate's metadata, without views and entities over a query. */
final class MetadataReader {

    private final MetadataImplementor metadata;
    private final PhysicalNames names;
    private final NamedTypes types;
    private final TableReader tables;
    private final SqlStringGenerationContext statements;

    MetadataReader(
            MetadataImplementor metadata,
            JdbcEnvironment environment,
            EntityRequest request,
            Map<String, String> settings) {
        this.metadata = metadata;
        NameQualifierSupport support = environment.getNameQualifierSupport();
        boolean schemas = support == null || support.supportsSchemas();
        String defaultSchema = settings.get("hibernate.default_schema");
        String defaultCatalog = settings.get("hibernate.default_catalog");
        Dialect dialect = request.dialect();
        this.names = new PhysicalNames(dialect.identifiers(), schemas, schemas ? defaultSchema : defaultCatalog);
        this.statements = SqlStringGenerationContextImpl.fromExplicit(
                environment, metadata.getDatabase(), defaultCatalog, defaultSchema);
        this.types = new NamedTypes(metadata.getDatabase(), statements, names);
        this.tables = new TableReader(metadata, names, types, dialect);
    }

    Model model() {
        List<dev.retort.schema.Table> found = new ArrayList<>();
        List<Sequence> sequences = new ArrayList<>();
        Map<QualifiedName, List<String>> initial = new HashMap<>();
        for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
            for (Table table : namespace.getTables()) {
                if (isTable(table)) {
                    found.add(tables.table(table));
                    addInitialStatements(table, initial);
                }
            }
            namespace.getSequences().forEach(sequence -> sequences.add(sequence(sequence)));
        }
        return new Model(
                SchemaSnapshot.of(found).and(sequences),
                false,
                metadata.getEntityBindings().size(),
                packages(),
                initial,
                types.statements());
    }

    private static boolean isTable(Table table) {
        return table.isPhysicalTable() && !table.isSubselect() && !table.isView();
    }

    private void addInitialStatements(Table table, Map<QualifiedName, List<String>> initial) {
        List<String> commands = table.getInitCommands(statements).stream()
                .flatMap(command -> Arrays.stream(command.getInitCommands()))
                .toList();
        if (!commands.isEmpty()) {
            initial.put(tables.name(table), commands);
        }
    }

    private Sequence sequence(org.hibernate.boot.model.relational.Sequence sequence) {
        QualifiedSequenceName name = sequence.getName();
        return Sequence.of(
                names.qualified(name.getCatalogName(), name.getSchemaName(), name.getSequenceName()),
                sequence.getInitialValue(),
                sequence.getIncrementSize());
    }

    private List<String> packages() {
        TreeSet<String> packages = new TreeSet<>();
        for (PersistentClass entity : metadata.getEntityBindings()) {
            String className = className(entity);
            int dot = className.lastIndexOf('.');
            packages.add(dot < 0 ? "" : className.substring(0, dot));
        }
        return List.copyOf(packages);
    }

    private static String className(PersistentClass entity) {
        @Nullable String name = entity.getClassName();
        return name == null ? entity.getEntityName() : name;
    }
}
