package dev.retort.command;

import dev.retort.compare.ColumnAspect;
import dev.retort.compare.KnownEqualities;
import dev.retort.compare.SchemaComparator;
import dev.retort.compare.SchemaDifferences;
import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Inspector;
import dev.retort.dialect.Prerequisites;
import dev.retort.error.DatabaseNotAtHeadException;
import dev.retort.error.DifferencesNotWritableException;
import dev.retort.error.EntityModelException;
import dev.retort.error.MissedRevisionsException;
import dev.retort.history.JournalEntry;
import dev.retort.history.JournalTable;
import dev.retort.history.MetadataTables;
import dev.retort.history.Standing;
import dev.retort.model.Model;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.GeneratedOperation;
import dev.retort.operation.GeneratedOperations;
import dev.retort.operation.Hazard;
import dev.retort.operation.Operation;
import dev.retort.report.Difference;
import dev.retort.report.ModelReport;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the entities with the database. */
public final class CompareSchemas {

    /**
     * What a comparison found.
     *
     * @param dialect the database's dialect
     * @param upgrade what leads the database to the schema of the entities
     * @param downgrade what leads back
     * @param missing what the upgrade needs and the database does not have, a sentence each
     * @param remarks what else is to be said, and does not belong into a file, a sentence each
     * @param refused what of the upgrade the database refuses, and why, as a copy of its schema tells
     * @param report the same for people
     */
    record Result(
            Dialect dialect,
            GeneratedOperations upgrade,
            GeneratedOperations downgrade,
            List<String> missing,
            List<String> remarks,
            Map<Operation, String> refused,
            ModelReport report) {

        /** The same with what can run of it. */
        Result keeping(Draft draft) {
            return new Result(
                    dialect,
                    draft.upgrade(),
                    draft.downgrade(),
                    missing,
                    remarks,
                    Map.of(),
                    CompareSchemas.report(report, draft.upgrade(), remarks));
        }
    }

    private final Target target;
    private final Project project;
    private final Settings settings;

    public CompareSchemas(Target target) {
        this.target = target;
        this.project = target.project();
        this.settings = project.settings();
    }

    /** The differences, for people; throws what {@link #compare()} throws. */
    public ModelReport report() {
        Result found = compare();
        return found.report().writing(writable(found));
    }

    private int writable(Result found) {
        try {
            return Draft.of(found, GenerateRevision.format(settings.required(ConfigKey.REVISION_FORMAT)))
                    .upgrade()
                    .operations()
                    .size();
        } catch (DifferencesNotWritableException nothingIsWritten) {
            return 0;
        }
    }

    /**
     * Compares. What the revisions and the database tell comes first, since it needs no entities.
     *
     * @throws DatabaseNotAtHeadException when revisions are pending: their changes would be found again
     * @throws MissedRevisionsException when revisions lie below applied ones and were never run
     * @throws EntityModelException when the entities cannot be read
     */
    Result compare() {
        return target.connector().use("The database cannot be inspected", (database, attempt) -> {
            requireHeads(database);
            return compare(database, new DesiredModel(project).read(database));
        });
    }

    /** Names of the connection's own schema are compared without it, whether anybody has said it or not. */
    private Result compare(Database database, Model model) throws SQLException {
        Connection connection = database.connection();
        Inspector inspector = database.dialect().inspector();
        MetadataTables own = database.tables().located(connection);
        String home = inspector.defaultSchema(connection).orElse(null);
        SchemaSnapshot desired = model.snapshot().within(home);
        ComparisonRules rules = database.dialect().comparison();
        ComparedSchemas schemas = new ComparedSchemas(rules, settings.list(ConfigKey.INCLUDE_SCHEMAS), home, desired);
        SchemaSnapshot actual = inspector
                .inspect(connection, schemas.scope(), project.lockTimeout())
                .within(home);
        Set<QualifiedName> ownKeys = own.names().stream()
                .map(name -> rules.tableKey(name.within(home)))
                .collect(Collectors.toSet());
        Predicate<SchemaObject> included = included(database.dialect())
                .and(object -> schemas.include(object.belongsTo()))
                .and(object -> !ownKeys.contains(rules.tableKey(object.belongsTo())));
        ServerNormalizer words = new ServerNormalizer(database, settings.required(ConfigKey.COMPARE_WITH));
        EqualitiesFile file = words.isWanted() ? EqualitiesFile.of(settings).orElse(null) : null;
        KnownEqualities known = known(database, file);
        SchemaDifferences differences = comparator(database.dialect(), model)
                .asking(words::of)
                .knowing(known)
                .compare(desired, actual, included);
        if (file != null && known.hasGrown()) {
            file.keep(known.used());
        }
        List<Operation> upgrade = differences.upgrade().operations();
        List<String> missing = Prerequisites.missing(connection, database.dialect(), upgrade, model.typeStatements());
        List<String> remarks = new ArrayList<>(words.remark().stream().toList());
        missing.forEach(sentence -> remarks.add("Before these changes, " + sentence + "."));
        inspector
                .unusedTypes(connection, schemas.scope(), upgrade)
                .forEach(type -> remarks.add("No column has type " + type
                        + " once all is done; if nobody needs it, drop it by" + " hand: DROP TYPE "
                        + database.dialect().identifiers().write(type) + "."));
        ModelReport report = new ModelReport(
                database.name(),
                model.entities(),
                model.packages(),
                List.of(),
                0,
                0,
                Math.toIntExact(differences.upgrade().notices().stream()
                        .filter(notice -> notice.kind() == Hazard.Kind.NOT_COMPARED)
                        .count()),
                words.comparedWith(),
                List.of());
        return result(database, model, home, restated(differences, connection, inspector), missing, remarks, report);
    }

    private static KnownEqualities known(Database database, @Nullable EqualitiesFile file) throws SQLException {
        if (file == null) {
            return KnownEqualities.none();
        }
        Dialect dialect = database.dialect();
        Optional<String> circumstances = dialect.normalizer().circumstances(database.connection());
        return circumstances
                .map(text -> new KnownEqualities(
                        List.of(Version.current(), dialect.name().value(), text),
                        dialect.normalizer()::isLasting,
                        file.read()))
                .orElseGet(KnownEqualities::none);
    }

    private static SchemaDifferences restated(SchemaDifferences differences, Connection connection, Inspector inspector)
            throws SQLException {
        Map<Operation, Operation> upgrade = new HashMap<>();
        Map<Operation, Operation> downgrade = new HashMap<>();
        List<AlterColumn> changes = differences.upgrade().operations().stream()
                .filter(AlterColumn.class::isInstance)
                .map(AlterColumn.class::cast)
                .toList();
        List<AlterColumn> restated = inspector.restated(connection, changes);
        for (int i = 0; i < changes.size(); i++) {
            upgrade.put(changes.get(i), restated.get(i));
            downgrade.put(
                    changes.get(i).reverse().orElseThrow(),
                    restated.get(i).reverse().orElseThrow());
        }
        return new SchemaDifferences(
                differences.upgrade().replacing(upgrade),
                differences.downgrade().replacing(downgrade));
    }

    private void requireHeads(Database database) {
        List<JournalEntry> journaled = database.tables().journal().entries(database.connection());
        if (!journaled.isEmpty()) {
            throw JournalTable.halfDone(
                    journaled,
                    "The schema is between two revisions, and a comparison would take what is not done yet for a difference.");
        }
        Standing standing = database.tables().standing(database.connection());
        List<String> rows = standing.rows();
        Set<String> heads = project.graph().realHeads();
        OverlappingRows.refuse(project, database, standing);
        project.planner().requireKnown(rows);
        requireNothingMissed(Applied.of(project, database, standing), database);
        if (!Set.copyOf(rows).equals(Set.copyOf(heads))) {
            List<String> missing =
                    heads.stream().filter(head -> !rows.contains(head)).toList();
            throw new DatabaseNotAtHeadException(missing, rows);
        }
    }

    private void requireNothingMissed(Applied applied, Database database) {
        if (!applied.missed().isEmpty()) {
            throw applied.refusal(project.graph(), applied.missed());
        }
        applied.sayUnfiled(target.listeners(database));
    }

    private Predicate<SchemaObject> included(Dialect dialect) {
        UnaryOperator<String> key = dialect.comparison()::tableKey;
        TablePatterns include = new TablePatterns(settings.list(ConfigKey.INCLUDE_TABLES), key);
        TablePatterns exclude = new TablePatterns(settings.list(ConfigKey.EXCLUDE_TABLES), key);
        return object -> !dialect.locks().own(object.belongsTo())
                && (include.isEmpty() || include.matches(object.belongsTo()))
                && !exclude.matches(object.belongsTo())
                && target.environment().includes(object);
    }

    private SchemaComparator comparator(Dialect dialect, Model model) {
        SchemaComparator comparator = new SchemaComparator(dialect, ignored()).naming(project.namingConvention());
        return model.complete() ? comparator : comparator.leavingUnsaid();
    }

    private Set<ColumnAspect> ignored() {
        Set<ColumnAspect> ignored = EnumSet.noneOf(ColumnAspect.class);
        if (!settings.flag(ConfigKey.COMPARE_TYPE)) {
            ignored.add(ColumnAspect.TYPE);
        }
        if (!settings.flag(ConfigKey.COMPARE_SERVER_DEFAULT)) {
            ignored.add(ColumnAspect.DEFAULT);
        }
        return ignored;
    }

    private Result result(
            Database database,
            Model model,
            @Nullable String home,
            SchemaDifferences differences,
            List<String> missing,
            List<String> remarks,
            ModelReport report)
            throws SQLException {
        GeneratedOperations found = differences.upgrade();
        GeneratedOperations upgrade = new GeneratedOperations(
                found.generated(),
                found.notices().stream()
                        .filter(notice -> notice.kind() == Hazard.Kind.NOT_GENERATED)
                        .toList());
        List<String> said = Stream.concat(
                        found.notices().stream()
                                .filter(notice -> notice.kind() != Hazard.Kind.NOT_GENERATED)
                                .map(Hazard::sentence),
                        remarks.stream())
                .toList();
        List<GeneratedOperation> filled = new ArrayList<>();
        Map<QualifiedName, List<String>> initial = new HashMap<>();
        model.initialStatements().forEach((table, statements) -> initial.put(table.within(home), statements));
        for (GeneratedOperation one : upgrade.generated()) {
            filled.add(one);
            for (Table made : one.operation().change().madeTables()) {
                initial.getOrDefault(made.name(), List.of())
                        .forEach(sql -> filled.add(GeneratedOperation.of(new ExecuteSql(sql, List.of()))));
            }
        }
        return new Result(
                database.dialect(),
                new GeneratedOperations(filled, upgrade.notices()),
                differences.downgrade(),
                missing,
                said,
                RefusedOperations.of(database, upgrade),
                report(report, upgrade, said));
    }

    private static ModelReport report(ModelReport compared, GeneratedOperations upgrade, List<String> remarks) {
        return compared.with(
                upgrade.operations().stream()
                        .map(operation -> new Difference(
                                operation.describe(),
                                operation.hazards().stream().anyMatch(Hazard::losesData)))
                        .toList(),
                upgrade.notices().size(),
                Stream.concat(upgrade.hazards().stream().map(Hazard::sentence), remarks.stream())
                        .toList());
    }
}
