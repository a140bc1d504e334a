package dev.retort.compare;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.Definition;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.NeededIndexes;
import dev.retort.dialect.NormalForms;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.CommentOnTable;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.NamingConvention;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the operations that lead from one snapshot to another. Queries no database except for normal forms; equal snapshots always give the
 * same result.
 *
 * <p>A sequence that is not desired is treated like a table that is not desired: it passes the same filter, it is dropped, and a hazard
 * says so. It could not be kept instead, since the sequence of a removed entity looks no different from one that was created by hand, and
 * would then be kept for ever; exclude other sequences by name.
 */
public final class SchemaComparator {

    private final Dialect dialect;
    private final Set<ColumnAspect> ignored;
    private final boolean leavesUnsaid;
    private final @Nullable Function<Collection<Definition>, NormalForms> server;
    private final KnownEqualities known;
    private final NamingConvention naming;

    /** Compares everything, for snapshots of one database product. */
    public SchemaComparator(Dialect dialect) {
        this(dialect, Set.of());
    }

    /**
     * Compares snapshots of one database product.
     *
     * @param ignored the properties of columns to ignore
     */
    public SchemaComparator(Dialect dialect, Set<ColumnAspect> ignored) {
        this(dialect, ignored, false, null, KnownEqualities.none(), NamingConvention.NONE);
    }

    private SchemaComparator(
            Dialect dialect,
            Set<ColumnAspect> ignored,
            boolean leavesUnsaid,
            @Nullable Function<Collection<Definition>, NormalForms> server,
            KnownEqualities known,
            NamingConvention naming) {
        this.dialect = dialect;
        this.ignored = Set.copyOf(ignored);
        this.leavesUnsaid = leavesUnsaid;
        this.server = server;
        this.known = known;
        this.naming = naming;
    }

    /** The same for desired schemas from a source that cannot say everything, such as entities: what it leaves unsaid stays as it is. */
    public SchemaComparator leavingUnsaid() {
        return new SchemaComparator(dialect, ignored, true, server, known, naming);
    }

    /**
     * The same with a server that is asked for the normal forms of definitions whose text differs from the database. Where it does not
     * answer and the text does not decide, there is a notice instead of an operation. Without a server, both schemas are assumed to be in
     * normal form.
     *
     * @param normalForms answers the normal forms of definitions
     */
    public SchemaComparator asking(Function<Collection<Definition>, NormalForms> normalForms) {
        return new SchemaComparator(dialect, ignored, leavesUnsaid, new CachedNormalizer(normalForms), known, naming);
    }

    /** The same with equalities for which the server need not be asked; new ones are recorded in them. */
    public SchemaComparator knowing(KnownEqualities equalities) {
        return new SchemaComparator(dialect, ignored, leavesUnsaid, server, equalities, naming);
    }

    /** The same with a naming convention for what is desired without a name, or with one that Hibernate has made. */
    public SchemaComparator naming(NamingConvention convention) {
        return new SchemaComparator(dialect, ignored, leavesUnsaid, server, known, convention);
    }

    /**
     * The operations from the actual schema to the desired one. What is in both keeps its actual name.
     *
     * @param desired the desired schema
     * @param actual the schema as the database reports it
     * @param included which objects to compare, in both schemas
     * @throws UnsupportedByDialectException when a missing object has a name that is too long for the database
     */
    public SchemaDifferences compare(SchemaSnapshot desired, SchemaSnapshot actual, Predicate<SchemaObject> included) {
        SchemaSnapshot spelled = DesiredNames.of(
                only(SpellingMapper.of(desired, actual, dialect.comparison()), included), actual, dialect, naming);
        UnspecifiedFacts unsaid =
                new UnspecifiedFacts(actual, dialect, server == null ? none -> NormalForms.NOT_ASKED : server, known);
        SchemaSnapshot wanted = leavesUnsaid ? unsaid.snapshot(spelled) : spelled;
        SchemaSnapshot stored = dialect.comparison().normalize(wanted);
        Normalization.Result normalized = server == null
                ? new Normalization.Result(stored, List.of())
                : Normalization.of(stored, actual, dialect, server, known);
        SchemaSnapshot reported = normalized.desired();
        SchemaDifferences differences = new Comparison(
                        dialect,
                        ignored,
                        leavesUnsaid,
                        new NamedConstraints(dialect, naming),
                        unsaid,
                        new UnmodelledParts(dialect.comparison(), actual.unmodelled()),
                        new UsedSequences(reported, actual, included, ignored.contains(ColumnAspect.DEFAULT)))
                .compare(tables(wanted, reported), only(actual, included), reported, normalized.undecided());
        new RefusedNames(dialect, wanted).refuse(differences.upgrade().operations());
        return differences;
    }

    private static SchemaSnapshot only(SchemaSnapshot snapshot, Predicate<SchemaObject> included) {
        return snapshot.filter(
                object -> (object instanceof Sequence sequence && SequenceOwners.numbersColumn(sequence, snapshot))
                        || included.test(object));
    }

    private static Map<QualifiedName, DesiredTable> tables(SchemaSnapshot desired, SchemaSnapshot reported) {
        Map<QualifiedName, DesiredTable> tables = new LinkedHashMap<>();
        reported.tables()
                .forEach(table -> tables.put(
                        table.name(),
                        new DesiredTable(table, desired.table(table.name()).orElse(table))));
        return tables;
    }

    /** The state of one comparison. */
    private static final class Comparison {

        private final ComparisonRules rules;
        private final boolean cutsRings;
        private final NeededIndexes neededIndexes;
        private final NamedConstraints names;
        private final UnspecifiedFacts unsaid;
        private final Changes changes = new Changes();
        private final ColumnComparator columns;
        private final ConstraintComparator constraints;
        private final IndexComparator indexes;
        private final ForeignKeyIndexes ofForeignKeys;
        private final SequenceComparator sequences;
        private final AutoIncrementColumns autoIncrement;
        private final boolean identityNeedsKey;
        private final boolean leavesUnsaid;

        Comparison(
                Dialect dialect,
                Set<ColumnAspect> ignored,
                boolean leavesUnsaid,
                NamedConstraints names,
                UnspecifiedFacts unsaid,
                UnmodelledParts unmodelled,
                UsedSequences used) {
            this.leavesUnsaid = leavesUnsaid;
            this.unsaid = unsaid;
            this.rules = dialect.comparison();
            this.cutsRings = !rules.allowsForwardReferences();
            this.neededIndexes = rules.neededIndexes();
            this.names = names;
            NotGeneratedColumns left = new NotGeneratedColumns();
            this.columns = new ColumnComparator(dialect, ignored, unmodelled, changes, left);
            this.constraints = new ConstraintComparator(dialect, names, unmodelled, changes, left);
            this.ofForeignKeys = new ForeignKeyIndexes(changes);
            this.indexes = new IndexComparator(rules, changes, ofForeignKeys);
            this.sequences = new SequenceComparator(dialect, leavesUnsaid, used, changes);
            this.autoIncrement = new AutoIncrementColumns(changes);
            this.identityNeedsKey = rules.identityNeedsKey();
        }

        SchemaDifferences compare(
                Map<QualifiedName, DesiredTable> desiredTables,
                SchemaSnapshot actual,
                SchemaSnapshot reported,
                List<String> undecided) {
            names.take(actual);
            names.take(reported);
            sequences.compare(reported, actual);
            compareCommonTables(desiredTables, actual, new SharedSequences(reported, actual));
            List<Table> missing = desiredTables.values().stream()
                    .filter(table -> actual.table(table.reported().name()).isEmpty())
                    .map(DesiredTable::original)
                    .map(table -> names.created(table, leavesUnsaid))
                    .toList();
            List<Table> surplus = actual.tables().stream()
                    .filter(table -> !desiredTables.containsKey(table.name()))
                    .toList();
            PossibleRenames.ofTables(create(missing), drop(surplus), changes);
            unsaid.addNotices(changes);
            new UnmodelledComparator(rules, changes).compare(reported.unmodelled(), actual.unmodelled());
            undecided.forEach(changes::undecided);
            return changes.inOrder();
        }

        private void compareCommonTables(
                Map<QualifiedName, DesiredTable> desiredTables, SchemaSnapshot found, SharedSequences sharedSequences) {
            List<DesiredTable> common = new ArrayList<>();
            RetypedColumns retyped = new RetypedColumns();
            desiredTables.values().forEach(desired -> {
                Table actual = found.table(desired.reported().name()).orElse(null);
                if (actual != null) {
                    common.add(desired);
                    columns.compare(desired, actual, retyped, sharedSequences);
                    compareComment(desired, actual);
                    compareMakeUp(desired, actual);
                }
            });
            if (identityNeedsKey) {
                common.forEach(desired -> autoIncrement.keepKeys(desired.reported(), actualOf(desired, found)));
            }
            for (DesiredTable desired : common) {
                Table actual = actualOf(desired, found);
                List<ForeignKey> keys = constraints.compare(desired, actual, autoIncrement);
                indexes.compare(desired, actual, keys, autoIncrement);
            }
            if (identityNeedsKey) {
                List<Operation> upgrade = changes.upgrade().toList();
                common.forEach(desired -> autoIncrement.hold(actualOf(desired, found), upgrade));
            }
            ofForeignKeys.recreate(constraints.recreated(recreatedForeignKeys(found), retyped));
            constraints.hold(recreatedForeignKeys(found), retyped);
        }

        private RecreatedForeignKeys recreatedForeignKeys(SchemaSnapshot found) {
            return new RecreatedForeignKeys(neededIndexes, found.tables(), changes.upgrade());
        }

        private static Table actualOf(DesiredTable desired, SchemaSnapshot found) {
            return found.table(desired.reported().name()).orElseThrow();
        }

        private void compareComment(DesiredTable desired, Table actual) {
            String reported = desired.reported().comment();
            if (rules.comments() && !Objects.equals(reported, actual.comment())) {
                String comment = reported == null ? null : desired.original().comment();
                changes.add(Phase.ALTER, new CommentOnTable(actual.name(), comment, true, actual.comment()));
            }
        }

        private void compareMakeUp(DesiredTable desired, Table actual) {
            Table reported = desired.reported();
            boolean same = rules.sameOptions(reported.options(), actual.options())
                    && reported.inherits().equals(actual.inherits())
                    && samePartitioning(reported.partitioning(), actual);
            if (!same) {
                changes.notMade(
                        "table " + actual.name(),
                        TableWords.joined(TableWords.of(desired.original())),
                        TableWords.joined(TableWords.of(actual)));
            }
        }

        private boolean samePartitioning(@Nullable String desired, Table actual) {
            String found = actual.partitioning();
            return (desired == null || found == null)
                    ? Objects.equals(desired, found)
                    : rules.sameExpression(desired, found);
        }

        private List<CreateTable> create(List<Table> missing) {
            List<CreateTable> created = new ArrayList<>();
            TableOrder order = TableOrder.of(missing, key -> cutsRings);
            for (Table table : order.tables()) {
                CreateTable operation = new CreateTable(table);
                changes.add(Phase.CREATE_TABLES, operation);
                created.add(operation);
            }
            order.cut()
                    .forEach(cut -> changes.add(
                            Phase.ADD_FOREIGN_KEYS,
                            new AddConstraint(cut.table().name(), names.named(cut.table(), cut.key()))));
            return created;
        }

        private List<DropTable> drop(List<Table> surplus) {
            List<DropTable> dropped = new ArrayList<>();
            TableOrder order = TableOrder.of(surplus, key -> cutsRings && key.name() != null);
            for (Table table : order.tables()) {
                DropTable operation = new DropTable(table.name(), table);
                changes.add(Phase.DROP_TABLES, operation);
                changes.addHazard(operation);
                dropped.add(operation);
            }
            order.cut()
                    .forEach(cut -> changes.add(
                            Phase.DROP_FOREIGN_KEYS,
                            new DropConstraint(cut.table().name(), cut.key().name(), cut.key())));
            return dropped;
        }
    }
}
