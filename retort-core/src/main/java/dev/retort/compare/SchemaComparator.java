package dev.retort.compare;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.Definition;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.HeldIndexes;
import dev.retort.dialect.NormalForms;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.CommentOnTable;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.schema.ForeignKey;
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
 * Finds the operations that lead from one snapshot to another. Asks no database but for the words of definitions; the same snapshots
 * always give the same answer.
 *
 * <p>A sequence that nobody wishes for is treated as a table that nobody wishes for: it passes the same filter, it is dropped, and a
 * remark says so. It cannot be left alone instead, since the sequence of a removed entity looks no different from one that was made
 * by hand, and would then be left for ever; who has sequences of another making leaves them out by name.
 */
public final class SchemaComparator {

    private final Dialect dialect;
    private final Set<ColumnAspect> ignored;
    private final boolean leavesUnsaid;
    private final @Nullable Function<Collection<Definition>, NormalForms> server;

    /** A comparator of everything, for snapshots of one database product. */
    public SchemaComparator(Dialect dialect) {
        this(dialect, Set.of());
    }

    /**
     * A comparator for snapshots of one database product.
     *
     * @param ignored what of columns it does not compare
     */
    public SchemaComparator(Dialect dialect, Set<ColumnAspect> ignored) {
        this(dialect, ignored, false, null);
    }

    private SchemaComparator(
            Dialect dialect,
            Set<ColumnAspect> ignored,
            boolean leavesUnsaid,
            @Nullable Function<Collection<Definition>, NormalForms> server) {
        this.dialect = dialect;
        this.ignored = Set.copyOf(ignored);
        this.leavesUnsaid = leavesUnsaid;
        this.server = server;
    }

    /** The same for desired schemas from a source that cannot say everything, as entities cannot: what it leaves unsaid stays as it is. */
    public SchemaComparator leavingUnsaid() {
        return new SchemaComparator(dialect, ignored, true, server);
    }

    /**
     * The same with a server that says definitions in its own words. It is asked for those whose text differs from what the database has.
     * Where it does not answer and the text decides nothing, a notice says so instead of an operation. Without a server both schemas are
     * taken to be in the same words.
     *
     * @param normalForms answers the normal forms of definitions
     */
    public SchemaComparator asking(Function<Collection<Definition>, NormalForms> normalForms) {
        return new SchemaComparator(dialect, ignored, leavesUnsaid, new AskedOnce(normalForms));
    }

    /**
     * What leads from the actual schema to the desired one. What is on both sides goes by its name in the actual one.
     *
     * @param desired the schema as it is wished for
     * @param actual the schema as the database reports it
     * @param included which objects to look at, on both sides
     * @throws UnsupportedByDialectException when something that is missing has a name longer than the database's names are
     */
    public SchemaDifferences compare(SchemaSnapshot desired, SchemaSnapshot actual, Predicate<SchemaObject> included) {
        SchemaSnapshot spelled = only(Respelling.of(desired, actual, dialect.comparison()), included);
        Unsaid unsaid = new Unsaid(actual, dialect, server == null ? none -> NormalForms.NOT_ASKED : server);
        SchemaSnapshot wanted = leavesUnsaid ? unsaid.snapshot(spelled) : spelled;
        SchemaSnapshot stored = dialect.comparison().asReported(wanted);
        Normalization.Result normalized = server == null
                ? new Normalization.Result(stored, List.of())
                : Normalization.of(stored, actual, dialect, server);
        SchemaSnapshot reported = normalized.desired();
        SchemaDifferences differences = new Comparison(
                        dialect,
                        ignored,
                        leavesUnsaid,
                        unsaid,
                        new PutAside(dialect.comparison(), actual.unmodelled()),
                        new UsedSequences(reported, actual, included, ignored.contains(ColumnAspect.DEFAULT)))
                .of(wished(wanted, reported), only(actual, included), reported, normalized.undecided());
        new RefusedNames(dialect, wanted).refuse(differences.upgrade().operations());
        return differences;
    }

    private static SchemaSnapshot only(SchemaSnapshot snapshot, Predicate<SchemaObject> included) {
        return snapshot.filter(
                object -> (object instanceof Sequence sequence && SequenceOwners.numbersColumn(sequence, snapshot))
                        || included.test(object));
    }

    private static Map<QualifiedName, WishedTable> wished(SchemaSnapshot desired, SchemaSnapshot reported) {
        Map<QualifiedName, WishedTable> wished = new LinkedHashMap<>();
        reported.tables()
                .forEach(table -> wished.put(
                        table.name(),
                        new WishedTable(table, desired.table(table.name()).orElse(table))));
        return wished;
    }

    /** One comparison, with what it has found so far. */
    private static final class Comparison {

        private final ComparisonRules rules;
        private final boolean cutsRings;
        private final HeldIndexes heldIndexes;
        private final NamedConstraints names;
        private final Unsaid unsaid;
        private final Changes changes = new Changes();
        private final ColumnComparator columns;
        private final ConstraintComparator constraints;
        private final IndexComparator indexes;
        private final SequenceComparator sequences;
        private final CountingColumns numbers;
        private final boolean numbersNeedKey;
        private final boolean leavesUnsaid;

        Comparison(
                Dialect dialect,
                Set<ColumnAspect> ignored,
                boolean leavesUnsaid,
                Unsaid unsaid,
                PutAside aside,
                UsedSequences used) {
            this.leavesUnsaid = leavesUnsaid;
            this.unsaid = unsaid;
            this.rules = dialect.comparison();
            this.cutsRings = !rules.allowsForwardReferences();
            this.heldIndexes = rules.heldIndexes();
            this.names = new NamedConstraints(dialect);
            LeftColumns left = new LeftColumns();
            this.columns = new ColumnComparator(dialect, ignored, aside, changes, left);
            this.constraints = new ConstraintComparator(dialect, names, aside, changes, left);
            this.indexes = new IndexComparator(rules, changes);
            this.sequences = new SequenceComparator(dialect, leavesUnsaid, used, changes);
            this.numbers = new CountingColumns(changes);
            this.numbersNeedKey = rules.numbersNeedKey();
        }

        SchemaDifferences of(
                Map<QualifiedName, WishedTable> desired,
                SchemaSnapshot actual,
                SchemaSnapshot reported,
                List<String> undecided) {
            names.take(actual);
            names.take(reported);
            sequences.compare(reported, actual);
            compareCommonTables(desired, actual, new SharedNumbering(reported, actual));
            List<Table> missing = desired.values().stream()
                    .filter(table -> actual.table(table.reported().name()).isEmpty())
                    .map(WishedTable::worded)
                    .map(table -> leavesUnsaid ? names.named(table) : table)
                    .toList();
            List<Table> surplus = actual.tables().stream()
                    .filter(table -> !desired.containsKey(table.name()))
                    .toList();
            PossibleRenames.remarkTables(create(missing), drop(surplus), changes);
            unsaid.remark(changes);
            new UnmodelledComparator(rules, changes).compare(reported.unmodelled(), actual.unmodelled());
            undecided.forEach(changes::undecided);
            return changes.inOrder();
        }

        private void compareCommonTables(
                Map<QualifiedName, WishedTable> desired, SchemaSnapshot found, SharedNumbering numbering) {
            List<WishedTable> common = new ArrayList<>();
            RetypedColumns retyped = new RetypedColumns();
            desired.values().forEach(wish -> {
                Table actual = found.table(wish.reported().name()).orElse(null);
                if (actual != null) {
                    common.add(wish);
                    columns.compare(wish, actual, retyped, numbering);
                    compareComment(wish, actual);
                    compareMakeUp(wish, actual);
                }
            });
            if (numbersNeedKey) {
                common.forEach(wish -> numbers.leaveKeys(wish.reported(), actualOf(wish, found)));
            }
            for (WishedTable wish : common) {
                Table actual = actualOf(wish, found);
                List<ForeignKey> keys = constraints.compare(wish, actual, numbers);
                indexes.compare(wish, actual, keys, numbers);
            }
            if (numbersNeedKey) {
                List<Operation> upgrade = changes.upgrade().toList();
                common.forEach(wish -> numbers.hold(actualOf(wish, found), upgrade));
            }
            constraints.hold(new HeldForeignKeys(heldIndexes, found.tables(), changes.upgrade()), retyped);
        }

        private static Table actualOf(WishedTable wish, SchemaSnapshot found) {
            return found.table(wish.reported().name()).orElseThrow();
        }

        private void compareComment(WishedTable wish, Table actual) {
            String comment = wish.reported().comment();
            if (rules.comments() && !Objects.equals(comment, actual.comment())) {
                changes.add(Phase.ALTER, new CommentOnTable(actual.name(), comment, true, actual.comment()));
            }
        }

        private void compareMakeUp(WishedTable wish, Table actual) {
            Table reported = wish.reported();
            boolean same = rules.sameOptions(reported.options(), actual.options())
                    && reported.inherits().equals(actual.inherits())
                    && samePartitioning(reported.partitioning(), actual);
            if (!same) {
                changes.notMade(
                        "table " + actual.name(),
                        TableWords.joined(TableWords.of(wish.worded())),
                        TableWords.joined(TableWords.of(actual)));
            }
        }

        private boolean samePartitioning(@Nullable String wish, Table actual) {
            String found = actual.partitioning();
            return (wish == null || found == null) ? Objects.equals(wish, found) : rules.sameExpression(wish, found);
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
                changes.remark(operation);
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
