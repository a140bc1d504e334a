package dev.retort.tests.run;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.dialect.LoadFile;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.migration.Operations;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.DropObject;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.SchemaChange;
import dev.retort.operation.TableBatch;
import dev.retort.operation.TableBatch.Recreate;
import dev.retort.schema.AuxiliaryObject;
import dev.retort.schema.ObjectReference;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.testkit.OperationCase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Cases as a history of revisions: each sets up its schema, runs its operation, and on the way back undoes that and drops the rest. */
public final class CaseHistory {

    /** What revision files call for their operations, by a key and their number. */
    private static final Map<String, CaseHistory> KNOWN = new ConcurrentHashMap<>();

    private static final int CASES_PER_REVISION = 30;

    /** The operations of one case. */
    private record Step(List<Operation> up, List<Operation> down) {}

    private final Dialect dialect;
    private final List<Step> steps = new ArrayList<>();
    private final List<OperationCase> refused = new ArrayList<>();

    CaseHistory(Dialect dialect, List<OperationCase> cases) {
        this.dialect = dialect;
        int number = 0;
        for (OperationCase test : cases) {
            add(RenamedCase.of(test, "_" + ++number));
        }
    }

    /** The cases that cannot be written as SQL, in any form. */
    List<OperationCase> refused() {
        return refused;
    }

    private void add(OperationCase test) {
        SchemaSnapshot before =
                SchemaSnapshot.of(SchemaChange.of(test.setUp()).madeTables().toArray(SchemaObject[]::new));
        Optional<Operation> operation = scriptable(test.operation(), before);
        Optional<Operation> reverse = test.operation().reverse().flatMap(back -> scriptable(back, test.after()));
        if (operation.isEmpty() || (test.reversible() && reverse.isEmpty())) {
            refused.add(test);
            return;
        }
        List<Operation> up = new ArrayList<>(test.setUp());
        up.add(operation.get());
        List<Operation> down = new ArrayList<>();
        reverse.ifPresent(down::add);
        List<Operation> all = new ArrayList<>(up);
        all.addAll(down);
        down.addAll(removals(all));
        steps.add(new Step(up, down));
    }

    /** The operation as offline SQL can have it: as it is, or with a statement of what was there. */
    private Optional<Operation> scriptable(Operation operation, SchemaSnapshot before) {
        if (isScriptable(operation)) {
            return Optional.of(operation);
        }
        Optional<Table> table = operation.subject().flatMap(before::table);
        if (table.isEmpty()) {
            return Optional.empty();
        }
        if (operation instanceof AlterColumn alter) {
            Operation stated = new AlterColumn(
                    alter.table(),
                    alter.column(),
                    alter.changes(),
                    table.get().column(alter.column()).orElse(null));
            if (isScriptable(stated)) {
                return Optional.of(stated);
            }
        }
        return batch(operation, table.get()).filter(this::isScriptable);
    }

    private static Optional<Operation> batch(Operation operation, Table before) {
        try {
            return Optional.of(
                    operation instanceof TableBatch batch
                            ? new TableBatch(
                                    batch.table(),
                                    batch.operations(),
                                    batch.recreate(),
                                    batch.moves(),
                                    batch.options(),
                                    before)
                            : new TableBatch(before.name(), List.of(operation), Recreate.AUTO, List.of(), before));
        } catch (IllegalArgumentException notOfATable) {
            return Optional.empty();
        }
    }

    private boolean isScriptable(Operation operation) {
        try {
            return dialect.ddl().compile(operation).stream().allMatch(CaseHistory::isScriptable);
        } catch (UnsupportedByDialectException refusal) {
            return false;
        }
    }

    private static boolean isScriptable(Executable executable) {
        try {
            return executable instanceof Executable.FromCatalog later
                    ? later.scripted().ifWritten().isPresent()
                    : executable instanceof Executable.CopyIn
                            || executable instanceof LoadFile
                            || executable.statements().isPresent();
        } catch (SQLException misfit) {
            return false;
        }
    }

    /** Drops what operations leave. */
    private static List<Operation> removals(List<Operation> operations) {
        Set<ObjectReference> left = new LinkedHashSet<>();
        for (SchemaChange.Part part : SchemaChange.of(operations).parts()) {
            if (part instanceof SchemaChange.Made made) {
                left.add(
                        made.object() instanceof AuxiliaryObject object
                                ? object.reference()
                                : ObjectReference.of(
                                        made.object().kind(), made.object().name()));
            } else if (part instanceof SchemaChange.Dropped dropped) {
                left.removeIf(object -> isOneOf(object, dropped.object()));
            } else if (part instanceof SchemaChange.RenamedObject object && left.remove(object.from())) {
                left.add(object.from().named(object.to()));
            } else if (part instanceof SchemaChange.RenamedTable table && left.remove(table(table.from()))) {
                left.add(table(table.to()));
            }
        }
        Set<QualifiedName> referring = SchemaChange.of(operations).madeTables().stream()
                .filter(table -> !table.foreignKeys().isEmpty())
                .map(Table::name)
                .collect(Collectors.toSet());
        List<Operation> removals = new ArrayList<>();
        left.forEach(object -> removals.add(0, removal(object)));
        // What refers to another table goes before that.
        removals.sort(Comparator.comparing(
                removal -> !(removal instanceof DropTable drop && referring.contains(drop.name()))));
        operations.stream()
                .filter(ExecuteSql.class::isInstance)
                .map(operation -> ((ExecuteSql) operation).sql())
                .filter(sql -> sql.matches("CREATE (TYPE|DOMAIN) .*"))
                .forEach(sql -> removals.add(
                        new ExecuteSql(sql.replaceAll("CREATE (TYPE|DOMAIN) (\\w+) .*", "DROP $1 $2"), List.of())));
        return removals;
    }

    private static boolean isOneOf(ObjectReference object, ObjectReference dropped) {
        return object.kind() == dropped.kind()
                && object.name().equals(dropped.name())
                && (dropped.arguments() == null || dropped.arguments().equals(object.arguments()));
    }

    private static ObjectReference table(QualifiedName name) {
        return ObjectReference.of(SchemaObject.Kind.TABLE, name);
    }

    private static Operation removal(ObjectReference object) {
        return switch (object.kind()) {
            case TABLE -> new DropTable(object.name(), null);
            case SEQUENCE -> new DropSequence(object.name(), null);
            default -> new DropObject(object, null);
        };
    }

    /** Writes the revisions {@code r1}, {@code r2} and so on. */
    void write(Revisions revisions) {
        String key = UUID.randomUUID().toString();
        KNOWN.put(key, this);
        for (int first = 0; first < steps.size(); first += CASES_PER_REVISION) {
            int number = first / CASES_PER_REVISION + 1;
            revisions.java(
                    "r" + number,
                    number == 1 ? "" : "r" + (number - 1),
                    call(key, first, "upgrade"),
                    call(key, first, "downgrade"));
        }
    }

    private static String call(String key, int first, String direction) {
        return """
                try {
                    Thread.currentThread().getContextClassLoader().loadClass("CLASS")
                            .getMethod("DIRECTION", Operations.class, String.class, int.class)
                            .invoke(null, op, "KEY", FIRST);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
                """.replace("CLASS", CaseHistory.class.getName())
                .replace("DIRECTION", direction)
                .replace("KEY", key)
                .replace("FIRST", "" + first);
    }

    /** Records the upgrade of a revision, which calls this. */
    public static void upgrade(Operations op, String key, int first) {
        steps(key, first).forEach(step -> step.up.forEach(op::apply));
    }

    /** Records the downgrade of a revision, which calls this. */
    public static void downgrade(Operations op, String key, int first) {
        List<Step> steps = steps(key, first);
        for (int i = steps.size() - 1; i >= 0; i--) {
            steps.get(i).down.forEach(op::apply);
        }
    }

    private static List<Step> steps(String key, int first) {
        List<Step> all = Optional.ofNullable(KNOWN.get(key)).orElseThrow().steps;
        return all.subList(first, Math.min(all.size(), first + CASES_PER_REVISION));
    }
}
