package dev.retort.tests.dialect;

import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.decimal;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.real;
import static dev.retort.schema.Columns.text;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.schema.Constraints.check;
import static dev.retort.schema.Constraints.foreignKey;
import static dev.retort.schema.Constraints.index;
import static dev.retort.schema.Constraints.primaryKey;
import static dev.retort.schema.Constraints.unique;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.TableBatch;
import dev.retort.operation.TableBatch.Recreate;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** A random table, and random changes of it that its rows allow. The same seed gives the same. */
final class RandomChanges {

    static final QualifiedName TABLE = QualifiedName.of("t");

    /** The table that foreign keys refer to; it has all numbers that rows of the other have. */
    static final QualifiedName PARENT = QualifiedName.of("p");

    static final int ROWS = 5;

    private static final List<SqlType> TYPES = List.of(integer(), bigint(), text(), varchar(20), real(), decimal(8, 2));

    private final Random random;
    private final List<TableElement> elements = new ArrayList<>();

    /** The columns with a value of its own in each row, by their present names, with their first names. */
    private final Map<String, String> filled = new LinkedHashMap<>();

    private final Set<String> typed = new TreeSet<>();
    private final Table before;
    private final List<Operation> operations = new ArrayList<>();
    private int names;

    RandomChanges(long seed) {
        random = new Random(seed);
        elements.add(column("id", integer()).notNull());
        if (random.nextInt(4) > 0) {
            elements.add(primaryKey("id"));
        }
        for (int i = 0; i < 3 + random.nextInt(3); i++) {
            Column column = column(name("c"), TYPES.get(random.nextInt(TYPES.size())));
            filled.put(column.name(), column.name());
            elements.add(random.nextBoolean() ? column : column.notNull());
        }
        for (int i = 0; i < 3; i++) {
            // Elements that a table has from the beginning are chosen like those that it gets.
            addition().ifPresent(elements::add);
        }
        before = table();
        for (int i = 0; i < 1 + random.nextInt(7); i++) {
            change().ifPresent(operations::add);
        }
    }

    /** The table before the changes. */
    Table before() {
        return before;
    }

    /** The table after them. */
    Table after() {
        return table();
    }

    /** The changes, some of them in batches. */
    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        for (int i = 0; i < operations.size(); ) {
            int end = Math.min(operations.size(), i + 1 + random.nextInt(4));
            if (random.nextInt(3) == 0) {
                Recreate recreate = random.nextBoolean() ? Recreate.AUTO : Recreate.ALWAYS;
                all.add(new TableBatch(TABLE, operations.subList(i, end), recreate, List.of(), null));
            } else {
                all.addAll(operations.subList(i, end));
            }
            i = end;
        }
        return all;
    }

    /** The columns that have kept the values that rows had in others, by their present names. */
    Map<String, String> kept() {
        return filled;
    }

    /** The value of a column before the changes, different in each row. */
    static Object value(Column column, int row) {
        int number = row * 10 + column.name().charAt(column.name().length() - 1) - '0';
        if (column.type().equals(text()) || column.type().equals(varchar(20))) {
            return "r" + number;
        }
        return column.type().equals(real()) ? (Object) (double) number : (Object) number;
    }

    private Table table() {
        return Table.of(TABLE, List.copyOf(elements));
    }

    private String name(String prefix) {
        return prefix + names++;
    }

    private Optional<TableElement> addition() {
        return switch (random.nextInt(4)) {
            case 0 -> pick(this::isFilled).map(column -> unique(name("uq"), column.name()));
            case 1 -> pick(this::isFilled).map(column -> check(name("ck"), column.name() + " <> -1"));
            case 2 ->
                pick(column -> isFilled(column) && column.type().equals(integer()) && !typed.contains(column.name()))
                        .map(column -> foreignKey(name("fk"), column.name()).references(PARENT.name(), "id"));
            default -> pick(column -> true).map(column -> index(name("ix"), column.name()));
        };
    }

    private boolean isFilled(Column column) {
        return filled.containsKey(column.name());
    }

    private boolean isFree(Column column) {
        return !column.name().equals("id")
                && elements.stream()
                        .noneMatch(element -> !(element instanceof Column)
                                && element.toString().contains(column.name()));
    }

    private Optional<Column> pick(Predicate<Column> wanted) {
        List<Column> columns = elements.stream()
                .filter(Column.class::isInstance)
                .map(Column.class::cast)
                .filter(wanted)
                .toList();
        return columns.isEmpty() ? Optional.empty() : Optional.of(columns.get(random.nextInt(columns.size())));
    }

    private Optional<Operation> change() {
        return switch (random.nextInt(8)) {
            case 0 -> Optional.of(add());
            case 1, 2 -> addition().map(this::add);
            case 3 -> drop();
            case 4 -> pick(this::isFree).map(this::drop);
            case 5 -> pick(this::isFree).map(this::rename);
            default -> pick(this::isFilled).flatMap(this::alter);
        };
    }

    private Operation add() {
        Column column = column(name("n"), TYPES.get(random.nextInt(TYPES.size())));
        Column other = switch (random.nextInt(4)) {
            case 0 -> column.notNull().defaultsTo(7);
            case 1 -> column.defaultsToSql("1 + 2");
            case 2 -> column.storedAs("id + 1");
            default -> column;
        };
        elements.add(other);
        return new AddColumn(TABLE, other);
    }

    private Operation add(TableElement element) {
        elements.add(element);
        return element instanceof Index index
                ? new CreateIndex(TABLE, index)
                : new AddConstraint(TABLE, (Constraint) element);
    }

    private Optional<Operation> drop() {
        List<TableElement> named = elements.stream()
                .filter(element -> !(element instanceof Column) && element.name() != null)
                .toList();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        TableElement element = named.get(random.nextInt(named.size()));
        elements.remove(element);
        return Optional.of(
                element instanceof Index index
                        ? new DropIndex(TABLE, index.name(), index)
                        : new DropConstraint(TABLE, element.name(), (Constraint) element));
    }

    private Operation drop(Column column) {
        elements.remove(column);
        filled.remove(column.name());
        return new DropColumn(TABLE, column.name(), column);
    }

    private Operation rename(Column column) {
        String other = name("r");
        elements.set(elements.indexOf(column), column.named(other));
        if (filled.containsKey(column.name())) {
            filled.put(other, String.valueOf(filled.remove(column.name())));
        }
        if (typed.remove(column.name())) {
            typed.add(other);
        }
        return new RenameColumn(TABLE, column.name(), other);
    }

    private Optional<Operation> alter(Column column) {
        List<ColumnChange> changes = new ArrayList<>();
        if (random.nextBoolean() && isFree(column) && typed.add(column.name())) {
            changes.add(new ColumnChange.Type(TYPES.get(random.nextInt(TYPES.size()))));
        }
        if (random.nextBoolean()) {
            changes.add(new ColumnChange.Nullability(!column.nullable()));
        }
        if (random.nextBoolean()) {
            changes.add(new ColumnChange.Default(random.nextBoolean() ? new DefaultValue.Literal(9) : null));
        }
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        AlterColumn operation = new AlterColumn(TABLE, column.name(), changes, column);
        elements.set(elements.indexOf(column), operation.appliedTo(column));
        return Optional.of(operation);
    }
}
